import type { InboxItem } from '../conversation/ports/store';

/** The last time that a content came which the vendor gives neither an id nor a time, in epoch milliseconds. */
export interface Saying {
  readonly cameAt: number;
  /** Until then the same content may be a repetition. */
  readonly repeatsUntil: number;
}

/** A vendor that was not answered well tries again for so long, and a restart of ours is over. */
const UNANSWERED_MS = 60 * 60_000;
/** A call that is made twice comes twice at once, though it was answered well. */
const DOUBLED_MS = 2000;
/** How far the clocks of processes may differ. What came later than that came by a clock that was wrong. */
export const AHEAD_MS = 60_000;

/** What came, before it is answered. */
export function unanswered(cameAt: number): Saying {
  return { cameAt, repeatsUntil: cameAt + UNANSWERED_MS };
}

/** Until when the same content may be a repetition of what was answered well then. */
export function repeatsUntil(answeredAt: number): number {
  return Math.trunc(answeredAt) + DOUBLED_MS;
}

/** Whether the same content, come at this moment, may be a repetition. */
export function mayRepeat({ cameAt, repeatsUntil }: Saying, at: number): boolean {
  return at < repeatsUntil && cameAt <= at + AHEAD_MS;
}

/** When an item came that has no time of the vendor's. */
export function cameAtOf(item: InboxItem): number {
  return Math.trunc(item.kind === 'message' ? item.message.sentAt : item.at);
}

/** An item that came after the same content: marked, where it may be a repetition of that. */
export function markRepetition(item: InboxItem, last: Saying | undefined): InboxItem {
  return last && mayRepeat(last, cameAtOf(item)) ? { ...item, repeats: last.cameAt } : item;
}
