import type { Bot } from './bot-reply';
import { createDeliveries, type DeliveryBehaviour, PROMPT_DELIVERY } from './deliveries';
import type { Vendor } from './vendor';
import { startVendorServer } from './vendor-server';
import { createApi } from './wotnot-api';
import { type Behaviour, type Operation, usualBehaviour } from './wotnot-behaviour';
import { createConversations } from './wotnot-conversations';
import { type EventBehaviour, USUAL_EVENTS, type Writer } from './wotnot-events';
import { toWords } from './wotnot-messages';
import { createTeller, repeatsToken } from './wotnot-teller';
import { errorBody } from './wotnot-wire';

export type { Behaviour } from './wotnot-behaviour';

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

/**
 * WotNot's API channel on loopback, or its white label's, strict about all that their pages fix: paths, the bearer
 * token, each member of a body, the visitor's type and the data of each kind of response. What bot and agents say comes
 * as events, the form of which is mostly assumed.
 */
export async function startWotNot(options: WotNotServerOptions): Promise<WotNotServer> {
  const { bot, brand = 'wotnot', port = 0 } = options;
  const { token = 'eyJ0b2tlbiI6IndvdG5vdCJ9', botKey = '8Dc98btp4CPu0959', webhookToken = 'w3bh00k-t0k3n' } = options;
  const behaviour: Behaviour = { ...usualBehaviour(), ...options.behaviour };
  const events: EventBehaviour = { ...USUAL_EVENTS, ...options.events };
  const deliveryBehaviour: DeliveryBehaviour = { ...PROMPT_DELIVERY, ...options.deliveries };
  const deliveries = createDeliveries(deliveryBehaviour);
  const conversations = createConversations(events);
  const teller = createTeller({ bot, behaviour, events, deliveries, conversations, webhookToken });
  const route = createApi({ bot, behaviour, events, conversations, teller, token, botKey });
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
    saveWebhook: async () => webhook !== undefined && repeatsToken(webhook, webhookToken, events, behaviour),
    agentSays: (userId, text, { id, name }) =>
      teller.say(userId, { type: 'text', text: toWords(text, events) }, { type: events.agentType, id, name }),
    say: teller.say,
    closeConversation: teller.close,
    forget: conversations.forget,
    async close() {
      deliveries.close();
      await server.close();
    },
  };
}
