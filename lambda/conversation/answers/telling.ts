import { type Context, isApproximate, isVerbOf } from './amount-context';
import type { Candidate } from './candidate';
import { kindsOf } from './context';
import { isSentenceSince } from './counted';
import { endOfPrice } from './counted-thing';
import { type Heard, has, is, range } from './heard';
import { readingsOf } from './label-range';
import { CLASS, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';
import {
  isAgeOfOther,
  isDenied,
  isLimited,
  isNamedNumber,
  isOfNumber,
  isPlaceOrTime,
  isRefused,
  isSinceThen,
  isToldOfPast,
} from './other-amounts';
import { isSaidBy } from './put-aside';
import { restBehind } from './rest';
import { isState } from './state';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

/** Whether an amount in a sentence answers what was asked: `other` ones are an age, a time or a place; `unclear` ones may be. */
export type Licence = 'told' | 'other' | 'unclear';

export function licenceOf(
  heard: Heard,
  candidate: Candidate,
  isCorrected: boolean,
  prepared: Prepared,
  lexicon: Lexicon,
): Licence {
  const { from, to } = candidate.quantity;
  const kinds = kindsOf(heard, prepared, new Set(range(from, to)));
  const before = range(0, from);
  const isFirst = before.every((token) => kinds(token) !== 'unknown' || isApproximate(heard, token, lexicon));
  const context: Context = { heard, candidate, prepared, lexicon, kinds, before, isFirst };
  if (isCorrected) return 'told';
  if (isLongAgo(context)) return 'other';
  if (isOfNumber(context) || isAgeOfOther(context) || isPlaceOrTime(context)) return 'other';
  if (isDenied(context) || isLimited(context) || isOwned(context) || isPronoun(context)) return 'unclear';
  if (isRefused(context)) return 'other';
  if (candidate.amounts.length > 0) return ofAmount(context);
  if (prepared.ranges.length > 0) return ofRange(context);
  return candidate.quantity.isComposed ? 'told' : 'unclear';
}

/** "four years ago I had a crash": when something else was. */
function isLongAgo({ heard, candidate: { quantity }, lexicon: { language } }: Context): boolean {
  return isSentenceSince(heard, quantity.to, language.ranges.ago);
}

/** "I've got one already"; but "two hours already" tells how long. */
function isOwned({ heard, candidate: { quantity }, lexicon: { language } }: Context): boolean {
  const isPronoun = language.positions.pronouns.includes(wordAt(heard.texts, quantity.from));
  return isPronoun && isState(heard, quantity, language.pastEndings);
}

/** "the middle one", "a dark one": no number; but "the size one" of sizes. */
function isPronoun({ heard, candidate: { quantity }, prepared, lexicon: { language } }: Context): boolean {
  const before = quantity.from - 1;
  const stem = wordAt(heard.stems, before);
  return (
    language.positions.pronouns.includes(wordAt(heard.texts, quantity.from)) &&
    quantity.to === quantity.from + 1 &&
    is(heard, before - 1, CLASS.determiners) &&
    (heard.classes[before] === 0 || is(heard, before, CLASS.approvals)) &&
    !prepared.generic.has(stem) &&
    !prepared.stems.has(stem)
  );
}

/** A range holds many numbers, so that more than the number must tell that it is meant. */
function ofRange(context: Context): Licence {
  const { candidate, isFirst, heard, before, prepared, lexicon } = context;
  if (isGoingOn(context) || isToldOfPast(context)) return 'unclear';
  if (candidate.counts === 'unit' && !isSinceThen(context)) return 'other';
  if (candidate.counts !== 'bare') return isFirst || isPlainUnit(context) ? 'told' : 'unclear';
  // "option two" is a position
  if (isNamedNumber(context))
    return (candidate.quantity.readings[0]?.value ?? 0) > prepared.count ? 'other' : 'unclear';
  if (isImplausible(context)) return 'unclear';
  const { owners } = lexicon.language.ranges;
  const isThere = before.some(
    (token) => has(heard, token, MARK.existentials) && owners.includes(wordAt(heard.texts, token)),
  );
  const hasUnits = prepared.ranges.some((range) => readingsOf(range).some(({ unit }) => unit));
  // "I've got five" where kilos are asked for
  if (isThere && hasUnits && isFirst) return 'other';
  if (isThere && is(heard, candidate.quantity.to, CLASS.prepositions | CLASS.idioms)) return 'other';
  return isFirst || isOfSubject(context) || isVerbOf(heard, candidate.quantity.from - 1, lexicon) ? 'told' : 'unclear';
}

/** "two" of "Under $50" and "$50–$100" may be the second of them. */
function isImplausible({ candidate: { quantity }, prepared }: Context): boolean {
  const value = quantity.readings[0]?.value ?? 0;
  const ends = prepared.ranges.flatMap(readingsOf);
  return value <= prepared.count && ends.every((end) => end.value >= value * FAR);
}

const FAR = 10;

/** A unit of one kind only: "it cost me nine pounds" tells no weight. */
function isPlainUnit({ candidate: { quantity }, prepared }: Context): boolean {
  const groups = new Set(quantity.readings.flatMap(({ unit }) => (unit ? [unit.group] : [])));
  const ends = prepared.ranges.flatMap(readingsOf);
  return groups.size < 2 || [...groups].every((group) => ends.some(({ unit }) => unit?.group === group));
}

/** Words that are nothing of the answer stand before a number that a label holds: "the wee man'll only eat six". */
function ofAmount(context: Context): Licence {
  const { candidate, heard, isFirst, kinds, before, lexicon } = context;
  const { counts, quantity } = candidate;
  const isBare = counts === 'bare';
  const { from, to } = restBehind(heard, endOfPrice(heard, quantity, context.prepared, lexicon), kinds);
  const isEnough = isSaidBy(heard, quantity.to, lexicon);
  const hasRest = to > from && !isEnough;
  // "I've been here three hours"
  const isOver = before.some((token) => is(heard, token, CLASS.being) && is(heard, token, CLASS.pasts));
  if (isFirst && counts === 'unit' && (isOver || isDoneBefore(context))) return 'other';
  if (isFirst && isEnough && !isGoingOn(context)) return 'told';
  if (isBare && isPartOfCode(context)) return 'told';
  if (isFirst && (isBare || counts === 'noun' || counts === 'people')) return isForNumber(context) ? 'told' : 'unclear';
  if (isFirst) return hasRest || isSpokenOf(context) ? 'unclear' : 'told';
  if (isOfKind(context)) return 'told';
  if (isToldOfPast(context) || (is(heard, quantity.to, CLASS.statements | CLASS.being) && !isEnough)) return 'unclear';
  const { verbs, intents } = lexicon.language.ranges;
  const isMeant = before.some(
    (token) => intents.includes(wordAt(heard.texts, token)) || verbs.includes(wordAt(heard.texts, token)),
  );
  const isNoun = isBare && !is(heard, quantity.from - 1, CLASS.determiners);
  return isMeant && !(isNoun && hasRest) && !isGoingOn(context) ? 'told' : 'unclear';
}

/** "I stayed two weeks", where it is not asked what was. */
function isDoneBefore({ heard, before, prepared, lexicon: { language } }: Context): boolean {
  const isPast = (at: number) => isPastOf(wordAt(heard.texts, at), language.pastEndings) && !has(heard, at, MARK.picks);
  return before.some((at) => isPast(at) && is(heard, at - 1, CLASS.subjects)) && !prepared.isPastAsked();
}

/** "my finger's a size eight" of Size 8: what the number counts in the label stands before it, and nothing behind it. */
function isOfKind(context: Context): boolean {
  const { candidate, heard, prepared, before } = context;
  const { from, to } = candidate.quantity;
  const word = heard.texts[from - 1];
  const isOwn = prepared.amounts.some(({ index, before: own }) => candidate.amounts.includes(index) && own === word);
  const isNow = before.some((token) => is(heard, token, CLASS.being) && !is(heard, token, CLASS.pasts));
  return isOwn && isNow && to === heard.texts.length && isOfSubject(context);
}

/** "she's in year two" of 2A and 2B. */
function isPartOfCode({ heard, candidate: { quantity, amounts }, prepared, kinds, before }: Context): boolean {
  const isCode = ({ index, behind }: Prepared['amounts'][number]) => amounts.includes(index) && behind?.length === 1;
  return (
    before.length > 0 &&
    quantity.to === heard.texts.length &&
    prepared.amounts.some(isCode) &&
    before.every((token) => token === quantity.from - 1 || kinds(token) !== 'unknown')
  );
}

/** "for two" of "Meal for 2 – £15", "just the one". */
function isForNumber({ heard, candidate: { quantity, amounts, counts }, prepared, lexicon }: Context): boolean {
  const word = heard.texts[quantity.from - 1];
  const isOne = lexicon.language.positions.pronouns.includes(wordAt(heard.texts, quantity.from));
  const isJustOne =
    (isOne || (counts === 'noun' && is(heard, quantity.from - 1, CLASS.determiners))) &&
    is(heard, quantity.from - 2, CLASS.hesitations);
  const isOwn = ({ index, before, readings }: Prepared['amounts'][number]) =>
    amounts.includes(index) && before === word && readings.every(({ unit }) => !unit);
  let end = counts === 'noun' ? quantity.to + 1 : quantity.to;
  while (isJustOne && is(heard, end, CLASS.courtesies | CLASS.hesitations)) end++;
  const isEnd = end === heard.texts.length;
  return isEnd && (isJustOne || (word !== undefined && prepared.amounts.some(isOwn)));
}

/** "thirty minutes is too long", "is thirty minutes enough" */
function isSpokenOf({ heard, candidate: { quantity } }: Context): boolean {
  return is(heard, quantity.to, CLASS.questions) && is(heard, quantity.to + 1, CLASS.subjects);
}

/** Behind it a wish or a question: the bot is to hear it. */
function isGoingOn({ heard, candidate: { quantity, counts }, lexicon }: Context): boolean {
  let at = quantity.to + (counts === 'people' ? 2 : counts === 'noun' ? 1 : 0);
  const isAside = lexicon.language.ranges.notOf.includes(wordAt(heard.texts, at));
  if (isAside) at++;
  return range(at, heard.texts.length).some((token) => {
    if (is(heard, token, CLASS.asking) || isQuestion(heard, token, at)) return true;
    return is(heard, token, CLASS.wishes) && is(heard, token - 1, CLASS.subjects | CLASS.boundaries | CLASS.statements);
  });
}

/** "when was it", but not "it was done when the twins came". */
function isQuestion(heard: Heard, token: number, first: number): boolean {
  if (!is(heard, token, CLASS.questions) || is(heard, token, CLASS.being)) return false;
  const isTime = has(heard, token, MARK.subordinators) || has(heard, token, MARK.conditions);
  return !isTime || token === first;
}

/** "my lad's", "the wife's": a noun that the number is told of. */
function isOfSubject({ heard, before, candidate, kinds, lexicon }: Context): boolean {
  const { positions, ranges } = lexicon.language;
  const of = candidate.quantity.from - 1;
  // "a party of five"
  if (positions.partitive.includes(wordAt(heard.texts, of)) && ranges.people.includes(wordAt(heard.texts, of - 1)))
    return true;
  const unknown = before.filter(
    (token) =>
      kinds(token) === 'unknown' &&
      !isVerbOf(heard, token, lexicon) &&
      !isApproximate(heard, token, lexicon) &&
      !is(heard, token, CLASS.being | CLASS.statements),
  );
  const [first] = unknown;
  const last = unknown.at(-1);
  if (first === undefined || last === undefined) return true;
  return last - first < LONGEST_SUBJECT && is(heard, first - 1, CLASS.determiners) && isToldOf(heard, last + 1);
}

/** "is", "'s", and "one's" of "the little one's". */
function isToldOf(heard: Heard, token: number): boolean {
  const at = is(heard, token, CLASS.nouns) ? token + 1 : token;
  return is(heard, at, CLASS.being | CLASS.statements);
}

const LONGEST_SUBJECT = 2;
