// The unit tests alone: no browser, no DynamoDB Local, no built artifact, nothing that runs in processes of its own.
const { testPathIgnorePatterns, globalSetup: _, globalTeardown: __, ...base } = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  testPathIgnorePatterns: [
    ...testPathIgnorePatterns,
    '/test/(browser|contract|e2e|functions|simulator)/',
    'dynamodb[^/]*\\.test\\.ts$',
    // They run what `npm run build` makes.
    '/test/infrastructure/template\\.test\\.ts$',
    '/test/notifications/broadcast\\.test\\.ts$',
    '/test/operator/(as-typed|field-test-typed|report-in-a-terminal|set-up)\\.test\\.ts$',
    '/test/release\\.test\\.ts$',
    '/test/chaos/chaos\\.test\\.ts$',
    '/test/fuzz/fuzz\\.test\\.ts$',
    // Whole conversations by the hundred.
    '/test/conversation/interleaving\\.test\\.ts$',
  ],
};
