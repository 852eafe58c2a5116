import { clauseBegin, clauseEnd, isBorder, isSubject, type Span } from './clause-bounds';
import { isApproved } from './clause-end';
import { type Heard, has, is, range } from './heard';
import { CLASS, FILLER, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';
import { CLOSING, isNumeral, isPartOfOther } from './outright-other';
import { isState } from './state';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

/** Whether the clause around an option shows that it is only spoken of. */
export function isMentionOnly(heard: Heard, span: Span, prepared: Prepared, lexicon: Lexicon): boolean {
  const { pastEndings } = lexicon.language;
  const begin = isBehindStory(heard, span, lexicon) ? span.from : clauseBegin(heard, span.from);
  const end = clauseEnd(heard, span.to);
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
  const begin = clauseBegin(heard, span.from);
  // "it was a burglary", asked what it was
  return !has(heard, begin, MARK.objects) && isTold(heard, begin, span, lexicon);
}

/** "don't leave it with the neighbour". */
export function isDeniedBefore(heard: Heard, { from }: Span): boolean {
  return range(clauseBegin(heard, from), from).some((at) => isDenial(heard, at));
}

/** Whether what follows an option tells what it does or did: "my rosemary never flowers", "the family before us pushed in". */
export function isFactOf(heard: Heard, { from, to }: Span, { language }: Lexicon): boolean {
  const end = clauseEnd(heard, to);
  if (has(heard, to, MARK.facts)) return true;
  const isPicked = range(clauseBegin(heard, from), from).some((at) => has(heard, at, MARK.picks));
  const isPast = (at: number) => is(heard, at, CLASS.pasts) || isPastOf(wordAt(heard.texts, at), language.pastEndings);
  if (!is(heard, from - 1, CLASS.determiners) || isPicked) return false;
  // "the compost I got off you was full of glass"
  const isHad = has(heard, to, MARK.speakers) && isPast(to + 1);
  const isToldBehind = isHad && range(to + 2, heard.texts.length).some((at) => is(heard, at, CLASS.being));
  return isToldBehind || range(to, end).some(isPast);
}

/** It denies, tells what is the matter, or stands in a set phrase: "my name is". */
function isAgainst(heard: Heard, at: number): boolean {
  if (has(heard, at, MARK.facts)) return true;
  if (is(heard, at, CLASS.idioms) && !has(heard, at, MARK.picks)) return true;
  return isDenial(heard, at);
}

function isDenial(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.negators) && !is(heard, at, CLASS.corrections | CLASS.hesitations | CLASS.courtesies);
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

/** "my back's in bits, deep tissue", "I'm six foot four, aisle": a statement is over, and the option ends the utterance. */
function isBehindStory(heard: Heard, { from, to }: Span, { language }: Lexicon): boolean {
  const before = from - 1;
  const isBound = is(heard, before, CLASS.determiners | CLASS.prepositions | CLASS.carriers | CLASS.being);
  const isDegree = is(heard, before, CLASS.hesitations) && !has(heard, before, MARK.pauses);
  if (isBound || isDegree || isPastOf(wordAt(heard.texts, before), language.participleEndings)) return false;
  const isEnd = range(to, heard.texts.length).every((at) => is(heard, at, CLOSING));
  const being = range(clauseBegin(heard, from), from).find(
    (at) => is(heard, at, CLASS.being) && !is(heard, at, CLASS.pasts),
  );
  return isEnd && from - (being ?? from) > SHORTEST_PREDICATE;
}

/** "half" of "he is half swedish" is a part of what follows, "in bits" is not. */
const SHORTEST_PREDICATE = 2;

/** What somebody or something is, has or does, unless that is to pick: "I cook trout", "my wife is allergic to trout". */
function isTold(heard: Heard, begin: number, { from }: Span, { language }: Lexicon): boolean {
  const before = range(begin, from);
  if (has(heard, begin, MARK.conditions)) return true;
  const picked = before.findLastIndex((at) => has(heard, at, MARK.picks) && !isOwning(heard, at));
  const isPicked = picked >= 0;
  if (isIt(heard, begin, from)) return false;
  if (!isPicked && before.some((at) => isSubject(heard, at))) return true;
  const isPast = (at: number) => is(heard, at, CLASS.pasts) || isPastOf(wordAt(heard.texts, at), language.pastEndings);
  return before.some(
    (at, index) =>
      (isPast(at) && !isNumeral(heard, at) && !has(heard, at, MARK.picks) && !is(heard, at, CLASS.carriers)) ||
      (index > picked && is(heard, at, CLASS.being)),
  );
}

/** "I have" owns, "I'll have" picks. */
function isOwning(heard: Heard, at: number): boolean {
  return has(heard, at, MARK.existentials) || is(heard, at, CLASS.pasts);
}

/** "it's the trout", and nothing else: what was asked about. */
function isIt(heard: Heard, begin: number, from: number): boolean {
  // "it overheats"
  if (has(heard, begin, MARK.objects) && from === begin + 1)
    return begin === 0 || isBorder(heard, begin - 1) || is(heard, begin - 1, CLASS.adverbs);
  if (!has(heard, begin, MARK.objects) || !is(heard, begin + 1, CLASS.being) || is(heard, begin + 1, CLASS.pasts))
    return false;
  return range(begin + 2, from).every((at) => is(heard, at, FILLER | CLASS.approvals | CLASS.determiners));
}

/** "the trout went off", "trout gives me a rash", "the family before us jumped the queue". */
function isSubjectOf(heard: Heard, to: number, end: number, { language }: Lexicon): boolean {
  let at = to;
  while (is(heard, at, CLASS.nouns | CLASS.hesitations)) at++;
  // "sounds heavy" is not "sounds good"
  if (at < end && is(heard, at, CLASS.being | CLASS.statements))
    return !isApproved(heard, is(heard, at, CLASS.approvals) ? at + 1 : at);
  return range(at, end).some(
    (next) => is(heard, next, CLASS.being | CLASS.pasts) || isPastOf(wordAt(heard.texts, next), language.pastEndings),
  );
}
