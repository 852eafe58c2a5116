import type { Lexicon } from './lexicon';
import { numerals } from './numerals';

/** Which numbers an option stands for: "5 to 8", "Over 10 kg". */
export interface Range {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** Whether the ends themselves belong to it. */
  readonly isFromIn: boolean;
  readonly isToIn: boolean;
}

/** Two numbers with nothing but a dash between, and perhaps a sign of money. */
const DASHED = /(\d[\d.,]*)\s*[-–—]\s*\p{Sc}?\s*(\d[\d.,]*)/u;

/** The range that a label is, where it is one. */
export function rangeOf(label: string, index: number, lexicon: Lexicon): Range | undefined {
  const between = (from: number, to: number) => ({ index, from, to, isFromIn: true, isToIn: true });
  const [, first, second] = DASHED.exec(label) ?? [];
  if (first !== undefined && second !== undefined) {
    const [from, to] = [lexicon.numbers.read(first), lexicon.numbers.read(second)];
    return from !== undefined && to !== undefined && from < to ? between(from, to) : undefined;
  }
  const { ranges, positions } = lexicon.language;
  const { texts } = lexicon.tokenize(label);
  const found = numerals(texts, lexicon.numbers, positions).filter(({ parts, ordinal }) => parts === 1 && !ordinal);
  const [low, high, ...others] = found;
  if (!low || others.length > 0) return undefined;
  if (high) return isLinked(texts, low.to, high.from, ranges.between) ? between(low.value, high.value) : undefined;
  const before = texts.slice(0, low.from).join(' ');
  const behind = texts.slice(low.to).join(' ');
  const isBefore = (phrases: readonly string[]) => phrases.some((phrase) => ` ${before}`.endsWith(` ${phrase}`));
  const isBehind = (phrases: readonly string[]) => phrases.some((phrase) => ` ${behind} `.includes(` ${phrase} `));
  const { value } = low;
  if (isBefore(ranges.below)) return { ...between(Number.NEGATIVE_INFINITY, value), isToIn: false };
  if (isBefore(ranges.most) || isBehind(ranges.orLess)) return between(Number.NEGATIVE_INFINITY, value);
  if (isBefore(ranges.above)) return { ...between(value, Number.POSITIVE_INFINITY), isFromIn: false };
  return isBefore(ranges.least) || isBehind(ranges.orMore) ? between(value, Number.POSITIVE_INFINITY) : undefined;
}

/** Where nothing stands between but a word that links a range, or a unit and that. */
export function isLinked(texts: readonly string[], from: number, to: number, links: readonly string[]): boolean {
  return to - from <= 2 && texts.slice(from, to).some((text) => links.includes(text));
}
