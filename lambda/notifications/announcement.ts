import { type MessageAlert, referenceIdOf } from '../amazon/message-alert';
import type { SendOutcome } from '../amazon/send-outcome';
import type {
  ChannelIdentity,
  DueNotification,
  InboxStore,
  NotificationResult,
  NotificationStore,
  UserStore,
} from '../conversation/ports/store';
import { unreadMessages } from '../conversation/unread-messages';
import { toAloudError } from '../errors';
import { backoffMs } from '../http/backoff';
import type { NotificationOutcome, Telemetry } from '../telemetry/telemetry';
import { creatorName } from './creator';
import type { GuardedSkill, NotifyingSkills } from './notifying-skills';
import { createUnknownConsent } from './unknown-consent';

/** More are not counted: reading them costs more than the exact number is worth. */
export const MOST_COUNTED = 100;
/** A user who cannot be told now is looked at again after this time at the latest: a clock may have been set back. */
const LONGEST_WAIT_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const RETRY_BACKOFF = { firstMs: 30_000, mostMs: HOUR_MS };
/** With the backoff above this is about a day. */
const MAX_ATTEMPTS = 30;

/** What became of a notification, for the metrics and for the store. */
export interface Handled {
  readonly outcome: NotificationOutcome;
  readonly result: NotificationResult;
  /** Of the user's skill, where that is known. */
  readonly telemetry?: Telemetry;
}

export interface AnnouncementDeps {
  readonly store: Pick<NotificationStore, 'standing'> & Pick<UserStore, 'subscribe'> & Pick<InboxStore, 'unread'>;
  readonly skills: NotifyingSkills;
  /** Milliseconds between two notifications. */
  readonly paceMs: number;
  /** Told when the store fails. */
  readonly onError: (error: unknown) => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** Who is told, and what. */
interface Announcement {
  readonly skill: GuardedSkill;
  readonly identity: ChannelIdentity;
  readonly alert: MessageAlert;
}

/** Makes the function that tells one user that something waits, if it does. It never rejects. */
export function createAnnouncement({ store, skills, paceMs, onError, now, random }: AnnouncementDeps) {
  const unknownConsent = createUnknownConsent(paceMs, now);

  return async (notification: DueNotification): Promise<Handled> => {
    try {
      return await announce(notification);
    } catch (error) {
      onError(error);
      return failedTo(notification, { kind: 'failed', reason: toAloudError(error).code });
    }
  };

  async function announce(notification: DueNotification): Promise<Handled> {
    const found = await look(notification);
    if ('outcome' in found) return found;
    const { skill, alert } = found;
    const asked = now();
    const outcome = await skill.client.send(found.identity, alert);
    skill.breaker.record(outcome, notification.key);
    if (outcome.kind === 'unsubscribed') {
      const { account = notification.key, ...identity } = found.identity;
      // The moment before we asked: whatever Alexa says of a later one is newer.
      await store.subscribe(account, identity, { subscribed: false, at: asked });
    }
    return { ...resultOf(notification, outcome, skill), telemetry: skill.telemetry };
  }

  async function look({ key, number, attempts }: DueNotification): Promise<Handled | Announcement> {
    const standing = await store.standing(key);
    if (!standing || standing.subscription?.subscribed === false) return NEEDLESS;
    const { identity, conversation, activeUntil } = standing;
    const skill = skills.of(key, identity);
    if (!skill)
      return { outcome: 'other_skill', result: { kind: 'later', dueAt: now() + LONGEST_WAIT_MS, failed: false } };
    const { telemetry } = skill;
    const needless = { ...NEEDLESS, telemetry };
    // Alexa allows notifications for accounts; a recognised speaker may only have said that they want none.
    const account = identity.account === undefined ? undefined : await store.standing(identity.account);
    if (account?.subscription?.subscribed === false) return needless;
    if (activeUntil > now()) {
      const dueAt = Math.min(activeUntil, now() + LONGEST_WAIT_MS);
      return { outcome: 'active', result: { kind: 'later', dueAt, failed: false }, telemetry };
    }
    const { messages, senders } = unreadMessages(conversation, await store.unread(key, MOST_COUNTED));
    if (messages.length === 0) return needless;
    const openUntil = skill.breaker.openUntil();
    if (openUntil !== undefined) {
      return { outcome: 'throttled', result: { kind: 'later', dueAt: openUntil, failed: false }, telemetry };
    }
    const isUnknown = standing.subscription === undefined && account?.subscription === undefined;
    if (isUnknown && attempts === 0 && senders.every(({ kind }) => kind === 'broadcast')) {
      // It counts as tried, so that it is put off once; what a person writes meanwhile is told when that is due.
      const result = { kind: 'later', dueAt: unknownConsent.next(), failed: true, yields: true } as const;
      return { outcome: 'put_off', result, telemetry };
    }
    const alert: MessageAlert = {
      referenceId: referenceIdOf(key, number),
      count: messages.length,
      creator: creatorName(senders, skill.name),
    };
    return { skill, identity, alert };
  }

  function resultOf(notification: DueNotification, outcome: SendOutcome, { breaker }: GuardedSkill): Handled {
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
        return failedTo(notification, { kind, reason: outcome.reason });
      case 'failed':
        return failedTo(notification, outcome);
    }
  }

  function failedTo({ attempts }: DueNotification, outcome: Failed): Handled {
    const { kind, reason } = outcome;
    if (attempts + 1 >= MAX_ATTEMPTS) {
      return { outcome: 'dead', result: { kind: 'dead', at: now(), reason: `tried for a day, at last: ${reason}` } };
    }
    const asked = outcome.kind === 'failed' ? (outcome.retryAfterMs ?? 0) : 0;
    const dueAt = now() + Math.max(backoffMs(attempts, RETRY_BACKOFF, random), asked);
    return { outcome: kind, result: { kind: 'later', dueAt, failed: true } };
  }
}

type Failed = Extract<SendOutcome, { kind: 'failed' }> | { readonly kind: 'bad_token'; readonly reason: string };

const NEEDLESS = { outcome: 'needless', result: { kind: 'needless' } } as const;
