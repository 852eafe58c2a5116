// @ts-check
// What `aloud contract` puts direct-line.js before: Direct Line on this machine, with a bot behind it that says what the check wants.
import { startDirectLine } from './service.js';

/** @import { BotReply, StartFake } from 'aloud/testing' */

/** @type {StartFake} */
export const fake = async (bot) => {
  /** What was offered last, by user. @type {Map<string, readonly import('aloud/testing').BotOption[]>} */
  const offered = new Map();
  const service = await startDirectLine(async ({ type, from, text, conversation }) => {
    if (type !== 'message') return;
    const said = offered.get(from.id)?.find(({ payload }) => payload === text)?.title ?? text ?? '';
    const replies = bot.reply(from.id, said);
    offered.set(
      from.id,
      replies.flatMap(({ options = [] }) => options),
    );
    for (const reply of replies) service.say(conversation.id, activityOf(reply));
  });
  return {
    environment: {
      DIRECT_LINE_URL: service.url,
      DIRECT_LINE_SECRET: service.secret,
      DIRECT_LINE_SILENCE_MS: '200',
      DIRECT_LINE_GREETING_MS: '0',
    },
    behaviour: service.behaviour,
    goneStatuses: [404],
    forget: service.forget,
    get waiting() {
      return service.server.waiting;
    },
    connections: service.server.connections,
    close: service.server.close,
  };
};

/** @param {BotReply} reply */
function activityOf({ text, options = [] }) {
  const actions = options.map(({ title, payload }) => ({ type: 'postBack', title, value: payload }));
  return { type: 'message', text, ...(actions.length > 0 && { suggestedActions: { actions } }) };
}
