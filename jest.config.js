/** Tests run as compiled: `npm test` builds first, and `scripts/test.ts` says which of them run on which engines. */
export default {
  rootDir: 'dist',
  roots: ['<rootDir>/test'],
  transform: {},
  globals: { engines: ['sqlite', 'postgresql'] },
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  setupFilesAfterEnv: ['<rootDir>/test/support/matchers.js'],
  testPathIgnorePatterns: ['<rootDir>/test/federation/', '<rootDir>/test/cluster/'],
  // It ends what hangs. No test asserts a time: a machine that is busy takes what it takes.
  testTimeout: 180_000,
  // Each core has a test file: many of them wait for processes of their own.
  maxWorkers: '100%',
  // Modules of the files that a worker has run stay in its memory.
  workerIdleMemoryLimit: '1GB',
};
