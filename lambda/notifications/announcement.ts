import { type MessageAlert, referenceIdOf } from '../amazon/message-alert';
import type { ProactiveEvents } from '../amazon/proactive-events';
import type { SendOutcome } from '../amazon/send-outcome';
import type { ChannelIdentity, DueNotification, NotificationResult, Store } from '../conversation/ports/store';
import { unreadMessages } from '../conversation/unread-messages';
import { toAloudError } from '../errors';
import { growing } from '../http/backoff';
import type { NotificationOutcome } from '../telemetry/telemetry';
import type { CircuitBreaker } from './circuit-breaker';
import { creatorName } from './creator';

/** More are not counted: reading them costs more than the exact number is worth. */
export const MOST_COUNTED = 100;
/** A user who may be in a session is looked at again after this time at the latest: a clock may have been set back. */
const LONGEST_ACTIVE_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const RETRY_BACKOFF = { firstMs: 30_000, mostMs: HOUR_MS };
/** With the backoff above this is about a day. */
const MAX_ATTEMPTS = 30;

/** What became of a notification, for the metrics and for the store. */
export interface Handled {
  readonly outcome: NotificationOutcome;
  readonly result: NotificationResult;
}

export interface AnnouncementDeps {
  readonly store: Pick<Store, 'standing' | 'unread' | 'subscribe'>;
  readonly client: ProactiveEvents;
  readonly breaker: CircuitBreaker;
  /** ALOUD_NAME. */
  readonly name?: string;
  /** Told when the store fails. */
  readonly onError: (error: unknown) => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** Who is told, and what. */
interface Announcement {
  readonly identity: ChannelIdentity;
  readonly alert: MessageAlert;
}

/** Makes the function that tells one user that something waits, if it does. It never rejects. */
export function createAnnouncement({ store, client, breaker, name, onError, now, random }: AnnouncementDeps) {
  return async (notification: DueNotification): Promise<Handled> => {
    try {
      return await announce(notification);
    } catch (error) {
      onError(error);
      return resultOf(notification, { kind: 'failed', reason: toAloudError(error).code });
    }
  };

  async function announce(notification: DueNotification): Promise<Handled> {
    const found = await look(notification);
    if ('outcome' in found) return found;
    const asked = now();
    const outcome = await client.send(found.identity, found.alert);
    breaker.record(outcome, notification.key);
    if (outcome.kind === 'unsubscribed') {
      const { account = notification.key, ...identity } = found.identity;
      // The moment before we asked: whatever Alexa says of a later one is newer.
      await store.subscribe(account, identity, { subscribed: false, at: asked });
    }
    return resultOf(notification, outcome);
  }

  async function look({ key, number }: DueNotification): Promise<Handled | Announcement> {
    const standing = await store.standing(key);
    if (!standing || standing.subscription?.subscribed === false) return NEEDLESS;
    const { identity, conversation, activeUntil } = standing;
    // Alexa allows notifications for accounts; a recognised speaker may only have said that they want none.
    const account = identity.account === undefined ? undefined : await store.standing(identity.account);
    if (account?.subscription?.subscribed === false) return NEEDLESS;
    if (activeUntil > now()) {
      const dueAt = Math.min(activeUntil, now() + LONGEST_ACTIVE_MS);
      return { outcome: 'active', result: { kind: 'later', dueAt, failed: false } };
    }
    const { messages, senders } = unreadMessages(conversation, await store.unread(key, MOST_COUNTED));
    if (messages.length === 0) return NEEDLESS;
    const alert: MessageAlert = {
      referenceId: referenceIdOf(key, number),
      count: messages.length,
      creator: creatorName(senders, name),
    };
    return { identity, alert };
  }

  function resultOf({ attempts }: DueNotification, outcome: SendOutcome): Handled {
    const { kind } = outcome;
    switch (kind) {
      case 'accepted':
      case 'duplicate':
        return { outcome: kind, result: { kind: 'sent', at: now() } };
      case 'unsubscribed':
        return { outcome: kind, result: { kind: 'needless' } };
      case 'rejected':
        return { outcome: kind, result: { kind: 'dead', at: now(), reason: outcome.reason } };
      case 'day_full': {
        const dueAt = now() + DAY_MS + random() * HOUR_MS;
        return { outcome: kind, result: { kind: 'later', dueAt, failed: false } };
      }
      case 'throttled':
      case 'no_token': {
        const dueAt = breaker.openUntil() ?? now() + RETRY_BACKOFF.firstMs;
        return { outcome: kind, result: { kind: 'later', dueAt, failed: false } };
      }
      case 'bad_token':
      case 'failed': {
        const { reason } = outcome;
        if (attempts + 1 >= MAX_ATTEMPTS) {
          return {
            outcome: 'dead',
            result: { kind: 'dead', at: now(), reason: `tried for a day, at last: ${reason}` },
          };
        }
        const asked = outcome.kind === 'failed' ? (outcome.retryAfterMs ?? 0) : 0;
        const dueAt = now() + Math.max(growing(attempts, RETRY_BACKOFF, random), asked);
        return { outcome: kind, result: { kind: 'later', dueAt, failed: true } };
      }
    }
  }
}

const NEEDLESS = { outcome: 'needless', result: { kind: 'needless' } } as const;
