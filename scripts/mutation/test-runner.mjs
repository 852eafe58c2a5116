// Stryker's Jest runner loads every test file that imports the mutated one, and runs all of them whatever fails. This one
// runs only the files whose tests reach the mutant, one by one, until one fails: a tenth of the time.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { strykerPlugins as jestPlugins } from '@stryker-mutator/jest-runner';

const [jest] = jestPlugins;
/** Of a change that much of the room runs, the tests are cut off after so long, in milliseconds: it has survived then. */
const MOST_MS = 60_000;
/** Tests that a machine which others use too is too slow for judge nothing. With more of them something is wrong. */
const MOST_LEFT_OUT = 5;

function createRunner(injector) {
  const runner = jest.factory(injector);
  const { jestTestAdapter } = runner;
  // That of the copy, as the test environment writes to it.
  const covering = () => createRequire(join(process.cwd(), '/'))('./scripts/mutation/covering-tests.js');
  let file;
  runner.jestTestAdapter = {
    run: (settings) =>
      jestTestAdapter.run(
        file === undefined ? settings : { ...settings, fileNamesUnderTest: undefined, testFiles: [file] },
      ),
  };
  return {
    init: () => runner.init(),
    capabilities: () => runner.capabilities(),
    async dryRun(options) {
      const result = await runner.dryRun(options);
      if (result.status !== 'complete') return result;
      const failed = result.tests.filter(({ failureMessage }) => failureMessage !== undefined);
      if (failed.length > MOST_LEFT_OUT) return result;
      for (const { name } of failed) runner.log.warn(`Left out, as it fails without a change: ${name}`);
      const tests = result.tests.filter((test) => !failed.includes(test));
      covering().keepCovering(tests, result.mutantCoverage);
      return { ...result, tests };
    },
    async mutantRun(options) {
      const { activeMutant, testFilter } = options;
      let result = { status: 'survived', nrOfTests: 0 };
      let hung;
      let left = MOST_MS;
      for (const { file: next, ids, ms } of covering().coveringFiles(activeMutant, testFilter)) {
        if (left <= 0) break;
        left -= ms;
        file = next;
        result = await runner.mutantRun({ ...options, testFilter: ids });
        covering().noteLuck(activeMutant, file, result.status !== 'survived');
        // A test that waited in vain asserts nothing: another may tell.
        const isHung = result.status === 'killed' && result.failureMessage.includes('Exceeded timeout of');
        if (isHung) hung = result;
        else if (result.status !== 'survived') return result;
      }
      return hung ?? result;
    },
  };
}
createRunner.inject = jest.factory.inject;

export const strykerPlugins = [{ kind: 'TestRunner', name: 'jest-by-file', factory: createRunner }];
