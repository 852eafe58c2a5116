import type { Platform, PlatformInput, SendResult, Thread } from '../../conversation/ports/platform';
import type { Signal } from '../../conversation/ports/signal';
import { AloudError } from '../../errors';
import { definePlatform } from '../definition';
import { createClient, readThread, type WotNotThread } from './client';
import { toFirstMessage, toMessage } from './message';
import { settingsOf, type WotNotOptions } from './settings';
import { createEventReader, createReceiver } from './webhook';

export const wotnot = definePlatform('WotNot', settingsOf('WOTNOT', 'https://app.wotnot.io/api/v1'), createWotNot);

/** A white label of the same engine, with the same paths and bodies. */
export const chataibot = definePlatform(
  'ChatAIBot',
  settingsOf('CHATAIBOT', 'https://app.chataibot.io/api/v1'),
  createWotNot,
);

/**
 * The API channel of WotNot and its white label: a conversation is started with its first message, and what the bot and
 * live agents say comes by the account's Events webhook.
 */
function createWotNot(options: WotNotOptions): Platform {
  const { name, now } = options;
  const client = createClient(options);
  const reader = createEventReader(now);

  return {
    name,
    open: async ({ key, locale }) => ({ user: key, locale }) satisfies WotNotThread,
    async send(thread, input, signal) {
      const known = readThread(thread);
      if (!known) throw new AloudError('ALOUD_PLATFORM_THREAD_GONE', `${name} send: unreadable thread`);
      if (known.conversation === undefined || input.kind === 'start') return start(thread, known, input, signal);
      await client.send(known.conversation, toMessage(input, options), signal);
      return { thread, messages: [], pending: true };
    },
    threadId: (thread) => readThread(thread)?.conversation,
    receive: createReceiver(options, reader.read),
    close: client.close,
  };

  /** A conversation that is already there goes on where the platform makes no second one for the same visitor. */
  async function start(thread: Thread, known: WotNotThread, input: PlatformInput, signal: Signal): Promise<SendResult> {
    const message = toFirstMessage(input, options);
    const started = await client.start(known, message, signal);
    if (started) {
      const messages = reader.readInline(started.messages, started.conversation);
      return { thread: { ...known, conversation: started.conversation }, messages, pending: true };
    }
    if (known.conversation !== undefined) await client.send(known.conversation, message, signal);
    return { thread, messages: [], pending: true };
  }
}
