import type { Platform } from '../../conversation/ports/platform';
import { AloudError } from '../../errors';
import { definePlatform } from '../definition';
import { guestOf } from '../shared/people';
import { createClient } from './client';
import { toMessage } from './message';
import { readThread } from './registration';
import { parseReply } from './reply';
import { BOTDISTRIKT_SETTINGS, type BotDistriktOptions } from './settings';
import { createReceiver } from './webhook';

export const botdistrikt = definePlatform('BotDistrikt', BOTDISTRIKT_SETTINGS, createBotDistrikt);

/** BotDistrikt's webchat API: a user is registered once, and every message is answered with the bot's responses. */
function createBotDistrikt(options: BotDistriktOptions): Platform {
  const { name, now } = options;
  const client = createClient(options);

  return {
    name,
    startsOverBy: { words: options.startOverWords },
    inline: true,
    open({ key }, signal) {
      const { first, last } = guestOf(key);
      return client.register(key, { first_name: first, last_name: last }, signal);
    },
    async send(thread, input, signal) {
      const known = readThread(thread);
      if (!known) throw new AloudError('ALOUD_PLATFORM_THREAD_GONE', `${name} send: unreadable thread`);
      if (input.kind === 'start') return { thread, messages: [], pending: false };
      const responses = await client.message(known, toMessage(input, options), signal);
      return { thread, messages: parseReply(responses, now()), pending: false };
    },
    threadId: ({ webchatId }) => (typeof webchatId === 'string' ? webchatId : undefined),
    receive: createReceiver(now),
    close: client.close,
  };
}
