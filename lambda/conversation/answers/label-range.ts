import type { Lexicon } from './lexicon';
import { type Numeral, numerals } from './numerals';
import { type Quantity, quantitiesOf, type Reading } from './quantities';
import { wordAt } from './word-at';

/** Which amounts an option stands for: "5 to 8", "Over 10 kg". An end that is missing is open. */
export interface Range {
  readonly index: number;
  readonly from?: readonly Reading[];
  readonly to?: readonly Reading[];
  /** Whether the ends themselves belong to it. */
  readonly isFromIn: boolean;
  readonly isToIn: boolean;
}

/** All that its ends may be. */
export function readingsOf({ from = [], to = [] }: Pick<Range, 'from' | 'to'>): readonly Reading[] {
  return [...from, ...to];
}

/** One amount that a label holds: "2 TB", "15 lb Iron", "7:40 PM – $205". */
export interface Amount {
  readonly index: number;
  readonly readings: readonly Reading[];
  /** The word right before it, and the one right behind it and its unit. */
  readonly before?: string | undefined;
  readonly behind?: string | undefined;
}

const LETTERED = /\p{L}\p{Sc}/u;

/** "1.5kg" are 1.5 of them; but "7.30pm" is a time. */
const TOGETHER = /(?<![\p{L}\d.,])(\d+(?:[.,]\d+)+)(?=\p{L})(?!(?:[ap]\.?m|h|uhr|uur)(?!\p{L}))/giu;

/** The patterns of a language that its labels are written out by. */
interface Patterns {
  /** A dash between two numbers, where the first may have a unit and the second a sign of money. */
  readonly dash: RegExp;
  /** "40–80K" is in thousands at both ends. */
  readonly shared: RegExp;
  readonly money: RegExp;
  /** A price begins. */
  readonly price: RegExp;
  readonly marks: readonly (readonly [pattern: RegExp, unit: string])[];
}

/** By the data of the language: each label would compile them anew. */
const PATTERNS = new WeakMap<Lexicon['language'], Patterns>();

function patternsOf({ ranges, signs }: Lexicon['language']): Patterns {
  const thousands = Object.keys(ranges.multipliers)
    .filter((name) => name.length === 1)
    .join('');
  // "R$" is a sign of its own.
  const lettered = Object.keys(signs).filter((sign) => LETTERED.test(sign));
  const sign = [...lettered.map((one) => one.replace(/\p{Sc}/gu, '\\$&')), '\\p{Sc}'].join('|');
  return {
    dash: new RegExp(`([\\p{L}\\p{N}\\p{Sc}%+.])\\s*[-–—]\\s*(?=(?:${sign})?\\s*\\.?\\d)`, 'giu'),
    shared: new RegExp(`(\\d)(\\s*[-–—]\\s*(?:${sign})?\\s*\\d+(?:[.,]\\d+)*\\s*([${thousands}])\\b)`, 'iu'),
    money: new RegExp(`(${sign})\\s*(\\d+(?:[.,]\\d+)*)(?:\\s*([${thousands}])\\b)?`, 'giu'),
    price: new RegExp(`^(?:${sign})`, 'iu'),
    marks: Object.entries(ranges.marks).map(([mark, unit]) => [new RegExp(`(\\d)\\s*${mark}`, 'gu'), unit] as const),
  };
}

/** A label with its numbers before their units, and a word for a dash. */
export function writtenOut(label: string, language: Lexicon['language']): string {
  const patterns = PATTERNS.get(language) ?? patternsOf(language);
  PATTERNS.set(language, patterns);
  const link = wordAt(language.ranges.between, 0);
  let text = label.replace(patterns.shared, '$1$3$2');
  for (const [pattern, unit] of patterns.marks) text = text.replaceAll(pattern, `$1 ${unit}`);
  // "7:40 PM – $205" is no range, "$2 – $5" is one.
  text = text.replace(patterns.dash, (dash, before: string, at: number) => {
    const isPrice = patterns.price.test(text.slice(at + dash.length)) && !/\p{Sc}/u.test(text.slice(0, at + 1));
    return isPrice ? `${before}, ` : `${before} ${link} `;
  });
  text = text.replace(patterns.money, (_, sign: string, number: string, letter = '') => `${number}${letter} ${sign}`);
  return text.replace(TOGETHER, '$1 ');
}

function numeralsIn(texts: readonly string[], { numbers, language }: Lexicon): readonly Numeral[] {
  return numerals(texts, numbers, language.positions);
}

/** The range that a label is, where it is one. */
export function rangeOf(label: string, index: number, lexicon: Lexicon): Range | undefined {
  const { texts } = lexicon.tokenize(writtenOut(label, lexicon.language));
  return rangeIn(texts, numeralsIn(texts, lexicon), index, lexicon);
}

/** The range among tokens that hold no other amounts. */
export function rangeIn(
  texts: readonly string[],
  found: readonly Numeral[],
  index: number,
  lexicon: Lexicon,
): Range | undefined {
  const { ranges } = lexicon.language;
  const [low, high, ...others] = quantitiesOf(texts, found, lexicon);
  if (!low || others.length > 0) return undefined;
  if (high) return isLinked(texts, low.to, high.from, ranges.between) ? between(index, low, high) : undefined;
  const before = texts.slice(0, low.from).join(' ');
  const behind = texts.slice(low.to).join(' ');
  const isBefore = (phrases: readonly string[]) => phrases.some((phrase) => ` ${before}`.endsWith(` ${phrase}`));
  const isBehind = (phrases: readonly string[]) => phrases.some((phrase) => ` ${behind} `.includes(` ${phrase} `));
  const { readings } = low;
  if (isBefore(ranges.below)) return { index, to: readings, isFromIn: true, isToIn: false };
  if (isBefore(ranges.most) || isBehind(ranges.orLess)) return { index, to: readings, isFromIn: true, isToIn: true };
  if (isBefore(ranges.above)) return { index, from: readings, isFromIn: false, isToIn: true };
  return isBefore(ranges.least) || isBehind(ranges.orMore)
    ? { index, from: readings, isFromIn: true, isToIn: true }
    : undefined;
}

/** "2 to 5 kg": the unit of the second is the first's, too; and of the first the second's, where it has no other: "$40–80k". */
function between(index: number, low: Quantity, high: Quantity): Range | undefined {
  const isBare = low.readings.every(({ unit }) => unit === undefined);
  const from = isBare
    ? low.readings.flatMap(({ value }) => high.readings.map((end) => ({ ...end, value })))
    : low.readings;
  // "₹199 – 1 GB" is a price and what it buys
  const to = high.readings.filter((end) => from.some((one) => isComparable(one, end)));
  if (to.length === 0) return undefined;
  return { index, from, to, isFromIn: true, isToIn: true };
}

function isComparable({ unit: one }: Reading, { unit: other }: Reading): boolean {
  return !one || !other || one.group === other.group;
}

/** "18+" of "0–2 years" and "3–17 years" are years, too. */
export function withSharedUnit(ranges: readonly Range[]): readonly Range[] {
  const readings = ranges.flatMap(readingsOf);
  const [unit, ...others] = readings.flatMap((reading) => reading.unit ?? []);
  if (!unit || others.some(({ group, value }) => group !== unit.group || value !== unit.value)) return ranges;
  const shared = (end: readonly Reading[]) => end.map((reading) => ({ ...reading, unit }));
  return ranges.map(({ from, to, ...range }) => ({
    ...range,
    ...(from && { from: shared(from) }),
    ...(to && { to: shared(to) }),
  }));
}

/** Where nothing stands between but a word that links a range, or a unit and that. */
export function isLinked(texts: readonly string[], from: number, to: number, links: readonly string[]): boolean {
  return to - from <= 2 && texts.slice(from, to).some((text) => links.includes(text));
}

/** The single amounts that the labels hold. */
export function amountsOf(label: string, index: number, lexicon: Lexicon): readonly Amount[] {
  const { texts } = lexicon.tokenize(writtenOut(label, lexicon.language));
  return quantitiesOf(texts, numeralsIn(texts, lexicon), lexicon).map(({ readings, from, to }) => {
    return { index, readings, before: texts[from - 1], behind: texts[to] };
  });
}
