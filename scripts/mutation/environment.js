const { TestEnvironment } = require('jest-environment-node');
const { noteStatic } = require('./covering-tests.js');

/** Where a mutant is judged: the first failed test of a file decides, and the rest of the file is left out. */
module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.testPath = context.testPath;
    this.failed = false;
  }

  async handleTestEvent({ name, test }) {
    if (name === 'test_start' && this.failed && process.env.__STRYKER_ACTIVE_MUTANT__) test.mode = 'skip';
    if (name === 'test_done' && test.errors.length > 0) this.failed = true;
  }

  async teardown() {
    // Of what ran, Stryker knows the test only where there was one; what ran as files were loaded is known by file here.
    noteStatic(this.testPath, this.global.__stryker__?.mutantCoverage?.static);
    await super.teardown();
  }
};
