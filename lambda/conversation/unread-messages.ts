import type { Conversation } from './conversation';
import { deduplicateItems } from './deduplicate';
import type { Message, Sender } from './message';
import type { Unread } from './ports/store';
import { isRepetition } from './repetitions';

/** What waits in an inbox to be heard. */
export interface UnreadMessages {
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Who sent them: each once, in the order of their first message. */
  readonly senders: readonly Sender[];
}

/** Whether an item is a message of a live agent or a broadcast: these are read one by one. */
export function isFromPerson({ item }: Unread): boolean {
  return item.kind === 'message' && item.message.from.kind !== 'bot';
}

/** What of the items in a user's inbox is new to them: not what the bot has delivered by the other channel already, nor what only
 * repeats it. */
export function unreadMessages({ delivered = '', sends }: Conversation, items: readonly Unread[]): UnreadMessages {
  const said = items.filter((item) => !isRepetition(item, sends));
  const { fresh } = deduplicateItems(said, delivered);
  const messages = fresh.flatMap(({ item }) => (item.kind === 'message' ? [item.message] : []));
  const senders = new Map(messages.map(({ from }) => [JSON.stringify([from.kind, from.id, from.name]), from]));
  return { messages, senders: [...senders.values()] };
}
