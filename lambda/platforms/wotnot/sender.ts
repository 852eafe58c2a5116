import type { Sender } from '../../conversation/message';
import { readText, toText } from '../fields';
import { isObject, type JsonObject, member } from '../json';
import { child } from './envelope';

const WRITERS = ['message_by', 'from', 'sender', 'by'];
const MAX_CHARS = 100;

/**
 * Who wrote a message: `message_by.type` is `bot` or `visitor` in what was seen. Without a name it is the bot.
 *
 * @returns `undefined` for the visitor, whose own words the platform sends back
 */
export function readSender(payload: JsonObject, message: JsonObject): Sender | undefined {
  const writer = [payload, message]
    .flatMap((place) => WRITERS.map((name) => member(place, name)))
    .find((value) => value != null);
  const details: JsonObject = isObject(writer) ? writer : {};
  const type = (toText(writer) ?? readText(details, ['type', 'role']) ?? '').toLowerCase();
  if (/visitor|contact|customer|end.?user/.test(type)) return undefined;
  if (/bot/.test(type)) return { kind: 'bot' };
  if (/campaign|broadcast/.test(type)) return { kind: 'broadcast', ...identify(details) };
  return /agent|team|user|human|operator|admin/.test(type) ? { kind: 'agent', ...identify(details) } : { kind: 'bot' };
}

function identify(writer: JsonObject): Omit<Sender, 'kind'> {
  const id = readText(writer, ['id', 'key', '_id'])?.slice(0, MAX_CHARS);
  const name = (readName(writer) ?? readName(child(writer, 'user') ?? {}))?.slice(0, MAX_CHARS);
  return { ...(id && { id }), ...(name && { name }) };
}

function readName(writer: JsonObject): string | undefined {
  const parts = [readText(writer, ['first_name']), readText(writer, ['last_name'])];
  return (
    readText(writer, ['name', 'display_name', 'full_name']) ??
    (parts.filter((part) => part !== undefined).join(' ') || undefined)
  );
}
