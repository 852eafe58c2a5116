/** A clock of ours that is off by less is right, in milliseconds: Amazon's date has whole seconds, and is some old when it comes. */
const TOLERANCE_MS = 10_000;

/**
 * The time by Amazon's answers, as far as our own clock is wrong. Who is told what, and when again, is kept in the store by times that
 * all processes compare: by a clock that has jumped ahead every lease would be over, and every pause.
 */
export interface AmazonClock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Whether Amazon has answered anything yet. */
  isKnown(): boolean;
  /** An answer came with this header `date` (RFC 9110, section 6.6.1). */
  heard(date: unknown): void;
}

export function createAmazonClock(own: () => number = Date.now): AmazonClock {
  let ahead: number | undefined;
  return {
    now: () => own() + (ahead ?? 0),
    isKnown: () => ahead !== undefined,
    heard(date) {
      const at = typeof date === 'string' ? Date.parse(date) : Number.NaN;
      if (Number.isNaN(at)) return;
      const off = at - own();
      ahead = Math.abs(off) > TOLERANCE_MS ? off : 0;
    },
  };
}
