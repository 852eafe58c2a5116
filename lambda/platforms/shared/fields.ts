import { type JsonObject, member } from './json';

/** No list is read further than this. */
export const MAX_EACH = 100;

/** A value that can be said. */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The first of these members that holds words. */
export function readText(item: JsonObject, names: readonly string[]): string | undefined {
  return first(item, names, toText);
}

/** The members of these names as one list. A list may be written in rows, and a single value without a list. */
export function readList(item: JsonObject, names: readonly string[]): unknown[] {
  const present = names.filter((name) => member(item, name) != null);
  if (present.length === 0) return [];
  return present
    .flatMap((name) => member(item, name))
    .flat()
    .slice(0, MAX_EACH);
}

/** Longer data are sentences of the vendor's, and words of one letter say nothing. */
const LONGEST_NAME = 40;
const WORD = /^\p{L}{2,}$/u;

/**
 * What the data of a button call it, where that is words other than its label: "yes_please", "checkingAccount". Ids, addresses
 * and JSON name nothing.
 */
export function readSynonyms(button: JsonObject, label: string): { synonyms?: readonly string[] } {
  const said = ['value', 'payload'].flatMap((name) => {
    const value = member(button, name);
    return typeof value === 'string' && value.length <= LONGEST_NAME ? (toWords(value) ?? []) : [];
  });
  if (said.length === 0) return {};
  const known = toWords(label);
  const synonyms = [...new Set(said)].filter((name) => name !== known);
  return synonyms.length > 0 ? { synonyms } : {};
}

function toWords(text: string): string | undefined {
  const words = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
  return words.length > 0 && words.every((word) => WORD.test(word)) ? words.join(' ').toLowerCase() : undefined;
}

/** Texts one below the other, without those that are not there. */
export function paragraphs(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.filter((text) => text !== undefined).join('\n\n') || undefined;
}

/** The first of these members that `read` makes something of. */
export function first<T>(item: JsonObject, names: readonly string[], read: (value: unknown) => T | undefined) {
  for (const name of names) {
    const found = read(member(item, name));
    if (found !== undefined) return found;
  }
  return undefined;
}
