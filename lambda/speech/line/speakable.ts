import { isMarked, type MarkedPart, marked, markedParts, withoutMarks } from '../marks';
import { BLANK, CHOICE, CODE, STRUCK, UNSTRUCK } from '../signals';
import type { Wording } from '../written';
import { wholeAmounts } from '../written/money';
import { spokenCharacters } from './characters';
import { withoutDrawings } from './drawings';
import { type Substitutes, spokenLinks } from './links';
import { tidyPunctuation } from './punctuation';
import { apply, type Rule } from './rules';
import { withoutSigns } from './signs';

/** Most lines are words, digits and the punctuation of sentences: nothing in them needs a change. */
const PLAIN = /^["'“‘¿¡€$£(]*[\p{L}\p{N}][\p{L}\p{M}\p{N} .,!?;:'’‘“”"()%€$£@+–—…¿¡、。！？-]*$/u;
const NOT_PLAIN = new RegExp(
  [
    'www\\.|mailto:|---| [ .,!?;:…]|,,|,[.!?;:]|[.!?]{2}|[.,][-–—]|[:;]-?[)(DpP]|(?:^| )[@xX](?:D|[\\p{L}_])|\\p{Ll}[*:_·]in|\\p{Ll}[.!?]\\p{Lu}| $',
    // Marks and letters that are plain to Unicode, and not to a voice.
    '\\u20e3|ℹ|\\p{Variation_Selector}|[\\u{300}-\\u{36f}]|[\\u{2080}-\\u{2089}\\u{1d00}-\\u{1d7f}\\u{a730}-\\u{a7ff}\\u{ff00}-\\u{ff5e}\\u{fb00}-\\u{fb06}\\u{1d400}-\\u{10ffff}]',
  ].join('|'),
  'u',
);

/** What of a template that was not filled in, of code and of struck text no language has words for. */
const UNWORDED: readonly Rule[] = [
  [new RegExp(`${STRUCK}[^${STRUCK}${UNSTRUCK}]*${UNSTRUCK}`, 'g'), ' '],
  [new RegExp(` ?[$€£₹#]?["'“(]?[${BLANK}${CODE}]+["'”)]?`, 'g'), ' '],
  [new RegExp(`[${STRUCK}${UNSTRUCK}]|^${CHOICE}`, 'g'), ''],
  [new RegExp(CHOICE, 'g'), ', '],
];

/** What can be said by its signs, and is left as it is. */
const SPELLED = /^[\p{L}\p{N}][\p{L}\p{N} .,+()/:*#-]*$/u;

/** What the line of a text is said with. */
export interface LineWords {
  readonly substitutes: Substitutes;
  /** Of the voice: "en". */
  readonly language: string;
  /** Of the text's language; absent where that is not known. */
  readonly wording?: Wording;
}

/**
 * One line as it can be said: no markup, address, emoji or control character is left; words and numbers of every alphabet
 * stay, in their order. Empty where there is nothing to say. A digit of a keycap emoji stays a digit.
 */
export function speakable(raw: string, words: LineWords): string {
  // First of all, as some characters are another's canonical double: U+1FEF becomes a backtick.
  const line = raw.normalize('NFC');
  if (PLAIN.test(line) && !NOT_PLAIN.test(line) && !words.wording?.concerns(line)) return line;
  const said = isMarked(line)
    ? markedParts(line)
        .map((part) => saidPart(part, words))
        .join('')
    : changed(line, words);
  const tidy = tidyPunctuation(said);
  return /[\p{L}\p{N}]/u.test(withoutMarks(tidy)) ? tidy.normalize('NFC') : '';
}

/** What stands under a mark is said as the mark says; of other parts the spaces at their edges stay. */
function saidPart({ name, text }: MarkedPart, words: LineWords): string {
  const isOwn = name?.startsWith(`lang ${words.language}-`);
  if (name === undefined || isOwn) {
    const [before = ''] = /^\s/.exec(text) ?? [];
    const [after = ''] = /\s$/.exec(text) ?? [];
    return `${before}${changed(text, words)}${after}`;
  }
  if (!name.startsWith('say-as ')) return marked(name, changed(text, words));
  const spelled = spokenCharacters(text);
  return SPELLED.test(spelled) ? marked(name, spelled) : changed(text, words);
}

/** The stages of a line, each with one subject. Signs lose their meaning with the emoji, so their words come first. */
function changed(line: string, { substitutes, wording }: LineWords): string {
  const linked = spokenLinks(withoutDrawings(spokenCharacters(line)), substitutes);
  const signed = apply(UNWORDED, wording ? wording.signs(linked) : linked).replace(/(?<= )&(?= )/g, substitutes.and);
  const amounts = wholeAmounts(signed);
  const worded = wording ? wording.words(amounts) : amounts;
  const plain = withoutSigns(worded);
  return wording ? wording.capitals(plain, signed) : plain;
}
