import type { NumberReader } from './numbers';

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
export function numerals(texts: readonly string[], numbers: NumberReader): readonly Numeral[] {
  const found = numbers.find(texts);
  const all: Numeral[] = [];
  for (let first = 0; first < found.length; first++) {
    let digits = '';
    const ofPlace: Numeral[] = [];
    for (let last = first; last < found.length && last - first < MOST_PARTS; last++) {
      const begin = found[first];
      const number = found[last];
      const before = found[last - 1];
      if (!begin || !number || (last > first && before?.to !== number.from)) break;
      digits += number.digits ?? digitsOf(number.value);
      const value = last === first ? number.value : Number(digits);
      const ordinal = number.kind === 'ordinal';
      ofPlace.push({ from: begin.from, to: number.to, digits, value, ordinal, parts: last - first + 1 });
      if (ordinal) break;
    }
    all.push(...ofPlace.reverse());
  }
  return all;
}

function digitsOf(value: number): string {
  return String(value).replace('.', '');
}
