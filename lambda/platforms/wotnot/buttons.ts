import type { Choice, Media } from '../../conversation/message';
import { MAX_EACH, readList, readSynonyms, readText, readUrl, toText, toUrl } from '../fields';
import { isObject, type JsonObject, member } from '../json';
import type { Layers } from './layers';

/** Buttons a voice can press, and those that open something. */
export interface Buttons {
  readonly choices: readonly Choice[];
  readonly links: readonly Media[];
}

const LISTS = ['buttons', 'options', 'quick_replies', 'choices', 'rows'];
const LABELS = ['title', 'text', 'label', 'name', 'body', 'value'];
const URLS = ['url', 'link', 'href'];
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
      const all = [layer, ...sections].flatMap((place) => readLists(place, [...LISTS, ...lists]));
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
    const number = value?.replace(/^tel:/, '').replace(/[^\d+]/g, '');
    return link(title, readUrl(button, URLS) ?? (number && `tel:${number}`));
  }
  if (/mail/.test(type)) return link(title, readUrl(button, URLS) ?? toUrl(value?.replace(/^(mailto:)?/, 'mailto:')));
  const url = readUrl(button, URLS) ?? toUrl(value);
  return url !== undefined || /url|link/.test(type) ? link(title, url) : undefined;
}

function link(title: string, url: string | undefined): Media {
  return { kind: 'link', ...(url && { url }), title };
}
