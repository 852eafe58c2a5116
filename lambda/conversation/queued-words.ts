import { expectedFor, next, type Outbox, queued, sent } from './outbox';

/*
 * When queued words are due to be passed on by whoever looks for what is due: where nothing goes on after a turn, and after
 * a process has died. Who is due may still find that an answer is outstanding; then it is due again later.
 */

/** A bot that is to greet first has so long for it, in milliseconds: longer than the turn of a launch and what is said to it. */
export const GREETING_MS = 10_000;
/** A turn that waits for the answer, or the server on which one has waited, sends sooner than that; milliseconds. */
const FREED_MS = 3000;
/** After what the platform has not taken, in milliseconds: twice as long each time. */
const RETRY = { firstMs: 5000, mostMs: 2 * 60_000 };

/** When what is queued is due, in epoch milliseconds, unless something comes for the user; `undefined`: nothing is queued. */
export function wordsDueAt(box: Outbox, now: number): number | undefined {
  if (queued(box).length === 0) return undefined;
  if (sent(box).length > 0) return now + Math.max(FREED_MS, expectedFor(box, now, GREETING_MS));
  const { tries = 0 } = next(box, true) ?? {};
  return now + (tries === 0 ? FREED_MS : Math.min(RETRY.firstMs * 2 ** (tries - 1), RETRY.mostMs));
}

/** When words are due that waited, once something has come that may be the answer they wait for. */
export function dueWhenFreed(now: number): number {
  return Math.trunc(now) + FREED_MS;
}
