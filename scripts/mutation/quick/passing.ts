import { type Bits, bitsOf } from './bits';

/** Counts how often the place of each change is passed. */
export interface Passing {
  /** By change. */
  readonly counts: Uint32Array;
  /** The changes whose count is not 0. */
  passed: number[];
  /** The same of what was counted before the last call whose own was wanted. */
  readonly earlier: Uint32Array;
  passedEarlier: number[];
}

export function createPassing(size: number): Passing {
  return { counts: new Uint32Array(size), passed: [], earlier: new Uint32Array(size), passedEarlier: [] };
}

/** What was passed since the last time. The highest counts so far are kept in `most`. */
export function takePassed(passing: Passing, most?: Uint32Array): Bits {
  putAside(passing);
  const { earlier, passedEarlier } = passing;
  for (const id of passedEarlier) {
    const count = earlier[id] ?? 0;
    if (most !== undefined && count > (most[id] ?? 0)) most[id] = count;
    earlier[id] = 0;
  }
  passing.passedEarlier = [];
  return bitsOf(passedEarlier, earlier.length);
}

/** What some work alone passes, which counts for what is around it as well. No such work is within another. */
export function passedBy<Result>(
  passing: Passing,
  work: () => Result,
): { readonly result: Result; readonly bits: Bits } {
  putAside(passing);
  const result = work();
  const bits = bitsOf(passing.passed, passing.counts.length);
  putAside(passing);
  return { result, bits };
}

function putAside(passing: Passing): void {
  const { counts, passed, earlier, passedEarlier } = passing;
  for (const id of passed) {
    if (earlier[id] === 0) passedEarlier.push(id);
    earlier[id] = (earlier[id] ?? 0) + (counts[id] ?? 0);
    counts[id] = 0;
  }
  passing.passed = [];
}
