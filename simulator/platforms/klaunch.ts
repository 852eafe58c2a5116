import type { Bot } from './bot-reply';
import { createDeliveries, type DeliveryBehaviour, PROMPT_DELIVERY, type Webhook } from './deliveries';
import { type ChannelMessage, toChannelMessage } from './klaunch-messages';
import { ERROR_SHAPES, type ErrorShape, namesUser, readSent, type Sent } from './klaunch-wire';
import type { Vendor } from './vendor';
import { type CallBehaviour, Refusal, startVendorServer, type VendorRequest } from './vendor-server';

type Operation = 'open' | 'send';

/** What the vendor's page leaves open, and what may go wrong. Every member may be changed at any time. */
export interface KlaunchBehaviour extends CallBehaviour<Operation> {
  /** The numbers of new users: counted from 1, or longer than a double holds. */
  userIDs: 'short' | 'long';
  /** How answers and webhooks write them. The page says number. */
  writtenAs: 'number' | 'string';
  /** How webhooks write the time. The page says a number, and that it is required. */
  timestamps: 'number' | 'text' | 'iso' | 'none';
  /** What stands for the words of a message that has none. The page says a string, and that it is required. */
  noWords: 'empty' | 'null' | 'none';
  /** What becomes of words to a user whose bot was not started. */
  beforeStart: 'ignored' | 'refused' | 'accepted';
  /** The answer to a `userID` that is not known; `created`: a new user is made, and answered. */
  unknownUser: { readonly status: number; readonly message: string } | 'created';
  /** "Subject to rate limiting according to your plan": as many in a minute, evenly. The page names no figure. */
  perMinute?: number;
  errorShape: ErrorShape;
  /** Whether errors have a status of their own, or are answered 200. */
  errorStatus: 'own' | 'ok';
}

export interface KlaunchServer extends Vendor {
  readonly behaviour: KlaunchBehaviour;
  /** The API's whole address. */
  readonly url: string;
  /** The dashboard's "Test Webhook". Resolves to the status that was answered. */
  testWebhook(sample?: unknown): Promise<number>;
}

export interface KlaunchServerOptions {
  /** Knows users by the digits of their number. A hashtag reaches it as "hello". */
  readonly bot: Bot;
  readonly channelID?: string;
  readonly token?: string;
  readonly hashtag?: string;
  /** Where the API is, query and all; the vendor's page does not say. */
  readonly path?: string;
  /** How many users it had before: their numbers are not given again. */
  readonly formerUsers?: number;
  readonly port?: number;
  readonly behaviour?: Partial<KlaunchBehaviour>;
  readonly deliveries?: Partial<DeliveryBehaviour>;
}

const FIRST_LONG = 9_007_199_254_740_993n;
const SAMPLE = { channelID: 'CHANNEL_ID', message: 'This is a test message.', userID: 1, timestamp: 1_600_000_000_000 };

/**
 * KLaunch's API medium on loopback, strict about all that its page fixes: the members of a message and their types, the
 * token of the channel, numbers for users. Where the page is silent, `behaviour` decides.
 */
export async function startKlaunch(options: KlaunchServerOptions): Promise<KlaunchServer> {
  const {
    bot,
    channelID = 'D9LjuWl0jappznT5',
    token = 'simulated-channel-token',
    hashtag = '#bluebell',
    path = '/chatapi/message',
  } = options;
  /** Whether a user's bot was started, by their number. */
  const users = new Map<string, boolean>();
  const behaviour: KlaunchBehaviour = {
    delayMs: 0,
    faults: { open: [], send: [] },
    userIDs: 'short',
    writtenAs: 'number',
    timestamps: 'number',
    noWords: 'empty',
    beforeStart: 'ignored',
    unknownUser: { status: 400, message: 'Unknown userID' },
    errorShape: 'message',
    errorStatus: 'own',
    ...options.behaviour,
  };
  const deliveryBehaviour: DeliveryBehaviour = { ...PROMPT_DELIVERY, ...options.deliveries };
  const deliveries = createDeliveries(deliveryBehaviour);
  let made = options.formerUsers ?? 0;
  let takenAt = Number.NEGATIVE_INFINITY;
  let lastTimestamp = 0;

  const server = await startVendorServer<Operation>({ port: options.port, behaviour, route, errorBody });
  const url = server.origin + path;

  return {
    environment: {
      ALOUD_PLATFORM: 'klaunch',
      KLAUNCH_URL: url,
      KLAUNCH_CHANNEL_ID: channelID,
      KLAUNCH_TOKEN: token,
      KLAUNCH_HASHTAG: hashtag,
    },
    url,
    behaviour,
    deliveries: deliveryBehaviour,
    requests: server.requests,
    get waiting() {
      return server.waiting;
    },
    connections: server.connections,
    sendWebhooksTo: deliveries.sendTo,
    idle: deliveries.idle,
    agentSays: (userID, message, { id }) => deliveries.send(toWebhook(userID, { message, adminID: id })),
    testWebhook: (sample = SAMPLE) => deliveries.send({ headers: {}, body: JSON.stringify(sample) }),
    forget: () => users.clear(),
    close() {
      deliveries.close();
      return server.close();
    },
  };

  function route({ method, url, headers, body }: VendorRequest) {
    if (method !== 'POST' || url !== path) throw new Refusal(404, `There is nothing at ${method} ${url}`);
    const operation: Operation = namesUser(body) ? 'send' : 'open';
    return { operation, answer: () => softened(() => take(readSent(headers, body))) };
  }

  /** An error as an answer with status 200, where the behaviour wants that. */
  async function softened(answer: () => Promise<string>): Promise<string> {
    try {
      return await answer();
    } catch (error) {
      if (error instanceof Refusal && behaviour.errorStatus === 'ok') return errorBody(error);
      throw error;
    }
  }

  async function take(sent: Sent): Promise<string> {
    if (sent.channelID !== channelID) throw new Refusal(404, 'Channel not found');
    if (sent.token !== token) throw new Refusal(401, 'Invalid token');
    limit();
    const userID = find(sent.userID);
    const said = hear(userID, sent.message);
    const replies = said === undefined ? [] : bot.reply(userID, said);
    await deliveries.answer(replies.map((reply) => toWebhook(userID, toChannelMessage(reply))));
    return withUserID(userID, { channelID, message: sent.message, success: true });
  }

  function limit(): void {
    const { perMinute } = behaviour;
    const now = performance.now();
    if (perMinute !== undefined && now - takenAt < 60_000 / perMinute) throw new Refusal(429, 'Rate limit exceeded');
    takenAt = now;
  }

  function find(userID: string | undefined): string {
    if (userID !== undefined && users.has(userID)) return userID;
    const { unknownUser } = behaviour;
    if (userID !== undefined && unknownUser !== 'created') throw new Refusal(unknownUser.status, unknownUser.message);
    const number = behaviour.userIDs === 'long' ? FIRST_LONG + 2n * BigInt(made) : BigInt(made + 1);
    made++;
    users.set(String(number), false);
    return String(number);
  }

  /** What reaches the bot: the hashtag, however it is written, begins it. */
  function hear(userID: string, message: string): string | undefined {
    if (message.trim().toLowerCase() === hashtag.toLowerCase()) {
      users.set(userID, true);
      bot.begin?.(userID);
      return 'hello';
    }
    if (users.get(userID) || behaviour.beforeStart === 'accepted') return message;
    if (behaviour.beforeStart === 'refused') throw new Refusal(400, 'No chat bot is running');
    return undefined;
  }

  function toWebhook(userID: string, { message, ...rest }: ChannelMessage): Webhook {
    lastTimestamp = Math.max(Date.now(), lastTimestamp + 1);
    const words = { empty: { message }, null: { message: null }, none: {} }[
      message === '' ? behaviour.noWords : 'empty'
    ];
    return { headers: {}, body: withUserID(userID, { channelID, ...words, ...rest, ...timeOf(lastTimestamp) }) };
  }

  function timeOf(timestamp: number): object {
    switch (behaviour.timestamps) {
      case 'number':
        return { timestamp };
      case 'text':
        return { timestamp: String(timestamp) };
      case 'iso':
        return { timestamp: new Date(timestamp).toISOString() };
      case 'none':
        return {};
    }
  }

  function withUserID(userID: string, rest: object): string {
    const written = behaviour.writtenAs === 'string' ? `"${userID}"` : userID;
    return `{"userID":${written},${JSON.stringify(rest).slice(1)}`;
  }

  function errorBody({ message }: Refusal): string {
    return JSON.stringify(ERROR_SHAPES[behaviour.errorShape](message));
  }
}
