import type { Written } from '../languages/written';
import { memoize } from './memoize';
import { said, type Way } from './say-as';
import { inRanges } from './written/alphabet';
import { anyOf, bySpelling, inBothCases, listOf } from './written/rules';

export const IBAN = '[A-Z]{2}\\d{2}(?: ?[A-Z\\d]{4}){2,7}(?: ?[A-Z\\d]{1,4})?';
/** Postal codes of letters and digits: "SE15 4NX", "M5V 2T6", "T12 XY34". */
export const POSTAL =
  '[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}|[A-Z]\\d[A-Z] \\d[A-Z]\\d|[A-Z]\\d[\\dW] [A-Z](?=[A-Z]*\\d)[A-Z\\d]{3}';
const DIGITS = '\\d+(?:[ .-]\\d{2,})*(?![-/]?[\\p{L}\\p{N}])';
const SIGNS = '(?=[A-Z\\d/-]*[\\d]|[A-Z]{4})[A-Z\\d]+(?:[/-][A-Z\\d]+)*(?![\\p{L}\\p{N}])';
/** Of small letters and capitals, with digits amid them, and no word in it: "k9Tb4W". */
const MIXED_CASE =
  '(?!\\S*[A-Za-z]{4})(?=[A-Za-z!$%&@+]*\\d\\S*[A-Za-z])(?=[A-Z\\d!$%&@+]*[a-z])(?=[a-z\\d!$%&@+]*[A-Z])[A-Za-z\\d!$%&@+]{4,23}[A-Za-z\\d](?![\\p{L}\\p{N}-])';
/** Of small letters: "a81f-77c0". */
const SMALL =
  '(?![a-z\\d-]*[a-z]{4})(?=[a-z\\d-]{5,24}(?![\\p{L}\\p{N}-]))(?=[a-z]*\\d+[a-z-]*[a-z][a-z-]*\\d|[a-z]+\\d+[a-z])[a-z\\d]+(?:-[a-z\\d]+){0,5}';
/** The number of a parcel in groups: "JD0146 0009 8127 3345", "JD0146 7731 02", "RT 5519 2740 8DE", "H00 7Q2 4471". */
const GROUPED = [
  '[A-Z]{1,2} ?\\d{2,4}(?: \\d{4}){2,5}(?![.,]?\\d)',
  '[A-Z]{1,2} ?\\d{3,4} \\d{4} \\d{1,4}(?:[A-Z]{2})?(?![.,]?\\d)',
  '[A-Z]{1,3}\\d[A-Z\\d]{0,4}(?: (?=[A-Z]{0,4}\\d)[A-Z\\d]{3,5}){2,5}(?![.,]?\\d)',
].join('|');
const LETTERS_THEN_DIGITS = '[A-Z]{1,3} \\d{4,12}(?![\\p{L}\\p{N}])';
/** Letters before groups of digits: "INV 2026/0417". */
const PREFIXED = '[A-Z]{2,4} \\d{2,}(?:[/-]\\d{2,}){1,3}(?![\\p{L}\\p{N}])';
const NUMBER = '\\(?\\+?\\d(?:(?: ?\\(\\d{1,5}\\) ?|[ )/.-]{0,2})\\d){4,17}';
/** The letters of a carrier, then digits: "VS 206", "U2 8512". */
const TRAVEL = '(?:[A-Z]{2,3}|[A-Z]\\d|\\d[A-Z])[ -]?\\d{1,4}[A-Z]?(?![\\p{L}\\p{N}])';
/** A part of a plate; a longer one mixes letters and digits as no word does. */
const PLATE_PART = '(?:[A-Z\\d]{1,4}(?![A-Z\\d])|(?=[A-Z]*\\d)(?=\\d*[A-Z])[A-Z\\d]{5,8}(?![A-Z\\d]))';
const PLATE = `(?=[A-Z\\d -]*\\d)(?=[A-Z\\d -]*[A-Z])${PLATE_PART}(?:[ -]${PLATE_PART}){0,3}(?! ?[A-Z\\d]|\\p{L})`;

/** Codes that a word of a language announces. */
interface Announced {
  /** What a text holds in which there may be one. */
  readonly holds: RegExp;
  /** A text with marks on them. */
  change(text: string): string;
}

const ANY = /(?:)/;

/** What a language's words announce, each as a change of a text. */
export const announcedCodes = memoize((written: Written): readonly Announced[] => {
  const { codes: words, regions, choice } = written;
  const { strong, weak, phone, links } = words;
  const begin = '(?<![\\p{L}\\p{N}_-])';
  const to = anyOf(listOf(words.sentTo));
  const link = `(?:[:：,]? ?(?<![\\p{L}\\p{N}])(?:${anyOf(listOf(links))}|\\p{Lu}[\\p{L}]{1,11}(?= ${to})))*[:：]? ?`;
  // Japanese has no spaces around it, and Arabic none behind its "and".
  const join = `(?:, |、|,? ?${anyOf(listOf(words.joins))} ?)`;
  const pattern = (before: string, code: string) => new RegExp(inRanges(`(${begin}${before})(${code})`, written), 'gu');
  const announced = (names: string, code: string) =>
    pattern(`${wordsOf(names)}${link}["“'「【『]?`, `(?<![\\p{L}\\p{N}])(?:${code})(?![\\p{L}\\p{N}])`);
  const called = anyOf(inBothCases(`${phone} ${words.services}`));
  // A place on the globe: "at 51.5074 degrees north".
  const degree = new RegExp(`^ ${anyOf((bySpelling(written.units).get('°') ?? '').split('|'))}`, 'u');
  // An amount: "Ihre Rechnung ist 1500 Euro hoch".
  const measures = [written.units, written.currencies].flatMap((names) => Object.keys(names).join('|').split('|'));
  const measure = new RegExp(inRanges(`^ ${anyOf(measures)}(?!\\p{L})`, written), 'u');
  const goesOn = new RegExp(inRanges(`^ ${anyOf(listOf(words.goesOn))}(?!\\p{L})`, written), 'u');
  const keyword = '(?: ["“\']?\\p{Lu}[\\p{L}\\p{N}]{1,11}["”\']?)?';
  return [
    one(/\d(?:\D{0,2}\d){4}/, announced(phone, NUMBER), (_code, after) =>
      degree.test(after) ? undefined : 'telephone',
    ),
    ...(words.purposes === '' ? [] : [furtherNeeds(written, called)]),
    one(
      /\d{3}/,
      pattern(
        `(?:${called}:?|${anyOf([choice])}) `,
        `${anyOf(listOf(words.emergency))}(?![\\p{L}\\p{N}]|[.,:]\\d| \\p{Ll}+s )`,
      ),
      () => 'digits',
    ),
    one(/[A-Z]/, announced(words.plate, PLATE), () => 'characters'),
    each(
      /[A-Z][A-Z\d][ -]?\d|\d[A-Z][ -]?\d/,
      announced(words.travel, `${TRAVEL}(?:${join}${TRAVEL}){0,5}`),
      new RegExp(inRanges(TRAVEL, written), 'gu'),
      () => 'characters',
    ),
    one(
      /\p{L}\p{M}? \d{4,7}/u,
      pattern(`${anyOf(inBothCases(words.short))}${keyword} ${to} `, '\\d{4,7}(?! \\p{Ll}{2,20}s )(?![\\d.,]?\\d)'),
      () => 'digits',
    ),
    one(/\d{5}/, pattern(`${anyOf(Object.keys(regions))} `, '\\d{5}(?:-\\d{4})?(?![\\d.,]?\\d)'), wayOf),
    each(
      /\d{4}\D{1,8}\d{4}/,
      announced(`${strong} ${weak}`, `\\d{4,8}(?:${join}\\d{4,8}(?![\\d.,]?\\d)){1,9}`),
      /\d+/g,
      (code, first) => (code.length === first.length ? 'digits' : undefined),
    ),
    one(
      ANY,
      announced(strong, [IBAN, GROUPED, POSTAL, DIGITS, SIGNS, MIXED_CASE, SMALL, LETTERS_THEN_DIGITS].join('|')),
      (code) => (signsIn(code) >= 3 ? wayOf(code) : undefined),
    ),
    ...(words.behind === '' ? [] : [isCode(written)]),
    one(ANY, announced(weak, `${GROUPED}|${DIGITS}|${SIGNS}|${PREFIXED}`), (code, after) => {
      const isCounted = /^ \p{Ll}/u.test(after) && !goesOn.test(after) && digitsIn(code) < 5 && !/\p{L}/u.test(code);
      return signsIn(code) >= 4 && !isCounted && !measure.test(after) ? wayOf(code) : undefined;
    }),
  ];
});

/** Numbers for those in need behind one that is called: "Call 911 if it's serious, 311 for city services." */
function furtherNeeds({ codes, ...written }: Written, called: string): Announced {
  const number = anyOf(listOf(codes.emergency));
  const first = new RegExp(inRanges(`${called}:? ${number}(?![\\p{L}\\p{N}])`, written), 'u');
  const further = new RegExp(
    inRanges(`(?<=\\p{L} |[,;] )${number}(?=[.;!?)](?!\\S)|$| ${anyOf(listOf(codes.purposes))}(?!\\p{L}))`, written),
    'gu',
  );
  return {
    holds: /\d{3}\D.*\d{3}/su,
    change: (text) => (first.test(text) ? text.replace(further, (code) => said(code, 'digits')) : text),
  };
}

/** A code that words behind it tell: "482913 is your code". */
function isCode({ codes, ...written }: Written): Announced {
  const behind = `(?= ?["”'」]? ?${anyOf(listOf(codes.behind))}(?![\\p{L}\\p{N}]))`;
  return one(
    /\d{4}/,
    new RegExp(inRanges(`((?<![\\p{L}\\p{N}.,:/-]|\\d ))((?:[A-Z]{1,3}-)?\\d{4,10})${behind}`, written), 'gu'),
    wayOf,
  );
}

/** Any of the words; one with a "*" before it ends another. */
function wordsOf(words: string): string {
  const ends = listOf(words).filter((word) => word.startsWith('*'));
  const whole = inBothCases(words).filter((word) => !word.startsWith('*'));
  if (ends.length === 0) return anyOf(whole);
  return `(?:${anyOf(whole)}|[\\p{L}\\p{M}-]{1,30}${anyOf(ends.map((word) => word.slice(1)))})`;
}

function one(holds: RegExp, pattern: RegExp, way: (code: string, after: string) => Way | undefined): Announced {
  return {
    holds,
    change: (text) =>
      text.replace(pattern, (all: string, before: string, code: string, at: number) => {
        const chosen = way(code, text.slice(at + all.length));
        return chosen ? before + said(code, chosen) : all;
      }),
  };
}

/** Several codes behind one word. */
function each(
  holds: RegExp,
  pattern: RegExp,
  code: RegExp,
  way: (code: string, first: string) => Way | undefined,
): Announced {
  return {
    holds,
    change: (text) =>
      text.replace(pattern, (_all, before: string, codes: string) => {
        const [first = ''] = codes.match(code) ?? [];
        const marked = codes.replace(code, (single) => {
          const chosen = way(single, first);
          return chosen ? said(single, chosen) : single;
        });
        return before + marked;
      }),
  };
}

function wayOf(code: string): Way {
  return /^[\d ]+$/.test(code) ? 'digits' : 'characters';
}

function digitsIn(code: string): number {
  return code.replace(/\D/g, '').length;
}

function signsIn(code: string): number {
  return code.replace(/[^\p{L}\p{N}]/gu, '').length;
}
