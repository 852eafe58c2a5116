import type { Card, Choice, Media } from '../../conversation/message';
import { isObject, type JsonObject, member } from '../json';

/** What a piece of a reply holds; several pieces make one message. */
export interface Parts {
  readonly text?: string;
  readonly choices: readonly Choice[];
  readonly media: readonly Media[];
  readonly cards: readonly Card[];
}

export const NO_PARTS: Parts = { choices: [], media: [], cards: [] };

const CHOICES = ['quick_replies', 'quickreplies', 'quickReplies', 'buttons'];
const CARDS = ['cards', 'elements'];
const ATTACHMENTS = ['attachment', 'attachments'];
const LABELS = ['title', 'text', 'label', 'name', 'value'];
const URLS = ['url', 'link', 'href', 'src'];
const IMAGES = ['image_url', 'imageUrl', 'image'];
const MEDIA: readonly (readonly [string, Media['kind']])[] = [
  ['image', 'image'],
  ['image_url', 'image'],
  ['sticker', 'image'],
  ['video', 'video'],
  ['video_url', 'video'],
  ['audio', 'audio'],
  ['audio_url', 'audio'],
  ['file', 'file'],
  ['file_url', 'file'],
  ['document', 'file'],
  ['location', 'location'],
  ['coordinates', 'location'],
];
const EXTENSIONS: readonly (readonly [RegExp, Media['kind']])[] = [
  [/\.(png|jpe?g|gif|webp|svg)$/i, 'image'],
  [/\.(mp4|mov|webm)$/i, 'video'],
  [/\.(mp3|m4a|ogg|wav)$/i, 'audio'],
  [/\.(pdf|docx?|xlsx?|zip)$/i, 'file'],
];

const MAX_DEPTH = 6;
const MAX_EACH = 100;

export function join(first: Parts, second: Parts): Parts {
  return {
    text: paragraphs(first.text, second.text),
    choices: [...first.choices, ...second.choices].slice(0, MAX_EACH),
    media: [...first.media, ...second.media].slice(0, MAX_EACH),
    cards: [...first.cards, ...second.cards].slice(0, MAX_EACH),
  };
}

function paragraphs(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.filter((text) => text !== undefined).join('\n\n') || undefined;
}

/** One response: its words, and all that comes with them. */
export function readItem(item: JsonObject, depth = 0, kind = kindOfType(member(item, 'type'))): Parts {
  const payload = member(item, 'payload');
  const inner = isObject(payload) && depth < MAX_DEPTH ? readItem(payload, depth + 1, kind) : NO_PARTS;
  return join(readWords(item, kind), join(inner, readExtras(item, depth)));
}

/** Texts and the item's own address. A title beside an address names what is found there. */
export function readWords(item: JsonObject, kind?: Media['kind']): Parts {
  const url = toUrl(member(item, 'url'));
  const title = readText(item, ['title']);
  const text = readText(item, ['text', 'message', 'content', 'body']);
  if (url) return { ...NO_PARTS, text, media: [toMedia(kind ?? kindOfUrl(url) ?? 'link', url, title)] };
  return { ...NO_PARTS, text: title === text ? text : paragraphs(title, text) };
}

/** Choices, media and cards: of an item, or of the list of items that they stand beside. */
export function readExtras(item: JsonObject, depth = 0): Parts {
  if (depth > MAX_DEPTH) return NO_PARTS;
  const buttons = readButtons(item);
  const cards = list(item, CARDS).map(readCard);
  const own: Parts = {
    choices: buttons.choices,
    media: [
      ...buttons.links,
      ...MEDIA.flatMap(([name, kind]) => list(item, [name]).flatMap((value) => readMedia(value, kind))),
      ...cards.flatMap(({ links }) => links),
    ],
    cards: cards.flatMap(({ card }) => card ?? []),
  };
  return list(item, ATTACHMENTS)
    .map((value) => readAttachment(value, depth + 1))
    .reduce(join, own);
}

function readAttachment(value: unknown, depth: number): Parts {
  if (isObject(value)) return readItem(value, depth);
  const url = toUrl(value);
  return url ? { ...NO_PARTS, media: [toMedia(kindOfUrl(url) ?? 'file', url)] } : NO_PARTS;
}

function readMedia(value: unknown, kind: Media['kind']): Media[] {
  if (!isObject(value)) {
    const url = toUrl(value);
    return url ? [toMedia(kind, url)] : [];
  }
  const url = URLS.map((name) => toUrl(member(value, name))).find(Boolean);
  const title = readText(value, ['title', 'name', 'caption', 'address']);
  if (kind === 'location') {
    const [latitude, longitude] = [
      ['latitude', 'lat'],
      ['longitude', 'long', 'lng', 'lon'],
    ].map((names) => readText(value, names));
    const geo = latitude && longitude ? `geo:${latitude},${longitude}` : undefined;
    return url || geo || title ? [toMedia(kind, url ?? geo, title)] : [];
  }
  return url ? [toMedia(kind, url, title)] : [];
}

interface Buttons {
  readonly choices: Choice[];
  readonly links: Media[];
}

/** A button that opens a page or dials is nothing a voice can pick: it becomes a link. */
function readButtons(item: JsonObject): Buttons {
  const choices: Choice[] = [];
  const links: Media[] = [];
  for (const option of list(item, CHOICES)) {
    const label = isObject(option) ? readText(option, LABELS) : toText(option);
    if (label === undefined) continue;
    const link = isObject(option) ? readLink(option) : undefined;
    if (link) links.push(toMedia('link', link.url, label));
    else choices.push({ label, option });
  }
  return { choices, links };
}

function readLink(button: JsonObject): { url?: string } | undefined {
  const type = toText(member(button, 'type')) ?? '';
  if (/^(phone(_number)?|call|tel)$/i.test(type)) {
    const number = readText(button, ['phone', 'phone_number', 'payload', 'value'])?.replace(/[^\d+]/g, '');
    return { url: number ? `tel:${number}` : undefined };
  }
  const url = URLS.map((name) => toUrl(member(button, name))).find(Boolean);
  return url || /url|link/i.test(type) ? { url } : undefined;
}

function readCard(value: unknown): { card?: Card; links: Media[] } {
  if (!isObject(value)) return { links: [] };
  const title = readText(value, ['title', 'name']);
  const text = readText(value, ['subtitle', 'text', 'description', 'content', 'body']);
  const [image] = IMAGES.flatMap((name) => list(value, [name])).flatMap((image) => readMedia(image, 'image'));
  const { choices, links } = readButtons(value);
  const empty = !title && !text && !image && choices.length === 0;
  return { card: empty ? undefined : { title, text, imageUrl: image?.url, choices }, links };
}

/** The first of these members that holds words. */
function readText(item: JsonObject, names: readonly string[]): string | undefined {
  return names.map((name) => toText(member(item, name))).find((text) => text !== undefined);
}

export function toText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.every((line) => typeof line === 'string') ? toText(value.join('\n')) : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The members of these names as one list. A list may be written in rows, and a single value without a list. */
function list(item: JsonObject, names: readonly string[]): unknown[] {
  const members = names.flatMap((name) => member(item, name) ?? []);
  return members.flat().slice(0, MAX_EACH);
}

/** Only addresses that a person can be shown; relative ones and embedded data are of no use on a card. */
function toUrl(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 2048 && /^(https?|tel|mailto|geo):\S+$/i.test(value)
    ? value
    : undefined;
}

function toMedia(kind: Media['kind'], url?: string, title?: string): Media {
  return { kind, ...(url && { url }), ...(title && { title }) };
}

function kindOfType(type: unknown): Media['kind'] | undefined {
  return MEDIA.find(([name]) => name === type)?.[1];
}

function kindOfUrl(url: string): Media['kind'] | undefined {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return EXTENSIONS.find(([extension]) => extension.test(path))?.[1];
}
