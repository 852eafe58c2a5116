import { type Candidate, candidateOf } from './candidate';
import { kindsOf, surroundings } from './context';
import { endOfPrice, TELLING } from './counted-thing';
import type { Decision } from './decision';
import { asSaid, core, type Heard, heardTokens, is, range } from './heard';
import { type Range, rangeIn } from './label-range';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { isSaidBy, withoutPutAside } from './put-aside';
import { areEqual, compared, type Quantity, quantitiesOf, type Reading } from './quantities';
import { restBehind } from './rest';
import { licenceOf } from './telling';
import { wordAt } from './word-at';

const WORDS: Decision = { kind: 'words' };

/**
 * The option whose amount was said, or in whose range it is: "six of us" of 1 to 4 and 5 to 8, "half an hour" of 30 minutes,
 * "two terabytes" of 2 TB. An amount of something else is for the bot.
 */
export function byRange(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  return afterCorrection(heard, prepared, lexicon) ?? asItStands(heard, prepared, lexicon);
}

/** "under tens no under twelves": what follows the last change of mind, where an amount stands before it. */
function afterCorrection(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const { texts, words, wordOf, numerals } = heard;
  const at = texts.findLastIndex((_, token) => is(heard, token, CLASS.corrections));
  if (!numerals.some(({ to }) => to <= at)) return undefined;
  const tail = heardTokens(words, texts.slice(at + 1), wordOf.slice(at + 1), lexicon);
  const decision = asItStands(tail, prepared, lexicon);
  return decision?.kind === 'choose' ? { ...decision, rule: 'correction' } : undefined;
}

function asItStands(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
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
  const [one, ...others] = asOne(left);
  if (!one) return all.length > 0 && isOfOther(heard, all, prepared, lexicon) ? WORDS : undefined;
  if (others.length > 0) return undefined;
  const isCorrected = left.length < possible.length;
  if (all.length > possible.length && one.counts === 'bare' && !isCorrected) return undefined;
  return decided(heard, one, isCorrected, prepared, lexicon);
}

/** "a whole week, seven nights": the same in other words. */
function asOne(said: readonly Candidate[]): readonly Candidate[] {
  const [first, ...others] = said;
  const [index, ...more] = first?.amounts ?? [];
  const last = others.at(-1);
  const isSame = ({ amounts }: Candidate) => amounts.length === 1 && amounts[0] === index;
  if (!first || !last || more.length > 0 || !others.every(isSame)) return said;
  return [{ ...last, quantity: { ...last.quantity, from: first.quantity.from } }];
}

/** Without "one" of "the sixteen pound one" and "the little one's four", and without how often: "a week". */
function withoutPronouns(found: readonly Quantity[], heard: Heard, { language }: Lexicon): readonly Quantity[] {
  return found.filter(({ from, to }, at) => {
    const last = found[at - 1]?.to ?? -1;
    // "thirty hours a week"
    if (at > 0 && is(heard, from, CLASS.rates) && (last === from || last === from - 1)) return false;
    const isPronoun = to - from === 1 && language.positions.pronouns.includes(wordAt(heard.texts, from));
    // "twelve pound fifty, that one"
    const isThat =
      at > 0 &&
      is(heard, from - 1, CLASS.determiners) &&
      !language.positions.single.includes(wordAt(heard.texts, from - 1));
    return !isPronoun || !(isThat || last === from || (from > 0 && is(heard, to, CLASS.being)));
  });
}

function isAsking(heard: Heard): boolean {
  let at = 0;
  while (is(heard, at, CLASS.hesitations | CLASS.courtesies | CLASS.boundaries)) at++;
  // "can a ten year old come"
  const isInverted = is(heard, at, CLASS.statements) && is(heard, at + 1, CLASS.determiners);
  return (is(heard, at, CLASS.questions) || isInverted) && !is(heard, at, CLASS.asking);
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
  const fitting = isRange ? closest(quantity, ranges, prepared) : amounts;
  const licence = licenceOf(heard, candidate, isCorrected, prepared, lexicon);
  if (licence === 'other') return WORDS;
  if (licence === 'unclear') return undefined;
  const [index] = fitting;
  if (index === undefined) return quantity.isComposed || prepared.ranges.length > 1 ? WORDS : undefined;
  if (fitting.length > 1) return { kind: 'which', indexes: fitting, rule: 'number' };
  const own = new Set(range(quantity.from, quantity.to));
  const { from, to } = restBehind(heard, endOfPrice(heard, quantity, prepared, lexicon), kindsOf(heard, prepared, own));
  const rest = isRange || isCorrected || isSaidBy(heard, quantity.to, lexicon) ? '' : asSaid(heard, from, to);
  return {
    kind: 'choose',
    index,
    rule: isCorrected ? 'correction' : 'number',
    confidence: isRange ? 0.85 : 0.9,
    ...(rest !== '' && { rest }),
  };
}

/** "five hundred" of Up to 100, Up to 500 and Up to 1,000: the limit itself, where several hold it that only have one. */
function closest({ readings }: Quantity, fitting: readonly number[], { ranges }: Prepared): readonly number[] {
  const own = ranges.filter(({ index }) => fitting.includes(index));
  if (own.some(({ from }) => from !== undefined)) return fitting;
  const exact = own.filter(({ to }) => to !== undefined && isSameEnd(readings, to, true)).map(({ index }) => index);
  return exact.length === 1 ? exact : fitting;
}

/** "under five hundred", "eighteen to thirty": the option that is the same range. */
function bySaidRange(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const { texts, words, wordOf } = heard;
  const said = rangeIn(texts, heard.numerals, 0, lexicon);
  const isUnitAsked = prepared.askedUnits.length > 0;
  const same = said ? prepared.ranges.filter((one) => isSame(said, one, isUnitAsked)) : [];
  const [first] = same;
  if (!first) {
    // "the eighteen to thirty one please", "the under five one"
    const last = core(heard).to - 1;
    if (!lexicon.language.positions.pronouns.includes(wordAt(texts, last))) return undefined;
    return bySaidRange(heardTokens(words, texts.slice(0, last), wordOf, lexicon), prepared, lexicon);
  }
  const isDenied = texts.some((_, token) => is(heard, token, CLASS.negators) && !is(heard, token, CLASS.corrections));
  if (isDenied) return WORDS;
  const from = Math.min(...quantitiesOf(texts, heard.numerals, lexicon).map((one) => one.from));
  const to = Math.max(...quantitiesOf(texts, heard.numerals, lexicon).map((one) => one.to));
  const around = surroundings(heard, { from, to }, kindsOf(heard, prepared, new Set(range(from, to))));
  if (around.before || around.behind || around.denied || same.length > 1) return undefined;
  return { kind: 'choose', index: first.index, rule: 'number', confidence: 0.85 };
}

function isSame(said: Range, label: Range, isUnitAsked: boolean): boolean {
  const isEnd = (one: readonly Reading[] | undefined, other: readonly Reading[] | undefined) => {
    return one && other ? isSameEnd(one, other, isUnitAsked) : !one && !other;
  };
  return isEnd(said.from, label.from) && isEnd(said.to, label.to);
}

function isSameEnd(one: readonly Reading[], other: readonly Reading[], isUnitKnown: boolean): boolean {
  return one.some((reading) =>
    other.some((end) => {
      const pair = compared(reading, end, isUnitKnown);
      return pair !== undefined && areEqual(pair[0], pair[1]);
    }),
  );
}

/** "two people recommended you", "one of them doesn't work": a sentence about those that are counted. */
function doesSomething(heard: Heard, at: number, { language: { positions, ranges, polarity } }: Lexicon): boolean {
  if (ranges.people.includes(wordAt(heard.texts, at))) return true;
  const isOfThem =
    positions.partitive.includes(wordAt(heard.texts, at)) && polarity.objects.includes(wordAt(heard.texts, at + 1));
  return isOfThem && is(heard, at + 2, TELLING);
}

/** Amounts in units that no option is in, or of people where options count something else, and nothing of an option. */
function isOfOther(heard: Heard, all: readonly Candidate[], prepared: Prepared, lexicon: Lexicon): boolean {
  const isOther = ({ counts, isComparable, quantity: { to } }: Candidate) =>
    counts === 'people' ||
    (!isComparable && (counts === 'noun' || counts === 'unit')) ||
    (counts === 'other' && doesSomething(heard, to, lexicon));
  const own = new Set(
    all.flatMap(({ quantity: { from, to }, counts }) => range(from, counts === 'noun' ? to + 1 : to)),
  );
  const isNamed = heard.stems.some(
    (stem, token) => !own.has(token) && prepared.stems.has(stem) && !is(heard, token, CLASS.light | CLASS.carriers),
  );
  return !isNamed && all.every(isOther);
}
