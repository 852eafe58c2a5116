import { normalize } from '../conversation/normalize';
import type { NumberWords } from './phrases';

/** Reads numbers as a language says and writes them. */
export interface NumberReader {
  /** A text as `normalize` has it, but with every number in digits kept whole: "Number -1,000.5!" is "number -1000.5". */
  plain(said: string): string;
  /** The number that a whole plain text is. */
  read(plain: string): number | undefined;
}

type Token =
  | { readonly kind: 'joiner' }
  | { readonly kind: 'point' }
  | { readonly kind: 'word' | 'scale'; readonly value: number };

const DIGITS = /^-?\d+(?:\.\d+)?$/;
/** A scale from here on ends a group: "two thousand" is added to, and multiplied no more. */
const THOUSAND = 1000;

export function createNumberReader(language: NumberWords): NumberReader {
  const written = writtenNumber(language);
  const lexicon = lexiconOf(language);
  const minus = language.minus.map((word) => `${normalize(word)} `);
  const frames = language.frames.map((frame) => frame.split('{{number}}').map(normalize));

  function readBare(text: string): number | undefined {
    const sign = minus.find((word) => text.startsWith(word)) ?? '';
    const size = text.slice(sign.length);
    const number = DIGITS.test(size) ? Number(size) : spelledOut(size, lexicon);
    // A longer one cannot be told exactly: it is the number of a phone, an account or the like.
    if (number === undefined || Math.abs(number) > Number.MAX_SAFE_INTEGER) return undefined;
    return sign === '' ? number : 0 - number;
  }

  return {
    plain(said) {
      const text = said.normalize('NFKC');
      const parts: string[] = [];
      let from = 0;
      for (const { 0: number, index } of text.matchAll(written)) {
        parts.push(normalize(text.slice(from, index)), inDigits(number, language));
        from = index + number.length;
      }
      parts.push(normalize(text.slice(from)));
      return parts.filter((part) => part !== '').join(' ');
    },
    read(plain) {
      for (const [before = '', after = ''] of frames) {
        const framed = plain.startsWith(before) && plain.endsWith(after);
        const text = framed ? plain.slice(before.length, plain.length - after.length).trim() : '';
        const number = readBare(text);
        if (number !== undefined) return number;
      }
      return undefined;
    },
  };
}

/** A number in digits that stands apart from letters and other digits. */
function writtenNumber(language: NumberWords): RegExp {
  const decimal = `[${language['decimal-mark']}]`;
  const group = `[${language['group-mark']}]`;
  const size = `(?:\\d+(?:${group}\\d{3})*(?:${decimal}\\d+)?|${decimal}\\d+)`;
  return new RegExp(`(?<![\\p{L}\\p{N}])[-−]?${size}(?![\\p{L}\\p{N}])`, 'gu');
}

function inDigits(written: string, language: NumberWords): string {
  const size = written
    .replace(/^[-−]/, '')
    .replaceAll(language['group-mark'], '')
    .replace(language['decimal-mark'], '.')
    .replace(/^\./, '0.');
  return /^[-−]/.test(written) && Number(size) !== 0 ? `-${size}` : size;
}

/** Longest first, as "six" also begins "sixty". */
function lexiconOf({ words, scales, joiners, point }: NumberWords): (readonly [string, Token])[] {
  const valued = (kind: 'word' | 'scale', values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([word, value]) => [normalize(word), { kind, value }] as const);
  const plain = (kind: 'joiner' | 'point', list: readonly string[]) =>
    list.map((word) => [normalize(word), { kind }] as const);
  return [
    ...valued('word', words),
    ...valued('scale', scales),
    ...plain('joiner', joiners),
    ...plain('point', point),
  ].sort(([one], [other]) => other.length - one.length);
}

function spelledOut(text: string, lexicon: readonly (readonly [string, Token])[]): number | undefined {
  const tokens: Token[] = [];
  for (let rest = text; rest !== ''; ) {
    const found = lexicon.find(([word]) => rest.startsWith(word));
    if (!found) return undefined;
    tokens.push(found[1]);
    rest = rest.slice(found[0].length).trimStart();
  }
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  if (point < 0) return wholeNumber(tokens);
  const whole = point === 0 ? 0 : wholeNumber(tokens.slice(0, point));
  const fraction = tokens.slice(point + 1).map((token) => (token.kind === 'word' ? token.value : Number.NaN));
  if (whole === undefined || fraction.length === 0 || fraction.some(Number.isNaN)) return undefined;
  return Number(`${whole}.${fraction.join('')}`);
}

function wholeNumber(tokens: readonly Token[]): number | undefined {
  let total = 0;
  let group = 0;
  let lastScale = Number.POSITIVE_INFINITY;
  let joined = false;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'point') return undefined;
    if (token.kind === 'joiner') {
      if (index === 0 || index === tokens.length - 1 || joined) return undefined;
      joined = true;
      continue;
    }
    const isAfterZero = index > 0 && total + group === 0;
    if (isAfterZero) return undefined;
    if (token.kind === 'word') {
      if (index > 0 && !addsUp(group, token.value, joined)) return undefined;
      group += token.value;
    } else if (token.value < THOUSAND) {
      if (group >= token.value || (joined && group > 0)) return undefined;
      group = (group || 1) * token.value;
    } else {
      if (token.value >= lastScale || joined) return undefined;
      total += (group || 1) * token.value;
      group = 0;
      lastScale = token.value;
    }
    joined = false;
  }
  return tokens.length > 0 ? total + group : undefined;
}

/** Whether a word can follow what was said of a group: no digit of one may hide a digit of the other. */
function addsUp(group: number, value: number, joined: boolean): boolean {
  if (value === 0) return false;
  if (group === 0) return true;
  // Eleven to nineteen have words of their own: "ten five" is two numbers.
  if (group % 100 === 10) return false;
  const digits = [...String(group)].reverse();
  const added = [...String(value)].reverse();
  const apart = digits.every((digit, place) => digit === '0' || (added[place] ?? '0') === '0');
  const lowest = digits.findIndex((digit) => digit !== '0');
  return apart && (joined || added.length <= lowest);
}
