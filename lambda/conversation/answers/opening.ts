import { isAttribute } from './attribute';
import type { Kinds } from './context';
import type { Decision } from './decision';
import type { ByName } from './ending';
import { asSaid, type Heard, has, heardTokens, is, range } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';

const ASIDES = CLASS.courtesies | CLASS.hesitations;

/**
 * The option that an utterance begins with, where a sentence of its own follows at once: "porto, we were in paris last
 * year", "the paper one, it's been full for weeks". The sentence is the rest. `named`: tokens that name options.
 */
export function openedWith(
  heard: Heard,
  named: ReadonlySet<number>,
  kinds: Kinds,
  byName: ByName,
  lexicon: Lexicon,
): Decision | undefined {
  const { texts, words, wordOf } = heard;
  const from = texts.findIndex((_, token) => named.has(token));
  let to = from;
  while (named.has(to)) to++;
  let begin = to;
  while (is(heard, begin, CLASS.nouns | ASIDES) && !isClause(heard, begin)) begin++;
  // "once I'm better"
  const isOpener = range(from, to).every((at) => is(heard, at, CLASS.hesitations));
  if (isOpener || !isClause(heard, begin) || isRefused(heard, begin)) return undefined;
  const isStory = range(0, from).some((token) => kinds(token) === 'unknown' || is(heard, token, TALK));
  if (isStory || isAttribute(heard, { from, to }, lexicon.language)) return undefined;
  const decision = byName(heardTokens(words, texts.slice(0, begin), wordOf.slice(0, begin), lexicon));
  if (decision?.kind !== 'choose' || decision.rest !== undefined || decision.rule === 'negation') return undefined;
  return { ...decision, confidence: decision.confidence - LESS_SURE, rest: asSaid(heard, begin, texts.length) };
}

const LESS_SURE = 0.1;

/** Before an option, they begin a sentence about it. */
const TALK = CLASS.being | CLASS.questions | CLASS.negators | CLASS.pasts | CLASS.comparisons;

/** A sentence begins here that leaves nothing out: "we were", "I've an exam", "there's"; but not "you have promised". */
function isClause(heard: Heard, at: number): boolean {
  if (!is(heard, at, CLASS.subjects)) return false;
  if (is(heard, at + 1, CLASS.being)) return true;
  const isOwner = is(heard, at + 1, CLASS.statements) && has(heard, at, MARK.existentials);
  if (isOwner && has(heard, at + 2, MARK.existentials)) return true;
  const isWish = is(heard, at + 1, CLASS.wishes);
  return (
    (isOwner || isWish) && is(heard, at + 2, CLASS.determiners | CLASS.negators | CLASS.prepositions | CLASS.being)
  );
}

/** "it isn't for me", "I don't like it": the sentence is about the option, and turns it down. */
export function isRefused(heard: Heard, from: number): boolean {
  for (let at = from + 1; at <= from + FURTHEST_DENIAL; at++) {
    if (!is(heard, at, CLASS.negators)) continue;
    let next = at + 1;
    while (is(heard, next, CLASS.hesitations | CLASS.determiners)) next++;
    if (is(heard, next, CLASS.being | CLASS.pasts)) return false;
    return next >= heard.texts.length || is(heard, next, CLASS.approvals | CLASS.carriers | CLASS.wishes | CLASS.light);
  }
  return false;
}

const FURTHEST_DENIAL = 4;
