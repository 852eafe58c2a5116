import { inPlainDigits } from '../../conversation/digits';
import { normalize } from '../../conversation/normalize';
import type { NumberWords } from '../../languages/numbers';

/** A number in digits, as `tokenizer` leaves it. */
export const IN_DIGITS = /^-?\d+(?:\.\d+)?$/;

/** Takes a text apart: words as `normalize` has them, numbers in digits whole, with a point before the fraction ("3/4" is 0.75). */
export function tokenizer(
  language: NumberWords,
  ordinalSuffixes: readonly string[],
): (said: string) => readonly string[] {
  const written = writtenNumber(language, ordinalSuffixes);
  const size = sizeReader(language);
  const words = language.within ? wordsApart(language.within) : wordsOf;
  return (said) => {
    const text = inPlainDigits(said);
    const tokens: string[] = [];
    let from = 0;
    for (const { 0: number, index } of text.matchAll(written)) {
      for (const word of words(text.slice(from, index))) tokens.push(word);
      tokens.push(inDigits(number, size));
      from = index + number.length;
    }
    for (const word of words(text.slice(from))) tokens.push(word);
    return tokens;
  };
}

function wordsOf(text: string): string[] {
  return normalize(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** Words as they are written, and apart from them the numbers that are found within. */
function wordsApart({ numbers, others }: NonNullable<NumberWords['within']>): (text: string) => string[] {
  const found = new RegExp(`((?:${alternatives(others)})|(?:${alternatives(numbers)})+)`, 'u');
  return (text) => wordsOf(text).flatMap((word) => word.split(found).filter((part) => part !== ''));
}

function alternatives(words: readonly string[]): string {
  return [...new Set(words.map(normalize))].sort((one, other) => other.length - one.length).join('|');
}

/**
 * A number in digits that stands apart from other letters and digits, its groups of three digits or, as in India, two.
 * Where words are not written apart, only letters of another script may be part of a name with it: "A4".
 */
function writtenNumber(language: NumberWords, ordinalSuffixes: readonly string[]): RegExp {
  const marks = language['decimal-mark'];
  const grouped = [...language['group-mark']].map((mark) => `${groupsBy(mark)}${fraction(without(marks, mark))}`);
  const size = [...grouped, `\\d+${fraction(marks)}`, `${decimal(marks)}\\d+`].join('|');
  const suffixes = ordinalSuffixes.map((suffix) => suffix.normalize('NFKC'));
  const ordinal = suffixes.length > 0 ? `(?:\\.?(?:${suffixes.join('|')}))?` : '';
  const letter = language.within ? '\\p{Script=Latin}\\p{N}' : '\\p{L}\\p{M}\\p{N}';
  return new RegExp(`(?<![${letter}])[-−]?(?:${FRACTION}|(?:${size})${ordinal})(?![${letter}])`, 'giu');
}

function groupsBy(mark: string): string {
  const group = `[${mark}]`;
  return `\\d+(?:${group}\\d{2}){0,9}(?:${group}\\d{3})+`;
}

function without(marks: string, mark: string): string {
  return marks.replace(mark, '');
}

function decimal(marks: string): string {
  return `[${marks}]`;
}

function fraction(marks: string): string {
  return `(?:${decimal(marks)}\\d+)?`;
}

/** "3/4", "2 1/4": parts of one as people write them. Others are mostly dates, or "24/7". */
const LARGEST_PART = 8;
const FRACTION = `(?<!/)(?:\\d+\\s+)?(?:${properFractions().join('|')})(?!/)`;

function properFractions(): string[] {
  const parts = Array.from({ length: LARGEST_PART - 1 }, (_, index) => index + 2);
  return parts.flatMap((part) => Array.from({ length: part - 1 }, (_, index) => `${index + 1}/${part}`));
}

function quotient(written: string): number {
  const [, whole = '0', numerator, part] = /^(?:(\d+)\s+)?(\d)\/(\d)$/.exec(written) ?? [];
  return Number(whole) + Number(numerator) / Number(part);
}

/** What digits with marks between them stand for, with a point before the fraction. */
function sizeReader(language: NumberWords): (written: string) => string {
  const marks = language['decimal-mark'];
  const point = new RegExp(decimal(marks), 'u');
  const groupings = [...language['group-mark']].map((mark) => ({
    mark,
    written: new RegExp(`^${groupsBy(mark)}${fraction(without(marks, mark))}$`, 'u'),
  }));
  return (written) => {
    if (written.includes('/')) return String(quotient(written));
    const mark = groupings.find((grouping) => grouping.written.test(written))?.mark;
    const ungrouped = mark === undefined ? written : written.replaceAll(mark, '');
    return ungrouped.replace(point, '.').replace(/^\./, '0.');
  };
}

const PARTS_OF_WRITTEN = /^([-−]?)(.*?\d)(?:\.?(\D+))?$/u;

function inDigits(written: string, sizeOf: (written: string) => string): string {
  const [, sign = '', digits = '', suffix = ''] = PARTS_OF_WRITTEN.exec(written) ?? [];
  const size = sizeOf(digits) + normalize(suffix);
  return sign !== '' && /[1-9]/.test(size) ? `-${size}` : size;
}
