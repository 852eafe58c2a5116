import type { SendOutcome } from '../amazon/send-outcome';
import { AloudError } from '../errors';
import { growing } from '../http/backoff';
import type { Telemetry } from '../telemetry/telemetry';

/** Where so many users fail and nobody succeeds, it is not their fault. */
const MANY_USERS = 5;
const REST = { firstMs: 30_000, mostMs: 15 * 60_000 };
/** Whatever Amazon asks for. */
const LEAST_MS = 1000;
/** Processes that were told to wait until the same moment do not all begin at it. */
const SPREAD_MS = 1000;

const CODES = {
  throttled: 'ALOUD_NOTIFICATIONS_THROTTLED',
  failed: 'ALOUD_NOTIFICATIONS_UNAVAILABLE',
  bad_token: 'ALOUD_NOTIFICATIONS_UNAUTHORIZED',
  rejected: 'ALOUD_NOTIFICATIONS_REJECTED',
} as const;

/** Stops all notifications of this process while Amazon would take none of them. */
export interface Pause {
  /** Until when nothing is to be sent, in epoch milliseconds; `undefined` while something may be. */
  until(): number | undefined;
  /** Takes note of what became of a user's alert. Reports the reason when a pause begins. */
  note(outcome: SendOutcome, key: string): void;
}

export interface PauseOptions {
  readonly telemetry: Pick<Telemetry, 'error'>;
  readonly now: () => number;
  readonly random: () => number;
}

export function createPause({ telemetry, now, random }: PauseOptions): Pause {
  let held: { readonly from: number; readonly until: number } | undefined;
  /** Users who failed since somebody succeeded, as far as that matters. */
  const failing = new Set<string>();
  let pauses = 0;

  /** A clock that was set back ends a pause, rather than making it longer. */
  function until(): number | undefined {
    return held && held.from <= now() && now() < held.until ? held.until : undefined;
  }

  function hold(to: number): void {
    held = { from: now(), until: Math.max(to, until() ?? 0) };
  }

  function begin(kind: keyof typeof CODES, reason: string, askedMs?: number): void {
    const isNew = until() === undefined;
    const ms =
      askedMs === undefined ? growing(pauses, REST, random) : Math.max(askedMs, LEAST_MS) + random() * SPREAD_MS;
    // What was on its way when a pause began makes it neither longer nor louder, unless Amazon says for how long.
    if (!isNew && askedMs === undefined) return;
    hold(now() + ms);
    if (!isNew) return;
    pauses++;
    const message = `notifications: ${reason}; none for ${Math.ceil(ms / 1000)} s`;
    telemetry.error(new AloudError(CODES[kind], message), 'notifications');
  }

  return {
    until,
    note(outcome, key) {
      switch (outcome.kind) {
        case 'throttled':
          return begin('throttled', 'HTTP 429', outcome.retryAfterMs);
        case 'no_token':
          return hold(outcome.retryAt);
        case 'failed':
        case 'bad_token':
        case 'rejected':
          if (failing.size < MANY_USERS) failing.add(key);
          if (failing.size >= MANY_USERS) begin(outcome.kind, outcome.reason);
          return;
        default:
          failing.clear();
          pauses = 0;
      }
    },
  };
}
