/** @type {import('jest').Config} */
module.exports = {
  // A busy machine makes no test slow: time passes as far as the process runs.
  testEnvironment: '<rootDir>/test/support/steady-time/environment.ts',
  runtime: '<rootDir>/test/support/runtime.js',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // They need the ASK CLI, and have a configuration of their own.
  testPathIgnorePatterns: ['<rootDir>/node_modules/', '<rootDir>/test/deploy/'],
  modulePathIgnorePatterns: ['<rootDir>/infrastructure/node_modules/', '<rootDir>/bench/jovo/node_modules/'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testSequencer: '<rootDir>/test/support/sequencer.js',
  reporters: ['default', '<rootDir>/test/support/count-reporter.js'],
  // `npm run coverage`: what no test loads counts too.
  collectCoverageFrom: ['<rootDir>/lambda/**/*.ts', '!**/*.d.ts'],
  coverageDirectory: '<rootDir>/coverage',
  coverageReporters: ['text-summary', 'lcov'],
  // Three times the cores of a small machine: tests wait for timers and servers most of their time, and each worker has to warm up by
  // itself, so that eight take a third more of the processor's time than four, which leave a third of it unused.
  maxWorkers: 6,
  // A worker has much to give back, which a busy machine does not let it do in Jest's half a second.
  workerGracefulExitTimeout: 5000,
  // Generous: on a busy machine a start takes seconds, and a test that hangs is no less red for it.
  testTimeout: 30_000,
};
