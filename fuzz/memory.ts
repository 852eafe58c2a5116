import { getHeapSpaceStatistics } from 'node:v8';

/** What is in use, in bytes. */
export interface Memory {
  /** Objects, texts, buffers. */
  readonly data: number;
  /**
   * What the engine has compiled: functions that run often, and each pattern twice, for texts in Latin letters and for others, when
   * a text first needs it. Of ten languages that are thousands, so this grows for a long time; but not without an end, as a
   * pattern that is made for one text goes with it.
   */
  readonly code: number;
}

/** More than what lies around until the next collection. */
export const MOST_DATA = 64 * 1024 * 1024;
/** What all languages' patterns and functions come to, twice over. */
export const MOST_CODE = 96 * 1024 * 1024;

const CODE = /^code_(?:large_object_)?space$/;

/** What is in use now, behind a collection where there is a way to ask for one. */
export function memoryInUse(): Memory {
  // What a first collection lets go of may have held other things.
  for (let times = 0; times < 2; times++) globalThis.gc?.();
  const spaces = getHeapSpaceStatistics();
  const code = spaces.reduce(
    (sum, { space_name, space_used_size }) => sum + (CODE.test(space_name) ? space_used_size : 0),
    0,
  );
  const { heapUsed, external } = process.memoryUsage();
  return { data: heapUsed + external - code, code };
}

/** How much more one is than the other. */
export function moreMemory(now: Memory, before: Memory): Memory {
  return { data: now.data - before.data, code: now.code - before.code };
}

/** Whether something stays that must not. */
export function isTooMuch({ data, code }: Memory): boolean {
  return data > MOST_DATA || code > MOST_CODE;
}
