/** What a business sends to everybody has reached those who consented by then. */
const AFTER_MS = 2 * 60_000;
/** Users of whom nothing is known are told so much more slowly than the others. */
const SLOWER = 5;

/** When those are told of a broadcast of whom Alexa has said nothing: each gets a moment of their own. */
export interface UnknownConsent {
  /** Epoch milliseconds. */
  next(): number;
}

/**
 * Amazon refuses a notification to who has not consented, and takes it amiss where many are refused: so in a broadcast those of
 * whom nothing is known come after all who have consented, and apart from each other. In memory: a process that starts anew
 * only begins to count again.
 */
export function createUnknownConsent(paceMs: number, now: () => number): UnknownConsent {
  let last = Number.NEGATIVE_INFINITY;
  return {
    next() {
      // A clock may be set back.
      const latest = last - now() > 24 * 60 * 60_000 ? Number.NEGATIVE_INFINITY : last;
      last = Math.max(now() + AFTER_MS, latest + paceMs * SLOWER);
      return last;
    },
  };
}
