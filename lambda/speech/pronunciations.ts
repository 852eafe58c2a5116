import { isPattern, patternIn, uncounted } from './pronunciation-patterns';
import { ESCAPES, SSML_LIMIT } from './ssml';

/** How a name or a word of the business is said: in other words, or by its sounds. */
export interface Pronunciation {
  /** As it is written: whole words, in capitals or not, or a pattern of them between slashes: "/SKU-(\d+)/". */
  readonly written: string;
  /** Of a pattern "$1" is what stands in its first brackets. */
  readonly spoken?: string;
  /** In the International Phonetic Alphabet. */
  readonly ipa?: string;
}

/** Makes complete SSML say the names in it as the business does. */
export type Pronounce = (ssml: string) => string;

/** Never part of a name: an element whose words are said in a way of their own, a tag, and an escape. */
const SPOKEN_OTHERWISE = '<(?<element>say-as|sub|phoneme)\\b[^>]*>(?<otherwise>[^<]*)</\\k<element>>';
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
      const element = patternIn(one.written) === undefined ? elementOf(one) : undefined;
      return element === undefined ? [] : [[folded(escaped(one.written.trim())), element] as const];
    }),
  );
  const patterns = pronunciations.flatMap(patternOf);
  if (entries.size === 0 && patterns.length === 0) return (ssml) => ssml;
  const names = [...entries.keys()].sort((one, other) => other.length - one.length).map(quoted);
  const sought = [...names, ...patterns.map(({ source }) => uncounted(source))];
  const name = `${BEGIN}(?<name>${sought.join('|')})${END}`;
  const pattern = new RegExp(`${SPOKEN_OTHERWISE}|${TAG}|${name}|${ESCAPE}`, 'giu');
  const elementFor = (words: string) =>
    entries.get(folded(words)) ?? patterns.map(({ element }) => element(words)).find((one) => one !== undefined);
  return (ssml) => {
    let room = SSML_LIMIT - ssml.length;
    return ssml.replace(pattern, (written, ...rest) => {
      const found = rest.at(-1) as Readonly<Record<'name' | 'element' | 'otherwise', string | undefined>>;
      // What would be said sign by sign is a name where a pattern says so.
      const ofCode = found.element === 'say-as' ? found.otherwise : undefined;
      const words = found.name ?? ofCode ?? '';
      const element =
        ofCode === undefined
          ? elementFor(words)
          : patterns.map((one) => one.element(words)).find((one) => one !== undefined);
      if (words === '' || !element) return written;
      const said = `${element.open}${words}${element.close}`;
      if (said.length - written.length > room) return written;
      room -= said.length - written.length;
      return said;
    });
  };
}

interface Element {
  readonly open: string;
  readonly close: string;
}

interface SoughtPattern {
  readonly source: string;
  /** How words that it fits are said. */
  element(words: string): Element | undefined;
}

function patternOf({ written, spoken = '', ipa }: Pronunciation): readonly SoughtPattern[] {
  const pattern = patternIn(written);
  if (pattern === undefined || !isPattern(pattern)) return [];
  const source = pattern.replace(/(?<!\\)[&'"]/g, (sign) => ESCAPES[sign] ?? sign);
  const whole = new RegExp(`^(?:${source})$`, 'iu');
  return [
    {
      source,
      element(words) {
        const groups = whole.exec(words);
        if (!groups) return undefined;
        const filled = spoken.replace(/\$(\d)/g, (_sign, number: string) => groups[Number(number)] ?? '');
        return elementOf({ written: words, spoken: filled, ...(ipa !== undefined && { ipa }) });
      },
    },
  ];
}

function elementOf({ written, spoken, ipa }: Pronunciation): Element | undefined {
  if (!/[\p{L}\p{N}]/u.test(written)) return undefined;
  if (ipa?.trim()) return { open: `<phoneme alphabet="ipa" ph="${escaped(ipa)}">`, close: '</phoneme>' };
  return !spoken?.trim() ? undefined : { open: `<sub alias="${escaped(spoken)}">`, close: '</sub>' };
}

function escaped(text: string): string {
  return text.replace(ILLEGAL, ' ').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** The same for all ways to write a name: in capitals or not, with any spaces between its words. */
function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}

function quoted(text: string): string {
  return text.replace(/[.*+?^$()|[\]{}\\/]/g, '\\$&').replace(/\s+/g, '\\s');
}
