/** Alexa's timestamps are whole seconds. */
const GRAIN_MS = 1000;
/** Alexa has given up on a request that is older; where requests seem to be, the clocks differ. */
const OLDEST_MS = 8000;
/** When all requests of so long, and at least so many, were late, the clocks are taken to differ by that. */
const WINDOW_MS = 60_000;
const LEAST_SEEN = 4;

/**
 * How long a request was on its way before it came to be answered, at least, in milliseconds: in the queue of a busy
 * server, or while AWS Lambda started a process. Told from the second in which Alexa sent it; the fastest request of the last
 * minute or two stands for what our clock and Alexa's differ by, and for a usual way.
 */
export function createDelay(now: () => number = Date.now): (timestamp: string) => number {
  // At first the clocks are taken to be right.
  let leastBefore = 0;
  let least = Number.POSITIVE_INFINITY;
  let seen = 0;
  let since = now();
  return (timestamp) => {
    const at = now();
    const age = at - Date.parse(timestamp);
    if (!Number.isFinite(age)) return 0;
    if (seen >= LEAST_SEEN && at - since >= WINDOW_MS) {
      leastBefore = least;
      least = Number.POSITIVE_INFINITY;
      seen = 0;
      since = at;
    }
    seen++;
    least = Math.min(least, age);
    const delay = age - Math.min(least, leastBefore) - GRAIN_MS;
    return delay > OLDEST_MS ? 0 : Math.max(0, delay);
  };
}
