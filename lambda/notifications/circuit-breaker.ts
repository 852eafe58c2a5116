import type { SendOutcome } from '../amazon/send-outcome';
import { AloudError } from '../errors';
import { backoffMs } from '../http/backoff';
import type { Telemetry } from '../telemetry/telemetry';

/** Where so many users fail and none succeeds, the fault is not with the users. */
const FAILURE_THRESHOLD = 5;
const BACKOFF = { firstMs: 30_000, mostMs: 15 * 60_000 };
/** Even where Amazon asks for less. */
const LEAST_MS = 1000;
/** Jitter: processes that were told to wait until the same moment do not all begin at it. */
const JITTER_MS = 1000;

const CODES = {
  throttled: 'ALOUD_NOTIFICATIONS_THROTTLED',
  failed: 'ALOUD_NOTIFICATIONS_UNAVAILABLE',
  bad_token: 'ALOUD_NOTIFICATIONS_UNAUTHORIZED',
  rejected: 'ALOUD_NOTIFICATIONS_REJECTED',
} as const;

/** A circuit breaker: while it is open this process sends no notification, as Amazon would take none. */
export interface CircuitBreaker {
  /**
   * Until when the circuit is open, in epoch milliseconds; `undefined` while it is closed and notifications may be
   * sent.
   */
  openUntil(): number | undefined;
  /** Takes note of what became of a user's alert. Reports the reason when the circuit opens. */
  record(outcome: SendOutcome, key: string): void;
}

export interface CircuitBreakerOptions {
  readonly telemetry: Pick<Telemetry, 'error'>;
  readonly now: () => number;
  readonly random: () => number;
}

export function createCircuitBreaker({ telemetry, now, random }: CircuitBreakerOptions): CircuitBreaker {
  let open: { readonly from: number; readonly until: number } | undefined;
  /** Users whose notifications failed since the last success, up to the threshold. */
  const failing = new Set<string>();
  let trips = 0;

  /** A clock that was set back closes the circuit, rather than keeping it open for longer. */
  function openUntil(): number | undefined {
    return open && open.from <= now() && now() < open.until ? open.until : undefined;
  }

  function keepOpen(until: number): void {
    open = { from: now(), until: Math.max(until, openUntil() ?? 0) };
  }

  function trip(kind: keyof typeof CODES, reason: string, askedMs?: number): void {
    const isNew = openUntil() === undefined;
    const ms =
      askedMs === undefined ? backoffMs(trips, BACKOFF, random) : Math.max(askedMs, LEAST_MS) + random() * JITTER_MS;
    // What was on its way when the circuit opened does not prolong or report it again, unless Amazon says for how long.
    if (!isNew && askedMs === undefined) return;
    keepOpen(now() + ms);
    if (!isNew) return;
    trips++;
    const message = `notifications: ${reason}; none for ${Math.ceil(ms / 1000)} s`;
    telemetry.error(new AloudError(CODES[kind], message), 'notifications');
  }

  return {
    openUntil,
    record(outcome, key) {
      switch (outcome.kind) {
        case 'throttled':
          return trip('throttled', 'HTTP 429', outcome.retryAfterMs);
        case 'no_token':
          return keepOpen(outcome.retryAt);
        case 'failed':
        case 'bad_token':
        case 'rejected':
          if (failing.size < FAILURE_THRESHOLD) failing.add(key);
          if (failing.size >= FAILURE_THRESHOLD) trip(outcome.kind, outcome.reason);
          return;
        case 'accepted':
        case 'duplicate':
        case 'unsubscribed':
        case 'day_full':
          failing.clear();
          trips = 0;
      }
    },
  };
}
