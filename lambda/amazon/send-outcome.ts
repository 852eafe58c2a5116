import type { services } from 'ask-sdk-model';
import { retryAfterMs } from '../http/backoff';

/**
 * What Amazon made of an alert:
 * - `accepted`, or `duplicate`: it has this one already;
 * - `unsubscribed`: this user takes none;
 * - `day_full`: this user has had as many as a day may bring;
 * - `rejected`: it will never be accepted;
 * - `throttled`: the skill has sent too many;
 * - `no_token`: it was not sent, for want of a token, before `retryAt` (epoch milliseconds);
 * - `bad_token`: neither of two tokens was good enough;
 * - `failed`: it is not known whether it was accepted.
 *
 * A `reason` is fit for the operator.
 */
export type SendOutcome =
  | { readonly kind: 'accepted' | 'duplicate' | 'unsubscribed' | 'day_full' }
  | { readonly kind: 'rejected' | 'bad_token'; readonly reason: string }
  | { readonly kind: 'throttled'; readonly retryAfterMs?: number }
  | { readonly kind: 'no_token'; readonly retryAt: number }
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterMs?: number };

/**
 * The text of a 403 for a user without the permission: "User may not be subscribed to this event". Other 403 are about
 * the token or the skill, and must not end every user's subscription.
 */
const UNSUBSCRIBED = /\buser\b.*\bsubscri/is;
/** What a refusal may be about. Its own words may hold the user's id. */
const TOPICS = ['referenceId', 'expiryTime', 'timestamp', 'relevantAudience', 'creator', 'payload', 'event'];

/** Reads an answer. @param now epoch milliseconds */
export function outcomeOf({ statusCode, headers, body = '' }: services.ApiClientResponse, now: number): SendOutcome {
  const reason = `HTTP ${statusCode}`;
  const wait = retryAfterMs(headers.find(({ key }) => key === 'retry-after')?.value, now);
  const retryAfter = wait === undefined ? {} : { retryAfterMs: wait };

  if (statusCode >= 200 && statusCode < 300) return { kind: 'accepted' };
  switch (statusCode) {
    case 400:
    case 413:
    case 422:
      return { kind: 'rejected', reason: `${reason}${topicOf(body)}` };
    case 401:
      return { kind: 'bad_token', reason };
    case 403:
      return UNSUBSCRIBED.test(body) ? { kind: 'unsubscribed' } : { kind: 'bad_token', reason };
    case 409:
      return { kind: 'duplicate' };
    case 429:
      return { kind: 'throttled', ...retryAfter };
    case 432:
      return { kind: 'day_full' };
    default:
      return { kind: 'failed', reason, ...retryAfter };
  }
}

function topicOf(body: string): string {
  const topic = TOPICS.find((name) => body.toLowerCase().includes(name.toLowerCase()));
  return topic ? `, about ${topic}` : '';
}
