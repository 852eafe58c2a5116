import type { Conversation } from './conversation';
import type { Unread } from './ports/store';

/** Where a turn stands in a user's use of the skill; nothing that tells who it is. */
export interface Visit {
  /** The user was never here before. */
  readonly isNewUser: boolean;
  /** A session begins with it. */
  readonly isNewSession: boolean;
  /** The user's first turn of the month. */
  readonly isFirstOfMonth: boolean;
  /** The session begins while something waits that a notification told of, or may have. */
  readonly isFollowing: boolean;
}

interface Found {
  readonly isNewSession: boolean;
  /** `2026-11`, of UTC. */
  readonly month: string;
  readonly unread: readonly Unread[];
  /** Whether the user takes notifications. */
  readonly isSubscribed: boolean;
}

/** @param before the conversation as it was read */
export function visitOf({ turns, visited }: Conversation, found: Found): Visit {
  const { isNewSession, month, unread, isSubscribed } = found;
  return {
    isNewUser: turns === 0,
    isNewSession,
    isFirstOfMonth: visited !== month,
    isFollowing: isNewSession && isSubscribed && unread.some(isTold),
  };
}

/** Of what a bot answers late nobody is told by a notification while they wait for it, but of the rest. */
function isTold({ item }: Unread): boolean {
  return item.kind === 'message' && item.message.from.kind !== 'bot';
}

/** The month (UTC) of a moment in epoch milliseconds: `2026-11`. */
export function monthOf(ms: number): string {
  const date = new Date(ms);
  return `${date.getUTCFullYear()}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`;
}
