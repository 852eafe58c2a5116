import type { Card, Choice, InputRequest, Media } from '../../conversation/message';
import { type Content, NOTHING } from '../shared/content';
import { MAX_EACH, paragraphs, readList, readSynonyms, readText, toText } from '../shared/fields';
import { isObject, type JsonObject, member } from '../shared/json';
import { kindOfUrl, medium, readPlace } from '../shared/media';
import { readUrl, toPhoneUrl, toUrl } from '../shared/urls';
import { payloadOf } from './message';

const CHOICES = ['quick_replies', 'quickreplies', 'quickReplies', 'buttons'];
const LABELS = ['title', 'text', 'label', 'name', 'value'];
const MAX_DEPTH = 6;
const REQUESTS: Readonly<Record<string, 'email' | 'phone' | 'location'>> = {
  user_email: 'email',
  email: 'email',
  user_phone_number: 'phone',
  phone_number_request: 'phone',
  location: 'location',
  user_location: 'location',
};

const MEMBERS: Readonly<Record<string, Media['kind']>> = {
  image: 'image',
  image_url: 'image',
  sticker: 'image',
  video: 'video',
  video_url: 'video',
  audio: 'audio',
  audio_url: 'audio',
  file: 'file',
  file_url: 'file',
  document: 'file',
  location: 'location',
  coordinates: 'location',
};

/** Several pieces of a reply as one message. */
export function join(first: Content, second: Content): Content {
  if (first === NOTHING) return second;
  if (second === NOTHING) return first;
  return {
    text: paragraphs(first.text, second.text),
    choices: both(first.choices, second.choices),
    media: both(first.media, second.media),
    cards: both(first.cards, second.cards),
    inputRequest: second.inputRequest ?? first.inputRequest,
  };
}

function both<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one;
  return [...one, ...other].slice(0, MAX_EACH);
}

/** One response: its words, and all that comes with them. An attachment is one too, mostly with a `payload`. */
export function readItem(item: JsonObject, depth = 0, type = member(item, 'type')): Content {
  if (depth > MAX_DEPTH) return NOTHING;
  const payload = member(item, 'payload');
  const inner = isObject(payload) ? readItem(payload, depth + 1, type) : NOTHING;
  return join(join(readWords(item, type), inner), readExtras(item, depth));
}

/** Texts and the item's own address. A title beside an address names what is found there. */
export function readWords(item: JsonObject, type?: unknown): Content {
  const title = readText(item, ['title']);
  const text = readText(item, ['text', 'message', 'content', 'body']);
  const url = readUrl(item, ['url']);
  if (url) return { ...NOTHING, text, media: [medium(kindOf(type, url) ?? 'link', url, title)] };
  const said = title === text ? text : paragraphs(title, text);
  return said === undefined ? NOTHING : { ...NOTHING, text: said };
}

/** Choices, media and cards: of an item, or of the list of items that they stand beside. */
export function readExtras(item: JsonObject, depth = 0): Content {
  const buttons = readButtons(item);
  const cards = readList(item, ['cards', 'elements']).filter(isObject).map(readCard);
  const attachments = readList(item, ['attachment', 'attachments']).map((value) => readAttachment(value, depth + 1));
  const media = readMedia(item);
  return [...cards, ...attachments].reduce(join, media.length > 0 ? join(buttons, { ...NOTHING, media }) : buttons);
}

function readAttachment(value: unknown, depth: number): Content {
  if (isObject(value)) return readItem(value, depth);
  const url = toUrl(value);
  return url ? { ...NOTHING, media: [medium(kindOf(undefined, url) ?? 'file', url)] } : NOTHING;
}

function readCard(element: JsonObject): Content {
  const title = readText(element, ['title', 'name']);
  const text = readText(element, ['subtitle', 'text', 'description', 'content', 'body']);
  const imageUrl = readImageUrl(element);
  const { choices, media } = readButtons(element);
  const isCard = title || text || imageUrl || choices.length > 0;
  return { ...NOTHING, media, cards: isCard ? [{ title, text, imageUrl, choices }] : [] };
}

function readButtons(item: JsonObject): Content {
  return readList(item, CHOICES).map(readButton).reduce(join, NOTHING);
}

/** A button that opens a page or dials is nothing a voice can pick: it becomes a link. */
function readButton(option: unknown): Content {
  const request = isObject(option) ? readRequest(option) : undefined;
  if (request) return { ...NOTHING, inputRequest: request };
  const label = isObject(option) ? readText(option, LABELS) : toText(option);
  if (label === undefined) return NOTHING;
  const link = isObject(option) ? readLink(option, label) : undefined;
  if (link) return { ...NOTHING, media: [link] };
  return { ...NOTHING, choices: [{ label, option, ...(isObject(option) && readSynonyms(option, label)) }] };
}

/**
 * A quick reply that asks rather than says: the page fills in the user's e-mail, phone number or place
 * (docs.botdistrikt.com/overview/engagement; the names are Messenger's).
 */
function readRequest(option: JsonObject): InputRequest | undefined {
  const type = toText(member(option, 'content_type') ?? member(option, 'contentType') ?? member(option, 'type')) ?? '';
  const kind = REQUESTS[type.toLowerCase().replace(/[\s-]+/g, '_')];
  return kind && { kind };
}

function readLink(button: JsonObject, label: string): Media | undefined {
  const type = toText(member(button, 'type')) ?? '';
  if (/^(phone(_number)?|call|tel)$/i.test(type)) {
    return medium('link', toPhoneUrl(readText(button, ['phone', 'phone_number', 'payload', 'value'])), label);
  }
  const url = readUrl(button);
  return url || /url|link/i.test(type) ? medium('link', url, label) : undefined;
}

/** The media that an object names by their kind: `image`, `video`, …; or the place that it is. */
function readMedia(item: JsonObject): Media[] {
  const named = Object.keys(item).flatMap((name) => {
    const kind = kindOfType(name);
    return kind ? readList(item, [name]).flatMap((value) => toMedia(value, kind)) : [];
  });
  const place = kindOfType(member(item, 'type')) === 'location' ? readPlace(item) : undefined;
  return place ? [...named, medium('location', place, readText(item, ['name', 'address']))] : named;
}

/** The address of an object's picture. */
function readImageUrl(item: JsonObject): string | undefined {
  const [image] = readList(item, ['image_url', 'imageUrl', 'image']);
  return isObject(image) ? readUrl(image) : toUrl(image);
}

/** What a type or an address says about the kind. */
function kindOf(type: unknown, url: string): Media['kind'] | undefined {
  return kindOfType(type) ?? kindOfUrl(url);
}

function kindOfType(type: unknown): Media['kind'] | undefined {
  return typeof type === 'string' && Object.hasOwn(MEMBERS, type) ? MEMBERS[type] : undefined;
}

function toMedia(value: unknown, kind: Media['kind']): Media[] {
  const url = isObject(value) ? (readUrl(value) ?? (kind === 'location' ? readPlace(value) : undefined)) : toUrl(value);
  const words = kind === 'location' && !url ? toText(value) : undefined;
  const title = isObject(value) ? readText(value, ['title', 'name', 'caption', 'address']) : words;
  return url || (kind === 'location' && title) ? [medium(kind, url, title)] : [];
}

/** What is kept of an option whose title is another's as well, in place of the vendor's object. */
interface ToldApart {
  /** What the bot is told for it. */
  readonly toldAs: string;
  readonly payload: unknown;
}

/**
 * The same responses with options of equal titles ("View" on each card) told apart by what the bot is told for them: their
 * payload where that is a text of its own, else the title with the card's.
 */
export function toldApart<Response extends Content>(responses: readonly Response[]): readonly Response[] {
  const all = responses.flatMap(({ choices, cards }) => [...choices, ...cards.flatMap((card) => card.choices)]);
  if (new Set(all.map(({ label }) => nameOf(label))).size === all.length) return responses;
  const tell = (choice: Choice, card?: Card): Choice => {
    const alike = all.filter(({ label }) => nameOf(label) === nameOf(choice.label));
    if (alike.length < 2) return choice;
    const toldAs = textOf(choice, alike) ?? [choice.label, card?.title].filter(Boolean).join(' ');
    return { ...choice, option: { toldAs, payload: payloadOf(choice) } satisfies ToldApart };
  };
  return responses.map((response) => ({
    ...response,
    choices: response.choices.map((choice) => tell(choice)),
    cards: response.cards.map((card) => ({ ...card, choices: card.choices.map((choice) => tell(choice, card)) })),
  }));
}

/** The payload of an option, where it is a text that no option like it has. */
function textOf(choice: Choice, alike: readonly Choice[]): string | undefined {
  const payload = payloadOf(choice);
  if (typeof payload !== 'string' || payload.trim() === '' || nameOf(payload) === nameOf(choice.label))
    return undefined;
  return alike.filter((other) => payloadOf(other) === payload).length === 1 ? payload : undefined;
}

function nameOf(text: string): string {
  return text.trim().toLowerCase();
}
