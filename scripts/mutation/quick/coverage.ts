import { createRequire } from 'node:module';
import { join } from 'node:path';
import { addBits, addDifference, type Bits } from './bits';
import { type Calls, noting } from './calls';
import { createLoader, type Instance, type Switch } from './instance';
import { outcomeOf } from './outcome';
import { createPassing, takePassed } from './passing';
import type { FoundTest } from './suite';

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
  /** By test file: what is passed once for several of its tests, as it is loaded, or as something is made that one keeps for others. */
  readonly once: ReadonlyMap<string, Bits>;
  /** What was passed as something was made and kept: under another change another thing would be. */
  readonly kept: Bits;
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

/**
 * Runs every test twice, so that what only the first run passes, as it is kept, is told apart; then all once more from the last to
 * the first, with nothing kept: what another test passes then is kept by one for others.
 */
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
  const kept = shared.slice();
  const most = new Uint32Array(size);
  const once = new Map<string, Bits>();
  const tests: KnownTest[] = [];
  const leftOut: string[] = [];
  for (const file of files) {
    tell(file);
    takePassed(passing);
    const instance = load();
    const loaded = instance.testsOf(file);
    const ofFile = takePassed(passing);
    addBits(shared, ofFile);
    once.set(file, ofFile);
    const run = async (test: FoundTest, { forget }: Instance): Promise<Run> => {
      forget();
      takePassed(passing);
      changes.answering = noting(calls, passing, forget);
      changes.clockReads = 0;
      const { ms, outcome } = await outcomeOf(test, LONGEST_MS * 10);
      changes.answering = undefined;
      const isGood = outcome === 'passed' && changes.clockReads === 0 && ms <= LONGEST_MS;
      return { isGood, ms, bits: takePassed(passing, most) };
    };
    const first: Run[] = [];
    for (const test of loaded) first.push(await run(test, instance));
    const again: (Run | undefined)[] = [];
    for (const [index, test] of loaded.entries())
      again.push(first[index]?.isGood ? await run(test, instance) : undefined);
    const other = load();
    const backwards = other.testsOf(file);
    const last: (Run | undefined)[] = [];
    for (const index of [...loaded.keys()].reverse()) {
      const test = backwards[index];
      last[index] = again[index]?.isGood && test ? await run(test, other) : undefined;
    }
    for (const [index, { name }] of loaded.entries()) {
      const [one, two, three] = [first[index], again[index], last[index]];
      if (!one || !two || !three?.isGood) {
        leftOut.push(`${file}: ${name}`);
        continue;
      }
      addBits(kept, one.bits, two.bits);
      addDifference(ofFile, one.bits, three.bits);
      const passed = one.bits.slice();
      addBits(passed, two.bits);
      addBits(passed, three.bits);
      tests.push({ file, index, name, ms: two.ms, passed });
    }
  }
  for (const [key, { first, again }] of calls) {
    // Of one that only tests made which are left out nothing is known.
    if (again === undefined) calls.delete(key);
    else addBits(shared, first, again);
  }
  addBits(kept, shared);
  return { tests, calls, once, shared, kept, most, leftOut };
}
