import { type Heard, has, is, range } from './heard';
import { CLASS, FILLER, MARK } from './lexicon';
import type { Prepared } from './offer';
import { wordAt } from './word-at';

/** Where an option is named in an utterance: the tokens [from, to). */
export interface Anchor {
  readonly from: number;
  readonly to: number;
}

/** What stands around an option. */
export interface Surroundings {
  /** Words before and behind it that are more than wrapping. */
  readonly before: boolean;
  readonly behind: boolean;
  /** What stands behind it is set apart: "please", "and". */
  readonly apart: boolean;
  /** Nothing but "fine" and the like, denied: "today is no good". */
  readonly denied: boolean;
  /** The option is what a sentence is about, or part of one: "black doesn't suit me", "i may call back". */
  readonly inSentence: boolean;
  /** A single word that nobody knows right behind it: "a luxury ride". */
  readonly hasNoun: boolean;
}

/** `generic`: a word of the question, or of several labels. */
export type Kinds = (token: number) => 'own' | 'filler' | 'generic' | 'unknown';

/** What each token is, given which belong to the option. */
export function kindsOf(heard: Heard, { generic }: Prepared, own: ReadonlySet<number>): Kinds {
  // Asked of each token again and again.
  const known: ReturnType<Kinds>[] = [];
  return (token) => {
    const kind = known[token] ?? kindOf(heard, token, generic, own);
    known[token] = kind;
    return kind;
  };
}

function kindOf(
  heard: Heard,
  token: number,
  generic: ReadonlySet<string>,
  own: ReadonlySet<number>,
): ReturnType<Kinds> {
  if (own.has(token)) return 'own';
  if (heard.isNumber[token] && !heard.fixed[token] && !is(heard, token, CLASS.nouns | CLASS.light)) return 'unknown';
  if (generic.has(wordAt(heard.stems, token))) return 'generic';
  if (isRateOf(heard, token, own)) return 'filler';
  if (is(heard, token, FILLER) || isOfPick(heard, token)) return 'filler';
  if (isInitial(heard, token, generic, own)) return 'generic';
  return isBegun(heard, token, own) ? 'filler' : 'unknown';
}

/** "squeeze me in": words that pick by standing together, whatever each of them means. */
function isOfPick(heard: Heard, token: number): boolean {
  return has(heard, token, MARK.picks) && (has(heard, token - 1, MARK.picks) || has(heard, token + 1, MARK.picks));
}

/** "a month" of "fourteen ninety nine a month": where the number is the option's, how often it is paid tells no more. */
function isRateOf(heard: Heard, token: number, own: ReadonlySet<number>): boolean {
  if (!is(heard, token, CLASS.rates)) return false;
  const at = is(heard, token - 1, CLASS.rates) ? token - 2 : token - 1;
  return own.has(at) && heard.isNumber[at] === true;
}

/** "t five" of Terminal 2 and Terminal 5. */
function isInitial({ texts }: Heard, token: number, generic: ReadonlySet<string>, own: ReadonlySet<number>): boolean {
  const text = wordAt(texts, token);
  return text.length === 1 && own.has(token + 1) && [...generic].some((stem) => stem.startsWith(text));
}

/** Begun, and then said: "the sing the single room". */
function isBegun({ texts }: Heard, token: number, own: ReadonlySet<number>): boolean {
  const text = wordAt(texts, token);
  if (text.length < SHORTEST_BEGINNING) return false;
  for (const other of own) if (other > token && texts[other]?.startsWith(text)) return true;
  return false;
}

const SHORTEST_BEGINNING = 3;

export function surroundings(heard: Heard, anchor: Anchor, kinds: Kinds): Surroundings {
  const { texts } = heard;
  const unknown: number[] = [];
  for (const token of range(0, anchor.from)) {
    if (
      kinds(token) === 'unknown' &&
      !is(heard, token, CLASS.approvals | CLASS.negators | CLASS.comparisons) &&
      !has(heard, token, MARK.timings) &&
      !(has(heard, token, MARK.describing) && token === anchor.from - 1) &&
      !isPlaceOf(heard, token) &&
      !isLeadingQuestion(heard, token)
    )
      unknown.push(token);
  }
  let behind = false;
  let denied = false;
  let isClause = false;
  for (const token of range(anchor.to, texts.length)) {
    if (kinds(token) === 'own') continue;
    if (is(heard, token, CLASS.subjects)) isClause = true;
    if (is(heard, token, CLASS.negators)) denied = true;
    else if (is(heard, token, CLASS.boundaries) && is(heard, token + 1, CLASS.negators)) continue;
    else if (isMore(heard, token, anchor.to, kinds)) behind = true;
  }
  if (denied && isClause) behind = true;
  const beginning = firstBehind(heard, anchor.to);
  const isCourteous = beginning > anchor.to && is(heard, beginning - 1, CLASS.courtesies);
  let next = beginning;
  while (is(heard, next, CLASS.approvals | CLASS.being | CLASS.hesitations) && !is(heard, next, CLASS.boundaries))
    next++;
  const apart =
    isCourteous || is(heard, next, CLASS.boundaries) || (next === beginning && is(heard, next, CLASS.questions));
  const hasNoun = isNounOf(heard, behindNouns(heard, anchor.to));
  const [first] = unknown;
  const before = first !== undefined && (behind || !isPartOfWish(heard, first, anchor.from));
  return {
    before,
    behind,
    apart,
    denied: denied && !behind,
    inSentence: (behind || hasNoun) && isInSentence(heard, anchor),
    hasNoun,
  };
}

/** "outside on the terrace". */
function isPlaceOf(heard: Heard, token: number): boolean {
  return (
    is(heard, token, CLASS.adverbs) && is(heard, token, CLASS.prepositions) && is(heard, token + 1, CLASS.prepositions)
  );
}

function isLeadingQuestion(heard: Heard, token: number): boolean {
  const isFirst = range(0, token).every((before) => is(heard, before, CLASS.hesitations | CLASS.courtesies));
  return isFirst && is(heard, token, CLASS.questions);
}

/** "I want the balance of my savings account": what is wanted of the option stands before it; but "two" of "I want two for Snow White" is told. */
function isPartOfWish(heard: Heard, part: number, option: number): boolean {
  if (heard.isNumber[part] || heard.isNumber[part - 1]) return false;
  const isWish = range(0, part).some((token) => is(heard, token, CLASS.wishes));
  const isLinked = range(part + 1, option).every((token) => is(heard, token, CLASS.light | CLASS.carriers));
  return isWish && isLinked && option - part > 1;
}

/** Whether a token behind an option adds something. What options are called by does so only apart from one: "by the window". */
export function isMore(heard: Heard, token: number, anchorEnd: number, kinds: Kinds): boolean {
  const kind = kinds(token);
  if (kind === 'own' || kind === 'generic' || is(heard, token, CLASS.approvals)) return false;
  if (kind === 'unknown' || isPerson(heard, token)) return token >= firstBehind(heard, anchorEnd);
  if (is(heard, token, CLASS.joiners) && token === firstBehind(heard, anchorEnd)) {
    return token + 1 < heard.texts.length && !is(heard, token + 1, CLASS.courtesies);
  }
  const isNoun =
    is(heard, token, CLASS.nouns) &&
    !is(heard, token, CLASS.light | CLASS.courtesies | CLASS.hesitations | CLASS.carriers);
  return isNoun && token >= firstBehind(heard, anchorEnd);
}

/** "for my mum", "with a mate": whom it is for, and nobody who is spoken to. */
export function isPerson(heard: Heard, at: number): boolean {
  return (
    is(heard, at, CLASS.courtesies | CLASS.carriers) &&
    !is(heard, at, CLASS.light) &&
    !heard.fixed[at] &&
    is(heard, at - 1, CLASS.determiners) &&
    is(heard, at - 2, CLASS.prepositions)
  );
}

/** The first token behind an option that is neither a courtesy nor "one" or the like, nor the noun of it: "a luxury ride". */
export function firstBehind(heard: Heard, from: number): number {
  const at = behindNouns(heard, from);
  return behindNouns(heard, !is(heard, at - 1, CLASS.courtesies) && isNounOf(heard, at) ? at + 1 : at);
}

function behindNouns(heard: Heard, from: number): number {
  let at = from;
  while (is(heard, at, CLASS.courtesies | CLASS.nouns) && !isCondition(heard, at)) at++;
  return at;
}

/** A single word right behind an option, and nothing more than "would be fine". */
function isNounOf(heard: Heard, token: number): boolean {
  const { classes, texts, isNumber, isVerbLast } = heard;
  if (isVerbLast || classes[token] !== 0 || isNumber[token]) return false;
  return texts.every(
    (_, at) => at <= token || is(heard, at, CLASS.courtesies | CLASS.approvals | CLASS.hesitations | CLASS.light),
  );
}

function isInSentence(heard: Heard, { from, to }: Anchor): boolean {
  if (isSubject(heard, from - 1)) return true;
  if (
    is(heard, from - 1, CLASS.being | CLASS.statements) &&
    isSubject(heard, from - 2) &&
    !has(heard, from - 2, MARK.objects)
  )
    return true;
  let next = to;
  while (is(heard, next, CLASS.hesitations)) next++;
  return (
    is(heard, next, CLASS.statements) &&
    (is(heard, next, CLASS.joiners) || !is(heard, next + 1, CLASS.subjects)) &&
    !isApproved(heard, next)
  );
}

/** "is the best choice please ..." */
function isApproved(heard: Heard, from: number): boolean {
  let at = from + 1;
  while (is(heard, at, CLASS.light | CLASS.hesitations) && !is(heard, at, CLASS.approvals)) at++;
  return is(heard, at, CLASS.approvals);
}

function isSubject(heard: Heard, token: number): boolean {
  return is(heard, token, CLASS.subjects);
}

/** "if you can", where it goes on: "if you can do it while I wait". */
export function isCondition(heard: Heard, at: number): boolean {
  if (heard.fixed[at - 1]) return false;
  let end = at;
  while (heard.fixed[end] && is(heard, end, CLASS.courtesies)) end++;
  return end - at > 2 && end < heard.texts.length && !is(heard, end, NEW_THOUGHT);
}

const NEW_THOUGHT =
  CLASS.subjects |
  CLASS.questions |
  CLASS.asking |
  CLASS.boundaries |
  CLASS.courtesies |
  CLASS.hesitations |
  CLASS.determiners;
