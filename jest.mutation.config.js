// The tests that judge mutants. `npm run mutate` chooses the files; none of them needs Java, a browser or a build.
const { join } = require('node:path');
const base = require('./jest.unit.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  // Which files may run is said by the room: the store's contract is among them.
  testPathIgnorePatterns: ['/node_modules/'],
  roots: ['<rootDir>/test'],
  testEnvironment: join(__dirname, 'scripts/mutation/environment.js'),
  watchman: false,
  // Twice what the longest test takes on a busy machine: a mutant that waits for ever is found out sooner.
  testTimeout: 12_000,
};
