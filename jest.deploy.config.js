// The deployment, with the real ASK CLI in front of a simulated AWS: `npm run test:deploy`.
const { testPathIgnorePatterns: _, ...base } = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  // Functions run in processes of their own, by the real time.
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/deploy/setup.ts',
  testMatch: ['<rootDir>/test/deploy/**/*.test.ts'],
  // Functions have to answer within Alexa's eight seconds, so nothing runs beside them.
  maxWorkers: 1,
  // A deployment waits for Amazon in steps of two seconds.
  testTimeout: 120_000,
};
