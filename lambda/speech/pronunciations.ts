import { ESCAPES, SSML_LIMIT } from './ssml';

/** How a name or a word of the business is said: in other words, or by its sounds. */
export interface Pronunciation {
  /** As it is written: whole words, in capitals or not. */
  readonly written: string;
  readonly spoken?: string;
  /** In the International Phonetic Alphabet. */
  readonly ipa?: string;
}

/** Makes complete SSML say the names in it as the business does. */
export type Pronounce = (ssml: string) => string;

/** Never part of a name: an element whose words are said in a way of their own, a tag, and an escape. */
const SPOKEN_OTHERWISE = '<(?<element>say-as|sub|phoneme)\\b[^>]*>[^<]*</\\k<element>>';
const TAG = '<[^>]*>';
const ESCAPE = '&(?:amp|lt|gt|quot|apos);';
const BEGIN = '(?<![\\p{L}\\p{M}\\p{N}])';
const END = '(?![\\p{L}\\p{M}\\p{N}])';
const ILLEGAL = /[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * The pronunciations of a business, the longest name first. One pass over the text; what would make it longer than Alexa takes
 * is left as it is written.
 */
export function pronounceBy(pronunciations: readonly Pronunciation[]): Pronounce {
  const entries = new Map(
    pronunciations.flatMap((one) => {
      const element = elementOf(one);
      return element === undefined ? [] : [[folded(escaped(one.written.trim())), element] as const];
    }),
  );
  if (entries.size === 0) return (ssml) => ssml;
  const names = [...entries.keys()].sort((one, other) => other.length - one.length);
  const name = `${BEGIN}(?<name>${names.map(quoted).join('|')})${END}`;
  const pattern = new RegExp(`${SPOKEN_OTHERWISE}|${TAG}|${name}|${ESCAPE}`, 'giu');
  return (ssml) => {
    let room = SSML_LIMIT - ssml.length;
    return ssml.replace(pattern, (written, ...rest) => {
      const { name } = rest.at(-1) as { readonly name?: string };
      const element = name === undefined ? undefined : entries.get(folded(name));
      if (!element) return written;
      const said = `${element.open}${written}${element.close}`;
      if (said.length - written.length > room) return written;
      room -= said.length - written.length;
      return said;
    });
  };
}

function elementOf({
  written,
  spoken,
  ipa,
}: Pronunciation): { readonly open: string; readonly close: string } | undefined {
  if (!/[\p{L}\p{N}]/u.test(written)) return undefined;
  if (ipa?.trim()) return { open: `<phoneme alphabet="ipa" ph="${escaped(ipa)}">`, close: '</phoneme>' };
  return !spoken?.trim() ? undefined : { open: `<sub alias="${escaped(spoken)}">`, close: '</sub>' };
}

function escaped(text: string): string {
  return text.replace(ILLEGAL, ' ').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

function folded(text: string): string {
  return text.toLowerCase();
}

function quoted(text: string): string {
  return text.replace(/[.*+?^$()|[\]{}\\/]/g, '\\$&').replace(/\s+/g, '\\s');
}
