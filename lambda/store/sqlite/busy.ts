import { setTimeout as delay } from 'node:timers/promises';

/** SQLite's code for a file that another connection has locked; further bits tell how. */
const SQLITE_BUSY = 5;
/** How long SQLite itself waits for a lock, in milliseconds: the event loop stands still meanwhile. */
export const HELD_AT_MOST_MS = 5;
/** How long a lock of another process is waited for, in milliseconds, before what was asked for is given up. */
export const PATIENCE_MS = 2000;
const PAUSE_FIRST_MS = 2;
const PAUSE_MOST_MS = 50;

/** Whether it failed only as another connection has the file locked. */
export function isBusy(error: unknown): boolean {
  const { rawCode } = Object(error) as { readonly rawCode?: unknown };
  return typeof rawCode === 'number' && (rawCode & 0xff) === SQLITE_BUSY;
}

/** How long to wait before the next try: longer each time, and not all processes in step. */
export function pauseBefore(tries: number): number {
  return (0.5 + Math.random() / 2) * Math.min(PAUSE_FIRST_MS * 2 ** tries, PAUSE_MOST_MS);
}

/** Reads, and tries again by a timer while another process has the file locked, for as long as it has patience. */
export function whenFree<T>(read: () => T): T | Promise<T> {
  try {
    return read();
  } catch (error) {
    if (!isBusy(error)) throw error;
    return onceFree(read, performance.now() + PATIENCE_MS);
  }
}

async function onceFree<T>(read: () => T, until: number): Promise<T> {
  for (let tries = 0; ; tries++) {
    await delay(pauseBefore(tries));
    try {
      return read();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= until) throw error;
    }
  }
}
