import { kindsOf, restBehind, surroundings } from './context';
import { type CountedThing, countedThing } from './counted-thing';
import type { Decision } from './decision';
import { asSaid, type Heard, heardTokens, is, range } from './heard';
import { type Amount, type Range, rangeIn } from './label-range';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { areEqual, compared, type Quantity, quantitiesOf, type Reading } from './quantities';
import { licenceOf } from './telling';

const WORDS: Decision = { kind: 'words' };

/** An amount that was said, what it counts, and the options that it fits. */
export interface Candidate {
  readonly quantity: Quantity;
  readonly counts: CountedThing;
  readonly ranges: readonly number[];
  readonly amounts: readonly number[];
  /** It can be compared with options, whether it fits one or not. */
  readonly isComparable: boolean;
}

/**
 * The option whose amount was said, or in whose range it is: "six of us" of 1 to 4 and 5 to 8, "half an hour" of 30 minutes,
 * "two terabytes" of 2 TB. An amount of something else is for the bot.
 */
export function byRange(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const { ranges, amounts } = prepared;
  if (ranges.length + amounts.length === 0 || isAsking(heard)) return undefined;
  const ofRange = bySaidRange(heard, prepared, lexicon);
  if (ofRange) return ofRange;
  const said = withoutPronouns(quantitiesOf(heard.texts, heard.numerals, lexicon), heard, lexicon);
  if (said.some(({ from }) => is(heard, from - 1, CLASS.alternatives))) return undefined;
  const all = said.map((quantity) => candidateOf(heard, quantity, prepared, lexicon));
  const possible = all.filter(
    ({ counts, isComparable }) => isComparable && (prepared.holdsTimes ? counts === 'unit' : counts !== 'other'),
  );
  const left = withoutPutAside(heard, possible, lexicon);
  const [one, ...others] = left;
  if (!one) return all.length > 0 && isOfOther(heard, all, prepared) ? WORDS : undefined;
  if (others.length > 0) return undefined;
  const isCorrected = left.length < possible.length;
  if (all.length > possible.length && one.counts === 'bare' && !isCorrected) return undefined;
  return decided(heard, one, isCorrected, prepared, lexicon);
}

/** "one" of "the sixteen pound one". */
function withoutPronouns(found: readonly Quantity[], { texts }: Heard, { language }: Lexicon): readonly Quantity[] {
  return found.filter(
    ({ from, to }, at) =>
      to - from > 1 || !language.positions.pronouns.includes(texts[from] ?? '') || found[at - 1]?.to !== from,
  );
}

function isAsking(heard: Heard): boolean {
  let at = 0;
  while (is(heard, at, CLASS.hesitations | CLASS.courtesies | CLASS.boundaries)) at++;
  return is(heard, at, CLASS.questions) && !is(heard, at, CLASS.asking);
}

function decided(
  heard: Heard,
  candidate: Candidate,
  isCorrected: boolean,
  prepared: Prepared,
  lexicon: Lexicon,
): Decision | undefined {
  const { quantity, amounts, ranges } = candidate;
  const isRange = amounts.length === 0;
  const fitting = isRange ? ranges : amounts;
  const licence = licenceOf(heard, candidate, isCorrected, prepared, lexicon);
  if (licence === 'other') return WORDS;
  if (licence === 'unclear') return undefined;
  const [index] = fitting;
  if (index === undefined) return quantity.isComposed || prepared.ranges.length > 1 ? WORDS : undefined;
  if (fitting.length > 1) return { kind: 'which', indexes: fitting, rule: 'number' };
  const own = new Set(range(quantity.from, quantity.to));
  const { from, to } = restBehind(heard, quantity.to, kindsOf(heard, prepared, own));
  const rest = isRange || isCorrected || isSaidBy(heard, quantity.to, lexicon) ? '' : asSaid(heard, from, to);
  return {
    kind: 'choose',
    index,
    rule: isCorrected ? 'correction' : 'number',
    confidence: isRange ? 0.85 : 0.9,
    ...(rest !== '' && { rest }),
  };
}

function candidateOf(heard: Heard, quantity: Quantity, prepared: Prepared, lexicon: Lexicon): Candidate {
  const counts = countedThing(heard, quantity, prepared, lexicon);
  const isKnown = isUnitKnown(heard, quantity, prepared, lexicon);
  const needsPlain = counts === 'noun' || counts === 'people';
  const pairs = (readings: readonly Reading[]) =>
    quantity.readings.flatMap((said) =>
      readings.flatMap((label) => {
        const pair = needsPlain && label.unit ? undefined : compared(said, label, isKnown);
        return pair ? [pair] : [];
      }),
    );
  const hasUnit = quantity.readings.every(({ unit }) => unit !== undefined);
  const isFit = hasUnit || isUniform(prepared);
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
      isFit &&
      (prepared.ranges.some(({ from, to }) => pairs([...(from ?? []), ...(to ?? [])]).length > 0) ||
        prepared.amounts.some(isHeard)),
  };
}

/** A bare number is that of a label without a unit, where it holds both: "for two" of "Meal for 2 – £15". */
function amountsFor({ readings }: Quantity, { amounts }: Prepared): readonly Amount[] {
  if (readings.some(({ unit }) => unit)) return amounts;
  const isPlain = (amount: Amount) => amount.readings.every(({ unit }) => !unit);
  const plain = new Set(amounts.filter(isPlain).map(({ index }) => index));
  return amounts.filter((amount) => isPlain(amount) || !plain.has(amount.index));
}

/** Whether a number without a unit can only be in one: all labels have the same, or none. */
function isUniform({ ranges, amounts }: Prepared): boolean {
  const ends = ranges.flatMap(({ from, to }) => [from, to].flatMap((end) => end?.[0]?.unit ?? []));
  const ofRanges = new Set(ends.map((unit) => `${unit.group}:${unit.value}`));
  return ofRanges.size <= 1 || (ranges.length === 0 && amounts.length > 0);
}

/** A unit that no label holds, but the question: "How old is the child?" and "two years old". */
function isUnitKnown(
  heard: Heard,
  { unitFrom, to }: Quantity,
  { asked, generic }: Prepared,
  lexicon: Lexicon,
): boolean {
  const words = range(unitFrom, to);
  return (
    words.some((token) => asked.has(heard.texts[token] ?? '') || generic.has(heard.stems[token] ?? '')) ||
    (words.length > 0 &&
      lexicon.language.ranges.ages.some((word) => asked.has(word)) &&
      isAge(heard, unitFrom, lexicon))
  );
}

/** "two years" where an age is asked for. */
function isAge({ texts }: Heard, at: number, { units, language: { ranges } }: Lexicon): boolean {
  const found = units(texts, at)?.units ?? [];
  return ranges.ages.some((word) =>
    units([...texts.slice(at, at + 1), word], 0)?.units.some(({ group, value }) =>
      found.some((unit) => unit.group === group && unit.value === value),
    ),
  );
}

/** "under five hundred", "eighteen to thirty": the option that is the same range. */
function bySaidRange(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const { ranges } = prepared;
  if (ranges.length === 0 || prepared.holdsTimes) return undefined;
  const { texts, words, wordOf } = heard;
  const said = rangeIn(texts, 0, lexicon);
  if (!said) return undefined;
  const same = ranges.filter((one) => isSame(said, one));
  const [first] = same;
  if (!first) {
    // "the eighteen to thirty one please"
    const at = texts.findLastIndex((text) => lexicon.language.positions.pronouns.includes(text));
    const shorter = heardTokens(words, texts.slice(0, at), wordOf.slice(0, at), lexicon);
    return at > 1 && said.from && said.to ? bySaidRange(shorter, prepared, lexicon) : undefined;
  }
  const isDenied = texts.some((_, token) => is(heard, token, CLASS.negators) && !is(heard, token, CLASS.corrections));
  if (isDenied) return WORDS;
  const from = Math.min(...quantitiesOf(texts, heard.numerals, lexicon).map((one) => one.from));
  const to = Math.max(...quantitiesOf(texts, heard.numerals, lexicon).map((one) => one.to));
  const around = surroundings(heard, { from, to }, kindsOf(heard, prepared, new Set(range(from, to))));
  if (around.before || around.behind || around.denied || same.length > 1) return undefined;
  return { kind: 'choose', index: first.index, rule: 'number', confidence: 0.85 };
}

function isSame(said: Range, label: Range): boolean {
  const isEnd = (one: readonly Reading[] | undefined, other: readonly Reading[] | undefined) => {
    if (!one || !other) return !one && !other;
    return one.some((reading) =>
      other.some((end) => {
        const pair = compared(reading, end, true);
        return pair !== undefined && areEqual(pair[0], pair[1]);
      }),
    );
  };
  return isEnd(said.from, label.from) && isEnd(said.to, label.to);
}

/** "thirty-six last I checked", "fifteen percent's fair": what follows only says that it is so. */
export function isSaidBy({ texts, classes }: Heard, at: number, { language: { ranges } }: Lexicon): boolean {
  if (
    ranges.notOf.includes(texts[at] ?? '') ||
    ranges.nowadays.some((word) => `${texts.slice(at).join(' ')} `.startsWith(`${word} `))
  ) {
    return true;
  }
  const isFiller = (token: number) => ((classes[token] ?? 0) & IN_PREDICATE) !== 0;
  const isEnough = (text: string) => ranges.enough.includes(text);
  return (
    texts.slice(at).some(isEnough) &&
    range(at, texts.length).every((token) => isFiller(token) || isEnough(texts[token] ?? ''))
  );
}

const IN_PREDICATE =
  CLASS.being |
  CLASS.statements |
  CLASS.light |
  CLASS.hesitations |
  CLASS.courtesies |
  CLASS.approvals |
  CLASS.subjects;

/** "twenty's a bit much, eighteen", "I was a 34, now I'd want 36", "not six, four": what is left of several amounts. */
function withoutPutAside(heard: Heard, all: readonly Candidate[], lexicon: Lexicon): readonly Candidate[] {
  if (all.length < 2) return all;
  const { refusals, nowadays } = lexicon.language.ranges;
  const kept = all.filter(({ quantity }, at) => {
    const before = all[at - 1]?.quantity.to ?? 0;
    const next = all[at + 1]?.quantity.from ?? heard.texts.length;
    const isRefused =
      is(heard, quantity.to, CLASS.being | CLASS.statements) &&
      range(quantity.to + 1, next).some((token) => refusals.includes(heard.texts[token] ?? ''));
    const isLast = at === all.length - 1;
    const isPast = !isLast && range(before, quantity.from).some((token) => is(heard, token, CLASS.pasts));
    const isNow = range(quantity.to, heard.texts.length).some((token) =>
      nowadays.some((word) => heard.texts.slice(token).join(' ').startsWith(word)),
    );
    return !isRefused && !(isPast && isNow);
  });
  return kept.length > 0 ? kept : all;
}

/** Amounts in units that no option is in, or of people where options count something else, and nothing of an option. */
function isOfOther(heard: Heard, all: readonly Candidate[], prepared: Prepared): boolean {
  const isOther = ({ counts, isComparable }: Candidate) =>
    counts === 'people' || (!isComparable && (counts === 'noun' || counts === 'unit'));
  const own = new Set(all.flatMap(({ quantity: { from, to } }) => range(from, to)));
  const isNamed = heard.stems.some(
    (stem, token) => !own.has(token) && prepared.stems.has(stem) && !is(heard, token, CLASS.light | CLASS.carriers),
  );
  return !isNamed && all.every(isOther);
}
