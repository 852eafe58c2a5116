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
  return found.flatMap((_, first) => rowsFrom(found.slice(first, first + MOST_PARTS), texts, zeros));
}

/** The rows of neighbours that begin with the first of some numbers, the longest first. */
function rowsFrom(found: readonly FoundNumber[], texts: readonly string[], zeros: readonly string[]): Numeral[] {
  const rows: Numeral[] = [];
  let digits = '';
  let shorter: string | undefined;
  let before: FoundNumber | undefined;
  for (const number of found) {
    const { from } = found[0] ?? number;
    const { to } = number;
    // "the twenty four fifty one": 24.50
    if (rows.length > 1 && before?.from === number.from) {
      const instead = `${shorter}${digitsOf(number.value)}`;
      rows.splice(1, 0, { from, to, digits: instead, value: Number(instead), ordinal: false, parts: rows.length });
      break;
    }
    // "thirteen oh five"
    const isZero = before?.to === number.from - 1 && zeros.includes(wordAt(texts, before.to));
    if (before && before.to !== number.from && !isZero) break;
    shorter = digits;
    digits += `${isZero ? '0' : ''}${number.digits ?? writtenCents(texts, number) ?? digitsOf(number.value)}`;
    const ordinal = number.kind === 'ordinal';
    rows.push({ from, to, digits, value: before ? Number(digits) : number.value, ordinal, parts: rows.length + 1 });
    if (ordinal) break;
    before = number;
  }
  return rows.reverse();
}

/** "the fifty one" may be 51 and the one with 50: both. The second is told apart from neighbours by its place alone. */
function withoutPronoun(number: FoundNumber, texts: readonly string[], pronouns: readonly string[]): FoundNumber[] {
  const { to, from, value, kind, digits } = number;
  const isLast = to - from > 1 && pronouns.includes(wordAt(texts, to - 1)) && texts[from - 1] !== undefined;
  if (!isLast || kind === 'ordinal') return [number];
  const shorter = digits === undefined ? value - 1 : Number(digits.slice(0, -1));
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
