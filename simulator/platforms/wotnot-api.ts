import type { Bot } from './bot-reply';
import type { VendorRequest, VendorServerOptions } from './vendor-server';
import type { Behaviour, Operation } from './wotnot-behaviour';
import type { Conversations } from './wotnot-conversations';
import { createdEvent, type EventBehaviour, idAs } from './wotnot-events';
import type { Teller } from './wotnot-teller';
import { hex, invalid, isButton, type Json, readBody, readResponse, readStart, refuse, stringify } from './wotnot-wire';

const PATH = /^\/api\/v1\/(?:(conversations)|conversation\/([^/?]+)\/messages)$/;

export interface ApiOptions {
  readonly bot: Bot;
  readonly behaviour: Behaviour;
  readonly events: EventBehaviour;
  readonly conversations: Conversations;
  readonly teller: Teller;
  /** The bearer token. */
  readonly token: string;
  readonly botKey: string;
}

/** The calls of the API: how each is answered. */
export function createApi(options: ApiOptions): VendorServerOptions<Operation>['route'] {
  const { bot, behaviour, events, conversations, teller, token, botKey } = options;

  async function openConversation(json: Json): Promise<string> {
    const { channel, text, bot: named, user } = readStart(json);
    if (!behaviour.channelEnabled || channel !== 'API') {
      refuse(400, 'CHANNEL_NOT_ENABLED', 'This channel is not enabled in the account.');
    }
    const { [behaviour.botKeyField]: given, bot_key, publish_key, ...others } = named;
    if (Object.keys(others).length > 0) throw invalid();
    const isKnown = conversations.latestOf(user)?.isClosed === false;
    if (given !== botKey || (isKnown && behaviour.known === 'refused')) {
      refuse(400, 'CONVERSATION_CREATION_EXCEPTION', 'Conversation is not created. Please try again after some time.');
    }

    const conversation = conversations.open(user);
    bot.begin?.(user);
    const created = createdEvent(conversation, events);
    const messages = await teller.answer(conversation, { type: 'text', text }, text, created);
    return stringify({
      ok: true,
      conversation: {
        id: idAs(conversation.conversation, events),
        created_at: new Date().toISOString().replace('T', ' ').replace('Z', '000'),
        assignee: { id: '8181', to: 'bot@bluebell.example' },
      },
      contact: { name: null, email: null, phone: null, visitor_key: conversation.visitor },
      ...(behaviour.inline !== 'no' && { messages: messages.map(toInline) }),
    });
  }

  async function receiveResponse(id: string, json: Json): Promise<string> {
    const response = readResponse(json, behaviour.buttonAnswer);
    const conversation = conversations.find(id) ?? refuse(404, 'CONVERSATION_NOT_FOUND', 'Conversation not found');
    if (conversation.isClosed) refuse(behaviour.closedStatus, 'CONVERSATION_CLOSED', 'The conversation is closed.');
    if (response.kind === 'button' && !conversation.buttons.some((button) => isButton(response.data, button))) {
      throw invalid();
    }
    await teller.answer(conversation, json.message as Json, response.said);
    return stringify({ ok: true, message_id: `6HRB${hex().slice(4)}` });
  }

  return ({ method, url, headers, body }: VendorRequest) => {
    const [, start, id] = PATH.exec(url) ?? [];
    if (method !== 'POST' || (!start && !id)) refuse(404, 'RESOURCE_NOT_FOUND', 'Resource not found');
    return {
      operation: start ? 'open' : 'send',
      answer() {
        if (headers.authorization !== `Bearer ${token}`) refuse(401, 'JWT_SIGNATURE_EXCEPTION', 'Invalid JWT token');
        const json = readBody(headers, body);
        return id === undefined ? openConversation(json) : receiveResponse(decodeURIComponent(id), json);
      },
    };
  };
}

/** A message in the answer to a start, as an independent client of the API hopes to find it. */
function toInline({ type, text, ...rest }: Json): Json {
  return { from: { type: 'BOT' }, type, data: { body: text }, ...rest };
}
