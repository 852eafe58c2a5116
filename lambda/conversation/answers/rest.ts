import { firstBehind, isCondition, isMore, isPerson, type Kinds } from './context';
import { type Heard, has, is } from './heard';
import { CLASS, MARK } from './lexicon';
import { wordAt } from './word-at';

/** "works" in "friday works but only in the morning" adds nothing. */
function behindApproval(heard: Heard, from: number): number {
  if (is(heard, from, CLASS.questions | CLASS.asking) && is(heard, from + 1, CLASS.subjects)) return from;
  let at = from;
  let isApproval = false;
  while (
    is(heard, at, CLASS.approvals | CLASS.being | CLASS.statements | CLASS.light) &&
    !is(heard, at, CLASS.boundaries)
  ) {
    isApproval ||= is(heard, at, CLASS.approvals);
    at++;
  }
  return isApproval && is(heard, at, CLASS.boundaries | CLASS.courtesies | CLASS.subjects) ? at : from;
}

/** "it" of "exchange it for a bigger one", but not of "severe it hurts". */
function behindObject(heard: Heard, at: number): number {
  const isObject = has(heard, at, MARK.objects) && at + 1 < heard.texts.length;
  return isObject &&
    is(heard, at + 1, CLASS.light | CLASS.boundaries | CLASS.courtesies | CLASS.comparisons) &&
    !is(heard, at + 1, VERBS)
    ? at + 1
    : at;
}

const VERBS = CLASS.being | CLASS.statements;

/** "b for bravo". */
function isSpelling(heard: Heard, end: number, at: number): boolean {
  const { texts } = heard;
  const letter = wordAt(texts, end - 1);
  const word = wordAt(texts, texts.length - 1);
  const isShort = letter.length === 1 && texts.length - at <= LONGEST_SPELLING;
  return isShort && has(heard, at, MARK.spellings) && word.startsWith(letter);
}

/** "as in apple". */
const LONGEST_SPELLING = 3;

function isCourtesy(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.courtesies | CLASS.hesitations);
}

/** A change of mind that is not just "no": "no wait". */
function isMark(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.corrections) && (heard.fixed[at] === true || !is(heard, at, CLASS.negators));
}

/** Where what was said beyond an option begins and ends; empty where it is no more than courtesy. */
export function restBehind(heard: Heard, from: number, kinds: Kinds): { from: number; to: number } {
  let at = firstBehind(heard, from);
  while (kinds(at) === 'own') at++;
  at = behindObject(heard, at);
  at = behindApproval(heard, at);
  // A word is not torn: "day's".
  while (at > 0 && at < heard.texts.length && heard.wordOf[at] === heard.wordOf[at - 1]) at++;
  while ((isCourtesy(heard, at) && !is(heard, at, CLASS.boundaries) && !isCondition(heard, at)) || isMark(heard, at))
    at++;
  if (isSpelling(heard, from, at)) return { from: heard.texts.length, to: heard.texts.length };
  if (is(heard, at, CLASS.joiners)) at++;
  let to = heard.texts.length;
  while (to > at && is(heard, to - 1, CLASS.courtesies) && !isPerson(heard, to - 1)) to--;
  for (let token = from; token < to; token++) {
    if (isMore(heard, token, from, kinds) || (is(heard, token, CLASS.negators) && token > at && kinds(token) !== 'own'))
      return { from: at, to };
  }
  return { from: to, to };
}
