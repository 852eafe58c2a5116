import { randomUUID } from 'node:crypto';
import type { Bot } from './bot-reply';
import { createDeliveries, type DeliveryBehaviour, PROMPT_DELIVERY } from './deliveries';
import type { Vendor } from './vendor';
import { type CallBehaviour, startVendorServer, type VendorRequest } from './vendor-server';
import {
  closedEvent,
  createdEvent,
  type EventBehaviour,
  idAs,
  messageEvent,
  type Subject,
  toWebhooks,
  USUAL_EVENTS,
  type Writer,
  withToken,
} from './wotnot-events';
import { type ButtonData, buttonsOf, toMessages, toWords } from './wotnot-messages';
import {
  errorBody,
  invalid,
  isButton,
  type Json,
  readBody,
  readResponse,
  readStart,
  refuse,
  stringify,
} from './wotnot-wire';

export type Operation = 'open' | 'send';

/** What the vendor's pages leave open, and what may go wrong. Every member may be changed at any time. */
export interface Behaviour extends CallBehaviour<Operation> {
  /** The member that names the bot. */
  botKeyField: 'bot_key' | 'publish_key';
  /** A visitor who has an open conversation gets another one, or none. */
  known: 'new' | 'refused';
  /** The account's plan has the API channel. */
  channelEnabled: boolean;
  /** The status for a message to a closed conversation. */
  closedStatus: 400 | 404;
  /** The type of a button's answer. */
  buttonAnswer: string;
  /** The bot's first messages stand in the answer to the start: besides the events, in place of them, or not at all. */
  inline: 'no' | 'too' | 'only';
  /** How our webhook must repeat the token. */
  handshake: 'json' | 'text';
}

export interface WotNotServer extends Vendor {
  /** What belongs into WOTNOT_BASE_URL or CHATAIBOT_BASE_URL. */
  readonly baseUrl: string;
  readonly behaviour: Behaviour;
  /** The form of its events. */
  readonly events: EventBehaviour;
  /** Saves the webhook in the dashboard: whether our end repeated the token. */
  saveWebhook(): Promise<boolean>;
  /** Any message to a user, as the vendor would write it. Resolves to the status that our webhook answered. */
  say(userId: string, message: object, by?: Writer): Promise<number>;
  /** An agent, or the platform itself, closes a user's conversation. Resolves to the status that our webhook answered. */
  closeConversation(userId: string): Promise<number>;
}

export interface WotNotServerOptions {
  readonly bot: Bot;
  readonly brand?: 'wotnot' | 'chataibot';
  readonly token?: string;
  readonly botKey?: string;
  readonly webhookToken?: string;
  readonly port?: number;
  readonly behaviour?: Partial<Behaviour>;
  readonly events?: Partial<EventBehaviour>;
  readonly deliveries?: Partial<DeliveryBehaviour>;
}

interface Conversation extends Subject {
  readonly user: string;
  isClosed: boolean;
  readonly buttons: ButtonData[];
}

const ACCOUNT = '476';
const PATH = /^\/api\/v1\/(?:(conversations)|conversation\/([^/?]+)\/messages)$/;

/**
 * WotNot's API channel on loopback, or its white label's, strict about all that their pages fix: paths, the bearer
 * token, each member of a body, the visitor's type and the data of each kind of response. What bot and agents say comes
 * as events, the form of which is mostly assumed.
 */
export async function startWotNot(options: WotNotServerOptions): Promise<WotNotServer> {
  const { bot, brand = 'wotnot', port = 0 } = options;
  const { token = 'eyJ0b2tlbiI6IndvdG5vdCJ9', botKey = '8Dc98btp4CPu0959', webhookToken = 'w3bh00k-t0k3n' } = options;
  const behaviour: Behaviour = {
    delayMs: 0,
    faults: { open: [], send: [] },
    botKeyField: 'bot_key',
    known: 'new',
    channelEnabled: true,
    closedStatus: 400,
    buttonAnswer: 'button.response',
    inline: 'no',
    handshake: 'json',
    ...options.behaviour,
  };
  const events: EventBehaviour = { ...USUAL_EVENTS, ...options.events };
  const deliveryBehaviour: DeliveryBehaviour = { ...PROMPT_DELIVERY, ...options.deliveries };
  const deliveries = createDeliveries(deliveryBehaviour);
  const conversations = new Map<string, Conversation>();
  const latest = new Map<string, Conversation>();
  let count = 0n;
  let webhook: string | undefined;

  const server = await startVendorServer<Operation>({ port, behaviour, route, errorBody });
  const baseUrl = `${server.origin}/api/v1`;
  const prefix = brand.toUpperCase();

  return {
    baseUrl,
    environment: {
      ALOUD_PLATFORM: brand,
      [`${prefix}_TOKEN`]: token,
      [`${prefix}_BOT_KEY`]: botKey,
      [`${prefix}_WEBHOOK_TOKEN`]: webhookToken,
      [`${prefix}_BASE_URL`]: baseUrl,
    },
    behaviour,
    events,
    deliveries: deliveryBehaviour,
    requests: server.requests,
    get waiting() {
      return server.waiting;
    },
    connections: server.connections,
    sendWebhooksTo(url) {
      webhook = url;
      deliveries.sendTo(url);
    },
    idle: deliveries.idle,
    saveWebhook,
    agentSays: (userId, text, { id, name }) =>
      say(userId, { type: 'text', text: toWords(text, events) }, { type: events.agentType, id, name }),
    say,
    async closeConversation(userId) {
      const conversation = conversationOf(userId);
      conversation.isClosed = true;
      return tell(conversation, closedEvent(events));
    },
    forget() {
      conversations.clear();
      latest.clear();
    },
    async close() {
      deliveries.close();
      await server.close();
    },
  };

  function route({ method, url, headers, body }: VendorRequest) {
    const [, start, id] = PATH.exec(url) ?? [];
    if (method !== 'POST' || (!start && !id)) refuse(404, 'RESOURCE_NOT_FOUND', 'Resource not found');
    const operation: Operation = start ? 'open' : 'send';
    return {
      operation,
      answer() {
        if (headers.authorization !== `Bearer ${token}`) refuse(401, 'JWT_SIGNATURE_EXCEPTION', 'Invalid JWT token');
        const json = readBody(headers, body);
        return id === undefined ? openConversation(json) : receiveResponse(decodeURIComponent(id), json);
      },
    };
  }

  async function openConversation(json: Json): Promise<string> {
    const { channel, text, bot: named, user } = readStart(json);
    if (!behaviour.channelEnabled || channel !== 'API') {
      refuse(400, 'CHANNEL_NOT_ENABLED', 'This channel is not enabled in the account.');
    }
    const { [behaviour.botKeyField]: given, bot_key, publish_key, ...others } = named;
    if (Object.keys(others).length > 0) throw invalid();
    const isKnown = latest.get(user)?.isClosed === false;
    if (given !== botKey || (isKnown && behaviour.known === 'refused')) {
      refuse(400, 'CONVERSATION_CREATION_EXCEPTION', 'Conversation is not created. Please try again after some time.');
    }

    const id = events.ids === 'number' ? nextNumber() : `${hex()}${Math.floor(Date.now() / 1000)}`;
    const visitor = `${user}_${ACCOUNT}`;
    const conversation: Conversation = { conversation: id, visitor, user, isClosed: false, buttons: [] };
    conversations.set(id, conversation);
    latest.set(user, conversation);
    bot.begin?.(user);
    const messages = await answer(conversation, { type: 'text', text }, text, createdEvent(conversation, events));
    return stringify({
      ok: true,
      conversation: {
        id: idAs(id, events),
        created_at: new Date().toISOString().replace('T', ' ').replace('Z', '000'),
        assignee: { id: '8181', to: 'bot@bluebell.example' },
      },
      contact: { name: null, email: null, phone: null, visitor_key: visitor },
      ...(behaviour.inline !== 'no' && { messages: messages.map(toInline) }),
    });
  }

  async function receiveResponse(id: string, json: Json): Promise<string> {
    const response = readResponse(json, behaviour.buttonAnswer);
    const conversation = conversations.get(id) ?? refuse(404, 'CONVERSATION_NOT_FOUND', 'Conversation not found');
    if (conversation.isClosed) refuse(behaviour.closedStatus, 'CONVERSATION_CLOSED', 'The conversation is closed.');
    if (response.kind === 'button' && !conversation.buttons.some((button) => isButton(response.data, button))) {
      throw invalid();
    }
    await answer(conversation, json.message as Json, response.said);
    return stringify({ ok: true, message_id: `6HRB${hex().slice(4)}` });
  }

  /** What the visitor said, and what the bot says to it, as events. Resolves to the bot's messages. */
  async function answer(conversation: Conversation, said: Json, words: string, first?: Json): Promise<Json[]> {
    const replies = bot.reply(conversation.user, words).flatMap((reply) => toMessages(reply, events));
    conversation.buttons.push(...buttonsOf(replies));
    const isInline = first !== undefined && behaviour.inline === 'only';
    const told = [
      ...(first ? [first] : []),
      ...(events.echo ? [messageEvent(said, { type: 'visitor' }, nextNumber(), events)] : []),
      ...(isInline ? [] : replies).map((reply) => messageEvent(reply, { type: 'bot' }, nextNumber(), events)),
    ];
    await deliveries.answer(toWebhooks(told, conversation, webhookToken, events));
    return replies;
  }

  async function say(userId: string, message: object, by: Writer = { type: 'bot' }): Promise<number> {
    const conversation = conversationOf(userId);
    conversation.buttons.push(...buttonsOf(message));
    return tell(conversation, messageEvent({ ...message }, by, nextNumber(), events));
  }

  async function tell(conversation: Conversation, event: Json): Promise<number> {
    const [call] = toWebhooks([event], conversation, webhookToken, events);
    return call ? deliveries.send(call) : 0;
  }

  async function saveWebhook(): Promise<boolean> {
    if (webhook === undefined) return false;
    const { headers, body } = withToken({}, webhookToken, events);
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
    const response = await fetch(webhook, init);
    const answered = await response.text();
    const expected = behaviour.handshake === 'json' ? JSON.stringify({ token: webhookToken }) : webhookToken;
    return response.status === 200 && answered === expected;
  }

  function conversationOf(userId: string): Conversation {
    const conversation = latest.get(userId);
    if (!conversation) throw new Error('this user has no conversation');
    return conversation;
  }

  /** Larger than what a double holds exactly, in steps that rounding would confuse. */
  function nextNumber(): string {
    return String(9_007_199_254_740_993n + count++);
  }
}

function hex(): string {
  return randomUUID().replaceAll('-', '');
}

/** A message in the answer to a start, as an independent client of the API hopes to find it. */
function toInline({ type, text, ...rest }: Json): Json {
  return { from: { type: 'BOT' }, type, data: { body: text }, ...rest };
}
