import { phraseAt } from './automaton';
import { isApproved } from './clause-end';
import { findTimes } from './clock';
import type { Decision } from './decision';
import { type Evidence, tokensOfOption } from './evidence';
import { endOfName } from './exclusion';
import { type Heard, has, hasAny, holdsAny, is, range } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';
import { behindAll } from './passing';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

/**
 * Whether an option that was named is given up for nothing that is offered, left undecided, or to be ended: "full groom no
 * actually don't bother", "childcare but I don't know", "I want to cancel the sports".
 */
export function isGivenUp(
  heard: Heard,
  decision: Decision,
  said: () => Evidence,
  prepared: Prepared,
  lexicon: Lexicon,
): boolean {
  if (decision.kind !== 'choose') return false;
  if (!hasAny(heard, GIVING_UP) && !holdsAny(heard, CLASS.corrections)) return false;
  // "my ten o'clock" holds no word of "10 am"
  const times = decision.rule === 'time' ? findTimes(heard.texts, lexicon) : [];
  const [time] = times;
  if (time && times.length === 1 && isToEnd(heard, time.from, time.to, prepared, lexicon)) return true;
  const evidence = said();
  const end = Math.max(endOfNames(evidence), times.at(-1)?.to ?? 0);
  if (end === 0) return false;
  const isLeft =
    isTurnedDown(heard, end) ||
    isTurnedAround(heard, end) ||
    isAskedOf(heard, decision.index, evidence) ||
    isSpokenAgainst(heard, decision.index, evidence);
  if (isLeft || isMisgiven(heard, end)) return true;
  // "we'll stop two nights"
  if (decision.rule === 'number') return false;
  const own = tokensOfOption(evidence, decision.index);
  return own.length > 0 && isToEnd(heard, Math.min(...own), Math.max(...own) + 1, prepared, lexicon);
}

/** "push back my ten o'clock" tells by whose it is. */
const GIVING_UP = MARK.withdrawals | MARK.misgivings | MARK.undoings | MARK.possessives;

/** Behind the last word of any option; 0 where none is named. */
function endOfNames(evidence: Evidence): number {
  let end = 0;
  for (const { content } of evidence.values()) for (const token of content) end = Math.max(end, token + 1);
  return end;
}

/** "no actually leave it", "oh never mind": a change of mind, and that it comes to nothing. */
function isTurnedDown(heard: Heard, end: number): boolean {
  const tokens = range(end, heard.texts.length);
  const turn = tokens.find((at) => isTurn(heard, at) || !is(heard, at, CLASS.nouns | CLASS.courtesies));
  // "cancel that" of Cancel
  const isOwn = has(heard, end - 1, MARK.withdrawals);
  if (turn === undefined || !isTurn(heard, turn) || isOwn) return false;
  const isOver = (at: number) =>
    has(heard, at, MARK.withdrawals) || !is(heard, at, CLASS.corrections | CLASS.hesitations);
  return has(heard, range(turn, heard.texts.length).find(isOver) ?? turn, MARK.withdrawals);
}

function isTurn(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.corrections) || has(heard, at, MARK.pauses);
}

/** "no hang on I'm on nights, have you got anything on Saturday": something else is asked for. */
function isTurnedAround(heard: Heard, end: number): boolean {
  const isNext = (token: number) =>
    is(heard, token, CLASS.corrections) || !is(heard, token, CLASS.nouns | CLASS.courtesies);
  const turn = range(end, heard.texts.length).find(isNext) ?? end;
  const at = behindAll(heard, turn, CLASS.corrections | CLASS.hesitations);
  const isStrong = range(turn, at).some(
    (token) => is(heard, token, CLASS.corrections) && !is(heard, token, CLASS.negators),
  );
  if (at - turn < 2 || !isStrong) return false;
  return range(at, heard.texts.length).some(
    (token) => is(heard, token, CLASS.asking) || (is(heard, token, CLASS.questions) && isInverted(heard, token)),
  );
}

/** "Friday no hang on is Friday a bank holiday": behind a change of mind, the option itself is asked about. */
function isAskedOf(heard: Heard, index: number, evidence: Evidence): boolean {
  const first = Math.min(...[...evidence.values()].flatMap(({ content }) => [...content]));
  const isStop = (at: number) => is(heard, at, CLASS.corrections) && heard.fixed[at] === true;
  const turn = range(first, heard.texts.length).find(isStop) ?? heard.texts.length;
  const at = behindAll(heard, turn, CLASS.corrections | CLASS.hesitations);
  const isVerb = is(heard, at, CLASS.being) && is(heard, at, CLASS.questions);
  const named = behindAll(heard, at + 1, CLASS.determiners);
  const isSame = [...evidence.values()].some(({ label, content }) => label.index === index && content.has(named));
  return isVerb && isSame && named + 1 < heard.texts.length;
}

/** "the office no the office is shut": behind a change of mind, something is told of the option, and no other is named. */
function isSpokenAgainst(heard: Heard, index: number, evidence: Evidence): boolean {
  const own = new Set(tokensOfOption(evidence, index));
  const behind = (turn: number) => behindAll(heard, turn + 1, CLASS.determiners);
  const turn = range(Math.min(...own), heard.texts.length).findLast(
    (at) => is(heard, at, CLASS.corrections) && own.has(behind(at)),
  );
  if (turn === undefined) return false;
  const end = endOfName(behind(turn), evidence);
  const isOther = [...evidence.values()].some(({ content }) => [...content].some((at) => !own.has(at)));
  return is(heard, end, CLASS.being | CLASS.statements) && !isOther && !isApproved(heard, end + 1);
}

/** "is there", "do you"; but "I'm" tells. */
function isInverted(heard: Heard, at: number): boolean {
  return !is(heard, at - 1, CLASS.subjects) && is(heard, at + 1, CLASS.subjects | CLASS.determiners);
}

/** "but I'm not sure", "but I don't know if I should"; what is not known of an option is another matter: "but I don't know my size". */
function isMisgiven(heard: Heard, end: number): boolean {
  const turn = range(end, heard.texts.length).find((at) => isContrast(heard, at));
  if (turn === undefined) return false;
  const first = range(turn, heard.texts.length).find(
    (token) => has(heard, token, MARK.misgivings) || !is(heard, token, BEFORE),
  );
  let at = first ?? turn;
  if (!has(heard, at, MARK.misgivings)) return false;
  while (has(heard, at, MARK.misgivings)) at++;
  const isOver = range(at, heard.texts.length).every((token) => is(heard, token, AROUND));
  return isOver || has(heard, at, MARK.conditions);
}

function isContrast(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.contrasts) && !has(heard, at, MARK.concessions);
}

const BEFORE = CLASS.contrasts | CLASS.hesitations | CLASS.conclusions | CLASS.adverbs | CLASS.subjects | CLASS.being;
const AROUND = CLASS.hesitations | CLASS.courtesies | CLASS.adverbs | CLASS.light | CLASS.subjects;

/** "cancel the sports", "take the sports off my bill", where nothing that is asked or offered is to be ended. */
function isToEnd(
  heard: Heard,
  from: number,
  to: number,
  { asked, stems, isMatter, isEndingAsked }: Prepared,
  lexicon: Lexicon,
): boolean {
  const isKnown = (at: number) => asked.has(wordAt(heard.texts, at)) || stems.has(wordAt(heard.stems, at));
  const isEnding = (token: number) => {
    let at = token;
    while (is(heard, at, LINK) && has(heard, at - 1, MARK.undoings)) at--;
    return has(heard, at, MARK.undoings) && !isKnown(at);
  };
  // "stop drinking coffee"
  const isDoing = (at: number) => isPastOf(wordAt(heard.texts, at), lexicon.language.participleEndings);
  const isVerb = (at: number) => has(heard, at, MARK.undoings) || !(is(heard, at, LINK) || isDoing(at));
  const before = heard.texts.findLastIndex((_, at) => at < from && isVerb(at));
  const behind = behindAll(heard, to, CLASS.nouns);
  // "take the sports package off my bill"
  const isEndedBehind = isEnding(behind) || (heard.classes[behind] === 0 && isEnding(behind + 1));
  if (!isEnding(before) && !isEndedBehind && !isToMove(heard, from, isKnown, lexicon)) return false;
  // The option itself is to end something, in other words than its label's: "キャンセル" of 予約を取り消す.
  const isEndingItself = range(from, to).some((at) => has(heard, at, MARK.undoings));
  return !isEndingItself && !isMatter && !isEndingAsked();
}

/** "reschedule my monday": right before a day or a time, what is at it. */
function isToMove(
  heard: Heard,
  from: number,
  isKnown: (at: number) => boolean,
  { aside: { moves } }: Lexicon,
): boolean {
  if (!heard.isNumber[from] && !is(heard, from, CLASS.adverbs)) return false;
  return range(from - LONGEST_MOVE, from).some((at) => phraseAt(moves, heard.texts, at)?.to === from && !isKnown(at));
}

/** "push back my". */
const LONGEST_MOVE = 3;

const LINK = CLASS.determiners | CLASS.prepositions | CLASS.approvals | CLASS.hesitations;
