import { ADDRESS, webUrl } from './addresses';
import { isMarkup } from './elements';

/** Words of a language that take the place of what has none. */
export interface Substitutes {
  /** Within a sentence: "see <the link in your Alexa app>". */
  readonly link: string;
  /** As a sentence of its own. */
  readonly loneLink: string;
  /** For a "&" that stands alone. */
  readonly and: string;
}

/** Nothing in these lines needs a change: words, digits and the punctuation of sentences. */
const PLAIN = /^[\p{L}\p{N}"'“‘¿¡€$£(][\p{L}\p{M}\p{N} .,!?;:'’‘“”"()%€$£@+–—…¿¡、。！？-]*$/u;
const NOT_PLAIN =
  /www\.|(?:mailto|tel|sms|callto):|---| [ .,!?;:…]|,,|,[.!?;:]|[:;]-?[)(D]|[\u20e3ℹ\p{Variation_Selector}]| $/iu;

const emoji = '[\\p{Extended_Pictographic}\\p{Emoji_Presentation}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u20e3]';
/** Joiners shape words of scripts without case (Indic, Persian …); elsewhere they only glue emoji. */
const STRAY_JOINER = /(?<![\p{Lo}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{Lo}\p{M}])/gu;

type Rule = readonly [pattern: RegExp, replacement: string];

/** Characters that no voice can say and no XML may hold. */
const CHARACTERS: readonly Rule[] = [
  [STRAY_JOINER, ''],
  [/(?![\u200c\u200d])[\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Variation_Selector}\ufffd]/gu, ''],
  [/[\s\p{Z}\p{Cc}]+/gu, ' '],
];

/** What is left of markup and drawings, and symbols that are read better than they are written. */
const SYMBOLS: readonly Rule[] = [
  [/\b(?:mailto|tel|sms|callto):(?=\S)/gi, ''],
  [new RegExp(`(?![©®™‼⁉])${emoji}`, 'gu'), ' '],
  [/(?<!\S)[:;]-?[)(D](?=[\s.,!?]|$)/g, ' '],
  [/(\d) ?\* ?(?=\d)/g, '$1 × '],
  [/([*_~`#=|^\\-])\1{2,}|\*\*|__|~~|\|\||##/g, ' '],
  [/(?<!\d)\*(?!\d)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?!\d)|[`[\]{}]/gu, ' '],
  [/(?<=[.,!?;:…]) [|•·▪●‣◦>\u2190-\u21ff] /g, ' '],
  [/(?<=\p{L}{2}) > (?=\p{L}{2})| ?[\u2190-\u21ff\u2794-\u27bf\u2b00-\u2b11]+ ?| [|•·▪●‣◦] /gu, ', '],
  [/[|\\•‣◦\u2300-\u23ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff]/g, ' '],
];

/** Punctuation as a sentence wants it, after all that went. */
const PUNCTUATION: readonly Rule[] = [
  [/\( ?\)/g, ' '],
  [/ +/g, ' '],
  [/ +([,!?;…]|[.:](?![\p{L}\p{N}]))/gu, '$1'],
  [/,{2,}/g, ','],
  [/,(?=[.!?;:])/g, ''],
  [/^(?:[,;:!?.>–—-]+ )+/, ''],
];

const BRACKETED = /<([^\s<>][^<>]*)>/g;
const EVERY_ADDRESS = new RegExp(ADDRESS, 'giu');

/**
 * One line as it can be said: no markup, address, emoji or control character is left; words and numbers of every alphabet
 * stay, in their order. Empty where there is nothing to say. A digit of a keycap emoji stays a digit.
 */
export function speakable(line: string, substitutes: Substitutes): string {
  if (PLAIN.test(line) && !NOT_PLAIN.test(line)) return line.normalize('NFC');
  const text = apply(CHARACTERS, line)
    .trim()
    .replace(BRACKETED, (bracketed, words: string) => (isMarkup(bracketed) ? ' ' : ` ${words} `))
    .replace(EVERY_ADDRESS, (address, at: number, whole: string) => {
      const before = whole
        .slice(Math.max(0, at - 2), at)
        .trim()
        .slice(-1);
      const after = whole.slice(at + address.length, at + address.length + 2).trim()[0] ?? '';
      if (!webUrl(address) || (/[([]/.test(before) && /[)\]]/.test(after))) return '';
      return /^[.:!?…]?$/.test(before) && /^[.!?]?$/.test(after) ? substitutes.loneLink : substitutes.link;
    })
    .replace(/(?<= )&(?= )/g, substitutes.and);
  const said = apply(PUNCTUATION, apply(SYMBOLS, text)).trim();
  return /[\p{L}\p{N}]/u.test(said) ? said.normalize('NFC') : '';
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
