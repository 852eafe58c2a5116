import { createHash } from 'node:crypto';
import type { Message, Sender } from '../../conversation/message';
import type { PlatformEvent } from '../../conversation/ports/platform';
import { isObject, type JsonObject, member } from '../json';
import { readId } from './ids';
import { readPayload } from './payload';

const MAX_SENDER_CHARS = 100;
/** A longer id goes by its digest: ours is stored with something before it. */
const MAX_ID_CHARS = 128;

/**
 * The events that an authenticated callback tells: what the bot or an agent said, or that the conversation was closed.
 * None for what concerns no user, `undefined` for what is not in the vendor's form.
 *
 * The id of each is the `event_id`, whatever the kind: the signature covers nothing else, so that one which was seen
 * before is a repetition also with another body.
 */
export function readCallback(callback: JsonObject, now: number): PlatformEvent[] | undefined {
  const eventId = readId(member(callback, 'event_id'));
  const type = member(callback, 'event_type');
  if (eventId === undefined || typeof type !== 'string') return undefined;
  if (type !== 'send_message' && type !== 'close_conversation') return [];

  const client = member(callback, 'client_data');
  const key = isObject(client) ? readId(member(client, 'client_id')) : undefined;
  if (key === undefined) return undefined;
  const id = eventId.length > MAX_ID_CHARS ? createHash('sha256').update(eventId).digest('hex') : eventId;
  if (type === 'close_conversation') return [{ kind: 'closed', to: { key }, id, at: now }];

  const data = member(callback, 'event_data');
  if (!isObject(data)) return undefined;
  const said = member(data, 'message') ?? {};
  if (!isObject(said) || !hasUsableId(said)) return undefined;
  const message: Message = { id, from: readSender(member(data, 'sender_data')), ...readContent(said), sentAt: now };
  return isEmpty(message) ? [] : [{ kind: 'message', to: { key }, message }];
}

function hasUsableId(message: JsonObject): boolean {
  const id = member(message, 'message_id') ?? undefined;
  return id === undefined || readId(id) !== undefined;
}

function readContent(message: JsonObject): Pick<Message, 'text' | 'choices' | 'media' | 'cards'> {
  const text = member(message, 'text');
  const words = typeof text === 'number' ? String(text) : text;
  return {
    ...(typeof words === 'string' && words.trim() !== '' && { text: words }),
    ...readPayload(member(message, 'payload')),
    cards: [],
  };
}

function isEmpty({ text, choices, media }: Message): boolean {
  return text === undefined && choices.length + media.length === 0;
}

/** "If the operator responds, then the value is 'agent' otherwise 'bot'." Early versions told by `is_bot` alone. */
function readSender(data: unknown): Sender {
  if (!isObject(data)) return { kind: 'bot' };
  const type = member(data, 'sender_type');
  const isAgent = type === 'agent' || (type !== 'bot' && member(data, 'is_bot') === false);
  if (!isAgent) return { kind: 'bot' };
  const id = readId(member(data, 'sender_id'))?.slice(0, MAX_SENDER_CHARS);
  const name = readName(member(data, 'sender_display_name')) ?? readName(member(data, 'sender_username'));
  return { kind: 'agent', ...(id && { id }), ...(name && { name }) };
}

function readName(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, MAX_SENDER_CHARS) : undefined;
}
