import { z } from 'zod';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** A Proactive Event of the one kind that a chat needs. Stricter than documented: names hold no markup. */
const messageAlert = z.strictObject({
  timestamp: time,
  referenceId: z.string().regex(/^[A-Za-z0-9~]{1,100}$/),
  expiryTime: time,
  event: z.strictObject({
    name: z.literal('AMAZON.MessageAlert.Activated'),
    payload: z.strictObject({
      state: z.strictObject({
        status: z.enum(['UNREAD', 'FLAGGED']),
        freshness: z.enum(['NEW', 'OVERDUE']).optional(),
      }),
      messageGroup: z.strictObject({
        creator: z.strictObject({ name: z.string().regex(/^[^<>\p{C}]*[\p{L}\p{N}][^<>\p{C}]*$/u) }),
        count: z.int().positive(),
        urgency: z.literal('URGENT').optional(),
      }),
    }),
  }),
  localizedAttributes: z.tuple([]),
  relevantAudience: z.strictObject({
    // Multicast would reach every subscriber of the skill, whosever bot they talk to.
    type: z.literal('Unicast'),
    payload: z.strictObject({ user: z.string().regex(/^amzn1\.ask\.account\..{1,236}$/) }),
  }),
});

/** A notification as Amazon keeps it. Times in epoch milliseconds. */
export interface Notification {
  readonly userId: string;
  readonly referenceId: string;
  readonly creator: string;
  readonly count: number;
  readonly freshness?: 'NEW' | 'OVERDUE';
  readonly at: number;
  readonly expiresAt: number;
}

/** Reads the body of a request; a text for one that is wrong. */
export function readAlert(body: unknown, now: number): Notification | string {
  const { success, data, error } = messageAlert.safeParse(body);
  if (!success) {
    const { path, message } = error.issues[0] ?? { path: [], message: '' };
    return `${path.join('.') || 'body'}: ${message}`;
  }
  const { timestamp: at, expiryTime: expiresAt, referenceId, event, relevantAudience } = data;
  const { state, messageGroup } = event.payload;
  if (at > now + 5 * MINUTE_MS) return 'timestamp: in the future';
  if (expiresAt < at + 5 * MINUTE_MS) return 'expiryTime: less than five minutes after timestamp';
  if (expiresAt > at + DAY_MS) return 'expiryTime: more than 24 hours after timestamp';
  if (expiresAt <= now) return 'expiryTime: over';
  const { creator, count } = messageGroup;
  const userId = relevantAudience.payload.user;
  return { userId, referenceId, creator: creator.name, count, freshness: state.freshness, at, expiresAt };
}

/** What Alexa says of it: "You have two new messages from Rosa". */
export function spoken({ count, freshness, creator }: Notification): string {
  const words = [NUMBERS[count] ?? count, freshness?.toLowerCase(), count === 1 ? 'message' : 'messages'];
  return `You have ${words.filter(Boolean).join(' ')} from ${creator}`;
}
