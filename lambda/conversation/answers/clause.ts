import { kindsOf, restBehind } from './context';
import type { Decision } from './decision';
import { type ByName, isAsking } from './ending';
import type { Evidence } from './evidence';
import { findExclusions } from './exclusion';
import { asSaid, type Heard, has, is, range } from './heard';
import type { AnswerLanguage } from './language';
import { type Lead, leadTo } from './lead';
import { CLASS, type Lexicon, MARK } from './lexicon';
import { type Mention, mentionsIn } from './mention';
import type { Prepared } from './offer';
import { isRefused } from './opening';
import { isForSomeone } from './picking';
import { isState } from './state';
import { isNounClause, isPastOf } from './verbs';

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
  const isPast = isPastAsked(prepared, lexicon);
  const mentions = mentionsIn(heard, evidence, exclusion, byName, lexicon);
  for (let at = mentions.length - 1; at >= 0; at--) {
    const mention = mentions[at] as Mention;
    const { lead, at: leadAt } = leadOf(heard, mention, prepared, lexicon);
    const clause = lead === 'praise' ? mention.from : clauseOf(heard, leadAt, mention);
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
    return chosen(heard, prepared, evidence, mention);
  }
  return undefined;
}

/** Whether the bot asks for what was: "How did you hear of us?" */
function isPastAsked({ asked }: Prepared, { language }: Lexicon): boolean {
  return language.words.pasts.some((word) => asked.has(word));
}

/** What leads to an option; `praise`: nothing does, but it is said to be wanted: "the terrace is plenty". */
function leadOf(
  heard: Heard,
  { from, to }: Mention,
  { asked }: Prepared,
  { language }: Lexicon,
): { lead: Lead | 'praise'; at: number } {
  const found = leadTo(heard, from, asked, language.pastEndings);
  let at = to;
  while (is(heard, at, CLASS.nouns)) at++;
  const isPraised = is(heard, at, CLASS.being | CLASS.statements) && isApproved(heard, at);
  return (found.lead === 'unclear' || found.lead === 'start') && isPraised ? { ...found, lead: 'praise' } : found;
}

/** Where the clause of an option begins: behind a boundary or a change of mind, or with its subject. */
function clauseOf(heard: Heard, lead: number, { from }: Mention): number {
  let at = Math.min(lead, from - 1);
  while (at >= 0) {
    if (is(heard, at, CLASS.boundaries) && !is(heard, at, CLASS.hesitations)) return at + 1;
    if (is(heard, at, CLASS.corrections) && !is(heard, at, CLASS.carriers)) return at + 1;
    if (is(heard, at, CLASS.asking) && !is(heard, at - 1, CLASS.asking)) return at;
    const isSubject = is(heard, at, CLASS.subjects) && !is(heard, at, CLASS.determiners | CLASS.questions);
    if (isSubject) return has(heard, at - 1, MARK.conditions) || is(heard, at - 1, OPENERS) ? at - 1 : at;
    at--;
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
      (is(heard, at, CLASS.pasts) || isPastOf(heard.texts[at] ?? '', language.pastEndings)) &&
      !is(heard, at, CLASS.corrections | CLASS.carriers),
  );
}

/** Words that only some of the options hold, and that are no words of the question. */
function isNameOfSome(heard: Heard, { from, to, decision }: Mention, { count, asked }: Prepared): boolean {
  const isSome = decision.kind === 'which' && decision.indexes.length < count;
  const isOwn = (at: number) => !asked.has(heard.texts[at] ?? '') && !is(heard, at, CLASS.approvals);
  // "the green you sold me has run"
  const isTold = is(heard, to, CLASS.subjects) && has(heard, to, MARK.speakers);
  const isCarried = range(from, to).some((at) => is(heard, at, CLASS.carriers));
  return isSome && !isTold && !isCarried && range(from, to).some(isOwn);
}

/** Nothing but asides follows. */
function isEnd(heard: Heard, to: number): boolean {
  return range(to, heard.texts.length).every((at) => is(heard, at, ASIDES | CLASS.nouns));
}

/** "my son wants": a wish of somebody who is named. */
function isOfOther(heard: Heard, clause: number, from: number): boolean {
  let at = clause;
  while (is(heard, at, CLASS.hesitations | CLASS.courtesies)) at++;
  // "me and my brother"
  if (is(heard, at - 1, CLASS.joiners)) return false;
  // "my daughter has passed, put her down for"
  const isTold = range(clause, from).some(
    (token) => is(heard, token, CLASS.light) && has(heard, token - 1, MARK.picks) && has(heard, token + 1, MARK.picks),
  );
  // "the address is fine, change the slot"
  const isOver = range(clause, from).some((token) => is(heard, token, CLASS.being));
  return at < from && is(heard, at, CLASS.determiners) && !is(heard, at, CLASS.subjects) && !isTold && !isOver;
}

/** "she's a rabbit though she thinks she's a dog". */
function isConceded(heard: Heard, mentions: readonly Mention[], at: number): boolean {
  const [before, mention] = [mentions[at - 1], mentions[at]];
  if (!before || !mention) return false;
  const between = range(before.to, mention.from);
  const concession = between.findLast((token) => has(heard, token, MARK.concessions));
  if (concession === undefined) return false;
  // "although I'm never home, so better use", "although let's go for"
  // "would rather" takes nothing back.
  const isTurn = (token: number) =>
    is(heard, token, CLASS.corrections | CLASS.conclusions) && !is(heard, token - 1, CLASS.statements);
  const isTurned = between.some((token) => token > concession && isTurn(token));
  return !isTurned && !(has(heard, concession + 1, MARK.picks) && !has(heard, concession + 1, MARK.existentials));
}

/** "so yoga", and no more: what it comes to. */
function isConclusion(heard: Heard, lead: number, { to }: Mention): boolean {
  return is(heard, lead, CLASS.conclusions) && isEnd(heard, to);
}

/** "though we'd better go for the suite": the speaker means to, so that nobody knows which. */
function isMeant(heard: Heard, clause: number, { from }: Mention, { language: { ranges } }: Lexicon): boolean {
  const before = range(clause, from);
  return (
    before.some((at) => has(heard, at, MARK.speakers)) &&
    before.some((at) => ranges.intents.includes(heard.texts[at] ?? ''))
  );
}

function bothOf(first: Mention | undefined, { decision: other }: Mention): Decision | undefined {
  const one = first?.decision;
  if (one?.kind !== 'choose' || other.kind !== 'choose' || one.index === other.index) return undefined;
  const indexes = [one.index, other.index].sort((before, behind) => before - behind);
  return { kind: 'which', indexes, rule: 'both' };
}

/** Behind the option nothing is said of it, or added to its name: the utterance ends, or another thought begins. */
function isSettled(heard: Heard, { to }: Mention, { generic }: Prepared, { language }: Lexicon): boolean {
  let at = to;
  const isNoun = () => is(heard, at, CLASS.nouns) || generic.has(heard.stems[at] ?? '');
  while (at < heard.texts.length && (is(heard, at, ASIDES) || isNoun()) && !isThought(heard, at, language)) at++;
  if (at >= heard.texts.length) return true;
  if (isRefused(heard, at)) return false;
  if (is(heard, at, CLASS.being | CLASS.statements)) return isApproved(heard, at);
  if (is(heard, at, CLASS.contrasts)) return !range(at, heard.texts.length).some((next) => is(heard, next, DOUBT));
  if (is(heard, at, CLASS.negators) || has(heard, at, MARK.objects)) return false;
  const isPhrase = is(heard, at, CLASS.prepositions) && at + 1 < heard.texts.length;
  return isThought(heard, at, language) || isPhrase || language.reasons.includes(heard.texts[at] ?? '');
}

const ASIDES = CLASS.courtesies | CLASS.hesitations | CLASS.approvals | CLASS.settlements;
const DOUBT = CLASS.negators | CLASS.questions | CLASS.asking;

/** Another clause begins: "it's", "my sister said", "if", "and"; but "change the name" goes on. */
function isThought(heard: Heard, at: number, { pastEndings }: AnswerLanguage): boolean {
  if (is(heard, at, CLASS.subjects | CLASS.boundaries) || has(heard, at, MARK.subordinators)) return true;
  return isNounClause(heard, at, pastEndings);
}

const PREDICATE =
  CLASS.being | CLASS.statements | CLASS.settlements | CLASS.hesitations | CLASS.determiners | CLASS.light;

/** "is plenty", "would be lovely", "it is": said of an option that is wanted. */
function isApproved(heard: Heard, from: number): boolean {
  let at = from;
  while (is(heard, at, PREDICATE)) {
    if (is(heard, at, CLASS.negators)) return false;
    if (is(heard, at, CLASS.approvals)) return true;
    at++;
  }
  return at >= heard.texts.length
    ? is(heard, at - 1, CLASS.settlements)
    : is(heard, at, CLASS.approvals) || has(heard, at, MARK.praises);
}

/** A question elsewhere; "could you put me down for" is a wish. One that is given up asks nothing: "full, how much, oh, half then". */
function isAskedBeside(
  heard: Heard,
  evidence: Evidence,
  { from, to, decision }: Mention,
  clause: number,
  lead: Lead | 'praise',
): boolean {
  const isWish = lead === 'pick' && range(clause, from).some((token) => is(heard, token, CLASS.asking));
  const question = range(0, isWish ? clause : from).findLast((token) => isQuestion(heard, token));
  if (isAsking(heard, to, heard.texts.length)) return true;
  if (question === undefined) return false;
  const isBroken =
    is(heard, question - 1, CLASS.corrections) || range(question, from).some((token) => has(heard, token, MARK.pauses));
  const isOther = [...evidence.values()].some(
    ({ label, content }) =>
      !(decision.kind === 'choose' && decision.index === label.index) &&
      [...content].some((token) => question < token && token < from),
  );
  return isOther || !isBroken || !isEnd(heard, to);
}

/** "since this morning", "because", "if". */
function isBecause(heard: Heard, to: number): boolean {
  let at = to;
  while (is(heard, at, ASIDES)) at++;
  return has(heard, at, MARK.subordinators);
}

/** Begins a question: "what is", "are those"; but "my knees aren't what they were". */
function isQuestion(heard: Heard, at: number): boolean {
  if (!isAsking(heard, at, at + 1) && !(is(heard, at, CLASS.being | CLASS.statements) && !has(heard, at, MARK.picks)))
    return false;
  const isInverted = is(heard, at + 1, CLASS.subjects | CLASS.determiners);
  return isFirst(heard, at) && (isInverted || !is(heard, at, CLASS.being | CLASS.statements));
}

function isFirst(heard: Heard, at: number): boolean {
  return at === 0 || is(heard, at - 1, CLASS.boundaries | CLASS.corrections) || has(heard, at - 1, MARK.pauses);
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

function chosen(heard: Heard, prepared: Prepared, evidence: Evidence, { from, to, decision }: Mention): Decision {
  if (decision.kind === 'which') return { ...decision, rule: 'clause' };
  const named = [...evidence.values()].filter(({ label }) => label.index === decision.index);
  const own = new Set(named.flatMap(({ content, light }) => [...content, ...light]));
  const behind = restBehind(heard, to, kindsOf(heard, prepared, own));
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
