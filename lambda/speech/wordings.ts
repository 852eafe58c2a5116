import type { Regional, Wordings } from '../languages/resource';
import { memoize } from './memoize';

/** What is filled into a phrase. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * The wordings of a key, "question.check", for what it is said for: with its context, "welcome_named", or without; of a number
 * without a form of its own, that of others.
 *
 * @param words of a region, of its language
 */
export function wordingsIn(words: readonly Regional[], key: string, context: string | undefined): Wordings {
  const names = context === undefined ? [key] : [`${key}_${context}`, `${key}_other`, key];
  for (const one of words) {
    for (const name of names) {
      const found = valueAt(one, name);
      if (Array.isArray(found)) return found;
    }
  }
  return [];
}

function valueAt(words: object, key: string): unknown {
  return key.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], words);
}

const PLACE = /\{\{([\w-]+)\}\}/;

/** What stands before, between and behind the places of a wording, and between those the names of the places. */
const partsOf = memoize((wording: string): readonly string[] => wording.split(PLACE));

/** A wording with its places filled, "{{name}}". What is filled in is speech or plain text: SSML escapes it later. */
export function filled(wording: string, values: Values | undefined): string {
  if (!values) return wording;
  let said = '';
  for (const [index, part] of partsOf(wording).entries()) {
    const isName = index % 2 === 1;
    said += !isName ? part : Object.hasOwn(values, part) ? values[part] : `{{${part}}}`;
  }
  return said;
}
