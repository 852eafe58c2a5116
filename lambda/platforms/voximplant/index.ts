import type { Platform, Thread } from '../../conversation/ports/platform';
import type { Signal } from '../../conversation/ports/signal';
import { AloudError } from '../../errors';
import { definePlatform } from '../definition';
import { createAccess } from './access';
import { createClient } from './client';
import { toEvent, type VoximplantThread, wordsOf } from './message';
import { VOXIMPLANT_SETTINGS, type VoximplantOptions } from './settings';
import { createReceiver } from './webhook';

export const voximplant = definePlatform('Voximplant Kit', VOXIMPLANT_SETTINGS, createVoximplant);

/**
 * A custom channel of Voximplant Kit: what a user says is an event sent to the channel, whose first one opens the
 * conversation, and what the bot and live agents say comes to the channel's callback URL.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID without a region and a base URL
 */
function createVoximplant(options: VoximplantOptions): Platform {
  const { name, now } = options;
  const client = createClient(options);
  const access = createAccess({ login: client.login, refresh: client.refresh, now });

  return {
    name,
    startsOverBy: { words: options.startOverWords },
    open: async ({ key, locale }) => ({ clientId: key, locale }) satisfies VoximplantThread,
    async send(thread, input, signal) {
      const known = readThread(thread);
      if (!known) throw new AloudError('ALOUD_PLATFORM_THREAD_GONE', `${name} send: unreadable thread`);
      if (input.kind === 'start') return { thread, messages: [], pending: false };
      await deliver(toEvent(known, wordsOf(input)), signal);
      return { thread, messages: [], pending: true };
    },
    receive: createReceiver(options),
    close: client.close,
  };

  /** Sends an event, and once more, with a new token, where the vendor says that it did not take it. */
  async function deliver(event: string, signal: Signal): Promise<void> {
    const refusal = await attempt(event, signal);
    if (!refusal) return;
    const second = await attempt(event, signal);
    if (second) throw second;
  }

  async function attempt(event: string, signal: Signal): Promise<AloudError | undefined> {
    const token = await access.token(signal);
    const refusal = await client.send(event, token, signal);
    if (refusal) access.drop(token);
    return refusal;
  }
}

/** A stored thread, if it is one of ours. */
function readThread({ clientId, locale }: Thread): VoximplantThread | undefined {
  if (typeof clientId !== 'string' || clientId === '') return undefined;
  return { clientId, ...(typeof locale === 'string' && { locale }) };
}
