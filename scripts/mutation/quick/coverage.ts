import { createRequire } from 'node:module';
import { join } from 'node:path';
import { addBits, type Bits } from './bits';
import { type Calls, noting } from './calls';
import { createLoader, type Switch } from './instance';
import { outcomeOf } from './outcome';
import { createPassing, takePassed } from './passing';

/** A test that the pass without changes has found good for judging. */
export interface KnownTest {
  readonly file: string;
  readonly index: number;
  readonly name: string;
  /** Of the processor's time, when everything is loaded. */
  readonly ms: number;
  /** What it passes, as the first of its file or after the others. */
  readonly passed: Bits;
}

/** What passes where, without a change. */
export interface Coverage {
  readonly tests: readonly KnownTest[];
  readonly calls: Calls;
  /** By test file: what is passed once for all of its tests, as it is loaded, or as what is kept is made. */
  readonly once: ReadonlyMap<string, Bits>;
  /** What a call passed the first time alone, so that it may count for other calls as well; and all that loading passes. */
  readonly shared: Bits;
  /** The most that a single test passes the place of each change. */
  readonly most: Uint32Array;
  readonly leftOut: readonly string[];
}

interface Run {
  readonly isGood: boolean;
  readonly ms: number;
  readonly bits: Bits;
}

/** A test that takes longer is left to those who run the whole. */
const LONGEST_MS = 3000;

/** Chance is the same each time, and what fails is enough. */
export function settleChance(): void {
  const load = createRequire(join(process.cwd(), 'package.json'));
  (load('fast-check') as typeof import('fast-check')).configureGlobal({ seed: 1, endOnFailure: true });
}

/** Runs every test twice, so that what only the first of them passes, as it is kept, is told apart. */
export async function cover(
  code: string,
  files: readonly string[],
  size: number,
  tell: (file: string) => void = () => {},
): Promise<Coverage> {
  const passing = createPassing(size);
  const changes: Switch = {
    active: undefined,
    hits: 0,
    limit: Number.POSITIVE_INFINITY,
    passing,
    answering: undefined,
    clockReads: 0,
  };
  const load = createLoader(code, changes);
  const calls: Calls = new Map();
  const shared = takePassed(passing);
  const most = new Uint32Array(size);
  const once = new Map<string, Bits>();
  const tests: KnownTest[] = [];
  const leftOut: string[] = [];
  for (const file of files) {
    tell(file);
    takePassed(passing);
    const loaded = load().testsOf(file);
    const ofFile = takePassed(passing);
    addBits(shared, ofFile);
    once.set(file, ofFile);
    const runs: (Run | undefined)[] = [];
    for (const isFirst of [true, false]) {
      changes.answering = noting(calls, passing, isFirst);
      for (const [index, test] of loaded.entries()) {
        const before = runs[index];
        if (!isFirst && !before?.isGood) {
          runs.push(undefined);
          continue;
        }
        takePassed(passing);
        changes.clockReads = 0;
        const { ms, outcome } = await outcomeOf(test, LONGEST_MS * 10);
        runs.push({
          isGood: outcome === 'passed' && changes.clockReads === 0 && ms <= LONGEST_MS,
          ms,
          bits: takePassed(passing, most),
        });
      }
      changes.answering = undefined;
    }
    for (const [index, { name }] of loaded.entries()) {
      const [first, again] = [runs[index], runs[loaded.length + index]];
      if (first === undefined || !again?.isGood) {
        leftOut.push(`${file}: ${name}`);
        continue;
      }
      addBits(ofFile, first.bits, again.bits);
      const passed = first.bits.slice();
      addBits(passed, again.bits);
      tests.push({ file, index, name, ms: again.ms, passed });
    }
  }
  for (const [key, { first, again }] of calls) {
    // Of one that only tests made which are left out nothing is known.
    if (again === undefined) calls.delete(key);
    else addBits(shared, first, again);
  }
  return { tests, calls, once, shared, most, leftOut };
}
