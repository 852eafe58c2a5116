import { setTimeout as delay } from 'node:timers/promises';
import { StillThrottled } from './errors';

/** What a try came to: it is over, or it is worth another try. */
export type Try<T> = { readonly done: T } | { readonly again: string };

const FIRST_WAIT_MS = 25;
const LONGEST_WAIT_MS = 500;

/**
 * Tries until it is done, with growing waits of random length, so that those who were in each other's way come apart.
 *
 * @throws StillThrottled when it is not done in time
 */
export async function persist<T>(attempt: () => Promise<Try<T>>, patienceMs: number): Promise<T> {
  const until = performance.now() + patienceMs;
  for (let tries = 0; ; tries++) {
    const result = await attempt();
    if ('done' in result) return result.done;
    const wait = Math.random() * Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS);
    if (performance.now() + wait > until) throw new StillThrottled(result.again);
    await delay(wait);
  }
}
