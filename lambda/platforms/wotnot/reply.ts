import type { InputRequest, Media, Sender } from '../../conversation/message';
import { type Content, isEmpty, NOTHING } from '../shared/content';
import { readList, readText, toText } from '../shared/fields';
import { child, isObject, type JsonObject, member } from '../shared/json';
import { readName, senderOf } from '../shared/people';
import { isTrue, roleOf } from '../shared/roles';
import { toUrl } from '../shared/urls';
import {
  type ButtonOptions,
  firstIn,
  type Layers,
  layersOf,
  readAddress,
  readButtons,
  readCaption,
  readCards,
  readMedia,
  readWords,
  toNumber,
} from './parts';

type Reader = (layers: Layers) => Partial<Content>;

/**
 * How the kinds of message are read, by their type without anything but letters. The vendor's pages list the kinds by
 * name (text, image, form, file upload, calendar, audio, calendly, video, list, javascript, button, document, carousel,
 * slider, appointment booking) and show none of them; `text` and `button` are seen in use.
 */
const KINDS: readonly (readonly [RegExp, Reader])[] = [
  [/response$/, () => ({})],
  [/^(java)?script|codeblock/, () => ({ inputRequest: { kind: 'script' } })],
  [/upload|collectfile/, (layers) => ({ ...words(layers), inputRequest: { kind: 'file' } })],
  [/carousel|^cards?$/, readCarousel],
  [/image|gallery|sticker|gif/, media('image')],
  [/audio|voice/, media('audio')],
  [/video/, media('video')],
  [/document|^file$|attachment/, media('file')],
  [/location/, media('location')],
  [/slider|rating/, (layers) => ({ ...words(layers), inputRequest: readSlider(layers) })],
  [/form$/, (layers) => ({ ...words(layers), inputRequest: readForm(layers) })],
  [/calend|appointment|booking|^date/, readCalendar],
  [/^multi/, spoken({ multiple: true })],
  [/list/, spoken({ lists: ['items', 'list'] })],
];

/**
 * Everything of a message that is understood.
 *
 * @returns `undefined` for a response of the visitor's, and for what says nothing
 */
export function readContent(message: JsonObject): Content | undefined {
  const type = (toText(member(message, 'type')) ?? '').toLowerCase().replace(/[^a-z]/g, '');
  const read = KINDS.find(([name]) => name.test(type))?.[1] ?? readOther;
  const content = { ...NOTHING, ...read(layersOf(message)) };
  return isEmpty(content) ? undefined : content;
}

function words(layers: Layers): Pick<Content, 'text'> {
  const text = readWords(layers);
  return text === undefined ? {} : { text };
}

/** Words, and buttons below them. */
function spoken(options?: ButtonOptions): Reader {
  return (layers) => {
    const { choices, links } = readButtons(layers, options);
    return { ...words(layers), choices, media: links };
  };
}

/** A kind that is not documented: its words and buttons, or at least an address. */
function readOther(layers: Layers): Partial<Content> {
  const { media = [], ...content } = spoken()(layers);
  const url = media.length === 0 && content.text === undefined ? readAddress(layers) : undefined;
  return { ...content, media: url === undefined ? media : [{ kind: 'link', url }] };
}

function media(kind: Media['kind']): Reader {
  return (layers) => {
    const caption = readCaption(layers);
    const { choices, links } = readButtons(layers);
    const text = toUrl(caption) === undefined ? caption : undefined;
    return { ...(text !== undefined && { text }), choices, media: [...readMedia(kind, layers), ...links] };
  };
}

function readCarousel(layers: Layers): Partial<Content> {
  const { cards, links } = readCards(layers);
  const own = readButtons(layers);
  return { ...words(layers), cards, choices: own.choices, media: [...links, ...own.links] };
}

function readSlider(layers: Layers): InputRequest {
  const bound = (names: readonly string[]) => firstIn(layers, (layer) => toNumber(readText(layer, names)));
  const min = bound(['min', 'min_value', 'minimum', 'start']);
  const max = bound(['max', 'max_value', 'maximum', 'end']);
  const callback = firstIn(layers, (layer) => member(layer, 'callback') ?? undefined);
  return {
    kind: 'number',
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(callback !== undefined && { option: { callback } }),
  };
}

function readForm(layers: Layers): InputRequest {
  const fields = firstIn(layers, (layer) => {
    const labels = readList(layer, ['fields', 'form_fields', 'questions', 'inputs', 'elements']).flatMap(
      (field) =>
        (isObject(field) ? readText(field, ['label', 'title', 'question', 'placeholder', 'name']) : toText(field)) ??
        [],
    );
    return labels.length > 0 ? labels : undefined;
  });
  return { kind: 'form', ...(fields && { fields }) };
}

function readCalendar(layers: Layers): Partial<Content> {
  const url =
    firstIn(layers, (layer) => toUrl(readText(layer, ['calendly_url', 'calendar_url', 'booking_url']))) ??
    readAddress(layers);
  return { ...words(layers), inputRequest: { kind: 'date' }, media: url === undefined ? [] : [{ kind: 'link', url }] };
}

const WRITERS = ['message_by', 'from', 'sender', 'by', 'author', 'sent_by'];
/** Who sends, in what we send; elsewhere it may be whom it is for, without a type. */
const SENDER = 'user';
const TYPES = ['sender_type', 'message_by_type', 'author_type', 'role'];
const VISITOR_OF_OURS = /^[a-z0-9]{32}_\d+$/;
const IDS = ['id', 'key', '_id', 'visitor_key', 'user_external_id'];

/**
 * Who wrote a message: `message_by.type` is `bot` or `visitor` in what was seen. Without a name it is the bot.
 *
 * @param key ours of the user, where the event names it
 * @returns `undefined` for the visitor, whose own words the platform sends back, and for what the system tells those who
 * work there
 */
export function readSender(payload: JsonObject, message: JsonObject, key: string | undefined): Sender | undefined {
  const places = [payload, message];
  const writers = valuesOf(places, WRITERS);
  const writer = [...writers, ...valuesOf(places, [SENDER])].find((one) => typeOf(one) !== undefined) ?? writers[0];
  const type = typeOf(writer) ?? places.map((place) => readText(place, TYPES)).find((found) => found !== undefined);
  const details = isObject(writer) ? writer : {};
  if (places.some(isIncoming) || isUser(writer, key)) return undefined;
  if (type === undefined && isVisitorForm(message)) return undefined;
  switch (roleOf(type)) {
    case 'visitor':
    case 'system':
      return undefined;
    case 'agent':
      return identified('agent', details);
    case 'broadcast':
      return identified('broadcast', details);
    default:
      return { kind: 'bot' };
  }
}

function valuesOf(places: readonly JsonObject[], names: readonly string[]): unknown[] {
  return places.flatMap((place) => names.map((name) => member(place, name))).filter((value) => value != null);
}

function typeOf(writer: unknown): string | undefined {
  return isObject(writer) ? readText(writer, ['type', ...TYPES]) : toText(writer);
}

/** Whether an object says that it came in from the visitor. */
function isIncoming(place: JsonObject): boolean {
  const writer = child(place, 'message_by') ?? {};
  return [place, writer].some(
    (object) =>
      isTrue(member(object, 'is_visitor')) || /^(incoming|inbound|in)$/i.test(readText(object, ['direction']) ?? ''),
  );
}

/** Whether a writer is known by our key of the user, bare or as the platform's `visitor_key`. */
function isUser(writer: unknown, key: string | undefined): boolean {
  const ids = isObject(writer) ? IDS.map((name) => toText(member(writer, name))) : [toText(writer)];
  return ids.some(
    (id) => id !== undefined && (key === undefined ? VISITOR_OF_OURS.test(id) : id.split('_')[0] === key),
  );
}

/** The form in which words are sent to the platform; what the bot says in a text stands beside its type. */
function isVisitorForm(message: JsonObject): boolean {
  const { type, data, ...others } = message;
  return type === 'text' && isObject(data) && Object.keys(others).length === 0 && Object.keys(data).join() === 'body';
}

function identified(kind: 'agent' | 'broadcast', writer: JsonObject): Sender {
  const name = readName(writer) ?? readName(child(writer, 'user') ?? {});
  return senderOf(kind, readText(writer, IDS), name);
}
