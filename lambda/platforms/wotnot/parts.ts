import type { Card, Choice, Media } from '../../conversation/message';
import { MAX_EACH, paragraphs, readList, readSynonyms, readText, toText } from '../shared/fields';
import { isObject, type JsonObject, member } from '../shared/json';
import { medium, readPlace } from '../shared/media';
import { readUrl, toPhoneUrl, toUrl } from '../shared/urls';

/** What holds the parts of a message; which of them depends on its kind, and is only known of `text` and `button`. */
const CONTAINERS = [
  ...['payload', 'data', 'text', 'body', 'content', 'message', 'interactive', 'attachment'],
  ...['image', 'audio', 'video', 'document', 'file', 'list', 'slider', 'form', 'calendar', 'carousel', 'location'],
];
const MAX_DEPTH = 3;

/** A message and the objects within it that say something of the whole of it, from the outside. */
export type Layers = readonly JsonObject[];

export function layersOf(object: JsonObject, depth = 0): Layers {
  if (depth === MAX_DEPTH) return [object];
  const inner = CONTAINERS.map((name) => member(object, name)).filter(isObject);
  return [object, ...inner.flatMap((value) => layersOf(value, depth + 1))];
}

/** What `read` finds first. */
export function firstIn<T>(layers: Layers, read: (layer: JsonObject) => T | undefined): T | undefined {
  for (const layer of layers) {
    const found = read(layer);
    if (found !== undefined) return found;
  }
  return undefined;
}

const TITLES = ['title', 'header', 'heading'];
const BODIES = ['text', 'body', 'message', 'question', 'caption', 'description', 'label'];

/** The title of a thing, beside which its text may stand. */
export function readTitle(layer: JsonObject): string | undefined {
  return readText(layer, TITLES);
}

/** The words of a message, HTML as it is: all of one layer, since what another says is mostly the same again. */
export function readWords(layers: Layers): string | undefined {
  return firstIn(layers, (layer) => {
    const title = readTitle(layer);
    const body = readText(layer, BODIES);
    return paragraphs(title, body === title ? undefined : body);
  });
}

/** The text that stands beside a thing with a title of its own. */
export function readCaption(layers: Layers): string | undefined {
  return firstIn(layers, (layer) => readText(layer, BODIES));
}

export function toNumber(value: unknown): number | undefined {
  const text = toText(value);
  const number = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Buttons a voice can press, and those that open something. */
export interface Buttons {
  readonly choices: readonly Choice[];
  readonly links: readonly Media[];
}

const BUTTON_LISTS = ['buttons', 'options', 'quick_replies', 'choices', 'rows'];
const LABELS = ['title', 'text', 'label', 'name', 'body', 'value'];
const LINK_URLS = ['url', 'link', 'href'];
/** What of an input request goes back with the button, where the button itself does not say it. */
const INHERITED = ['callback', 'next_dialog', 'key'];

export interface ButtonOptions {
  /** Several may be picked: the answer names their positions. */
  readonly multiple?: boolean;
  /** Further members that hold buttons. */
  readonly lists?: readonly string[];
}

/** The buttons of a message, whatever layer of it they stand in. */
export function readButtons(layers: Layers, { multiple = false, lists = [] }: ButtonOptions = {}): Buttons {
  const found = layers
    .flatMap((layer) => {
      const sections = readList(layer, ['sections']).filter(isObject);
      const all = [layer, ...sections].flatMap((place) => readLists(place, [...BUTTON_LISTS, ...lists]));
      return all.map((button, index) => readButton(button, layer, multiple ? index : undefined));
    })
    .filter((button) => button !== undefined)
    .slice(0, MAX_EACH);
  return {
    choices: found.flatMap((button) => ('label' in button ? [button] : [])),
    links: found.flatMap((button) => ('kind' in button ? [button] : [])),
  };
}

/** Buttons come in lists: an object of the same name would be something else, such as how the list looks. */
function readLists(place: JsonObject, names: readonly string[]): unknown[] {
  return readList(
    place,
    names.filter((name) => Array.isArray(member(place, name))),
  );
}

function readButton(button: unknown, inputRequest: JsonObject, index: number | undefined): Choice | Media | undefined {
  const label = isObject(button) ? readText(button, LABELS) : toText(button);
  if (label === undefined) return undefined;
  const link = isObject(button) ? readLink(button, label) : undefined;
  if (link) return link;

  const own = isObject(button) ? button : {};
  const inherited = INHERITED.filter((name) => member(own, name) == null && member(inputRequest, name) != null);
  const option = {
    ...(index !== undefined && { selected_button_index: [index] }),
    ...own,
    ...Object.fromEntries(inherited.map((name) => [name, inputRequest[name]])),
  };
  return {
    label,
    ...(Object.keys(option).length > 0 && { option }),
    ...readSynonyms(own, label),
    ...(index !== undefined && { several: true }),
  };
}

/** A button that opens a page, writes a mail or dials: nothing a voice can press. */
function readLink(button: JsonObject, title: string): Media | undefined {
  const type = readText(button, ['type'])?.toLowerCase() ?? '';
  const value = readText(button, ['value', 'payload', 'phone', 'phone_number', 'email']);
  if (/phone|call|^tel$/.test(type)) {
    return medium('link', readUrl(button, LINK_URLS) ?? toPhoneUrl(value), title);
  }
  if (/mail/.test(type)) {
    return medium('link', readUrl(button, LINK_URLS) ?? toUrl(value?.replace(/^(mailto:)?/, 'mailto:')), title);
  }
  const url = readUrl(button, LINK_URLS) ?? toUrl(value);
  return url !== undefined || /url|link/.test(type) ? medium('link', url, title) : undefined;
}

const CARD_LISTS = ['cards', 'elements', 'items', 'slides', 'carousel', 'list', 'payload', 'data'];
const PICTURES = ['image_url', 'imageUrl', 'image', 'media_url', 'picture'];

/** The cards of a carousel; their links belong to the message, as a card has none. */
export function readCards(layers: Layers): { readonly cards: readonly Card[]; readonly links: readonly Media[] } {
  const all = layers
    .map((layer) =>
      readList(
        layer,
        CARD_LISTS.filter((name) => Array.isArray(member(layer, name))),
      ),
    )
    .find((list) => list.some(isObject));
  const read = (all ?? []).filter(isObject).map(readCard);
  return {
    cards: read.map(({ card }) => card).filter((card) => Object.keys(card).length > 1 || card.choices.length > 0),
    links: read.flatMap(({ links }) => links),
  };
}

function readCard(element: JsonObject): { card: Card; links: readonly Media[] } {
  const title = readText(element, ['title', 'name', 'header', 'heading']);
  const text = readText(element, ['description', 'subtitle', 'sub_title', 'text', 'body', 'content']);
  const [picture] = readList(element, PICTURES);
  const imageUrl = isObject(picture) ? readUrl(picture) : toUrl(picture);
  const { choices, links } = readButtons([element]);
  return { card: { ...(title && { title }), ...(text && { text }), ...(imageUrl && { imageUrl }), choices }, links };
}

const MEDIA_URLS = ['url', 'link', 'href', 'src', 'media_url', 'file_url', 'image_url', 'audio_url', 'video_url'];
const VALUES = ['image', 'audio', 'video', 'document', 'file'];
const MEDIA_LISTS = ['images', 'files', 'media', 'urls', 'attachments', 'payload', 'data', ...VALUES];
const NAMES = ['filename', 'file_name', 'name'];

/** What a message shows or plays. Without an address it is still said to be there. */
export function readMedia(kind: Media['kind'], layers: Layers): readonly Media[] {
  if (kind === 'location') {
    const name = titleOf(layers) ?? firstIn(layers, (layer) => readText(layer, ['address']));
    return [medium(kind, firstIn(layers, readPlace) ?? readAddress(layers), name)];
  }
  const listed = layers
    .flatMap((layer) => readList(layer, MEDIA_LISTS))
    .flatMap((item) => {
      const url = isObject(item) ? readUrl(item, MEDIA_URLS) : toUrl(item);
      return url === undefined ? [] : [medium(kind, url, isObject(item) ? titleOf([item]) : undefined)];
    });
  const distinct = listed.filter(({ url }, index) => listed.findIndex((other) => other.url === url) === index);
  if (distinct.length > 1) return distinct;
  return [medium(kind, readAddress(layers) ?? distinct[0]?.url, titleOf(layers))];
}

/** The one address of a message: where its kind has it, or in place of its text. */
export function readAddress(layers: Layers): string | undefined {
  return firstIn(layers, (layer) => readUrl(layer, [...MEDIA_URLS, ...VALUES])) ?? firstIn(layers, readTextUrl);
}

function readTextUrl(layer: JsonObject): string | undefined {
  return readUrl(layer, ['text', 'body']);
}

function titleOf(layers: Layers): string | undefined {
  return firstIn(layers, (layer) => readTitle(layer) ?? readText(layer, NAMES));
}
