import type { Choice, Media } from '../../conversation/message';
import { isObject, type JsonObject, member } from '../json';

const MAX_EACH = 100;
const MAX_URL_CHARS = 2048;
const MAX_TITLE_CHARS = 500;

const FILES: Readonly<Record<string, Media['kind']>> = {
  photo: 'image',
  video: 'video',
  audio: 'audio',
  document: 'file',
};

/** What the items of a payload come to. Kinds that are not documented for a custom channel are skipped. */
export function readPayload(payload: unknown): {
  readonly media: readonly Media[];
  readonly choices: readonly Choice[];
} {
  const items = Array.isArray(payload) ? payload.filter(isObject).slice(0, MAX_EACH) : [];
  return {
    media: items.flatMap(readMedia),
    choices: items.flatMap(readButtons).slice(0, MAX_EACH),
  };
}

function readMedia(item: JsonObject): Media[] {
  const type = member(item, 'type');
  if (type === 'contact') return readContact(item);
  if (type === 'location') return readLocation(item);
  if (typeof type !== 'string' || !Object.hasOwn(FILES, type)) return [];
  const kind = FILES[type] as Media['kind'];
  const url = readUrl(member(item, 'file_url')) ?? readUrl(member(item, 'url'));
  return [medium(kind, url, readTitle(member(item, 'file_name')))];
}

/** A phone number that a card can show, under the name it belongs to. */
function readContact(item: JsonObject): Media[] {
  const name = readTitle(member(item, 'name'));
  const number = readTitle(member(item, 'number'))?.replace(/[^\d+]/g, '');
  const url = number && /^\+?\d{3,20}$/.test(number) ? `tel:${number}` : undefined;
  return name || url ? [medium('link', url, name)] : [];
}

/** Coordinates as a URI (RFC 5870). */
function readLocation(item: JsonObject): Media[] {
  const title = readTitle(member(item, 'address'));
  const latitude = readDegrees(member(item, 'latitude'), 90);
  const longitude = readDegrees(member(item, 'longitude'), 180);
  const isPlace = latitude !== undefined && longitude !== undefined;
  return isPlace || title ? [medium('location', isPlace ? `geo:${latitude},${longitude}` : undefined, title)] : [];
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

function medium(kind: Media['kind'], url: string | undefined, title: string | undefined): Media {
  return { kind, ...(url && { url }), ...(title && { title }) };
}

function readUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_URL_CHARS) return undefined;
  return /^https?:\/\/\S+$/i.test(value) ? value : undefined;
}

function readTitle(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, MAX_TITLE_CHARS) : undefined;
}

function readDegrees(value: unknown, most: number): number | undefined {
  const degrees = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof degrees === 'number' && Math.abs(degrees) <= most ? degrees : undefined;
}
