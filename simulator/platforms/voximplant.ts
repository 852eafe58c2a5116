import type { Bot } from './bot-reply';
import { createDeliveries, type DeliveryBehaviour, PROMPT_DELIVERY } from './deliveries';
import type { Vendor } from './vendor';
import { startVendorServer } from './vendor-server';
import { createApi, errorBody } from './voximplant-api';
import { type Operation, usualBehaviour, type VoximplantBehaviour } from './voximplant-behaviour';
import { CALLBACKS, type CallbackBehaviour, type CallbackContent, toClosing } from './voximplant-callbacks';
import { createTokenIssuer } from './voximplant-tokens';
import { createCallbackWriter } from './voximplant-writer';

export type { VoximplantBehaviour } from './voximplant-behaviour';

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
  const behaviour: VoximplantBehaviour = { ...usualBehaviour(), ...options.behaviour };
  const callbacks: CallbackBehaviour = { ...CALLBACKS, ...options.callbacks };
  const deliveryBehaviour: DeliveryBehaviour = { ...PROMPT_DELIVERY, ...options.deliveries };
  const deliveries = createDeliveries(deliveryBehaviour);
  const tokens = createTokenIssuer(behaviour, now);
  const writer = createCallbackWriter(callbacks, { salt, apiToken });
  const api = createApi({ bot, behaviour, tokens, deliveries, writer, account, apiToken, channelUuid });
  let callbackUrl: string | undefined;

  const server = await startVendorServer<Operation>({ port: options.port, behaviour, route: api.route, errorBody });
  const sendEvent = (userId: string, content: CallbackContent) => deliveries.send(writer.callback(userId, content));

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
    async checkWebhook(method = 'GET') {
      const headers = { authorization: writer.authorization() };
      if (method === 'POST') return deliveries.send({ headers, body: '' });
      return callbackUrl === undefined ? 0 : statusOf(callbackUrl, headers);
    },
    agentSays: (userId, text, agent) => sendEvent(userId, writer.said({ text }, agent)),
    closeConversation: (userId, reason = 'CLOSED_BY_AGENT') => sendEvent(userId, toClosing(reason)),
    sendEvent,
    forget: api.forget,
    close() {
      deliveries.close();
      return server.close();
    },
  };
}

async function statusOf(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const answer = await fetch(url, { headers, redirect: 'manual' });
  await answer.arrayBuffer();
  return answer.status;
}
