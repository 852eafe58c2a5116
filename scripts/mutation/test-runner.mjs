// Stryker's Jest runner loads every test file that imports the mutated one, and runs all of them whatever fails. This one
// runs only the files whose tests reach the mutant, one by one, until one fails: a tenth of the time.
import { strykerPlugins as jestPlugins } from '@stryker-mutator/jest-runner';
import { coveringFiles, keepCovering } from './covering-tests.js';

const [jest] = jestPlugins;

function createRunner(injector) {
  const runner = jest.factory(injector);
  const { jestTestAdapter } = runner;
  let file;
  runner.jestTestAdapter = {
    run: (settings) =>
      jestTestAdapter.run(file === undefined ? settings : { ...settings, fileNamesUnderTest: undefined, testFiles: [file] }),
  };
  return {
    init: () => runner.init(),
    capabilities: () => runner.capabilities(),
    async dryRun(options) {
      const result = await runner.dryRun(options);
      if (result.status === 'complete') keepCovering(result.tests);
      return result;
    },
    async mutantRun(options) {
      let result = { status: 'survived', nrOfTests: 0 };
      for (const { file: next, ids } of coveringFiles(options.activeMutant.id, options.testFilter)) {
        file = next;
        result = await runner.mutantRun({ ...options, testFilter: ids });
        if (result.status !== 'survived') break;
      }
      return result;
    },
  };
}
createRunner.inject = jest.factory.inject;

export const strykerPlugins = [{ kind: 'TestRunner', name: 'jest-by-file', factory: createRunner }];
