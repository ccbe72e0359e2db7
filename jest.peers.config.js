import config from './jest.config.js';

/** Others' suites and gateways over ours. They run over SQLite alone. */
export default {
  ...config,
  roots: ['<rootDir>/test/federation'],
  testPathIgnorePatterns: [],
  globals: { engines: ['sqlite'] },
};
