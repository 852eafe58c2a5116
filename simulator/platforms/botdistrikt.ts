import { isDeepStrictEqual } from 'node:util';
import type { Bot } from './bot-reply';
import { type EventBehaviour, type EventContent, PLAIN_EVENTS, toWebhook } from './botdistrikt-events';
import { REPLY_SHAPES, type ReplyShape } from './botdistrikt-shapes';
import { errorBody, isObject, parse, readBody, refuseOthers } from './botdistrikt-wire';
import { createDeliveries, type DeliveryBehaviour, PROMPT_DELIVERY, type Webhook } from './deliveries';
import type { Vendor } from './vendor';
import { type CallBehaviour, Refusal, startVendorServer, type VendorRequest } from './vendor-server';

export type Operation = 'open' | 'send';

/** What the vendor's pages leave open, and what may go wrong. Every member may be changed at any time. */
export interface Behaviour extends CallBehaviour<Operation> {
  replyShape: ReplyShape;
  /** What the registered user is wrapped in, from the outside; `[]` for the bare object. */
  wrappers: readonly string[];
  /** Whose `webchat_id` a user gets; with `unsaid` it is ours, and the answer does not repeat it. */
  webchatId: 'ours' | 'generated' | 'unsaid';
  /** Registering the same `webchat_id` again: answers the user, or is an error (LoopBack's is 422). */
  duplicate: 'same' | 409 | 422;
  /** The status for a sender who is not registered. */
  unknownUser: 401 | 403 | 404;
  /** How what was said is read from a message. */
  textOf: (message: Readonly<Record<string, unknown>>) => unknown;
}

export interface BotDistriktServer extends Vendor {
  /** What belongs into BOTDISTRIKT_BASE_URL. */
  readonly baseUrl: string;
  readonly behaviour: Behaviour;
  /** The form of its events. */
  readonly events: EventBehaviour;
  /** A broadcast reaches a user. Resolves to the status that our webhook answered. */
  broadcast(userId: string, text: string, id: number): Promise<number>;
}

export interface BotDistriktServerOptions {
  /** Default: `1234`. */
  readonly webchatAppId?: string;
  /** Default: one of its own. */
  readonly domain?: string;
  readonly bot: Bot;
  readonly port?: number;
  readonly behaviour?: Partial<Behaviour>;
  readonly events?: Partial<EventBehaviour>;
  readonly deliveries?: Partial<DeliveryBehaviour>;
}

interface RegisteredUser {
  /** The `bot_user` as JSON text. */
  readonly text: string;
  /** What a sender may give as the user: what was answered, or what was asked for where nothing was answered. */
  readonly accepted: string[];
}

/**
 * BotDistrikt's webchat API on loopback, strict about all that its page fixes: methods, paths, the numeric id, the
 * domain, the registered user as it was answered, the sender's `webchat_id` as the bare Authorization. Its Event Webhook
 * tells what agents and broadcasts say, and what was answered to a send again.
 */
export async function startBotDistrikt(options: BotDistriktServerOptions): Promise<BotDistriktServer> {
  const { webchatAppId = '1234', domain = 'https://3f9a7c1e.bluebell.example', bot, port = 0 } = options;
  const users = new Map<string, RegisteredUser>();
  const behaviour: Behaviour = {
    delayMs: 0,
    replyShape: 'responses',
    wrappers: [],
    webchatId: 'ours',
    duplicate: 'same',
    unknownUser: 401,
    textOf: (message) => message.text,
    faults: { open: [], send: [] },
    ...options.behaviour,
  };
  const events: EventBehaviour = { ...PLAIN_EVENTS, ...options.events };
  const deliveryBehaviour: DeliveryBehaviour = { ...PROMPT_DELIVERY, ...options.deliveries };
  const deliveries = createDeliveries(deliveryBehaviour);
  let registered = 0;
  let sent = 0;
  let hasWebhook = false;

  const server = await startVendorServer<Operation>({ port, behaviour, route, errorBody });

  const baseUrl = `${server.origin}/api`;

  return {
    baseUrl,
    environment: {
      ALOUD_PLATFORM: 'botdistrikt',
      BOTDISTRIKT_BASE_URL: baseUrl,
      BOTDISTRIKT_WEBCHAT_APP_ID: webchatAppId,
      BOTDISTRIKT_DOMAIN: domain,
    },
    behaviour,
    deliveries: deliveryBehaviour,
    events,
    requests: server.requests,
    get waiting() {
      return server.waiting;
    },
    connections: server.connections,
    sendWebhooksTo(url) {
      hasWebhook = true;
      deliveries.sendTo(url);
    },
    idle: deliveries.idle,
    agentSays: (userId, text, { id, name }) => tell(userId, text, { source: 'human', sourceId: id, agentName: name }),
    broadcast: (userId, text, id) => tell(userId, text, { source: 'broadcast', sourceId: id }),
    forget: () => users.clear(),
    async close() {
      deliveries.close();
      await server.close();
    },
  };

  function route({ method, url, headers, body }: VendorRequest) {
    const [, id, model] = /^\/api\/webchat_apps\/(\d+)\/(user|message)$/.exec(url) ?? [];
    if (method !== 'POST' || !model) throw new Refusal(404, `There is no method to handle ${method} ${url}`);
    const operation: Operation = model === 'user' ? 'open' : 'send';
    return {
      operation,
      answer() {
        if (id !== webchatAppId) throw new Refusal(404, `Unknown "webchat_app" id "${id}".`);
        const json = readBody(headers, body);
        if (json.domain !== domain) throw new Refusal(401, 'Authorization Required');
        return operation === 'open' ? register(json) : send(json, headers.authorization);
      },
    };
  }

  function register({ domain: _domain, webchat_id: wanted, user, ...others }: Record<string, unknown>): string {
    if (!isObject(user)) throw new Refusal(422, 'user must be an object');
    if (wanted !== undefined && typeof wanted !== 'string') throw new Refusal(422, 'webchat_id must be a string');
    refuseOthers(others);

    const webchatId =
      behaviour.webchatId === 'generated' || !wanted ? `webchat.${(++registered).toString(36)}` : wanted;
    const known = users.get(webchatId);
    if (known && behaviour.duplicate !== 'same') {
      known.accepted.push(JSON.stringify({ ...user, webchat_id: webchatId }));
      const details = { codes: { webchat_id: ['uniqueness'] } };
      throw new Refusal(behaviour.duplicate, 'The `bot_user` instance is not valid.', details);
    }
    const { text } = known ?? keep(webchatId, user);
    return behaviour.wrappers.reduceRight((inner, wrapper) => `{"ok":true,${JSON.stringify(wrapper)}:${inner}}`, text);
  }

  /** Its id is a number that no double holds: a client that sends the user back must not have rounded it. */
  function keep(webchatId: string, user: object): RegisteredUser {
    const defaults = { last_name: '', active: true, is_group: false, channel: 'web' };
    const said = behaviour.webchatId === 'unsaid' ? {} : { webchat_id: webchatId };
    const rest = JSON.stringify({ ...said, ...defaults, ...user, attributes: { source: domain } });
    const text = `{"id": ${9_007_199_254_740_993n + 2n * BigInt(users.size)}, ${rest.slice(1)}`;
    const entry = { text, accepted: [text] };
    users.set(webchatId, entry);
    return entry;
  }

  async function send({ domain: _domain, user, message, ...others }: Record<string, unknown>, sender = '') {
    const registered = users.get(sender);
    if (!registered) throw new Refusal(behaviour.unknownUser, 'Authorization Required');
    if (!registered.accepted.some((text) => isDeepStrictEqual(parse(text), user))) {
      throw new Refusal(422, 'user is not the bot_user that was registered');
    }
    if (!isObject(message)) throw new Refusal(422, 'message must be an object');
    refuseOthers(others);
    const text = behaviour.textOf(message);
    if (typeof text !== 'string') throw new Refusal(422, 'message says nothing');
    const replies = bot.reply(sender, text);
    if (hasWebhook && events.botEvents) {
      await deliveries.answer(replies.map((reply) => toEvent(sender, { reply, source: 'bot' })));
    }
    return JSON.stringify(REPLY_SHAPES[behaviour.replyShape](replies));
  }

  function tell(webchatId: string, text: string, by: Omit<EventContent, 'webchatId' | 'user' | 'reply'>) {
    return deliveries.send(toEvent(webchatId, { reply: { text }, ...by }));
  }

  function toEvent(webchatId: string, content: Omit<EventContent, 'webchatId' | 'user'>): Webhook {
    const user = users.get(webchatId)?.text ?? JSON.stringify({ webchat_id: webchatId });
    return toWebhook({ webchatId, user, ...content }, events, String(++sent), Date.now());
  }
}
