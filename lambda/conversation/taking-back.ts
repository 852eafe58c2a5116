import type { Conversation } from './conversation';
import { withdraw } from './outbox';

/**
 * The user takes back what was to be said to the bot: it is not passed on any more, nor is what a turn that still runs
 * would leave to be passed on.
 */
export function takeBack(conversation: Conversation): Conversation {
  const { outbox, withdrawals = 0 } = conversation;
  return { ...conversation, outbox: withdraw(outbox), withdrawals: withdrawals + 1 };
}
