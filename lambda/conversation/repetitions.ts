import type { Unread } from './ports/store';

/** What was put to the bot before so many other things tells nothing of what comes now. */
const MOST_SENDS = 5;

/**
 * Whether an item only repeats what came before it, by a vendor that gives neither ids nor times: the same content, with no
 * word of the user's in between.
 *
 * @param sends when something was put to the bot, in epoch milliseconds
 */
export function isRepetition({ item }: Unread, sends: readonly number[] = []): boolean {
  const { repeats } = item;
  if (repeats === undefined) return false;
  const cameAt = item.kind === 'message' ? item.message.sentAt : item.at;
  return !sends.some((at) => at > repeats && at <= cameAt);
}

/** The sends that are still of use. */
export function recentSends(before: readonly number[] = [], now: readonly number[] = []): readonly number[] {
  return [...before, ...now].slice(-MOST_SENDS);
}
