import type { AnswerLanguage } from './language';
import type { FoundNumber, NumberReader } from './numbers';
import { wordAt } from './word-at';

/** Numbers among tokens, by their digits: neighbours also together, as "ten thirty" may be 10:30 and "two fifty six" 256. */
export interface Numeral {
  readonly from: number;
  readonly to: number;
  /** The digits of all its numbers in a row: "1030". */
  readonly digits: string;
  readonly value: number;
  readonly ordinal: boolean;
  /** How many numbers it is made of. */
  readonly parts: number;
}

/** No more numbers than these are read as one. */
const MOST_PARTS = 3;

/** Every number among the tokens, and every row of neighbours; from left to right, the longest of a place first. */
export function numerals(
  texts: readonly string[],
  numbers: NumberReader,
  { pronouns, zeros }: Pick<AnswerLanguage['positions'], 'pronouns' | 'zeros'>,
): readonly Numeral[] {
  const found = numbers
    .find(texts)
    .flatMap((number) => withoutPronoun(number, texts, pronouns))
    .flatMap((number) => withOrdinal(number, texts, numbers));
  const all: Numeral[] = [];
  for (let first = 0; first < found.length; first++) {
    let digits = '';
    let shorter = '';
    const ofPlace: Numeral[] = [];
    for (let last = first; last < found.length && last - first < MOST_PARTS; last++) {
      const begin = found[first];
      const number = found[last];
      const before = found[last - 1];
      if (!begin || !number) break;
      // "the twenty four fifty one": 24.50
      if (last - first > 1 && before?.from === number.from) {
        digits = shorter + digitsOf(number.value);
        ofPlace.splice(-1, 0, {
          ...begin,
          to: number.to,
          digits,
          value: Number(digits),
          ordinal: false,
          parts: last - first,
        });
        break;
      }
      // "thirteen oh five"
      const isZero = last > first && before?.to === number.from - 1 && zeros.includes(wordAt(texts, before.to));
      if (last > first && before?.to !== number.from && !isZero) break;
      shorter = digits;
      digits += `${isZero ? '0' : ''}${number.digits ?? writtenCents(texts, number) ?? digitsOf(number.value)}`;
      const value = last === first ? number.value : Number(digits);
      const ordinal = number.kind === 'ordinal';
      ofPlace.push({ from: begin.from, to: number.to, digits, value, ordinal, parts: last - first + 1 });
      if (ordinal) break;
    }
    all.push(...ofPlace.reverse());
  }
  return all;
}

/** "the fifty one" may be 51 and the one with 50: both. The second is told apart from neighbours by its place alone. */
function withoutPronoun(number: FoundNumber, texts: readonly string[], pronouns: readonly string[]): FoundNumber[] {
  const { to, from, value, kind, digits } = number;
  const isLast = to - from > 1 && pronouns.includes(wordAt(texts, to - 1)) && texts[from - 1] !== undefined;
  if (!isLast || kind === 'ordinal') return [number];
  const shorter = kind === 'digits' ? Number(digits?.slice(0, -1)) : value - 1;
  return [number, { from, to: to - 1, value: shorter, kind: 'cardinal' }];
}

/** "a sixth grader" is in grade 6, and no part of one. */
function withOrdinal(number: FoundNumber, texts: readonly string[], numbers: NumberReader): FoundNumber[] {
  const { from, to, value } = number;
  if (value >= 1 || to - from !== 2 || texts[to] === undefined) return [number];
  const ordinal = numbers.ordinal(wordAt(texts, from + 1));
  return ordinal === undefined ? [number] : [number, { from: from + 1, to, value: ordinal, kind: 'ordinal' }];
}

/** "2.50" is said "two fifty". */
function writtenCents(texts: readonly string[], { from, to }: FoundNumber): string | undefined {
  const text = wordAt(texts, from);
  return to - from === 1 && /^\d+\.[1-9]0$/.test(text) ? text.replace('.', '') : undefined;
}

function digitsOf(value: number): string {
  return String(value).replace('.', '');
}
