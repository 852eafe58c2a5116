// @ts-check
// Direct Line 3.0 on this machine, as Microsoft describes it: for clients on one side, and for a bot on the other.
// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference
import { Refusal, startVendorServer } from 'aloud/testing';

/** @import { CallBehaviour, VendorRequest } from 'aloud/testing' */
/** @typedef {Record<string, unknown> & { type: string, text?: string, from: { id: string }, conversation: { id: string } }} Activity */
/** @typedef {'open' | 'send' | 'poll' | 'bot'} Operation */

const SECRET = 'secret-of-the-direct-line-site';

/**
 * @param {(activity: Activity) => Promise<void>} tell puts an activity to the bot, and ends when it has taken it
 */
export async function startDirectLine(tell) {
  /** Activities, by conversation. @type {Map<string, object[]>} */
  const histories = new Map();
  /** `conversation user` @type {Set<string>} */
  const members = new Set();
  /** @type {CallBehaviour<Operation>} */
  const behaviour = { delayMs: 0, faults: { open: [], send: [], poll: [], bot: [] } };
  let opened = 0;

  /**
   * @param {string} conversation
   * @param {object} activity
   * @returns its id, under which it is in the history from now on
   */
  function keep(conversation, activity) {
    const history = histories.get(conversation);
    if (!history) throw new Refusal(404, 'ConversationNotFound');
    const id = `${conversation}|${String(history.length).padStart(7, '0')}`;
    history.push({ ...activity, id, timestamp: new Date().toISOString(), channelId: 'directline' });
    return id;
  }

  /**
   * What the bot says; Microsoft's service adds who that is.
   *
   * @param {string} conversation
   * @param {object} activity
   */
  function say(conversation, activity) {
    return keep(conversation, { ...activity, from: { id: 'bot' } });
  }

  /** @param {string} body */
  async function open(body) {
    const { user, locale } = body === '' ? {} : parsed(body);
    const id = `conversation-${++opened}`;
    histories.set(id, []);
    await joined(id, ['bot', ...(user?.id ? [user.id] : [])], locale);
    return JSON.stringify({ conversationId: id, token: `token-of-${id}`, expires_in: 1800 });
  }

  /**
   * Bots greet those who come.
   *
   * @param {string} conversation
   * @param {readonly string[]} who
   * @param {string} [locale]
   */
  async function joined(conversation, who, locale) {
    for (const id of who) {
      members.add(`${conversation} ${id}`);
      await told({ type: 'conversationUpdate', membersAdded: [{ id }], from: { id }, locale }, conversation);
    }
  }

  /**
   * @param {string} conversation
   * @param {string} body
   */
  async function post(conversation, body) {
    const activity = parsed(body);
    if (!histories.has(conversation)) throw new Refusal(404, 'ConversationNotFound');
    if (typeof activity.type !== 'string' || typeof activity.from?.id !== 'string')
      throw new Refusal(400, 'BadArgument');
    if (activity.type === 'message' && typeof activity.text !== 'string' && !activity.value) {
      throw new Refusal(400, 'MissingProperty');
    }
    const id = keep(conversation, activity);
    if (!members.has(`${conversation} ${activity.from.id}`)) await joined(conversation, [activity.from.id]);
    await told({ ...activity, id }, conversation);
    return JSON.stringify({ id });
  }

  /**
   * A bot that does not take something is what clients are told of as 502.
   *
   * @param {object} activity
   * @param {string} conversation
   */
  async function told(activity, conversation) {
    const whole = {
      ...{ channelId: 'directline', serviceUrl: server.origin, timestamp: new Date().toISOString() },
      ...{ recipient: { id: 'bot' }, conversation: { id: conversation } },
      ...activity,
    };
    await tell(/** @type {Activity} */ (/** @type {unknown} */ (whole))).catch(() => {
      throw new Refusal(502, 'BotError');
    });
  }

  /**
   * @param {string} conversation
   * @param {string | null} watermark
   */
  function read(conversation, watermark) {
    const history = histories.get(conversation);
    if (!history) throw new Refusal(404, 'ConversationNotFound');
    const activities = history.slice(Number(watermark ?? 0));
    return JSON.stringify({ activities, watermark: String(history.length) });
  }

  /** @param {VendorRequest} request */
  function route({ method, url, headers, body }) {
    const { pathname, searchParams } = new URL(url, 'http://direct-line');
    const [, id = ''] = /\/conversations\/([^/]+)/.exec(pathname) ?? [];
    const conversation = decodeURIComponent(id);
    // The bot's side, which a client's secret does not open.
    if (/^\/v3\/conversations\/[^/]+\/activities(\/[^/]+)?$/.test(pathname)) {
      return {
        operation: /** @type {const} */ ('bot'),
        answer: () => JSON.stringify({ id: say(conversation, parsed(body)) }),
      };
    }
    if (headers.authorization !== `Bearer ${SECRET}`) throw new Refusal(401, 'Unauthorized');
    switch (`${method} ${pathname.replace(id, '')}`) {
      case 'POST /v3/directline/conversations':
        return { operation: /** @type {const} */ ('open'), answer: () => open(body) };
      case 'POST /v3/directline/conversations//activities':
        return { operation: /** @type {const} */ ('send'), answer: () => post(conversation, body) };
      case 'GET /v3/directline/conversations//activities':
        return {
          operation: /** @type {const} */ ('poll'),
          answer: () => read(conversation, searchParams.get('watermark')),
        };
    }
    throw new Refusal(404, 'NotFound');
  }

  const server = await startVendorServer({
    behaviour,
    route,
    errorBody: ({ message }) => JSON.stringify({ error: { code: message, message } }),
  });
  return {
    ...{ server, secret: SECRET, behaviour, say },
    url: `${server.origin}/v3/directline`,
    /** Forgets all conversations, as the service does in time. */
    forget: () => histories.clear(),
  };
}

/** @param {string} body */
function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, 'BadArgument');
  }
}
