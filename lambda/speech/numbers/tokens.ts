import { normalize } from '../../conversation/normalize';
import type { NumberWords } from './table';

/** A number in digits, as `tokenizer` leaves it. */
export const IN_DIGITS = /^-?\d+(?:\.\d+)?$/;

/** Takes a text apart: words as `normalize` has them, numbers in digits whole, with a point before the fraction. */
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
    `(?<![\\p{L}\\p{N}])[-−]?(?:${whole}(?:${decimal}\\d+)?|${decimal}\\d+)${ordinal}(?![\\p{L}\\p{N}])`,
    'giu',
  );
}

function inDigits(written: string, language: NumberWords): string {
  const size = written
    .replace(/^[-−]/, '')
    .replaceAll(language['group-mark'], '')
    .replace(language['decimal-mark'], '.')
    .replace(/^\./, '0.');
  return /^[-−]/.test(written) && /[1-9]/.test(size) ? `-${size}` : size;
}
