import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { quickPass } from './mutation/quick/pass';
import { work } from './mutation/quick/worker';
import { ROOMS, type RoomName } from './mutation/rooms';
import { summarize } from './mutation/summary';

const USAGE = `npm run mutate -- ${Object.keys(ROOMS).join('|')} [--file 'lambda/conversation/outbox.ts'] [--again] [--quick [--minutes 30]]`;

/**
 * `npm run mutate`: changes the code of a room in one place after the other, and says which changes no test notices.
 * What is unchanged since the last run, code and tests, is not judged again, unless with `--again`.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    options: {
      file: { type: 'string', multiple: true },
      again: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '600' },
      most: { type: 'string', default: '3000' },
      // The process of the quick pass.
      work: { type: 'string' },
    },
    allowPositionals: true,
  });
  if (values.work !== undefined) return work(values.work);
  const [name = '', ...others] = positionals;
  if (!isRoom(name) || others.length > 0) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  if (values.quick) {
    const { again, file: files, minutes, most } = values;
    const verdicts = await quickPass(name, { again, files, minutes: Number(minutes), mostMs: Number(most) });
    for (const line of summarize(verdicts)) console.log(line);
    return;
  }
  const { mutate, tests } = ROOMS[name];
  const { Stryker } = await import('@stryker-mutator/core');
  const results = await new Stryker({
    mutate: values.file ?? [...mutate],
    testFiles: [...tests],
    plugins: ['@stryker-mutator/jest-runner', join(process.cwd(), 'scripts/mutation/test-runner.mjs')],
    testRunner: 'jest-by-file',
    coverageAnalysis: 'perTest',
    jest: { configFile: 'jest.mutation.config.js', enableFindRelatedTests: false },
    incremental: true,
    incrementalFile: `dist/mutation/${name}.json`,
    force: values.again,
    concurrency: 2,
    // Jest leaves behind what it has loaded.
    maxTestRunnerReuse: 50,
    ignorePatterns: ['dist', 'data', 'coverage', 'infrastructure/node_modules', 'bench/jovo'],
    // A copy inside the project would be linted and tested with it.
    tempDirName: join(tmpdir(), 'aloud-mutation', String(process.pid)),
    cleanTempDir: 'always',
    // A machine that others use too is slow, not caught in a loop.
    timeoutMS: 15_000,
    timeoutFactor: 1.5,
    // Without types to check there is nothing to prepare for it.
    disableTypeChecks: false,
    tsconfigFile: 'none',
    reporters: ['progress-append-only'],
    allowConsoleColors: false,
  }).runMutationTest();
  for (const line of summarize(results)) console.log(line);
}

function isRoom(name: string): name is RoomName {
  return Object.hasOwn(ROOMS, name);
}
