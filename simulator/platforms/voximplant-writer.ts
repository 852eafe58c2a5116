import { randomUUID } from 'node:crypto';
import type { BotReply } from './bot-reply';
import type { Webhook } from './deliveries';
import {
  type CallbackBehaviour,
  type CallbackContent,
  type CallbackSender,
  sign,
  toAsides,
  toEcho,
  toMessage,
  toWebhook,
} from './voximplant-callbacks';
import type { SentEvent } from './voximplant-wire';

/** Writes callbacks: with an id of their own, and signed. */
export interface CallbackWriter {
  /** What was said, as the content of a callback. */
  said(reply: BotReply, sender: CallbackSender): CallbackContent;
  callback(clientId: string, content: CallbackContent): Webhook;
  /** What comes before the bot's answer to an event: the event itself again, and what is not for the user. */
  before(event: SentEvent): Webhook[];
  /** The Authorization of the test request. */
  authorization(): string;
}

/** What signatures are made of. */
export interface Secrets {
  readonly salt: string;
  readonly apiToken: string;
}

const FIRST_LONG = 9_007_199_254_740_993n;

export function createCallbackWriter(callbacks: CallbackBehaviour, secrets: Secrets): CallbackWriter {
  let ids = 0;

  function nextId(): string {
    ids++;
    if (callbacks.ids === 'string') return randomUUID();
    return callbacks.ids === 'long' ? String(FIRST_LONG + 2n * BigInt(ids)) : String(ids);
  }

  function callback(clientId: string, content: CallbackContent, eventId = nextId()): Webhook {
    return toWebhook(content, { clientId, eventId }, sign(callbacks, secrets, eventId), callbacks);
  }

  return {
    said: (reply, sender) => toMessage(reply, nextId(), sender, callbacks),
    callback,
    before({ clientId, eventId, data }) {
      const asides = callbacks.asides ? toAsides(nextId).map((content) => callback(clientId, content)) : [];
      return callbacks.echo === 'no' ? asides : [callback(clientId, toEcho(data, callbacks), eventId), ...asides];
    },
    authorization: () => sign(callbacks, secrets),
  };
}
