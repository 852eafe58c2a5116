import { readText, toText } from '../fields';
import { isObject, type JsonObject, member } from '../json';

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
    return [title, body === title ? undefined : body].filter((text) => text !== undefined).join('\n\n') || undefined;
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
