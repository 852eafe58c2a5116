import { CLASS, classOf, type Lexicon } from './lexicon';
import type { Numeral } from './numerals';
import type { Unit } from './units';
import { wordAt } from './word-at';

/** One way to read an amount: "ten k" are ten kilometres, and ten thousand of anything. */
export interface Reading {
  readonly value: number;
  readonly unit?: Unit;
}

/** An amount among tokens, with its unit: [from, to). */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  /** Where its unit begins; `to` where it has none. */
  readonly unitFrom: number;
  readonly readings: readonly Reading[];
  /** It is made of two units: "an hour and a half". */
  readonly isComposed: boolean;
}

/** Every amount among the tokens, from left to right. */
export function quantitiesOf(
  texts: readonly string[],
  numerals: readonly Numeral[],
  lexicon: Lexicon,
): readonly Quantity[] {
  const found: Quantity[] = [];
  let end = 0;
  for (const at of texts.keys()) {
    const quantity = at < end ? undefined : quantityAt(texts, numerals, at, lexicon);
    if (!quantity) continue;
    found.push(quantity);
    end = quantity.to;
  }
  return found;
}

interface Counted {
  readonly value: number;
  readonly to: number;
}

function quantityAt(
  texts: readonly string[],
  numerals: readonly Numeral[],
  from: number,
  lexicon: Lexicon,
): Quantity | undefined {
  const count = countAt(texts, numerals, from, lexicon);
  if (!count) return undefined;
  return withMore(texts, numerals, withUnit(texts, count, from, lexicon), lexicon);
}

function countAt(
  texts: readonly string[],
  numerals: readonly Numeral[],
  from: number,
  { language: { positions, ranges }, counts, units, classes }: Lexicon,
): Counted | undefined {
  for (const { words, value } of counts.get(wordAt(texts, from)) ?? []) {
    const to = from + words.length;
    if (words.every((word, index) => texts[from + index] === word) && units(texts, to)) return { value, to };
  }
  const numeral = numerals.find((one) => one.from === from && one.parts === 1);
  if (numeral) return numeral.ordinal ? undefined : { value: numeral.value, to: numeral.to };
  if (!positions.single.includes(wordAt(texts, from))) return undefined;
  // "a full hour"
  const next = wordAt(texts, from + 1);
  const isWrapped =
    ranges.entire.includes(next) || (classOf(next, classes) & (CLASS.hesitations | CLASS.carriers)) !== 0;
  const to = isWrapped && !units(texts, from + 1) ? from + 2 : from + 1;
  return units(texts, to) ? { value: 1, to } : undefined;
}

function withUnit(
  texts: readonly string[],
  { value, to }: Counted,
  from: number,
  { language: { ranges, positions }, units }: Lexicon,
): Quantity {
  let at = to;
  // "half an hour", "three quarters of an hour"
  if (value < 1) {
    if (positions.partitive.includes(wordAt(texts, at))) at++;
    if (positions.single.includes(wordAt(texts, at))) at++;
  }
  // "twelve thousand k" are kilometres.
  const multiplier = value < LARGEST_MULTIPLIED ? ranges.multipliers[wordAt(texts, to)] : undefined;
  const plain = units(texts, at);
  const multiplied =
    multiplier === undefined
      ? undefined
      : { value: value * multiplier, ...(units(texts, to + 1) ?? { to: to + 1, units: [] }) };
  const end = Math.max(plain?.to ?? to, multiplied?.to ?? to);
  const isLetter = end - to === 1 && wordAt(texts, to).length === 1;
  const readings = [
    ...(plain && (!multiplied || end === plain.to) ? plain.units.map((unit) => ({ value, unit })) : []),
    ...(multiplied ? readingsOf(multiplied.value, multiplied.units) : []),
  ];
  return {
    from,
    // "twelve thousand k's"
    to: isLetter && ranges.plurals.includes(wordAt(texts, end)) ? end + 1 : end,
    unitFrom: plain ? at : to,
    readings: readings.length > 0 ? readings : [{ value }],
    isComposed: false,
  };
}

function readingsOf(value: number, units: readonly Unit[]): readonly Reading[] {
  return units.length > 0 ? units.map((unit) => ({ value, unit })) : [{ value }];
}

/** What is added behind a unit: "an hour and a half", "an hour and thirty minutes", "three dollars forty nine". */
function withMore(
  texts: readonly string[],
  numerals: readonly Numeral[],
  quantity: Quantity,
  { language, units }: Lexicon,
): Quantity {
  if (quantity.unitFrom === quantity.to) return quantity;
  const isJoined = language.words.joiners.includes(wordAt(texts, quantity.to));
  const from = isJoined ? quantity.to + 1 : quantity.to;
  const isHalf =
    isJoined &&
    language.positions.single.includes(wordAt(texts, from)) &&
    language.clock.half.includes(wordAt(texts, from + 1));
  if (isHalf) return added(quantity, from + 2, () => HALF);
  const [number, shorter] = numerals.filter((one) => one.from === from && one.parts === 1 && !one.ordinal);
  if (!number) return quantity;
  const isPronoun = language.positions.pronouns.includes(wordAt(texts, from)) && number.to === from + 1;
  // "dodici euro e cinquanta", and no more
  const isNext = !isJoined || (number.to === texts.length && number.value >= 10);
  if (isNext && !isPronoun && number.value < 100 && !units(texts, number.to)) {
    const hasCents = ({ group, value }: Unit) => Object.values(language.measures[group] ?? {}).includes(value * CENT);
    if (quantity.readings.some(({ unit }) => unit && hasCents(unit))) {
      const withCents = ({ value, to }: Numeral) =>
        added(quantity, to, ({ unit }) => (hasCents(unit) ? value * CENT : undefined));
      const whole = withCents(number);
      // "the eight pound fifty one": 8.51, or the one for 8.50
      return shorter ? { ...whole, readings: [...whole.readings, ...withCents(shorter).readings] } : whole;
    }
  }
  const smaller = units(texts, number.to);
  if (!smaller) return quantity;
  const shared = ({ value, unit: whole }: Required<Reading>) => {
    const part = smaller.units.find((one) => one.group === whole.group && one.value < whole.value);
    const more = part && (number.value * part.value) / whole.value;
    // "a whole week, seven nights"
    return !isJoined && value === more ? 0 : more;
  };
  const whole = added(quantity, smaller.to, shared);
  return whole.readings.length > 0 ? whole : quantity;
}

const LARGEST_MULTIPLIED = 1000;
const HALF = 0.5;
const CENT = 0.01;

/** With what is added to its readings; those that it does not fit are left out. */
function added(quantity: Quantity, to: number, shareOf: (reading: Required<Reading>) => number | undefined): Quantity {
  const readings = quantity.readings.flatMap(({ value, unit }) => {
    const share = unit && shareOf({ value, unit });
    return share === undefined ? [] : [{ value: value + share, unit }];
  });
  return { ...quantity, to, readings, isComposed: true };
}

/** Two readings in one unit, where they can be compared; `isUnitKnown`: the unit that was said is the one that was asked for. */
export function compared(
  said: Reading,
  label: Reading,
  isUnitKnown: boolean,
): readonly [said: number, label: number] | undefined {
  if (said.unit && label.unit) {
    if (said.unit.group !== label.unit.group) return undefined;
    return [said.value * said.unit.value, label.value * label.unit.value];
  }
  return said.unit && !isUnitKnown ? undefined : [said.value, label.value];
}

/** Amounts in different units are as good as equal. */
export function areEqual(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.abs(other) * TOLERANCE;
}

const TOLERANCE = 1e-6;
