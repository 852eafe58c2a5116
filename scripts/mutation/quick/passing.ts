import { type Bits, bitsOf } from './bits';

/** Counts how often the place of each change is passed. */
export interface Passing {
  /** By change. */
  readonly counts: Uint32Array;
  /** The changes whose count is not 0. */
  passed: number[];
}

export function createPassing(size: number): Passing {
  return { counts: new Uint32Array(size), passed: [] };
}

/** What was passed since the last time. The highest counts so far are kept in `most`. */
export function takePassed(passing: Passing, most?: Uint32Array): Bits {
  const { counts, passed } = passing;
  for (const id of passed) {
    const count = counts[id] ?? 0;
    if (most !== undefined && count > (most[id] ?? 0)) most[id] = count;
    counts[id] = 0;
  }
  passing.passed = [];
  return bitsOf(passed, counts.length);
}

/** What some work alone passes, which counts as before for what is around it. */
export function passedBy<Result>(
  passing: Passing,
  work: () => Result,
): { readonly result: Result; readonly bits: Bits } {
  const around = passing.passed.map((id) => [id, passing.counts[id] ?? 0] as const);
  takePassed(passing);
  const result = work();
  const bits = bitsOf(passing.passed, passing.counts.length);
  for (const [id, count] of around) {
    if (passing.counts[id] === 0) passing.passed.push(id);
    passing.counts[id] = (passing.counts[id] ?? 0) + count;
  }
  return { result, bits };
}
