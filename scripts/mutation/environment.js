const { transformFileSync } = require('@swc/core');
const { noteStatic } = require('./covering-tests.js');

// Stryker loads this file by itself where Jest's transform is not at work.
const SWC = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
require.extensions['.ts'] ??= (module, path) => module._compile(transformFileSync(path, SWC).code, path);
const { default: SteadyEnvironment } = require('../../test/support/steady-time/environment.ts');

/** Where a change is judged: the first failed test of a file decides, and the rest of the file is left out. */
module.exports = class extends SteadyEnvironment {
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
