import { marked, markedParts } from './marks';
import { memoize } from './memoize';
import type { Phrases } from './phrases';
import { anyOf, inBothCases, listOf } from './written/rules';
import type { CodeWords } from './written/table';

/** What is said sign by sign holds one of them, or is announced by a word. */
const MAY_HOLD = /\d|\p{Lu}{4}/u;

const PHONE =
  '\\+\\d[\\d ()/.-]{5,18}\\d|\\(\\+?\\d{2,5}\\) ?\\d[\\d /-]{3,14}\\d|(?:1-)?\\d{3}-\\d{3}-\\d{4}|0\\d{2,4} \\d{3,4} ?\\d{3,4}(?![ -]?\\d)';
const IBAN = '[A-Z]{2}\\d{2}(?: ?[A-Z\\d]{4}){2,7}(?: ?[A-Z\\d]{1,4})?';
const MAC = '(?:[\\dA-Fa-f]{2}:){5}[\\dA-Fa-f]{2}';
/** Letters and digits mixed as no word is: "INV-2026-00123", "AB123456". */
const MIXED = '(?=[A-Z\\d-]*[A-Z])(?=(?:[A-Z-]*\\d){4})[A-Z\\d]+(?:-[A-Z\\d]+)*';
/** So many digits in a row are no amount. */
const LONG = '(?<![$€£₹.,\\d])\\d{7,}(?![.,]?\\d)';

/** Codes of every language. */
const KNOWN = new RegExp(
  `(?<![\\p{L}\\p{N}+./:-])(?:(?<phone>${PHONE})|(?<spelled>${MAC}|${IBAN}|${MIXED})|(?<digits>${LONG}))(?![\\p{L}\\p{N}])`,
  'gu',
);

type Way = 'digits' | 'characters' | 'telephone';

/** A speakable text with marks on what is said sign by sign: codes, order numbers, phone numbers. */
export function withCodes(text: string, words: Phrases): string {
  if (!MAY_HOLD.test(text)) return text;
  const announced = words.written && patternsOf(words.written.codes);
  return outsideMarks(text, (plain) => {
    const known = announced ? announced.reduce((said, pattern) => outsideMarks(said, pattern), plain) : plain;
    return outsideMarks(known, (part) => part.replace(KNOWN, (code, ...rest) => markOf(code, rest.at(-1))));
  });
}

function markOf(code: string, { phone, digits }: { readonly phone?: string; readonly digits?: string }): string {
  return said(code, phone === undefined ? (digits === undefined ? 'characters' : 'digits') : 'telephone');
}

function said(code: string, way: Way): string {
  return marked(`say-as ${way}`, code);
}

function outsideMarks(text: string, change: (plain: string) => string): string {
  return markedParts(text)
    .map(({ name, text: part }) => (name === undefined ? change(part) : marked(name, part)))
    .join('');
}

const DIGITS = '\\d+(?:[ .-]\\d{2,})*(?![-/]?[\\p{L}\\p{N}])';
const SIGNS = '(?=[A-Z\\d/-]*[\\d]|[A-Z]{4})[A-Z\\d]+(?:[/-][A-Z\\d]+)*(?![\\p{L}\\p{N}])';
/** Of small letters and capitals, with digits amid them, and no word in it: "k9Tb4W". */
const MIXED_CASE =
  '(?!\\S*[A-Za-z]{4})(?=[A-Za-z!$%&@+]*\\d\\S*[A-Za-z])(?=[A-Z\\d!$%&@+]*[a-z])(?=[a-z\\d!$%&@+]*[A-Z])[A-Za-z\\d!$%&@+]{4,23}[A-Za-z\\d](?![\\p{L}\\p{N}-])';
/** Of small letters: "a81f-77c0". */
const SMALL =
  '(?![a-z\\d-]*[a-z]{4})(?=[a-z\\d-]{5,24}(?![\\p{L}\\p{N}-]))(?=[a-z]*\\d+[a-z-]*[a-z][a-z-]*\\d|[a-z]+\\d+[a-z])[a-z\\d]+(?:-[a-z\\d]+){0,5}';
const LETTERS_THEN_DIGITS = '[A-Z]{1,3} \\d{4,12}(?![\\p{L}\\p{N}])';
const NUMBER = '\\(?\\+?\\d(?:[ ()/.-]{0,2}\\d){4,17}';
const PLATE = '(?=[A-Z\\d -]*\\d)(?=[A-Z\\d -]*[A-Z])[A-Z\\d]{1,4}(?:[ -][A-Z\\d]{1,4}){0,3}(?! ?[A-Z\\d]|\\p{L})';

/** What a language's words announce, each as a change of a text. */
const patternsOf = memoize(({ strong, weak, phone, emergency, plate, links }: CodeWords) => {
  const begin = '(?<![\\p{L}\\p{N}_-])';
  const link = `(?:[:,]? (?:${anyOf(listOf(links))}|\\p{Lu}[\\p{L}]{1,11}(?= to)))*:? ?`;
  const announced = (names: string, code: string) =>
    new RegExp(
      `(${begin}${anyOf(inBothCases(names))}${link}["“']?)(?<![\\p{L}\\p{N}])(${code})(?![\\p{L}\\p{N}])`,
      'gu',
    );
  const change =
    (pattern: RegExp, way: (code: string, whole: string, at: number) => Way | undefined) => (text: string) =>
      text.replace(pattern, (all: string, before: string, code: string, at: number) => {
        const chosen = way(code, text, at + all.length);
        return chosen ? before + said(code, chosen) : all;
      });
  return [
    change(announced(phone, NUMBER), (code) => (digitsIn(code) >= 5 ? 'telephone' : undefined)),
    change(
      new RegExp(
        `(${begin}(?:${anyOf(inBothCases(phone))}|or) )(${anyOf(listOf(emergency))})(?![\\p{L}\\p{N}]|[.,:]\\d| \\p{Ll}+s )`,
        'gu',
      ),
      () => 'digits',
    ),
    change(announced(plate, PLATE), () => 'characters'),
    change(announced(strong, `${IBAN}|${DIGITS}|${SIGNS}|${MIXED_CASE}|${SMALL}|${LETTERS_THEN_DIGITS}`), (code) =>
      signsIn(code) >= 3 ? wayOf(code) : undefined,
    ),
    change(announced(weak, `${DIGITS}|${SIGNS}`), (code, text, end) => {
      const isCounted = /^ \p{Ll}/u.test(text.slice(end)) && digitsIn(code) < 5 && !/\p{L}/u.test(code);
      return signsIn(code) >= 4 && !isCounted ? wayOf(code) : undefined;
    }),
  ];
});

function wayOf(code: string): Way {
  return /^[\d ]+$/.test(code) ? 'digits' : 'characters';
}

function digitsIn(code: string): number {
  return code.replace(/\D/g, '').length;
}

function signsIn(code: string): number {
  return code.replace(/[^\p{L}\p{N}]/gu, '').length;
}
