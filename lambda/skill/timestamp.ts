const ISO_8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const EPOCH = /^\d{10}(?:\d{3})?$/;
/** Of seconds this is the year 5138, of milliseconds 1973. */
const LEAST_MILLISECONDS = 100_000_000_000;

/**
 * When a request was made, in epoch milliseconds: as Alexa writes it (ISO 8601), or as other senders of her requests and her
 * older events do, in seconds or milliseconds since 1970. `undefined` for anything else.
 */
export function timeOf(timestamp: unknown): number | undefined {
  if (typeof timestamp === 'number') return epochMs(timestamp);
  if (typeof timestamp !== 'string') return undefined;
  if (EPOCH.test(timestamp)) return epochMs(Number(timestamp));
  const ms = ISO_8601.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  return Number.isFinite(ms) ? ms : undefined;
}

function epochMs(value: number): number | undefined {
  const ms = value < LEAST_MILLISECONDS ? value * 1000 : value;
  // What a date can hold, and nothing of before 2001, as a small number is no time.
  return value >= 1e9 && ms <= 8.64e15 ? Math.floor(ms) : undefined;
}
