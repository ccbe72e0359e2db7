import config from './jest.config.js';

/** A whole cluster of processes, of programs that Debian has: `test/cluster/programs.ts` names the packages. */
export default {
  ...config,
  roots: ['<rootDir>/test/cluster'],
  testPathIgnorePatterns: [],
  globalSetup: undefined,
  globalTeardown: undefined,
};
