import type { EventBehaviour, Subject } from './wotnot-events';
import type { ButtonData } from './wotnot-messages';
import { hex } from './wotnot-wire';

export interface Conversation extends Subject {
  readonly user: string;
  isClosed: boolean;
  /** All that were offered in it. */
  readonly buttons: ButtonData[];
}

/** The conversations that the vendor knows. */
export interface Conversations {
  /** Opens another one for a user. */
  open(user: string): Conversation;
  find(id: string): Conversation | undefined;
  /** The one that a user opened last, if any. */
  latestOf(user: string): Conversation | undefined;
  /** The same, for users who have one. */
  of(user: string): Conversation;
  /** An id of digits that was not given before. */
  nextNumber(): string;
  forget(): void;
}

const ACCOUNT = '476';

export function createConversations(events: EventBehaviour): Conversations {
  const conversations = new Map<string, Conversation>();
  const latest = new Map<string, Conversation>();
  let count = 0n;

  /** Larger than what a double holds exactly, in steps that rounding would confuse. */
  function nextNumber(): string {
    return String(9_007_199_254_740_993n + count++);
  }

  return {
    open(user) {
      const id = events.ids === 'number' ? nextNumber() : `${hex()}${Math.floor(Date.now() / 1000)}`;
      const conversation = { conversation: id, visitor: `${user}_${ACCOUNT}`, user, isClosed: false, buttons: [] };
      conversations.set(id, conversation);
      latest.set(user, conversation);
      return conversation;
    },
    find: (id) => conversations.get(id),
    latestOf: (user) => latest.get(user),
    of(user) {
      const conversation = latest.get(user);
      if (!conversation) throw new Error('this user has no conversation');
      return conversation;
    },
    nextNumber,
    forget() {
      conversations.clear();
      latest.clear();
    },
  };
}
