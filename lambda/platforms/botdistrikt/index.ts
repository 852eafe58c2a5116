import { createHash } from 'node:crypto';
import type { Platform, PlatformInput } from '../../conversation/ports/platform';
import { AloudError } from '../../errors';
import { definePlatform } from '../definition';
import { createClient } from './client';
import { readThread } from './registration';
import { parseReply } from './reply';
import { BOTDISTRIKT_SETTINGS } from './settings';
import {
  CHOICE_FIELDS,
  DEFAULT_CHOICE_TEMPLATE,
  DEFAULT_MESSAGE_TEMPLATE,
  MESSAGE_FIELDS,
  parseTemplate,
  type Template,
} from './template';
import { picked } from './told-apart';
import type { BotDistriktOptions } from './types';
import { createReceiver } from './webhook';

export const botdistrikt = definePlatform('BotDistrikt', BOTDISTRIKT_SETTINGS, (values, telemetry) =>
  createBotDistrikt({ ...values, telemetry }),
);

/**
 * BotDistrikt's webchat API: a user is registered once, and every message is answered with the bot's responses.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID for a template that cannot be used
 */
export function createBotDistrikt(options: BotDistriktOptions): Platform {
  const {
    messageTemplate = DEFAULT_MESSAGE_TEMPLATE,
    choiceTemplate = DEFAULT_CHOICE_TEMPLATE,
    now = Date.now,
  } = options;
  const fillMessage = compile('messageTemplate', messageTemplate, MESSAGE_FIELDS);
  const fillChoice = compile('choiceTemplate', choiceTemplate, CHOICE_FIELDS);
  const client = createClient(options);

  return {
    name: 'botdistrikt',
    startsOverBy: { words: options.startOverWords },
    inline: true,
    open: ({ key }, signal) => client.register(key, guest(key), signal),
    async send(thread, input, signal) {
      const known = readThread(thread);
      if (!known) throw new AloudError('ALOUD_PLATFORM_THREAD_GONE', 'botdistrikt send: unreadable thread');
      if (input.kind === 'start') return { thread, messages: [], pending: false };
      const responses = await client.message(known, toMessage(input), signal);
      return { thread, messages: parseReply(responses, now()), pending: false };
    },
    threadId: ({ webchatId }) => (typeof webchatId === 'string' ? webchatId : undefined),
    receive: createReceiver(now),
    close: client.close,
  };

  function toMessage(input: Exclude<PlatformInput, { kind: 'start' }>) {
    if (input.kind !== 'choice') return fillMessage({ text: input.text });
    return fillChoice(picked(input.choice));
  }
}

/**
 * Who a live agent sees: one of several guests, told apart by a number. Bots greet by the first name, and it must not
 * be the word that wakes the Echo.
 */
function guest(key: string) {
  const number = createHash('sha256').update(key).digest().readUInt32BE() % 10_000;
  return { first_name: 'Guest', last_name: `Alexa ${String(number).padStart(4, '0')}` };
}

function compile<Field extends string>(name: string, json: string, fields: readonly Field[]): Template<Field> {
  const template = parseTemplate(json, fields);
  if (typeof template === 'string') throw new AloudError('ALOUD_CONFIG_INVALID', `botdistrikt: ${name} ${template}`);
  return template;
}
