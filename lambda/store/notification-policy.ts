import { randomInt } from 'node:crypto';
import type { NotificationClaim, NotificationResult } from '../conversation/ports/store';

/*
 * When a user is told that something waits, whatever the database: every rule and every formula stands here. SQLite reads
 * a state, applies a function and writes what comes of it; DynamoDB, where that would be a read more, says the same in the
 * conditions of its writes, with the formulas of this file.
 */

/** One user's notification. Times in epoch milliseconds. */
export interface NotificationState {
  /** Count what asked for a notification, and how much of it the notification under lease is for. */
  readonly asks: number;
  readonly claimedAsks: number;
  /** The number of the notification that is sent next. */
  readonly number: number;
  /** How often that was tried. */
  readonly attempts: number;
  /** When the last was sent, if the user has not come to hear what waits since. */
  readonly sentAt?: number;
  /** The lease that holds it, or `PUT_OFF`. */
  readonly lease?: string;
  /** Absent: nothing is due. While a notifier holds it, the end of the lease: so one index finds all that may be claimed. */
  readonly dueAt?: number;
}

/** Who was told that something waits, and has not come to hear it, is not told of more for a while; milliseconds. */
const GAP_MS = 10 * 60_000;
/** A user who was erased and comes back does not begin with a number under which Amazon was told something before. */
const MAX_FIRST_NUMBER = 2 ** 31;

/** In place of a lease: no notifier holds the notification, and nothing that comes meanwhile brings it forward. */
export const PUT_OFF = 'put off';

/** The number that a user's first notification has. */
export function firstNumber(): number {
  return randomInt(MAX_FIRST_NUMBER);
}

/** The notification of a user who has had none. */
export function firstState(): NotificationState {
  return { asks: 0, claimedAsks: 0, number: firstNumber(), attempts: 0 };
}

/** The moment that has to lie behind a notification before the user is told again. */
export function latestSent(now: number): number {
  return Math.trunc(now - GAP_MS);
}

/** What was sent later than this was sent before the clock was set back: by less than a pause, as the clocks of two processes differ. */
export function farthestSent(now: number): number {
  return Math.trunc(now + GAP_MS);
}

/** Before this the user is not told again. */
export function earliestNext(sentAt: number | undefined, now: number): number {
  return sentAt === undefined || sentAt > farthestSent(now) ? 0 : sentAt + GAP_MS;
}

/** When a notification is due that is asked for, for a moment. */
export function dueAfterAsk(
  { dueAt, lease, sentAt }: Pick<NotificationState, 'dueAt' | 'lease' | 'sentAt'>,
  at: number,
): number {
  const due = Math.max(Math.trunc(at), earliestNext(sentAt, at));
  if (dueAt === undefined) return due;
  return lease === undefined ? Math.min(dueAt, due) : dueAt;
}

/** Something has come that the user should be told of, from this moment on. */
export function asked(state: NotificationState, at: number): NotificationState {
  return { ...state, asks: state.asks + 1, dueAt: dueAfterAsk(state, at) };
}

/** When another notifier may take what one has claimed. */
export function leaseEnd({ now, leaseMs }: Pick<NotificationClaim, 'now' | 'leaseMs'>): number {
  return Math.trunc(now + leaseMs);
}

/** A notifier has claimed it. */
export function leased(state: NotificationState, lease: string, claim: NotificationClaim): NotificationState {
  return { ...state, lease, dueAt: leaseEnd(claim), claimedAsks: state.asks };
}

/** How a notification goes on after what became of it. */
export interface Settling {
  /** Whether the next has another number. */
  readonly counts: boolean;
  /** Tries that failed are counted on; otherwise the count begins anew. */
  readonly attempts: { readonly more: number } | 'none';
  readonly sentAt?: number;
  readonly lease?: typeof PUT_OFF;
  /** When it is due whatever came meanwhile; absent: not. */
  readonly dueAt?: number;
  /** When it is due where more was asked for while the lease ran; absent: that makes no difference. */
  readonly dueAgainAt?: number;
}

/** What follows from what became of a notification. */
export function settlingOf(result: NotificationResult): Settling {
  switch (result.kind) {
    case 'sent': {
      const dueAgainAt = Math.trunc(result.at + GAP_MS);
      return { counts: true, attempts: 'none', sentAt: result.at, dueAgainAt };
    }
    case 'needless':
      return { counts: false, attempts: 'none', dueAgainAt: 0 };
    case 'later': {
      const dueAt = Math.trunc(result.dueAt);
      const attempts = { more: result.failed ? 1 : 0 };
      // Without a lease it is brought forward by what comes.
      return { counts: false, attempts, ...(!result.yields && { lease: PUT_OFF }), dueAt };
    }
    case 'dead':
      return { counts: true, attempts: 'none' };
  }
}

/** The notification has been settled by the notifier that held it. */
export function settled(state: NotificationState, result: NotificationResult): NotificationState {
  const { counts, attempts, sentAt = state.sentAt, lease, dueAt, dueAgainAt } = settlingOf(result);
  return {
    ...state,
    number: state.number + (counts ? 1 : 0),
    attempts: attempts === 'none' ? 0 : state.attempts + attempts.more,
    sentAt,
    lease,
    dueAt: state.asks > state.claimedAsks ? (dueAgainAt ?? dueAt) : dueAt,
  };
}

/** The user has come to hear what waits: what comes from now on is worth a notification at once. */
export function heard(state: NotificationState): NotificationState {
  return state.sentAt === undefined ? state : { ...state, sentAt: undefined };
}

/** The user has left, who might have been here until then: what was put off for that is due now. */
export function left(state: NotificationState, until: number, now: number): NotificationState {
  const { lease, dueAt } = state;
  if (lease !== PUT_OFF || dueAt === undefined || dueAt > until) return state;
  return { ...state, lease: undefined, dueAt: Math.min(dueAt, Math.trunc(now)) };
}

/** Where the places of a claim begin in the line of all notifications of the business, which ends at `next`. */
export function startOfLine(next: number, claim: Pick<NotificationClaim, 'now' | 'leaseMs'>): number {
  // A clock that was set back must not silence the business for as long.
  return Math.min(Math.max(next, Math.trunc(claim.now)), leaseEnd(claim));
}

/** How far so many notifications move the end of the line, in milliseconds. */
export function lengthOfLine(count: number, { paceMs }: Pick<NotificationClaim, 'paceMs'>): number {
  return Math.ceil(count * paceMs);
}

/** When the notification at a place in the line may be sent. */
export function placeInLine(start: number, index: number, { paceMs }: Pick<NotificationClaim, 'paceMs'>): number {
  return Math.trunc(start + index * paceMs);
}
