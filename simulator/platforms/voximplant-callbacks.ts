import { createHash } from 'node:crypto';
import type { BotReply } from './bot-reply';
import type { Webhook } from './deliveries';

/** What the vendor's pages leave open about callbacks. Every member may be changed at any time. */
export interface CallbackBehaviour {
  /** Whether a bot's buttons reach a custom channel: as the item that is made for the web chat, or not at all. */
  buttons: 'inline' | 'none';
  /** How the sender is told: with `sender_type`, by `is_bot` alone as in early versions, or not at all. */
  sender: 'type' | 'is_bot' | 'none';
  /** What the user said comes back: as it was sent, or named as the client's. */
  echo: 'no' | 'whole' | 'client';
  /** Before the bot's answer comes what is not for the user: a note, and a word of the system. */
  asides: boolean;
  /** Which member of a file holds its address. */
  files: 'file_url' | 'url';
  /** How ids are written: strings by the page. Long ones are numbers that no double holds. */
  ids: 'string' | 'number' | 'long';
  /** What stands before the signature. */
  prefix: '' | 'Bearer ' | 'signature:' | 'signature: ';
  upperCase: boolean;
  /** What stands between the parts that are signed. */
  separator: ':' | ': ';
}

export const CALLBACKS: CallbackBehaviour = {
  buttons: 'inline',
  sender: 'type',
  echo: 'no',
  asides: false,
  files: 'file_url',
  ids: 'string',
  prefix: '',
  upperCase: false,
  separator: ':',
};

/** Who speaks, or closes. */
export type CallbackSender = 'bot' | { readonly id: number; readonly name: string };

/** `event_type` and `event_data` of a callback. */
export interface CallbackContent {
  readonly event_type: string;
  readonly event_data: object;
}

export interface CallbackIds {
  readonly clientId: string;
  readonly eventId: string;
}

/** The Authorization of an event, or without one of the test request. */
export function sign(
  { prefix, upperCase, separator }: CallbackBehaviour,
  { salt, apiToken }: { readonly salt: string; readonly apiToken: string },
  eventId?: string,
): string {
  const parts = eventId === undefined ? [salt, apiToken] : [salt, apiToken, eventId];
  const digits = createHash('md5').update(parts.join(separator)).digest('hex');
  return prefix + (upperCase ? digits.toUpperCase() : digits);
}

export function toWebhook(
  content: CallbackContent,
  { clientId, eventId }: CallbackIds,
  authorization: string,
  { ids }: CallbackBehaviour,
): Webhook {
  const written = (id: string) => (ids !== 'string' && /^\d+$/.test(id) ? id : JSON.stringify(id));
  const event = `{"client_data":{"client_id":${written(clientId)}},"event_id":${written(eventId)},`;
  return { headers: { authorization }, body: event + JSON.stringify(content).slice(1) };
}

/** What was said, as a custom channel carries it: a text and files; what it has no form for is written out. */
export function toMessage(
  reply: BotReply,
  messageId: string,
  sender: CallbackSender,
  behaviour: CallbackBehaviour,
): CallbackContent {
  const { text, options = [], links = [], image, location, cards = [] } = reply;
  const lines = [
    ...(text === undefined ? [] : [text]),
    ...links.map(({ title, url }) => `${title}: ${url}`),
    ...cards.map((card) => `${card.title}\n${card.text}`),
  ];
  const photo = (url: string, name: string) => ({ type: 'photo', file_name: name, [behaviour.files]: url });
  const buttons = [options, ...cards.map((card) => card.options)].flat();
  const payload = [
    ...(image ? [photo(image.url, image.title)] : []),
    ...cards.map((card) => photo(card.imageUrl, card.title)),
    ...(location ? [toPlace(location)] : []),
    ...(behaviour.buttons === 'inline' && buttons.length > 0 ? [toButtons(buttons)] : []),
  ];
  const message_id = behaviour.ids === 'number' ? Number(messageId) : messageId;
  const message = { message_id, ...(lines.length > 0 && { text: lines.join('\n') }), payload };
  return { event_type: 'send_message', event_data: { ...senderData(sender, behaviour), message } };
}

/** What the business's own people are told meanwhile. */
export function toAsides(nextId: () => string): CallbackContent[] {
  const said = (sender_type: string, text: string, more: object = {}): CallbackContent => ({
    event_type: 'send_message',
    event_data: { sender_data: { sender_type }, message: { message_id: nextId(), text, payload: [], ...more } },
  });
  return [said('agent', 'ASIDE: difficult', { is_private: true }), said('system', 'ASIDE: assigned to Rosa')];
}

/** What a user said, told again. */
export function toEcho(data: object, { echo }: CallbackBehaviour): CallbackContent {
  const sender = echo === 'client' ? { sender_data: { sender_type: 'client', is_bot: false } } : {};
  return { event_type: 'send_message', event_data: { ...sender, ...data } };
}

/** @param reason CLOSED_BY_AGENT, CLOSED_BY_BOT, CLOSED_BY_CLIENT_TIMEOUT or CLOSED_BY_UNKNOWN_REASON */
export function toClosing(reason: string): CallbackContent {
  const data = { close_reason: reason, sender_data: { is_bot: reason === 'CLOSED_BY_BOT' } };
  return { event_type: 'close_conversation', event_data: data };
}

function senderData(sender: CallbackSender, behaviour: CallbackBehaviour): object {
  if (behaviour.sender === 'none') return {};
  const isBot = sender === 'bot';
  const who = isBot ? { id: 1, name: 'Bot' } : sender;
  return {
    sender_data: {
      sender_id: who.id,
      sender_display_name: who.name,
      ...(behaviour.sender === 'type' && { sender_type: isBot ? 'bot' : 'agent' }),
      is_bot: isBot,
    },
  };
}

function toPlace({ title, latitude, longitude }: NonNullable<BotReply['location']>): object {
  return { type: 'location', latitude, longitude, address: title };
}

function toButtons(options: NonNullable<BotReply['options']>): object {
  const buttons = options.map(({ title, payload }) => ({ type: 'text', text: title, data: payload }));
  return { type: 'webchat_inline_buttons', buttons };
}
