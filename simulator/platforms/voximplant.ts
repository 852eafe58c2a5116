import { randomUUID } from 'node:crypto';
import type { Bot } from './bot-reply';
import { createDeliveries, type DeliveryBehaviour, PROMPT_DELIVERY, type Webhook } from './deliveries';
import type { Vendor } from './vendor';
import { type CallBehaviour, Refusal, startVendorServer, type VendorRequest } from './vendor-server';
import {
  CALLBACKS,
  type CallbackBehaviour,
  type CallbackContent,
  type CallbackSender,
  sign,
  toClosing,
  toMessage,
  toWebhook,
} from './voximplant-callbacks';
import { createTokenIssuer, TOKENS, type TokenBehaviour } from './voximplant-tokens';
import { readEvent, readFields, readForm } from './voximplant-wire';

/** `open` is a login or a refresh. */
type Operation = 'open' | 'send';

/** What the vendor's pages leave open, and what may go wrong. Every member may be changed at any time. */
export interface VoximplantBehaviour extends CallBehaviour<Operation>, TokenBehaviour {
  /** Whether errors have a status of their own, or are answered 200 with `success: false`. */
  errorStatus: 'own' | 'ok';
  /** Where an answer holds the tokens. */
  tokensIn: 'result' | 'top';
  /** What becomes of an event whose `event_id` was accepted before. */
  repeated: 'refused' | 'dropped' | 'accepted';
  /** The next events are refused with these codes, in the form of other errors. */
  refusals: number[];
}

export interface VoximplantServer extends Vendor {
  readonly behaviour: VoximplantBehaviour;
  /** The form of its callbacks. */
  readonly callbacks: CallbackBehaviour;
  /** What belongs into VOXIMPLANT_BASE_URL. */
  readonly baseUrl: string;
  /** Ends tokens before their time. */
  endTokens(which: 'access' | 'all'): void;
  /** The test request to the callback URL, as when a channel is created. Resolves to the status that was answered. */
  checkWebhook(method?: 'GET' | 'POST'): Promise<number>;
  /** The conversation with a user ends. Resolves to the status that our webhook answered. */
  closeConversation(userId: string, reason?: string): Promise<number>;
  /** An event of any kind, known or not. */
  sendEvent(userId: string, content: CallbackContent): Promise<number>;
}

export interface VoximplantServerOptions {
  /** Knows users by their `client_id`. */
  readonly bot: Bot;
  readonly account?: string;
  readonly apiToken?: string;
  readonly channelUuid?: string;
  readonly salt?: string;
  readonly port?: number;
  readonly behaviour?: Partial<VoximplantBehaviour>;
  readonly callbacks?: Partial<CallbackBehaviour>;
  readonly deliveries?: Partial<DeliveryBehaviour>;
  /** Epoch milliseconds: what tokens age by. */
  readonly now?: () => number;
}

const FIRST_LONG = 9_007_199_254_740_993n;

/**
 * A custom channel of Voximplant Kit on loopback, strict about all that the vendor has published: paths, forms and
 * queries, the life of tokens, the members of an event and their types, signatures. A test may write to it at any time.
 */
export async function startVoximplant(options: VoximplantServerOptions): Promise<VoximplantServer> {
  const {
    bot,
    account = 'bluebell',
    apiToken = 'simulated-api-token',
    channelUuid = '7f1d3c2a-6b1e-4b0a-9a55-3b1f0c8d2e11',
    salt = 'simulated-salt',
    now = Date.now,
  } = options;
  const behaviour: VoximplantBehaviour = {
    delayMs: 0,
    faults: { open: [], send: [] },
    ...TOKENS,
    errorStatus: 'own',
    tokensIn: 'result',
    repeated: 'refused',
    refusals: [],
    ...options.behaviour,
  };
  const callbacks: CallbackBehaviour = { ...CALLBACKS, ...options.callbacks };
  const deliveryBehaviour: DeliveryBehaviour = { ...PROMPT_DELIVERY, ...options.deliveries };
  const deliveries = createDeliveries(deliveryBehaviour);
  const tokens = createTokenIssuer(behaviour, now);
  const acceptedIds = new Set<string>();
  let callbackUrl: string | undefined;
  let ids = 0;

  const server = await startVendorServer<Operation>({ port: options.port, behaviour, route, errorBody });

  return {
    baseUrl: server.origin,
    environment: {
      ALOUD_PLATFORM: 'voximplant',
      VOXIMPLANT_BASE_URL: server.origin,
      VOXIMPLANT_ACCOUNT: account,
      VOXIMPLANT_REGION: 'eu',
      VOXIMPLANT_API_TOKEN: apiToken,
      VOXIMPLANT_CHANNEL_UUID: channelUuid,
      VOXIMPLANT_SALT: salt,
    },
    behaviour,
    callbacks,
    deliveries: deliveryBehaviour,
    requests: server.requests,
    get waiting() {
      return server.waiting;
    },
    connections: server.connections,
    sendWebhooksTo(url) {
      callbackUrl = url;
      deliveries.sendTo(url);
    },
    idle: deliveries.idle,
    endTokens: tokens.end,
    checkWebhook,
    agentSays: (userId, text, agent) => deliveries.send(toCallback(userId, toSaid({ text }, agent))),
    closeConversation: (userId, reason = 'CLOSED_BY_AGENT') => deliveries.send(toCallback(userId, toClosing(reason))),
    sendEvent: (userId, content) => deliveries.send(toCallback(userId, content)),
    forget: () => acceptedIds.clear(),
    close() {
      deliveries.close();
      return server.close();
    },
  };

  function route({ method, url, headers, body }: VendorRequest) {
    const { pathname, searchParams } = new URL(url, server.origin);
    if (method !== 'POST') throw new Refusal(404, 'Not found');
    switch (pathname) {
      case '/api/v3/botService/login':
        return { operation: 'open' as const, answer: () => softened(() => login(searchParams, headers, body)) };
      case '/api/v3/botService/refreshToken':
        return { operation: 'open' as const, answer: () => softened(() => refresh(searchParams, headers, body)) };
      case `/${channelUuid}`:
        return { operation: 'send' as const, answer: () => softened(() => take(headers, body)) };
      default:
        throw new Refusal(404, 'Not found');
    }
  }

  /** An error as an answer with status 200, where the behaviour wants that. */
  async function softened(answer: () => string | Promise<string>): Promise<string> {
    try {
      return await answer();
    } catch (error) {
      if (error instanceof Refusal && behaviour.errorStatus === 'ok') return errorBody(error);
      throw error;
    }
  }

  function login(query: URLSearchParams, headers: VendorRequest['headers'], body: string): string {
    const { domain, access_token } = readFields(query, ['domain', 'access_token']);
    const { channel_uuid } = readForm(headers, body, ['channel_uuid']);
    if (domain !== account || access_token !== apiToken) throw new Refusal(401, 'Unauthorized');
    if (channel_uuid !== channelUuid) throw new Refusal(404, 'Channel not found');
    return answerTokens();
  }

  function refresh(query: URLSearchParams, headers: VendorRequest['headers'], body: string): string {
    readFields(query, []);
    const { refresh_token } = readForm(headers, body, ['refresh_token']);
    if (!tokens.takeRefresh(refresh_token)) throw new Refusal(401, 'Refresh token is not valid');
    return answerTokens();
  }

  function answerTokens(): string {
    const pair = tokens.issue();
    return JSON.stringify({ success: true, ...(behaviour.tokensIn === 'result' ? { result: pair } : pair) });
  }

  async function take(headers: VendorRequest['headers'], body: string): Promise<string> {
    const [, token = ''] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? [];
    if (!tokens.isAccess(token)) throw new Refusal(401, 'Token is not valid');
    const { clientId, eventId, text } = readEvent(headers, body);
    const refusal = behaviour.refusals.shift();
    if (refusal) throw new Refusal(refusal, 'As you wished');
    const isRepeated = acceptedIds.has(eventId);
    if (isRepeated && behaviour.repeated === 'refused') throw new Refusal(400, 'This event was sent before');
    acceptedIds.add(eventId);
    if (text !== undefined && !(isRepeated && behaviour.repeated === 'dropped')) {
      const replies = bot.reply(clientId, text);
      await deliveries.answer(replies.map((reply) => toCallback(clientId, toSaid(reply, 'bot'))));
    }
    return JSON.stringify({ success: true, result: true });
  }

  function toSaid(reply: Parameters<typeof toMessage>[0], sender: CallbackSender): CallbackContent {
    return toMessage(reply, nextId(), sender, callbacks);
  }

  function toCallback(clientId: string, content: CallbackContent): Webhook {
    const eventId = nextId();
    return toWebhook(content, { clientId, eventId }, sign(callbacks, { salt, apiToken }, eventId), callbacks);
  }

  function nextId(): string {
    ids++;
    if (callbacks.ids === 'string') return randomUUID();
    return callbacks.ids === 'long' ? String(FIRST_LONG + 2n * BigInt(ids)) : String(ids);
  }

  async function checkWebhook(method: 'GET' | 'POST' = 'GET'): Promise<number> {
    const authorization = sign(callbacks, { salt, apiToken });
    if (method === 'POST') return deliveries.send({ headers: { authorization }, body: '' });
    if (callbackUrl === undefined) return 0;
    const answer = await fetch(callbackUrl, { headers: { authorization }, redirect: 'manual' });
    await answer.arrayBuffer();
    return answer.status;
  }

  function errorBody({ statusCode, message }: Refusal): string {
    return JSON.stringify({ success: false, result: { error: message, code: statusCode } });
  }
}
