import type { Conversation } from './conversation';
import { withoutRepeats } from './deduplicate';
import type { Message, Sender } from './message';
import type { Unread } from './ports/store';

/** What waits in an inbox to be heard. */
export interface News {
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Who sent them: each once, in the order of their first message. */
  readonly senders: readonly Sender[];
}

/** What of the items in a user's inbox is new to them: not what the bot has told by the other road already. */
export function newsIn({ told = [] }: Conversation, items: readonly Unread[]): News {
  const { fresh } = withoutRepeats(items, told);
  const messages = fresh.flatMap(({ item }) => (item.kind === 'message' ? [item.message] : []));
  const senders = new Map(messages.map(({ from }) => [JSON.stringify([from.kind, from.id, from.name]), from]));
  return { messages, senders: [...senders.values()] };
}
