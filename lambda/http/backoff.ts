/** How long to wait between attempts: at first, and at most. */
export interface Backoff {
  readonly firstMs: number;
  readonly mostMs: number;
}

/** A Retry-After beyond this is taken for a mistake. */
const MAX_RETRY_AFTER_MS = 24 * 60 * 60_000;

/**
 * Milliseconds to wait after `failures` earlier ones: twice as long each time, up to the most. A quarter of it is chance,
 * so that what failed together does not come again together.
 */
export function backoffMs(failures: number, { firstMs, mostMs }: Backoff, random: () => number): number {
  const whole = Math.min(firstMs * 2 ** Math.min(failures, 30), mostMs);
  return Math.round(whole * (0.75 + random() / 4));
}

/** Milliseconds that a `Retry-After` asks for, in seconds or as a date (RFC 9110); `undefined` without a readable one. */
export function retryAfterMs(header: string | readonly string[] | undefined, now: number): number | undefined {
  const text = [header].flat()[0]?.trim() ?? '';
  const date = text.endsWith('GMT') ? Date.parse(text) : Number.NaN;
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : date - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), MAX_RETRY_AFTER_MS);
}
