import { type CountedThing, countedThing, countsOptions, countsPeople } from './counted-thing';
import { type Heard, is } from './heard';
import { type Amount, type Range, readingsOf } from './label-range';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { areEqual, compared, type Quantity, type Reading } from './quantities';

/** An amount that was said, what it counts, and the options that it fits. */
export interface Candidate {
  readonly quantity: Quantity;
  readonly counts: CountedThing;
  readonly ranges: readonly number[];
  readonly amounts: readonly number[];
  /** It can be compared with options, whether it fits one or not. */
  readonly isComparable: boolean;
}

export function candidateOf(heard: Heard, said: Quantity, prepared: Prepared, lexicon: Lexicon): Candidate {
  const quantity = inAskedUnit(said, prepared);
  const counts = countedThing(heard, quantity, prepared, lexicon);
  const isKnown = isUnitKnown(quantity, prepared);
  const needsPlain = counts === 'noun' || counts === 'people';
  // "three days a week" are no 72 hours
  const isRate = is(heard, quantity.to, CLASS.rates);
  const pairs = (readings: readonly Reading[]) =>
    quantity.readings.flatMap((said) =>
      readings.flatMap((label) => {
        const pair =
          needsPlain && label.unit ? undefined : compared(said, isRate ? label : asAsked(label, prepared), isKnown);
        return pair ? [pair] : [];
      }),
    );
  const hasUnit = quantity.readings.every(({ unit }) => unit !== undefined);
  const isMiscounted =
    (counts === 'people' && !countsPeople(prepared, lexicon)) ||
    (counts === 'noun' && countsOptions(heard, quantity.to, prepared, lexicon));
  const isFit = !isMiscounted && (hasUnit || isUniform(prepared));
  const inRange = ({ from, to, isFromIn, isToIn }: Range) => {
    const isAbove = !from || pairs(from).some(([said, end]) => said > end || (isFromIn && areEqual(said, end)));
    const isBelow = !to || pairs(to).some(([said, end]) => said < end || (isToIn && areEqual(said, end)));
    return isAbove && isBelow;
  };
  const isEqual = ({ readings }: Amount) => pairs(readings).some(([said, value]) => areEqual(said, value));
  const of = (found: readonly { readonly index: number }[]) => [...new Set(found.map(({ index }) => index))];
  const isHeard = (one: { readonly readings?: readonly Reading[] }) => pairs(one.readings ?? []).length > 0;
  return {
    quantity,
    counts,
    ranges: isFit ? of(prepared.ranges.filter(inRange)) : [],
    amounts: isFit ? of(amountsFor(quantity, prepared).filter(isEqual)) : [],
    isComparable:
      isFit && (prepared.ranges.some((range) => pairs(readingsOf(range)).length > 0) || prepared.amounts.some(isHeard)),
  };
}

/** "three and a half" of "6–12 months" and "3–4 years", asked how old: years. */
function inAskedUnit(quantity: Quantity, prepared: Prepared): Quantity {
  const [unit, ...others] = prepared.askedUnits;
  const isBare = quantity.readings.every((reading) => reading.unit === undefined);
  if (!unit || others.length > 0 || !isBare || isUniform(prepared)) return quantity;
  return { ...quantity, readings: quantity.readings.map(({ value }) => ({ value, unit })) };
}

/** "a week" of 2, 7 and 14, asked for nights. */
function asAsked(label: Reading, { askedUnits }: Prepared): Reading {
  const [unit, ...others] = askedUnits;
  return unit && !label.unit && others.length === 0 ? { ...label, unit } : label;
}

/** A bare number is that of a label without a unit, where it holds both: "for two" of "Meal for 2 – £15". */
function amountsFor({ readings }: Quantity, { amounts }: Prepared): readonly Amount[] {
  if (readings.some(({ unit }) => unit)) return amounts;
  const isPlain = (amount: Amount) => amount.readings.every(({ unit }) => !unit);
  const plain = new Set(amounts.filter(isPlain).map(({ index }) => index));
  return amounts.filter((amount) => isPlain(amount) || !plain.has(amount.index));
}

/** Whether a number without a unit can only be in one: all labels have the same, or none. */
function isUniform({ ranges }: Prepared): boolean {
  const ends = ranges.flatMap(({ from, to }) => [from, to].flatMap((end) => end?.[0]?.unit ?? []));
  const ofRanges = new Set(ends.map((unit) => `${unit.group}:${unit.value}`));
  return ofRanges.size <= 1;
}

/** A unit that no label holds, but the question: "How many kilos?", "How old is the child?" */
function isUnitKnown({ readings }: Quantity, { askedUnits }: Prepared): boolean {
  return readings.some(({ unit }) =>
    askedUnits.some(({ group, value }) => group === unit?.group && value === unit.value),
  );
}
