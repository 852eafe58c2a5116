import type { Written } from '../languages/written';
import { announcedCodes, IBAN, POSTAL } from './announced-codes';
import { marked, markedParts } from './marks';
import { memoize } from './memoize';
import type { Phrases } from './phrases';
import { said } from './say-as';
import { withWholeCodes } from './whole-codes';
import { anyOf, inBothCases } from './written/rules';

/** What is said sign by sign holds one of them, or is announced by a word. */
const MAY_HOLD = /\d|\p{Lu}{4}/u;

const PHONE =
  '\\+\\d[\\d ()/.-]{5,18}\\d|\\(\\+?\\d{2,5}\\) ?\\d[\\d /-]{3,14}\\d|(?:1-)?\\d{3}-\\d{3}-\\d{4}(?!-\\d)|(?<![$€£₹])\\d{3}-\\d{4}(?!-\\d)|0\\d{2,4} \\d{3,4} ?\\d{3,4}(?![ -]?\\d)|0\\d{1,4}-\\d{1,4}-\\d{3,4}(?!-?\\d)|0\\d{1,4}(?: \\d{2,4}){2,5}(?![ -]?\\d)|\\d{3}(?: \\d{3})?(?: \\d{2}){2,3}(?![ -]?\\d)|\\d{5} \\d{5}(?![ -]?\\d)|\\d{2} 9\\d{4}[ -]\\d{4}(?![ -]?\\d)|0[38]\\d{2}\\.\\d{3}\\.\\d{4}|1[38]00 \\d{3} \\d{2,3}(?![ -]?\\d)';
const MAC = '(?:[\\dA-Fa-f]{2}:){5}[\\dA-Fa-f]{2}';
/** Letters and digits mixed as no word is: "INV-2026-00123", "AB123456". */
const MIXED = '(?=[A-Z\\d-]*[A-Z])(?=(?:[A-Z-]*\\d){4})[A-Z\\d]+(?:-[A-Z\\d]+)*(?:(?: \\d{4}){2,5}(?![.,]?\\d))?';
/** The number that programs give a thing: "7f3a9c2e-11d4-4b7e-9a0c-2d5e8b61f0aa". */
const UUID = '(?:[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}|[\\dA-F]{8}(?:-[\\dA-F]{4}){3}-[\\dA-F]{12})';
/** Models of things: three digits between letters that make no word, "DHP482Z", and not "CHF100K". */
const MODEL = '[B-DF-HJ-NP-TV-XZ]{2,4}\\d{3}(?![KMB](?![A-Z]))[A-Z]{1,3}';
/** Plates of vehicles and numbers of its National Insurance in Britain. */
const BRITISH = '[A-Z]{2}\\d{2} [A-Z]{3}|[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]';
/** The number of a parcel in groups, of a carrier or of the posts of all countries: "RR 4471 2093 5GB". */
const PARCEL = '1Z(?: ?[A-Z\\d]{2,4}){4,6}|[A-Z]{2}(?: ?\\d){9} ?[A-Z]{2}';
/** So many digits in a row are no amount. */
const LONG = '(?<![$€£₹.,\\d])(?:\\d{7,}|\\d{4}(?: \\d{4}){2,6}(?: \\d{1,3})?)(?![.,]?\\d)';

/** What a code touches where it is a part of a word: in the scripts of Japanese no space stands beside it. */
const OTHERS = '(?![\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}])[\\p{L}\\p{N}]';

/** Codes of every language. */
const KNOWN = new RegExp(
  `(?<!${OTHERS}|[+./:-])(?:(?<phone>${PHONE})|(?<spelled>${UUID}|${MAC}|${IBAN}|${PARCEL}|${POSTAL}|${BRITISH}|${MIXED}|${MODEL})|(?<digits>${LONG}))(?!${OTHERS})`,
  'gu',
);

/** A speakable text with marks on what is said sign by sign: codes, order numbers, phone numbers. */
export function withCodes(text: string, words: Phrases): string {
  if (!MAY_HOLD.test(text)) return text;
  const announced = announcedCodes(words.written);
  const named = namedOf(words.written);
  const isName = (part: string, at: number) => named.test(part.slice(Math.max(0, at - LONGEST_KIND), at));
  const marked = outsideMarks(text, (plain) => {
    const known = announced.reduce(
      (said, { holds, change }) => (holds.test(plain) ? outsideMarks(said, change) : said),
      plain,
    );
    return outsideMarks(known, (part) =>
      part.replace(KNOWN, (code, ...rest) => (isName(part, rest.at(-3)) ? code : markOf(code, rest.at(-1)))),
    );
  });
  return marked === text ? text : withWholeCodes(marked);
}

/** Behind a word for it stands the name of a thing that is read as it is written: "Form 1040-ES". */
const namedOf = memoize(({ codes }: Written) => new RegExp(`(?<!\\p{L})${anyOf(inBothCases(codes.named))} $`, 'u'));
const LONGEST_KIND = 20;

function markOf(code: string, { phone, digits }: { readonly phone?: string; readonly digits?: string }): string {
  return said(code, phone === undefined ? (digits === undefined ? 'characters' : 'digits') : 'telephone');
}

function outsideMarks(text: string, change: (plain: string) => string): string {
  return markedParts(text)
    .map(({ name, text: part }) => (name === undefined ? change(part) : marked(name, part)))
    .join('');
}
