import type { Bot } from './bot-reply';
import type { Deliveries } from './deliveries';
import type { Behaviour } from './wotnot-behaviour';
import type { Conversation, Conversations } from './wotnot-conversations';
import {
  asideEvents,
  closedEvent,
  type EventBehaviour,
  echoEvent,
  messageEvent,
  toWebhooks,
  type Writer,
  websiteWebhooks,
  withToken,
} from './wotnot-events';
import { buttonsOf, toMessages } from './wotnot-messages';
import type { Json } from './wotnot-wire';

/** Tells our webhook what happens in conversations. */
export interface Teller {
  /**
   * What the visitor said, and what the bot says to it, as events. Resolves to the bot's messages.
   *
   * @param first the event that comes before, where the conversation begins
   */
  answer(conversation: Conversation, said: Json, words: string, first?: Json): Promise<Json[]>;
  /** Any message to a user, by default the bot's. Resolves to the status that our webhook answered. */
  say(userId: string, message: object, by?: Writer): Promise<number>;
  /** Closes a user's conversation. Resolves to the status that our webhook answered. */
  close(userId: string): Promise<number>;
}

export interface TellerOptions {
  readonly bot: Bot;
  readonly behaviour: Behaviour;
  readonly events: EventBehaviour;
  readonly deliveries: Deliveries;
  readonly conversations: Conversations;
  readonly webhookToken: string;
}

export function createTeller(options: TellerOptions): Teller {
  const { bot, behaviour, events, deliveries, conversations, webhookToken } = options;
  const { nextNumber } = conversations;

  async function tell(conversation: Conversation, event: Json): Promise<number> {
    const [call] = toWebhooks([event], conversation, webhookToken, events);
    return call ? deliveries.send(call) : 0;
  }

  return {
    async answer(conversation, said, words, first) {
      const replies = bot.reply(conversation.user, words).flatMap((reply) => toMessages(reply, events));
      conversation.buttons.push(...buttonsOf(replies));
      const isInline = first !== undefined && behaviour.inline === 'only';
      const told = [
        ...(first ? [first] : []),
        ...(events.echo ? [echoEvent(said, nextNumber(), events)] : []),
        ...(events.asides ? asideEvents(nextNumber, events) : []),
        ...(isInline ? [] : replies).map((reply) => messageEvent(reply, { type: 'bot' }, nextNumber(), events)),
      ];
      await deliveries.answer([
        ...(events.asides ? websiteWebhooks(nextNumber, webhookToken, events) : []),
        ...toWebhooks(told, conversation, webhookToken, events),
      ]);
      return replies;
    },
    async say(userId, message, by = { type: 'bot' }) {
      const conversation = conversations.of(userId);
      conversation.buttons.push(...buttonsOf(message));
      return tell(conversation, messageEvent({ ...message }, by, nextNumber(), events));
    },
    async close(userId) {
      const conversation = conversations.of(userId);
      conversation.isClosed = true;
      return tell(conversation, closedEvent(events));
    },
  };
}

/** Saves a webhook in the dashboard: whether it repeated the token, as it must. */
export async function repeatsToken(
  webhook: string,
  token: string,
  events: EventBehaviour,
  { handshake }: Behaviour,
): Promise<boolean> {
  const { headers, body } = withToken({}, token, events);
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  const response = await fetch(webhook, init);
  const answered = await response.text();
  const expected = handshake === 'json' ? JSON.stringify({ token }) : token;
  return response.status === 200 && answered === expected;
}
