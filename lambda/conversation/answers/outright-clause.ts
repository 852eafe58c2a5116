import { isApproved } from './clause-end';
import { type Heard, has, is, range } from './heard';
import { CLASS, FILLER, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';
import type { Span } from './outright';
import { isState } from './state';
import { isPastOf } from './verbs';

/** Whether the clause around an option shows that it is only spoken of. */
export function isMentionOnly(heard: Heard, span: Span, prepared: Prepared, lexicon: Lexicon): boolean {
  const { pastEndings } = lexicon.language;
  const begin = isBehindStory(heard, span, lexicon) ? span.from : beginOf(heard, span.from);
  const end = endOf(heard, span.to);
  const around = [...range(begin, span.from), ...range(span.to, end)];
  return (
    around.some((at) => isAgainst(heard, at)) ||
    isTakenBack(heard, span.to) ||
    isNamedFor(heard, begin, span) ||
    isState(heard, span, pastEndings) ||
    isTold(heard, begin, span, lexicon) ||
    isPartOfOther(heard, begin, span, prepared) ||
    isSubjectOf(heard, span.to, end, lexicon)
  );
}

/** Whether what leads to an option in its clause tells what somebody has or does: "we play badminton on mondays". */
export function isToldOf(heard: Heard, span: Span, lexicon: Lexicon): boolean {
  const begin = beginOf(heard, span.from);
  // "it was a burglary", asked what it was
  return !has(heard, begin, MARK.objects) && isTold(heard, begin, span, lexicon);
}

/** It denies, tells what is the matter, or stands in a set phrase: "my name is". */
function isAgainst(heard: Heard, at: number): boolean {
  if (has(heard, at, MARK.facts)) return true;
  if (is(heard, at, CLASS.idioms) && !has(heard, at, MARK.picks)) return true;
  return is(heard, at, CLASS.negators) && !is(heard, at, CLASS.corrections);
}

/** "banana, actually I mean a shake", "the terrier but my landlord won't have it". */
function isTakenBack(heard: Heard, to: number): boolean {
  return range(to, heard.texts.length - 1).some((at) => is(heard, at, CLASS.corrections | CLASS.contrasts));
}

/** "the large we had", "on thursday I'm out", "the one below the large": what is told of is another thing. */
function isNamedFor(heard: Heard, begin: number, { from, to }: Span): boolean {
  const isLed = is(heard, from - 1, CLASS.determiners | CLASS.prepositions);
  const isPicked = range(begin, from).some((at) => has(heard, at, MARK.picks));
  if (isLed && !isPicked && isSubject(heard, to) && !heard.fixed[to]) return true;
  return range(begin, from).some((at) => is(heard, at, CLASS.comparisons) || isBeside(heard, at));
}

/** "one up from". */
function isBeside(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.nouns) && range(at + 1, at + 3).some((next) => is(heard, next, CLASS.prepositions));
}

/** Between two clauses. */
const BORDERS = CLASS.boundaries | CLASS.corrections | CLASS.contrasts | CLASS.conclusions;

function isBorder(heard: Heard, at: number): boolean {
  return (
    is(heard, at, BORDERS) ||
    has(heard, at, MARK.pauses) ||
    (is(heard, at, CLASS.courtesies) && !has(heard, at, MARK.picks) && !is(heard, at, CLASS.light))
  );
}

function isSubject(heard: Heard, at: number): boolean {
  const isObject = has(heard, at, MARK.objects) && has(heard, at - 1, MARK.picks);
  return is(heard, at, CLASS.subjects) && !is(heard, at, CLASS.determiners | CLASS.questions) && !isObject;
}

function beginOf(heard: Heard, from: number): number {
  let at = from;
  while (at > 0 && !isBorder(heard, at - 1) && !isSubject(heard, at)) at--;
  // "if we have", "that you sold me"
  const isLinked = has(heard, at - 1, MARK.conditions) || is(heard, at - 1, CLASS.questions | CLASS.determiners);
  return at > 0 && isLinked && isSubject(heard, at) ? at - 1 : at;
}

function endOf(heard: Heard, to: number): number {
  let at = to;
  while (
    at < lengthWithoutTag(heard) &&
    !isBorder(heard, at) &&
    !isSubject(heard, at) &&
    !has(heard, at, MARK.subordinators)
  )
    at++;
  return at;
}

/** Without "isn't it" and "hasn't she" at the end. */
function lengthWithoutTag(heard: Heard): number {
  const end = heard.texts.length;
  const isTag =
    is(heard, end - 1, CLASS.subjects) &&
    is(heard, end - 2, CLASS.negators) &&
    is(heard, end - 3, CLASS.being | CLASS.statements);
  return isTag ? end - 3 : end;
}

/** "my back's in bits, deep tissue", "I'm six foot four, aisle": a statement is over, and the option ends the utterance. */
function isBehindStory(heard: Heard, { from, to }: Span, { language }: Lexicon): boolean {
  const before = from - 1;
  const isBound = is(heard, before, CLASS.determiners | CLASS.prepositions | CLASS.carriers | CLASS.being);
  const isDegree = is(heard, before, CLASS.hesitations) && !has(heard, before, MARK.pauses);
  if (isBound || isDegree || isPastOf(heard.texts[before] ?? '', language.participleEndings)) return false;
  const isEnd = range(to, heard.texts.length).every((at) => is(heard, at, CLOSING));
  const being = range(beginOf(heard, from), from).find(
    (at) => is(heard, at, CLASS.being) && !is(heard, at, CLASS.pasts),
  );
  return isEnd && being !== undefined && from - being > SHORTEST_PREDICATE;
}

const CLOSING = CLASS.courtesies | CLASS.settlements | CLASS.hesitations;
/** "half" of "he is half swedish" is a part of what follows, "in bits" is not. */
const SHORTEST_PREDICATE = 2;

/** What somebody or something is, has or does, unless that is to pick: "I cook trout", "my wife is allergic to trout". */
function isTold(heard: Heard, begin: number, { from }: Span, { language }: Lexicon): boolean {
  const before = range(begin, from);
  if (has(heard, begin, MARK.conditions)) return true;
  const picked = before.findLastIndex((at) => has(heard, at, MARK.picks) && !isOwning(heard, at));
  const isPicked = picked >= 0;
  const isOfSpeaker = before.slice(0, 2).some((at) => isSubject(heard, at));
  if (isOfSpeaker && !isPicked) return !isIt(heard, begin, from);
  if (isIt(heard, begin, from)) return false;
  const isPast = (at: number) => is(heard, at, CLASS.pasts) || isPastOf(heard.texts[at] ?? '', language.pastEndings);
  return before.some(
    (at, index) =>
      (isPast(at) && !isNumeral(heard, at) && !has(heard, at, MARK.picks) && !is(heard, at, CLASS.carriers)) ||
      (index > picked && is(heard, at, CLASS.being)),
  );
}

/** "I have" owns, "I'll have" picks. */
function isOwning(heard: Heard, at: number): boolean {
  return has(heard, at, MARK.existentials) || is(heard, at, CLASS.pasts & ~CLASS.carriers);
}

/** "it's the trout", and nothing else: what was asked about. */
function isIt(heard: Heard, begin: number, from: number): boolean {
  if (!has(heard, begin, MARK.objects) || !is(heard, begin + 1, CLASS.being) || is(heard, begin + 1, CLASS.pasts))
    return false;
  return range(begin + 2, from).every((at) => is(heard, at, FILLER | CLASS.approvals | CLASS.determiners));
}

/** "an electric guitar", "space for a pram", "my old trout"; "the trout farm", "trout fishing". */
function isPartOfOther(heard: Heard, begin: number, { from, to }: Span, { generic }: Prepared): boolean {
  const isUnknown = (at: number) =>
    at >= begin &&
    at < lengthWithoutTag(heard) &&
    (heard.classes[at] === 0 || isNumeral(heard, at)) &&
    !generic.has(heard.stems[at] ?? '');
  let next = to;
  while (is(heard, next, CLASS.nouns) || generic.has(heard.stems[next] ?? '')) next++;
  if (next < heard.texts.length && isUnknown(next)) return true;
  let at = from - 1;
  while (at >= begin && is(heard, at, CLASS.approvals | CLASS.hesitations)) at--;
  const isArticle = is(heard, at, CLASS.determiners);
  const isPicked = range(begin, from).some((before) => has(heard, before, MARK.picks));
  if (isArticle && has(heard, at, MARK.possessives) && !isPicked) return true;
  while (at >= begin && is(heard, at, CLASS.determiners)) at--;
  if (is(heard, at, CLASS.prepositions)) return !isPicked && isUnknown(at - 1);
  if (!isUnknown(at) || isArticle) return false;
  if (!isClosed(heard, to)) return true;
  while (isUnknown(at)) at--;
  return is(heard, at, CLASS.determiners);
}

function isNumeral({ numerals }: Heard, at: number): boolean {
  return numerals.some(({ from, to }) => from <= at && at < to);
}

/** "please" or "it is" ends the utterance behind it. */
function isClosed(heard: Heard, to: number): boolean {
  const rest = range(to, heard.texts.length);
  return rest.length > 0 && rest.every((at) => is(heard, at, CLOSING));
}

/** "the trout went off", "trout gives me a rash", "the family before us jumped the queue". */
function isSubjectOf(heard: Heard, to: number, end: number, { language }: Lexicon): boolean {
  let at = to;
  while (at < end && is(heard, at, CLASS.nouns | CLASS.hesitations)) at++;
  if (is(heard, at, CLASS.being | CLASS.statements)) return !isApproved(heard, at);
  return range(at, end).some(
    (next) => is(heard, next, CLASS.being | CLASS.pasts) || isPastOf(heard.texts[next] ?? '', language.pastEndings),
  );
}
