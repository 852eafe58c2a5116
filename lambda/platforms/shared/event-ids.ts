import { createHash } from 'node:crypto';

/** Within this time the same content is a duplicate, where the vendor gives no time of its own. */
const WINDOW_MS = 10_000;
const MAX_REMEMBERED = 10_000;

/**
 * Makes ids for messages that come by webhook: the same when a webhook comes again, another when the same thing is said
 * again. What the vendor wrote decides, its time above all. Its ids alone do not: it is not documented that they are of
 * messages rather than of content that the bot sends again and again.
 *
 * Where there is no time, the same content is one message for ten seconds from when it first came. Several processes
 * agree only within a slice of ten seconds of their clocks.
 */
export function createEventIds() {
  const firstSeen = new Map<string, number>();

  function sliceOf(fingerprint: string, now: number): number {
    // A clock may be set back.
    const isOver = (since: number) => Math.abs(now - since) >= WINDOW_MS;
    for (const [old, since] of firstSeen) {
      if (!isOver(since) && firstSeen.size < MAX_REMEMBERED) break;
      firstSeen.delete(old);
    }
    const known = firstSeen.get(fingerprint);
    const since = known === undefined || isOver(known) ? now : known;
    firstSeen.set(fingerprint, since);
    return Math.floor(since / WINDOW_MS);
  }

  /**
   * @param content everything that tells this message from another, and is the same when it comes again
   * @param time the vendor's, in epoch milliseconds
   * @param now ours
   */
  return (content: readonly unknown[], time: number | undefined, now: number): string => {
    if (time !== undefined) return hash([...content, time]);
    const fingerprint = hash(content);
    return hash([fingerprint, 'slice', sliceOf(fingerprint, now)]);
  };
}

function hash(value: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
