import type { Platform, PlatformInput, Thread } from '../../conversation/ports/platform';
import { AloudError } from '../../errors';
import { definePlatform } from '../definition';
import { createAccess } from './access';
import { baseUrlOf } from './base-url';
import { createClient } from './client';
import { toEvent } from './event';
import { VOXIMPLANT_SETTINGS } from './settings';
import { createSignatureCheck } from './signature';
import type { VoximplantOptions, VoximplantThread } from './types';
import { receiveWebhook } from './webhook';

export const voximplant = definePlatform('Voximplant Kit', VOXIMPLANT_SETTINGS, (values, telemetry) =>
  createVoximplant({ ...values, telemetry }),
);

/**
 * A custom channel of Voximplant Kit: what a user says is an event sent to the channel, whose first one opens the
 * conversation, and what the bot and live agents say comes to the channel's callback URL.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID without a region and a base URL
 */
export function createVoximplant(options: VoximplantOptions): Platform {
  const { salt, apiToken, now = Date.now } = options;
  const client = createClient({ ...options, baseUrl: baseUrlOf(options) });
  const access = createAccess({ login: client.login, refresh: client.refresh, now });
  const isSigned = createSignatureCheck(salt, apiToken);

  return {
    name: 'voximplant',
    startsOverBy: { words: options.startOverWords },
    open: async ({ key, locale }) => ({ clientId: key, locale }) satisfies VoximplantThread,
    async send(thread, input, signal) {
      const known = readThread(thread);
      if (!known) throw new AloudError('ALOUD_PLATFORM_THREAD_GONE', 'voximplant send: unreadable thread');
      if (input.kind === 'start') return { thread, messages: [], pending: false };
      await deliver(toEvent(known, wordsOf(input)), signal);
      return { thread, messages: [], pending: true };
    },
    receive: (request) => receiveWebhook(request, isSigned, now()),
    close: client.close,
  };

  /** Sends an event, and once more, with a new token, where the vendor says that it did not take it. */
  async function deliver(event: string, signal: AbortSignal): Promise<void> {
    const refusal = await attempt(event, signal);
    if (!refusal) return;
    const second = await attempt(event, signal);
    if (second) throw second;
  }

  async function attempt(event: string, signal: AbortSignal): Promise<AloudError | undefined> {
    const token = await access.token(signal);
    const refusal = await client.send(event, token, signal);
    if (refusal) access.drop(token);
    return refusal;
  }
}

/** A channel of this kind knows no buttons: picking one is saying what stands on it. */
function wordsOf(input: Exclude<PlatformInput, { kind: 'start' }>): string {
  return input.kind === 'choice' ? input.choice.label : input.text;
}

/** A stored thread, if it is one of ours. */
function readThread({ clientId, locale }: Thread): VoximplantThread | undefined {
  if (typeof clientId !== 'string' || clientId === '') return undefined;
  return { clientId, ...(typeof locale === 'string' && { locale }) };
}
