import { isAskedBeside } from './clause-asked';
import { isApproved, isBecause, isEnd, isSettled } from './clause-end';
import { isConceded, isConclusion, isMeant } from './conceded';
import { kindsOf } from './context';
import type { Decision } from './decision';
import type { ByName } from './ending';
import type { Evidence } from './evidence';
import { findExclusions } from './exclusion';
import { asSaid, type Heard, has, is, range } from './heard';
import { isOverAt, type Lead, leadTo } from './lead';
import { CLASS, type Lexicon, MARK } from './lexicon';
import { type Mention, mentionsIn } from './mention';
import type { Prepared } from './offer';
import { behindAll } from './passing';
import { isForSomeone } from './picking';
import { restBehind } from './rest';
import { isState } from './state';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

/**
 * The option that one clause of an utterance picks, whatever the others tell: "oh let's push the boat out and have the
 * suite", "we had a compact last time, it was murder, so give us the estate". The last clause that names an option decides,
 * unless it only tells what was, what is not, or what would be; an utterance that asks decides nothing.
 */
export function byClause(
  heard: Heard,
  prepared: Prepared,
  evidence: Evidence,
  byName: ByName,
  lexicon: Lexicon,
): Decision | undefined {
  const exclusion = findExclusions(heard, evidence, 0, lexicon.language.polarity.objects);
  const isPast = prepared.isPastAsked();
  const mentions = mentionsIn(heard, evidence, exclusion, byName, lexicon);
  for (let at = mentions.length - 1; at >= 0; at--) {
    const mention = mentions[at] as Mention;
    const { lead, at: leadAt } = leadOf(heard, mention, prepared, lexicon);
    const clause = lead === 'praise' ? mention.from : clauseOf(heard, leadAt);
    if (isPutAside(heard, mention, clause, lead, isPast, lexicon.language.pastEndings)) continue;
    if (isConceded(heard, mentions, at)) {
      const isOpen = lead === 'praise' || (lead === 'pick' && isMeant(heard, clause, mention, lexicon));
      if (isOpen) return bothOf(mentions[at - 1], mention);
      continue;
    }
    const isClear =
      isPicked(heard, mention, clause, lead, prepared) &&
      (isEnd(heard, mention.to) || !isPickedBefore(heard, mention, clause, lexicon)) &&
      isSettled(heard, mention, prepared, lexicon);
    // "spin please, but actually my knee's bad so yoga" of Yoga flow
    if (!isClear && isConclusion(heard, leadAt, mention)) return bothOf(mentions[at - 1], mention);
    if (!isClear || isAskedBeside(heard, evidence, mention, clause, lead) || isJoined(heard, mentions, at))
      return undefined;
    return chosen(heard, prepared, mention);
  }
  return undefined;
}

/** What leads to an option; `praise`: nothing does, but it is said to be wanted: "the terrace is plenty". */
function leadOf(
  heard: Heard,
  { from, to }: Mention,
  { asked }: Prepared,
  { language }: Lexicon,
): { lead: Lead | 'praise'; at: number } {
  const found = leadTo(heard, from, asked, language.pastEndings);
  const at = behindAll(heard, to, CLASS.nouns);
  const isPraised = is(heard, at, CLASS.being | CLASS.statements) && isApproved(heard, at);
  return (found.lead === 'unclear' || found.lead === 'start') && isPraised ? { ...found, lead: 'praise' } : found;
}

/** Where the clause of an option begins: behind a boundary or a change of mind, or with its subject. */
function clauseOf(heard: Heard, lead: number): number {
  for (const at of range(0, lead + 1).reverse()) {
    if (is(heard, at, CLASS.boundaries) && !is(heard, at, CLASS.hesitations)) return at + 1;
    if (is(heard, at, CLASS.corrections) && !is(heard, at, CLASS.carriers)) return at + 1;
    if (isOverAt(heard, at)) return at + 1;
    if (is(heard, at, CLASS.asking) && !is(heard, at - 1, CLASS.asking)) return at;
    const isSubject = is(heard, at, CLASS.subjects) && !is(heard, at, CLASS.determiners | CLASS.questions);
    if (isSubject) return has(heard, at - 1, MARK.conditions) || is(heard, at - 1, OPENERS) ? at - 1 : at;
  }
  return 0;
}

const OPENERS = CLASS.questions | CLASS.negators | CLASS.asking;

/** What was, what is not and what would be pick nothing. */
function isPutAside(
  heard: Heard,
  { from, to, isExcluded }: Mention,
  clause: number,
  lead: Lead | 'praise',
  isPast: boolean,
  pastEndings: readonly string[],
): boolean {
  if (isExcluded || (lead === 'past' && !isPast) || isState(heard, { from, to }, pastEndings)) return true;
  return range(clause, from).some(
    (at) =>
      (is(heard, at, CLASS.idioms) && !range(at, from).some((next) => has(heard, next, MARK.pauses))) ||
      (is(heard, at, CLASS.negators) && !is(heard, at, CLASS.corrections)) ||
      (!isPast && is(heard, at, CLASS.pasts) && !is(heard, at, CLASS.carriers) && !has(heard, at, MARK.picks)) ||
      (at === clause && has(heard, at, MARK.conditions)),
  );
}

/** The clause picks the option: by its name, or by a part of it where it is asked for. */
function isPicked(heard: Heard, mention: Mention, clause: number, lead: Lead | 'praise', prepared: Prepared): boolean {
  const { from, to, decision } = mention;
  if (lead === 'unclear') return false;
  // "it was the storm", asked what it was
  if (lead === 'past') return mention.isFull && isEnd(heard, to);
  if (lead === 'there' && !isEnd(heard, to) && !isBecause(heard, to)) return false;
  // "my wife would love the suite", and no more
  if (lead === 'pick' && isOfOther(heard, clause, from)) {
    const isPlain = is(heard, from - 1, CLASS.determiners) || has(heard, from - 1, MARK.picks);
    return mention.isFull && isPlain && isEnd(heard, to);
  }
  if (decision.kind === 'which') return isNameOfSome(heard, mention, prepared);
  if (lead === 'start') return false;
  return mention.isFull || (isEnd(heard, to) && lead !== 'turn') || (lead === 'pick' && isForSomeone(heard, to));
}

/** "we chose the suite and it was awful": a choice that was made once, if more is told. */
function isPickedBefore(heard: Heard, { from }: Mention, clause: number, { language }: Lexicon): boolean {
  return range(clause, from).some(
    (at) =>
      has(heard, at, MARK.picks) &&
      (is(heard, at, CLASS.pasts) || isPastOf(wordAt(heard.texts, at), language.pastEndings)) &&
      !is(heard, at, CLASS.corrections | CLASS.carriers),
  );
}

/** Words that only some of the options hold, and that are no words of the question. */
function isNameOfSome(heard: Heard, { from, to, decision }: Mention, { count, asked }: Prepared): boolean {
  const isSome = decision.kind === 'which' && decision.indexes.length < count;
  const isOwn = (at: number) => !asked.has(wordAt(heard.texts, at)) && !is(heard, at, CLASS.approvals);
  // "the green you sold me has run"
  const isTold = is(heard, to, CLASS.subjects) && has(heard, to, MARK.speakers);
  const isCarried = range(from, to).some((at) => is(heard, at, CLASS.carriers));
  return isSome && !isTold && !isCarried && range(from, to).some(isOwn);
}

/** "my son wants": a wish of somebody who is named. */
function isOfOther(heard: Heard, clause: number, from: number): boolean {
  const at = behindAll(heard, clause, CLASS.hesitations | CLASS.courtesies);
  // "me and my brother"
  if (is(heard, at - 1, CLASS.joiners)) return false;
  // "my daughter has passed, put her down for"
  const isTold = range(clause, from).some(
    (token) => is(heard, token, CLASS.light) && has(heard, token - 1, MARK.picks) && has(heard, token + 1, MARK.picks),
  );
  // "the address is fine, change the slot"
  const isOver = range(clause, from).some((token) => is(heard, token, CLASS.being));
  return is(heard, at, CLASS.determiners) && !is(heard, at, CLASS.subjects) && !isTold && !isOver;
}

function bothOf(first: Mention | undefined, { decision: other }: Mention): Decision | undefined {
  const one = first?.decision;
  if (one?.kind !== 'choose' || other.kind !== 'choose' || one.index === other.index) return undefined;
  const indexes = [one.index, other.index].sort((before, behind) => before - behind);
  return { kind: 'which', indexes, rule: 'both' };
}

/** Two options that "and" or "or" links, without another clause between them. */
function isJoined(heard: Heard, mentions: readonly Mention[], at: number): boolean {
  const [before, mention] = [mentions[at - 1], mentions[at]];
  if (!before || !mention) return false;
  const between = range(before.to, mention.from);
  const isLinked = between.some((token) => is(heard, token, CLASS.boundaries | CLASS.alternatives));
  const isTurned = CLASS.corrections | CLASS.contrasts | CLASS.conclusions | CLASS.subjects;
  return isLinked && !between.some((token) => is(heard, token, isTurned));
}

function chosen(heard: Heard, prepared: Prepared, { from, to, decision }: Mention): Decision {
  if (decision.kind === 'which') return { ...decision, rule: 'clause' };
  const behind = restBehind(heard, to, kindsOf(heard, prepared, new Set(range(from, to))));
  const rest = asSaid(heard, behind.from, behind.to);
  const isAlone = from === 0 && rest === '';
  return {
    kind: 'choose',
    index: decision.index,
    rule: 'clause',
    confidence: isAlone ? decision.confidence : LIKELY,
    ...(rest !== '' && { rest }),
  };
}

/** Of an option that a clause picks among others. */
const LIKELY = 0.7;
