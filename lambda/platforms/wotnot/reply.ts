import type { InputRequest, Media, Sender } from '../../conversation/message';
import { type Content, isEmpty, NOTHING } from '../shared/content';
import { readList, readText, toText } from '../shared/fields';
import { child, isObject, type JsonObject, member } from '../shared/json';
import { readName, senderOf } from '../shared/people';
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

const WRITERS = ['message_by', 'from', 'sender', 'by'];

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
  if (/campaign|broadcast/.test(type)) return identified('broadcast', details);
  return /agent|team|user|human|operator|admin/.test(type) ? identified('agent', details) : { kind: 'bot' };
}

function identified(kind: 'agent' | 'broadcast', writer: JsonObject): Sender {
  const name = readName(writer) ?? readName(child(writer, 'user') ?? {});
  return senderOf(kind, readText(writer, ['id', 'key', '_id']), name);
}
