// @ts-check
// A bot of the Bot Framework, over Direct Line 3.0: ALOUD_PLATFORM=./examples/direct-line/direct-line.js
import { setTimeout as pause } from 'node:timers/promises';
import {
  AloudError,
  codeOfStatus,
  createHttp,
  definePlatform,
  isObject,
  member,
  readId,
  taken,
  text,
  url,
  wholeNumber,
} from 'aloud';
import { isOfBot, readMessage, toActivity } from './activity.js';

/** @import { Http, JsonObject, PlatformInput, Thread } from 'aloud' */

/** From one look for answers to the next, at first; twice as long each time. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 800;
/** A bot that goes on without end is left. */
const MOST_MESSAGES = 50;

export default definePlatform(
  'Bot Framework (Direct Line)',
  {
    secret: {
      name: 'DIRECT_LINE_SECRET',
      schema: text((value) => /^[!-~]+$/.test(value), 'must be one word'),
      doc: 'A secret key of the site: Azure portal, the bot, Channels, Direct Line.',
      required: true,
      secret: true,
    },
    address: {
      name: 'DIRECT_LINE_URL',
      schema: url,
      doc: 'Where Direct Line is, for a bot of a region.',
      fallback: 'https://directline.botframework.com/v3/directline',
      example: 'https://europe.directline.botframework.com/v3/directline',
    },
    silenceMs: {
      name: 'DIRECT_LINE_SILENCE_MS',
      schema: wholeNumber(0, 7000),
      doc: 'After how long a bot that has not answered is taken to say nothing: Direct Line does not tell.',
      fallback: '2000',
    },
    greetingMs: {
      name: 'DIRECT_LINE_GREETING_MS',
      schema: wholeNumber(0, 5000),
      doc: 'The same of its greeting, when a conversation begins. 0 for a bot that does not greet.',
      fallback: '1000',
    },
  },
  ({ name, secret, address, silenceMs, greetingMs, telemetry, recorder, now }) => {
    const http = createHttp({ platform: name, baseUrl: address, telemetry, recorder });
    const calls = callsOf(http, secret);

    /**
     * What the bot has said since a watermark, until it has said something after `sent` and is quiet. What it has said of its
     * own accord since the last turn comes along; in a conversation that was not read yet that is a greeting, and too late.
     *
     * @param {{ user: string, conversation: string, watermark?: string }} thread
     * @param {string | undefined} sent the id of what it is to answer; without one whatever it says is an answer
     * @param {AbortSignal} signal
     */
    async function listen({ user, conversation, watermark }, sent, signal) {
      /** @type {JsonObject[]} */
      const said = [];
      let mark = watermark;
      let isAnswered = false;
      let isAsked = sent === undefined;
      const patienceMs = sent === undefined ? greetingMs : silenceMs;
      for (let waited = 0, next = FIRST_PAUSE_MS; said.length < MOST_MESSAGES; ) {
        const set = await calls.activities(conversation, mark, signal);
        mark = set.watermark ?? mark;
        for (const activity of set.activities) {
          if (activity.id === sent) isAsked = true;
          if (!isOfBot(activity, user)) continue;
          if (isAsked || watermark !== undefined) said.push(activity);
          isAnswered ||= isAsked;
        }
        const isQuiet = !set.activities.some((activity) => isOfBot(activity, user));
        if (isQuiet && (isAnswered || waited >= patienceMs)) break;
        if (!isQuiet) continue;
        // The next call says that it is late, where it is.
        await pause(next, undefined, { signal }).catch(() => {});
        waited += next;
        next = Math.min(2 * next, LONGEST_PAUSE_MS);
      }
      return { said, watermark: mark };
    }

    /**
     * The thread, with another conversation where that is to begin anew: one that nothing was heard of begins now.
     *
     * @param {OpenThread} thread
     * @param {PlatformInput} input
     * @param {AbortSignal} signal
     */
    async function begun(thread, input, signal) {
      const isNew = input.kind === 'start' && thread.watermark !== undefined;
      return isNew ? { ...thread, conversation: await calls.start(thread, signal) } : thread;
    }

    return {
      name,
      inline: true,
      // Answers are told apart by when they come alone.
      oneAtATime: true,

      async open({ key, locale }, signal) {
        return { user: key, locale, conversation: await calls.start({ user: key, locale }, signal) };
      },

      async send(thread, input, signal) {
        const read = readThread(thread);
        if (!read) throw new AloudError('ALOUD_PLATFORM_THREAD_GONE', `${name} send: unreadable thread`);
        const { user, locale, conversation } = await begun(read, input, signal);
        const sent =
          input.kind === 'start' ? undefined : await calls.post(conversation, toActivity(input, read), signal);
        const from = sent === undefined ? { user, conversation } : { ...read, conversation };
        const { said, watermark = '' } = await listen(from, sent, signal);
        const isOver = said.some(({ type }) => type === 'endOfConversation');
        return {
          // Without a conversation it is gone, and opened again with the next words.
          thread: { user, locale, ...(!isOver && { conversation, watermark }) },
          messages: said.flatMap((activity) => readMessage(activity, now())),
          pending: false,
        };
      },

      // Direct Line calls nobody: what a bot says of its own accord comes with its next answer.
      receive: () => taken(),
      close: http.close,
    };
  },
);

/**
 * The three calls of Direct Line that are needed.
 *
 * @param {Http} http
 * @param {string} secret
 */
function callsOf(http, secret) {
  const headers = { authorization: `Bearer ${secret}` };
  /** @param {string} conversation */
  const pathOf = (conversation) => `/conversations/${encodeURIComponent(conversation)}/activities`;
  return {
    /**
     * As Microsoft's own client does it: the bot learns of the user at once, and may greet.
     *
     * @param {{ user: string, locale: string }} user
     * @param {AbortSignal} signal
     * @returns the id of a new conversation
     */
    async start({ user, locale }, signal) {
      const body = JSON.stringify({ user: { id: user }, locale });
      const answer = await http.request(
        { operation: 'open', method: 'POST', path: '/conversations', headers, body },
        signal,
      );
      return idIn(answer.body, 'conversationId', 'open');
    },

    /**
     * Answered when the bot has taken it.
     *
     * @param {string} conversation
     * @param {JsonObject} activity
     * @param {AbortSignal} signal
     * @returns its id
     */
    async post(conversation, activity, signal) {
      const answer = await http.request(
        {
          ...{ operation: 'send', method: 'POST', path: pathOf(conversation), headers },
          body: JSON.stringify(activity),
          interpret: (status) => (status === 404 ? 'ALOUD_PLATFORM_THREAD_GONE' : codeOfStatus(status)),
        },
        signal,
      );
      return idIn(answer.body, 'id', 'send');
    },

    /**
     * @param {string} conversation
     * @param {string | undefined} watermark what was read before is not told again
     * @param {AbortSignal} signal
     */
    async activities(conversation, watermark, signal) {
      const query = watermark === undefined ? '' : `?watermark=${encodeURIComponent(watermark)}`;
      const path = pathOf(conversation) + query;
      const { body } = await http.request({ operation: 'send', method: 'GET', path, headers }, signal);
      const found = isObject(body) ? member(body, 'activities') : undefined;
      if (!isObject(body) || !Array.isArray(found)) {
        throw new AloudError('ALOUD_PLATFORM_BAD_ANSWER', 'no activities');
      }
      return { activities: found.filter(isObject), watermark: readId(member(body, 'watermark')) };
    },
  };
}

/**
 * @param {unknown} body
 * @param {string} key
 * @param {string} operation
 */
function idIn(body, key, operation) {
  const id = isObject(body) ? readId(member(body, key)) : undefined;
  if (id === undefined) throw new AloudError('ALOUD_PLATFORM_BAD_ANSWER', `${operation}: no ${key}`);
  return id;
}

/** @typedef {{ user: string, locale: string, conversation: string, watermark?: string }} OpenThread */

/**
 * @param {Thread} thread as it was stored
 * @returns {OpenThread | undefined}
 */
function readThread({ user, locale, conversation, watermark }) {
  if (typeof user !== 'string' || typeof conversation !== 'string') return undefined;
  return {
    ...{ user, conversation, locale: typeof locale === 'string' ? locale : 'en-US' },
    ...(typeof watermark === 'string' && { watermark }),
  };
}
