import { createHash } from 'node:crypto';

/** How a message that comes by webhook is known again. */
export interface EventId {
  readonly id: string;
  /** There is no time: the same content has the same id whenever it is said. */
  readonly byContent?: true;
}

/**
 * Makes the id of a message that comes by webhook: the same when a webhook comes again, another when the same thing is said
 * again. What the vendor wrote decides, its time above all. Its ids alone do not: it is not documented that they are of
 * messages rather than of content that the bot sends again and again.
 *
 * Where there is no time, what was said again has the same id. By how the vendor was answered the inbox tells it from a
 * repetition.
 *
 * @param content everything that tells this message from another, and is the same when it comes again
 * @param time the vendor's, in epoch milliseconds
 */
export function eventId(content: readonly unknown[], time: number | undefined): EventId {
  if (time !== undefined) return { id: hash([...content, time]) };
  return { id: hash(content), byContent: true };
}

function hash(value: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
