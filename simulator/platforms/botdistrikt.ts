import { isDeepStrictEqual } from 'node:util';
import type { Bot } from './bot-reply';
import { REPLY_SHAPES, type ReplyShape } from './botdistrikt-shapes';
import { errorBody, isObject, parse, readBody, refuseOthers } from './botdistrikt-wire';
import {
  type CallBehaviour,
  type LoggedRequest,
  Refusal,
  startVendorServer,
  type VendorRequest,
} from './vendor-server';

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

export interface BotDistriktServer {
  /** What belongs into BOTDISTRIKT_BASE_URL. */
  readonly baseUrl: string;
  readonly behaviour: Behaviour;
  /** The last 1,000 calls that came in whole, refused ones too. */
  readonly requests: readonly LoggedRequest<Operation>[];
  /** Forgets all users, as a platform does whose sessions run out. */
  forget(): void;
  /** Connections open at the moment. */
  connections(): Promise<number>;
  /** Calls that are not answered yet. */
  readonly waiting: number;
  close(): Promise<void>;
}

export interface BotDistriktServerOptions {
  readonly webchatAppId: string;
  readonly domain: string;
  readonly bot: Bot;
  readonly port?: number;
  readonly behaviour?: Partial<Behaviour>;
}

interface RegisteredUser {
  /** The `bot_user` as JSON text. */
  readonly text: string;
  /** What a sender may give as the user: what was answered, or what was asked for where nothing was answered. */
  readonly accepted: string[];
}

/**
 * BotDistrikt's webchat API on loopback, strict about all that its page fixes: methods, paths, the numeric id, the
 * domain, the registered user as it was answered, the sender's `webchat_id` as the bare Authorization.
 */
export async function startBotDistrikt(options: BotDistriktServerOptions): Promise<BotDistriktServer> {
  const { webchatAppId, domain, bot, port = 0 } = options;
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
  let registered = 0;

  const server = await startVendorServer<Operation>({ port, behaviour, route, errorBody });

  return {
    baseUrl: `${server.origin}/api`,
    behaviour,
    requests: server.requests,
    get waiting() {
      return server.waiting;
    },
    forget: () => users.clear(),
    connections: server.connections,
    close: server.close,
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

  /** Its id is a number that no double holds: whoever sends the user back must not have rounded it. */
  function keep(webchatId: string, user: object): RegisteredUser {
    const defaults = { last_name: '', active: true, is_group: false, channel: 'web' };
    const said = behaviour.webchatId === 'unsaid' ? {} : { webchat_id: webchatId };
    const rest = JSON.stringify({ ...said, ...defaults, ...user, attributes: { source: domain } });
    const text = `{"id": ${9_007_199_254_740_993n + 2n * BigInt(users.size)}, ${rest.slice(1)}`;
    const entry = { text, accepted: [text] };
    users.set(webchatId, entry);
    return entry;
  }

  function send({ domain: _domain, user, message, ...others }: Record<string, unknown>, sender = ''): string {
    const registered = users.get(sender);
    if (!registered) throw new Refusal(behaviour.unknownUser, 'Authorization Required');
    if (!registered.accepted.some((text) => isDeepStrictEqual(parse(text), user))) {
      throw new Refusal(422, 'user is not the bot_user that was registered');
    }
    if (!isObject(message)) throw new Refusal(422, 'message must be an object');
    refuseOthers(others);
    const text = behaviour.textOf(message);
    if (typeof text !== 'string') throw new Refusal(422, 'message says nothing');
    return JSON.stringify(REPLY_SHAPES[behaviour.replyShape](bot.reply(sender, text)));
  }
}
