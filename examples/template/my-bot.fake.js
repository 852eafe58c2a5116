// @ts-check
// A fake of the vendor, which `npx aloud contract ./my-bot.js` puts my-bot.js before: write it by the vendor's documentation, as
// strict as the vendor is. What it cannot do may be left out, and what needs it is not checked.
import { Refusal, startVendorServer } from 'aloud/testing';

/** @import { BotOption, BotReply, CallBehaviour, StartFake, VendorRequest } from 'aloud/testing' */

const KEY = 'the-key-of-the-fake';

/** @type {StartFake} */
export const fake = async (bot) => {
  /** By which it is told to fail. @type {CallBehaviour<'open' | 'send'>} */
  const behaviour = { delayMs: 0, faults: { open: [], send: [] } };
  /** What was offered to whom, last. @type {Map<string, readonly BotOption[]>} */
  const users = new Map();
  let said = 0;

  /** @param {BotReply} reply what the check has the bot say, in the vendor's form */
  const write = ({ text, options = [] }) => ({
    id: `reply-${++said}`,
    text,
    options: options.map(({ title, payload }) => ({ title, value: payload })),
  });

  /** @param {{ user: string, text: string }} said */
  function reply({ user, text }) {
    const offered = users.get(user);
    if (!offered) throw new Refusal(410, 'no such user');
    // What is picked is told to the check by its title, as if it had been said.
    const picked = offered.find(({ payload }) => payload === text);
    const replies = bot.reply(user, picked?.title ?? text);
    users.set(
      user,
      replies.flatMap(({ options = [] }) => options),
    );
    return JSON.stringify({ replies: replies.map(write) });
  }

  /** @param {{ user: string }} made */
  function welcome({ user }) {
    users.set(user, users.get(user) ?? []);
    return '{}';
  }

  const server = await startVendorServer({
    behaviour,
    errorBody: ({ message }) => JSON.stringify({ error: message }),
    /** @param {VendorRequest} request */
    route({ method, url, headers, body }) {
      if (headers.authorization !== `Bearer ${KEY}`) throw new Refusal(401, 'not your bot');
      switch (`${method} ${url}`) {
        case 'POST /users':
          return { operation: /** @type {const} */ ('open'), answer: () => welcome(JSON.parse(body)) };
        case 'POST /reply':
          return { operation: /** @type {const} */ ('send'), answer: () => reply(JSON.parse(body)) };
      }
      throw new Refusal(404, 'no such call');
    },
  });

  return {
    environment: { MY_BOT_URL: server.origin, MY_BOT_KEY: KEY },
    behaviour,
    goneStatuses: [410],
    forget: () => users.clear(),
    get waiting() {
      return server.waiting;
    },
    connections: server.connections,
    close: server.close,
  };
};
