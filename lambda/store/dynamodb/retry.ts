import { setTimeout as delay } from 'node:timers/promises';
import { StillThrottled } from './errors';

/** What a try came to: it is over, or it is worth another try. */
export type Try<T> = { readonly done: T } | { readonly again: string };

const BACKOFF_FIRST_MS = 25;
const BACKOFF_MOST_MS = 500;

/**
 * Tries until it is done, with exponential backoff and full jitter, so that writers that were in conflict come apart.
 *
 * @throws StillThrottled when it is not done in time
 */
export async function withRetries<T>(attempt: () => Promise<Try<T>>, timeoutMs: number): Promise<T> {
  const until = performance.now() + timeoutMs;
  for (let tries = 0; ; tries++) {
    const result = await attempt();
    if ('done' in result) return result.done;
    const wait = Math.random() * Math.min(BACKOFF_FIRST_MS * 2 ** tries, BACKOFF_MOST_MS);
    if (performance.now() + wait > until) throw new StillThrottled(result.again);
    await delay(wait);
  }
}
