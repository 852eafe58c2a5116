import { performance } from 'node:perf_hooks';
import { setImmediate as othersTurn } from 'node:timers/promises';

/** Work that may be laid down after each of its steps, so that others have their turn. */
export type Steps<T> = Generator<void, T>;

/** For how long others wait at most, beyond one step; milliseconds. */
const SLICE_MS = 8;

/** Does all of it now. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does it in slices of time, between which everything else goes on. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (let until = performance.now() + SLICE_MS; ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await othersTurn();
    until = performance.now() + SLICE_MS;
  }
}
