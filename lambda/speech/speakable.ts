import { BRACKETED, isMarkup } from './html-elements';
import { URL_PATTERN, webUrl } from './urls';

/** Words of a language that take the place of what has none. */
export interface Substitutes {
  /** Within a sentence: "see <the link in your Alexa app>". */
  readonly link: string;
  /** As a sentence of its own. */
  readonly loneLink: string;
  /** For a "&" that stands alone. */
  readonly and: string;
}

/** Most lines are words, digits and the punctuation of sentences: nothing in them needs a change. */
const PLAIN = /^["'“‘¿¡€$£(]*[\p{L}\p{N}][\p{L}\p{M}\p{N} .,!?;:'’‘“”"()%€$£@+–—…¿¡、。！？-]*$/u;
const NOT_PLAIN = /www\.|mailto:|---| [ .,!?;:…]|,,|,[.!?;:]|[:;]-?[)(D]|[\u20e3ℹ\p{Variation_Selector}]| $/iu;

type Rule = readonly [pattern: RegExp, replacement: string];

/** Characters that no voice can say and no XML may hold. */
const CHARACTERS: readonly Rule[] = [
  // Joiners shape words of scripts without case (Indic, Persian …); elsewhere they only glue emoji.
  [/(?<![\p{Lo}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{Lo}\p{M}])/gu, ''],
  [/(?![\u200c\u200d])[\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Variation_Selector}\ufffd]/gu, ''],
  [/[\s\p{Z}\p{Cc}]+/gu, ' '],
];

/** Drawings, left-overs of markup, and signs that a listener needs in other words. */
const SIGNS: readonly Rule[] = [
  [/\bmailto:(?=\S)/gi, ''],
  // Emoji and their parts. The first four are pictographs too, but also characters of plain text.
  [
    /(?![©®™‼⁉])(?:\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20e3)/gu,
    ' ',
  ],
  [/(?<!\S)[:;]-?[)(D](?=[\s.,!?]|$)/g, ' '],
  [/(\d) ?\* ?(?=\d)/g, '$1 × '],
  // The cells of a table's row.
  [/ ?(?:\| ?)+/g, ', '],
  // Lines drawn with signs, and marks of markup that found no partner.
  [/([*_~`#=^\\-])\1{2,}|\*\*|__|~~|##|<!--|-->/g, ' '],
  [/(?<!\d)\*(?!\d)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?!\d)|[`[\]{}]/gu, ' '],
  // "Settings > Account", "Rome → Berlin", "• Soup • Salad".
  [/(?<=[.,!?;:…]) [•·▪●‣◦>\u2190-\u21ff] /g, ' '],
  [/(?<=\p{L}{2}) > (?=\p{L}{2})| ?[\u2190-\u21ff\u2794-\u27bf\u2b00-\u2b11]+ ?| [•·▪●‣◦] /gu, ', '],
  [/[\\•‣◦\u2300-\u23ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff]/g, ' '],
];

/** Spaces and punctuation as a sentence wants them, after all that went. */
const PUNCTUATION: readonly Rule[] = [
  [/\( ?\)/g, ' '],
  [/ +/g, ' '],
  [/(?<=[(“]) | (?=[)”])/g, ''],
  [/ +([,!?;…]|[.:](?![\p{L}\p{N}]))/gu, '$1'],
  [/,(?: ?,)+/g, ','],
  [/(?<=[:;!?]),|,(?=[.!?;:])|, $/g, ''],
  [/^(?:[,;:!?.>–—-]+ )+/, ''],
];

/**
 * One line as it can be said: no markup, address, emoji or control character is left; words and numbers of every alphabet
 * stay, in their order. Empty where there is nothing to say. A digit of a keycap emoji stays a digit.
 */
export function speakable(raw: string, substitutes: Substitutes): string {
  // First of all, as some characters are another's canonical double: U+1FEF becomes a backtick.
  const line = raw.normalize('NFC');
  if (PLAIN.test(line) && !NOT_PLAIN.test(line)) return line;
  const text = apply(CHARACTERS, line)
    .trim()
    .replace(BRACKETED, (bracketed, words: string) => (isMarkup(bracketed) ? ' ' : ` ${words} `))
    .replace(URL_PATTERN, (address, at: number, whole: string) => spokenLink(address, at, whole, substitutes))
    .replace(/(?<= )&(?= )/g, substitutes.and);
  const said = apply(PUNCTUATION, apply(SIGNS, text)).trim();
  return /[\p{L}\p{N}]/u.test(said) ? said.normalize('NFC') : '';
}

/** What is said for an address: nothing in brackets or where no card can show it, a sentence where it stands alone. */
function spokenLink(address: string, at: number, whole: string, { link, loneLink }: Substitutes): string {
  const end = at + address.length;
  const before =
    whole
      .slice(Math.max(0, at - 2), at)
      .trim()
      .at(-1) ?? '';
  const after =
    whole
      .slice(end, end + 2)
      .trim()
      .at(0) ?? '';
  if (!webUrl(address) || (/[([]/.test(before) && /[)\]]/.test(after))) return '';
  return /^[.:!?…]?$/.test(before) && /^[.!?]?$/.test(after) ? loneLink : link;
}

function apply(rules: readonly Rule[], text: string): string {
  return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

const ENDED = /[\p{Sentence_Terminal}:;,…،、，：；][\p{Pe}\p{Pf}"'’]*$/u;

/** The line with a full stop where its author left it out, so that a pause is heard. */
export function closed(line: string): string {
  if (line === '' || ENDED.test(line)) return line;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(line)) return `${line}。`;
  return line + (/\p{Script=Devanagari}$/u.test(line) ? '।' : '.');
}
