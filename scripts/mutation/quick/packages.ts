import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** As seen from a package that depends on it: what only packages of ours depend on is not looked up by luck. */
function resolved(name: string, from: string): string {
  const ours = createRequire(join(process.cwd(), 'package.json'));
  return createRequire(ours.resolve(`${from}/package.json`)).resolve(name);
}

/** The function that Jest's tests call, and which their types describe. */
export function loadExpect(): Expect {
  const path = resolved('expect', '@types/jest');
  return (createRequire(path)(path) as { readonly expect: Expect }).expect;
}

export type Expect = (value: unknown) => unknown;

/** The paths that fit Stryker's globs, relative to the project, in order. */
export function pathsOf(globs: readonly string[]): readonly string[] {
  const path = resolved('glob', '@stryker-mutator/core');
  const { globSync } = createRequire(path)(path) as { globSync(globs: string[], options: object): string[] };
  const [without, within] = [true, false].map((isLeftOut) =>
    globs.filter((glob) => glob.startsWith('!') === isLeftOut),
  );
  return globSync([...(within ?? [])], { posix: true, ignore: (without ?? []).map((glob) => glob.slice(1)) }).sort();
}

interface Source {
  readonly name: string;
  readonly content: string;
}

/** A change as the instrumenter knows it: lines count from 0. */
export interface Change {
  readonly id: string;
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: Record<'start' | 'end', { readonly line: number; readonly column: number }>;
}

const silent = {
  ...Object.fromEntries(['trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((level) => [level, () => {}])),
  isDebugEnabled: () => false,
};

/** Stryker's own changes, all of them in one text of each file, which asks for each whether it is at work. */
export async function instrumented(
  sources: readonly Source[],
): Promise<{ readonly files: readonly Source[]; readonly mutants: readonly Change[] }> {
  const url = pathToFileURL(resolved('@stryker-mutator/instrumenter', '@stryker-mutator/core')).href;
  const { Instrumenter } = await import(url);
  return new Instrumenter(silent).instrument(
    sources.map((source) => ({ ...source, mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [], noHeader: true },
  );
}
