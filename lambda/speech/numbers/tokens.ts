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
  return (said) => {
    const text = said.normalize('NFKC');
    const tokens: string[] = [];
    let from = 0;
    for (const { 0: number, index } of text.matchAll(written)) {
      for (const word of wordsOf(text.slice(from, index))) tokens.push(word);
      tokens.push(inDigits(number.toLowerCase(), language));
      from = index + number.length;
    }
    for (const word of wordsOf(text.slice(from))) tokens.push(word);
    return tokens;
  };
}

function wordsOf(text: string): string[] {
  return normalize(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** A number in digits that stands apart from other letters and digits, its groups of three digits or, as in India, two. */
function writtenNumber(language: NumberWords, ordinalSuffixes: readonly string[]): RegExp {
  const decimal = `[${language['decimal-mark']}]`;
  const group = `[${language['group-mark']}]`;
  const whole = `\\d+(?:(?:${group}\\d{2}){0,9}(?:${group}\\d{3})+)?`;
  const ordinal = ordinalSuffixes.length > 0 ? `(?:${ordinalSuffixes.join('|')})?` : '';
  return new RegExp(
    `(?<![\\p{L}\\p{N}])[-−]?(?:${FRACTION}|(?:${whole}(?:${decimal}\\d+)?|${decimal}\\d+)${ordinal})(?![\\p{L}\\p{N}])`,
    'giu',
  );
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

function inDigits(written: string, language: NumberWords): string {
  const unsigned = written.replace(/^[-−]/, '');
  const size = unsigned.includes('/')
    ? String(quotient(unsigned))
    : unsigned.replaceAll(language['group-mark'], '').replace(language['decimal-mark'], '.').replace(/^\./, '0.');
  return /^[-−]/.test(written) && /[1-9]/.test(size) ? `-${size}` : size;
}
