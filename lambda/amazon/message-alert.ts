import { createHash } from 'node:crypto';
import { MESSAGE_ALERT } from './permission';

/** Amazon takes expiry times from five minutes to 24 hours after the event. */
const EXPIRES_AFTER_MS = 24 * 60 * 60_000 - 5 * 60_000;

/** "You have two new messages from Rosa": all that Alexa lets a notification say. */
export interface MessageAlert {
  /** 1 to 100 letters and digits. Amazon takes each once for a user. */
  readonly referenceId: string;
  readonly count: number;
  readonly creator: string;
}

/**
 * The id of a user's notification: the same however often, and by whichever process, it is sent; another for the user's
 * next one. Tells Amazon nothing of our key. The word `notice` stays: ids that Amazon knows were made with it.
 */
export function referenceIdOf(key: string, number: number): string {
  return createHash('sha256')
    .update(JSON.stringify(['notice', key, number]))
    .digest('hex')
    .slice(0, 40);
}

/** The body of a request (https://developer.amazon.com/docs/smapi/schemas-for-proactive-events.html, MessageAlert). */
export function messageAlertEvent(userId: string, { referenceId, count, creator }: MessageAlert, now: number): object {
  return {
    timestamp: new Date(now).toISOString(),
    referenceId,
    expiryTime: new Date(now + EXPIRES_AFTER_MS).toISOString(),
    event: {
      name: MESSAGE_ALERT,
      payload: {
        state: { status: 'UNREAD', freshness: 'NEW' },
        messageGroup: { creator: { name: creator }, count },
      },
    },
    localizedAttributes: [],
    relevantAudience: { type: 'Unicast', payload: { user: userId } },
  };
}
