/** Tests run as compiled: `npm test` builds first. */
export default {
  rootDir: 'dist',
  roots: ['<rootDir>/test'],
  transform: {},
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  setupFilesAfterEnv: ['<rootDir>/test/support/matchers.js'],
  testTimeout: 60_000,
};
