/** Closes the run with one plain line, `N passed, N failed`, for whoever reads the log. A suite that did not start counts as failed. */
module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.stdout.write(`${results.numPassedTests} passed, ${failed} failed\n`);
  }
};
