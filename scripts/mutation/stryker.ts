import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOMS, type RoomName } from './rooms';
import type { Mutant } from './summary';

/** Stryker's judgement of changes of a room, by all of its tests: of the places that `mutate` says, which may be ranges in files. */
export async function runStryker(
  name: RoomName,
  mutate: readonly string[],
  { again, incrementalFile }: { readonly again: boolean; readonly incrementalFile: string },
): Promise<readonly Mutant[]> {
  const { Stryker } = await import('@stryker-mutator/core');
  return new Stryker({
    mutate: [...mutate],
    testFiles: [...ROOMS[name].tests],
    plugins: ['@stryker-mutator/jest-runner', join(process.cwd(), 'scripts/mutation/test-runner.mjs')],
    testRunner: 'jest-by-file',
    coverageAnalysis: 'perTest',
    jest: { configFile: 'jest.mutation.config.js', enableFindRelatedTests: false },
    incremental: true,
    incrementalFile,
    force: again,
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
}

/** A change as a range that Stryker judges: there, lines count from 1 and columns from 0. */
export function rangeOf({ fileName, location: { start, end } }: Pick<Mutant, 'fileName' | 'location'>): string {
  return `${relative('', fileName)}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

/** Each change with what the last who judged it says. */
export function judgedAgain(mutants: readonly Mutant[], again: readonly Mutant[]): readonly Mutant[] {
  const keyOf = (one: Mutant) => `${rangeOf(one)} ${one.mutatorName} ${one.replacement}`;
  const last = new Map(again.map((mutant) => [keyOf(mutant), mutant]));
  return mutants.map((mutant) => last.get(keyOf(mutant)) ?? mutant);
}
