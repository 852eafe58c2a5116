import type { Choice, Media, Sender } from '../../conversation/message';
import type { Content } from '../shared/content';
import { MAX_EACH, toText } from '../shared/fields';
import { readId } from '../shared/ids';
import { isObject, type JsonObject, member } from '../shared/json';
import { medium, readPlace } from '../shared/media';
import { senderOf } from '../shared/people';
import { roleOf } from '../shared/roles';
import { toPhoneUrl, toWebUrl } from '../shared/urls';

const MAX_TITLE_CHARS = 500;

const FILES: Readonly<Record<string, Media['kind']>> = {
  photo: 'image',
  video: 'video',
  audio: 'audio',
  document: 'file',
};

/** What a message from Kit says. Items that are not documented for a custom channel are skipped. */
export function readContent(message: JsonObject): Content {
  const text = toText(member(message, 'text'));
  const payload = member(message, 'payload');
  const items = Array.isArray(payload) ? payload.filter(isObject).slice(0, MAX_EACH) : [];
  return {
    ...(text !== undefined && { text }),
    media: items.flatMap(readMedia),
    choices: items.flatMap(readButtons).slice(0, MAX_EACH),
    cards: [],
  };
}

/**
 * "If the operator responds, then the value is 'agent' otherwise 'bot'." Early versions told by `is_bot` alone.
 *
 * @returns `undefined` for the user, whose own words came back, and for what the system tells those who work there
 */
export function readSender(data: unknown, clientId: string): Sender | undefined {
  if (!isObject(data)) return { kind: 'bot' };
  const type = toText(member(data, 'sender_type'));
  const role = roleOf(type);
  const id = readId(member(data, 'sender_id'));
  if (role === 'system' || role === 'visitor' || id === clientId) return undefined;
  const isAgent = type === 'agent' || (type !== 'bot' && member(data, 'is_bot') === false);
  if (!isAgent) return { kind: 'bot' };
  const name = readName(member(data, 'sender_display_name')) ?? readName(member(data, 'sender_username'));
  return senderOf('agent', id, name);
}

function readMedia(item: JsonObject): Media[] {
  const type = member(item, 'type');
  if (type === 'contact') return readContact(item);
  if (type === 'location') return readLocation(item);
  if (typeof type !== 'string' || !Object.hasOwn(FILES, type)) return [];
  const kind = FILES[type] as Media['kind'];
  const url = toWebUrl(member(item, 'file_url')) ?? toWebUrl(member(item, 'url'));
  return [medium(kind, url, readTitle(member(item, 'file_name')))];
}

/** A phone number that a card can show, under the name it belongs to. */
function readContact(item: JsonObject): Media[] {
  const name = readTitle(member(item, 'name'));
  const url = toPhoneUrl(readTitle(member(item, 'number')));
  return name || url ? [medium('link', url, name)] : [];
}

function readLocation(item: JsonObject): Media[] {
  const title = readTitle(member(item, 'address'));
  const place = readPlace(item);
  return place || title ? [medium('location', place, title)] : [];
}

/** Buttons, of whatever channel they were meant for: a list of objects with a `text`. */
function readButtons(item: JsonObject): Choice[] {
  const buttons = member(item, 'buttons');
  if (!Array.isArray(buttons)) return [];
  return buttons.slice(0, MAX_EACH).flatMap((button) => {
    const label = isObject(button) ? readTitle(member(button, 'text')) : undefined;
    return label ? [{ label, option: button }] : [];
  });
}

function readTitle(value: unknown): string | undefined {
  return toText(value)?.slice(0, MAX_TITLE_CHARS);
}

function readName(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
