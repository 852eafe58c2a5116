import { createUnknownShapes } from '../../capture/unknown-shapes';
import type { Platform } from '../../conversation/ports/platform';
import { AloudError } from '../../errors';
import { definePlatform } from '../definition';
import { holdsWords } from '../shared/content';
import { isObject, member } from '../shared/json';
import { guestOf } from '../shared/people';
import { createClient } from './client';
import { toMessage } from './message';
import { readThread } from './registration';
import { LISTS, parseReply } from './reply';
import { BOTDISTRIKT_SETTINGS, type BotDistriktOptions } from './settings';
import { createReceiver } from './webhook';

export const botdistrikt = definePlatform('BotDistrikt', BOTDISTRIKT_SETTINGS, createBotDistrikt);

/** BotDistrikt's webchat API: a user is registered once, and every message is answered with the bot's responses. */
function createBotDistrikt(options: BotDistriktOptions): Platform {
  const { name, now } = options;
  const client = createClient(options);
  const tellUnknown = createUnknownShapes(name, options.telemetry);

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
      const messages = parseReply(responses, now());
      if (messages.length === 0 && holdsResponses(responses)) tellUnknown(['answer']);
      return { thread, messages, pending: false };
    },
    threadId: ({ webchatId }) => (typeof webchatId === 'string' ? webchatId : undefined),
    receive: createReceiver(now),
    close: client.close,
  };
}

/** Whether something stands in a place of responses. Other members may say anything of the call. */
function holdsResponses(body: unknown): boolean {
  const places = isObject(body) ? [...LISTS, 'bot_message'].map((name) => member(body, name)) : [body];
  return places.some((place) => typeof place === 'object' && holdsWords(place));
}
