import type { Card, Choice, InputRequest, Media } from '../../conversation/message';
import { MAX_EACH, readList, readSynonyms, readText, readUrl, toText, toUrl } from '../fields';
import { isObject, type JsonObject, member } from '../json';
import { kindOf, medium, readImageUrl, readMedia } from './media';

/** What a piece of a reply holds; several pieces make one message. */
export interface Parts {
  readonly text?: string;
  readonly choices: readonly Choice[];
  readonly media: readonly Media[];
  readonly cards: readonly Card[];
  readonly inputRequest?: InputRequest;
}

export const NO_PARTS: Parts = { choices: [], media: [], cards: [] };

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

export function join(first: Parts, second: Parts): Parts {
  if (first === NO_PARTS) return second;
  if (second === NO_PARTS) return first;
  return {
    text: paragraphs(first.text, second.text),
    choices: [...first.choices, ...second.choices].slice(0, MAX_EACH),
    media: [...first.media, ...second.media].slice(0, MAX_EACH),
    cards: [...first.cards, ...second.cards].slice(0, MAX_EACH),
    ...((second.inputRequest ?? first.inputRequest) && { inputRequest: second.inputRequest ?? first.inputRequest }),
  };
}

/** One response: its words, and all that comes with them. An attachment is one too, mostly with a `payload`. */
export function readItem(item: JsonObject, depth = 0, type = member(item, 'type')): Parts {
  if (depth > MAX_DEPTH) return NO_PARTS;
  const payload = member(item, 'payload');
  const inner = isObject(payload) ? readItem(payload, depth + 1, type) : NO_PARTS;
  return join(join(readWords(item, type), inner), readExtras(item, depth));
}

/** Texts and the item's own address. A title beside an address names what is found there. */
export function readWords(item: JsonObject, type?: unknown): Parts {
  const title = readText(item, ['title']);
  const text = readText(item, ['text', 'message', 'content', 'body']);
  const url = readUrl(item, ['url']);
  if (url) return { ...NO_PARTS, text, media: [medium(kindOf(type, url) ?? 'link', url, title)] };
  return { ...NO_PARTS, text: title === text ? text : paragraphs(title, text) };
}

/** Choices, media and cards: of an item, or of the list of items that they stand beside. */
export function readExtras(item: JsonObject, depth = 0): Parts {
  const buttons = readButtons(item);
  const cards = readList(item, ['cards', 'elements']).filter(isObject).map(readCard);
  const attachments = readList(item, ['attachment', 'attachments']).map((value) => readAttachment(value, depth + 1));
  const media = readMedia(item);
  return [...cards, ...attachments].reduce(join, media.length > 0 ? join(buttons, { ...NO_PARTS, media }) : buttons);
}

function readAttachment(value: unknown, depth: number): Parts {
  if (isObject(value)) return readItem(value, depth);
  const url = toUrl(value);
  return url ? { ...NO_PARTS, media: [medium(kindOf(undefined, url) ?? 'file', url)] } : NO_PARTS;
}

function readCard(element: JsonObject): Parts {
  const title = readText(element, ['title', 'name']);
  const text = readText(element, ['subtitle', 'text', 'description', 'content', 'body']);
  const imageUrl = readImageUrl(element);
  const { choices, media } = readButtons(element);
  const isCard = title || text || imageUrl || choices.length > 0;
  return { ...NO_PARTS, media, cards: isCard ? [{ title, text, imageUrl, choices }] : [] };
}

function readButtons(item: JsonObject): Parts {
  return readList(item, CHOICES).map(readButton).reduce(join, NO_PARTS);
}

/** A button that opens a page or dials is nothing a voice can pick: it becomes a link. */
function readButton(option: unknown): Parts {
  const request = isObject(option) ? readRequest(option) : undefined;
  if (request) return { ...NO_PARTS, inputRequest: request };
  const label = isObject(option) ? readText(option, LABELS) : toText(option);
  if (label === undefined) return NO_PARTS;
  const link = isObject(option) ? readLink(option, label) : undefined;
  if (link) return { ...NO_PARTS, media: [link] };
  return { ...NO_PARTS, choices: [{ label, option, ...(isObject(option) && readSynonyms(option, label)) }] };
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
    const number = readText(button, ['phone', 'phone_number', 'payload', 'value'])?.replace(/[^\d+]/g, '');
    return medium('link', number && `tel:${number}`, label);
  }
  const url = readUrl(button);
  return url || /url|link/i.test(type) ? medium('link', url, label) : undefined;
}

function paragraphs(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.filter((text) => text !== undefined).join('\n\n') || undefined;
}
