// @ts-check
// A bot of your own: copy this file and my-bot.fake.js, change what speaks of an API that nobody has, and
//   ALOUD_PLATFORM=./my-bot.js
//   npx aloud contract ./my-bot.js
// The API that it speaks of: POST /users { user, locale } makes a user known. POST /reply { user, text } is answered
// { replies: [{ id, text, options: [{ title, value }] }] }. What the bot says later it sends to our webhook, signed: { user, reply }.
import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  AloudError,
  anyText,
  botMessage,
  codeOfStatus,
  createHttp,
  definePlatform,
  isObject,
  MALFORMED,
  member,
  readId,
  readList,
  readObject,
  readText,
  taken,
  UNAUTHORIZED,
  url,
} from 'aloud';

/** @import { Choice, Message, PlatformInput } from 'aloud' */

export default definePlatform(
  // What the vendor is called, in what the doctor and the start say.
  'My bot',
  // Settings: each is a variable of the environment, asked for and checked at the start. What is secret is never shown.
  {
    address: { name: 'MY_BOT_URL', schema: url, doc: 'Where the bot is.', required: true },
    key: { name: 'MY_BOT_KEY', schema: anyText, doc: 'The key of its API.', required: true, secret: true },
  },
  // The values of the settings, and what every platform is given.
  ({ name, address, key, telemetry, recorder, now }) => {
    // Reports each call to metrics, minds the deadline, and makes coded errors of what goes wrong.
    const http = createHttp({ platform: name, baseUrl: address, telemetry, recorder });

    const headers = { authorization: `Bearer ${key}` };

    return {
      name,

      // Makes a user known, whose `key` is all that the bot may know of somebody. What is returned is stored, and comes back
      // with each send. Where an API learns of a user with the first words, nothing is called here.
      async open(user, signal) {
        const body = JSON.stringify({ user: user.key, locale: user.locale });
        await http.request({ operation: 'open', method: 'POST', path: '/users', headers, body }, signal);
        return { key: user.key };
      },

      // Puts one thing to the bot, once, and returns what it says. It may only reject with an AloudError.
      async send(thread, input, signal) {
        const { key: user } = thread;
        // It is opened again, and the words are sent again.
        if (typeof user !== 'string')
          throw new AloudError('ALOUD_PLATFORM_THREAD_GONE', `${name} send: unreadable thread`);
        // An API with a call that begins a conversation makes it for `start`.
        if (input.kind === 'start') return { thread, messages: [], pending: false };
        const { body } = await http.request(
          {
            operation: 'send',
            method: 'POST',
            path: '/reply',
            headers,
            body: JSON.stringify({ user, text: wordsOf(input) }),
            // What its statuses mean: this API says 410 of a user whom it has forgotten.
            interpret: (status) => (status === 410 ? 'ALOUD_PLATFORM_THREAD_GONE' : codeOfStatus(status)),
          },
          signal,
        );
        const replies = isObject(body) ? readList(body, ['replies']) : [];
        const messages = replies.flatMap((reply) => readMessage(reply, now()));
        // `pending`: what was not said here may come by webhook.
        return { thread, messages, pending: messages.length === 0 };
      },

      // Reads a call of our webhook, which anybody may make: authenticate it, never throw, call nobody.
      receive({ headers, body }) {
        if (!isSigned(body, headers['x-signature'], key)) return UNAUTHORIZED;
        const event = readObject(body);
        const user = event && readId(member(event, 'user'));
        if (!event || user === undefined) return MALFORMED;
        const messages = readMessage(member(event, 'reply'), now());
        return taken(messages.map((message) => ({ kind: 'message', to: { key: user }, message })));
      },

      // Lets go of connections.
      close: http.close,
    };
  },
);

/**
 * What the bot is told: the words, or of a choice what the bot itself has given for it.
 *
 * @param {Exclude<PlatformInput, { kind: 'start' }>} input
 */
function wordsOf(input) {
  if (input.kind !== 'choice') return input.text;
  const { label, option } = input.choice;
  return isObject(option) && typeof option.value === 'string' ? option.value : label;
}

/**
 * A message as all platforms have it; none where it holds nothing. Texts stay as the vendor wrote them.
 *
 * @param {unknown} reply
 * @param {number} sentAt
 * @returns {readonly Message[]}
 */
function readMessage(reply, sentAt) {
  if (!isObject(reply)) return [];
  // An id of the vendor's tells a message that comes twice from one that was said twice.
  const id = readId(member(reply, 'id'));
  const text = readText(reply, ['text']);
  const choices = readList(reply, ['options']).flatMap(readChoice);
  if (id === undefined || (text === undefined && choices.length === 0)) return [];
  return [botMessage({ id, ...(text !== undefined && { text }), choices, sentAt })];
}

/**
 * `option` is the vendor's own data, and comes back in `send` when the user picks it.
 *
 * @param {unknown} option
 * @returns {readonly Choice[]}
 */
function readChoice(option) {
  const label = isObject(option) ? readText(option, ['title']) : undefined;
  if (!isObject(option) || label === undefined) return [];
  return [{ label, option: { value: readText(option, ['value']) ?? label } }];
}

/**
 * @param {string} body
 * @param {string | undefined} signature
 * @param {string} key
 */
function isSigned(body, signature, key) {
  const wanted = createHmac('sha256', key).update(body).digest();
  const given = Buffer.from(signature ?? '', 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
