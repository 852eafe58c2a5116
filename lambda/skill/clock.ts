import { TOLERANCE_MS } from './verifier/timestamp';

/** Alexa's timestamps are whole seconds, and clocks that are set by others differ by less. */
const EARLY_MS = 2000;
/** Alexa has given up on a request that is older. */
const LATE_MS = 8000;

/**
 * The clock by which a request is answered: ours, unless Alexa's timestamp says that it is wrong; then hers. So what the
 * machines that answer a user keep of the same moment is the same, though the clock of one of them was set wrong. A timestamp that
 * is no request's of now says nothing.
 *
 * @param timestamp ISO 8601
 * @param now epoch milliseconds
 */
export function clockOf(timestamp: string, now: () => number = Date.now): () => number {
  const age = now() - Date.parse(timestamp);
  const isOurs = age >= -EARLY_MS && age <= LATE_MS;
  return isOurs || !(Math.abs(age) <= TOLERANCE_MS) ? now : () => now() - age;
}
