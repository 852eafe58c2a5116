import { firstBehind, isCondition, isMore, isPerson, type Kinds } from './context';
import { type Heard, has, is, range } from './heard';
import { CLASS, MARK } from './lexicon';
import { passing } from './passing';
import { wordAt } from './word-at';

/** "works" in "friday works but only in the morning" adds nothing, and so does "is good" before "can I bring a dog". */
function behindApproval(heard: Heard, from: number): number {
  const isAbout = (at: number) =>
    is(heard, at, CLASS.approvals | CLASS.being | CLASS.statements | CLASS.light) &&
    !is(heard, at, CLASS.boundaries) &&
    !isAsked(heard, at);
  const isApproval = (at: number) => is(heard, at, CLASS.approvals);
  const first = range(from, passing(heard, from, isAbout)).find(isApproval);
  if (first === undefined) return from;
  const isOver = (at: number) => isAsked(heard, at) || (is(heard, at, CLASS.subjects) && is(heard, at + 1, VERBS));
  // "is the best choice where do I pay"
  const asked = passing(heard, first, (at) => !isOver(at) && (isAbout(at) || is(heard, at, CLASS.nouns)));
  if (isAsked(heard, asked)) return asked;
  const end = passing(heard, first, (at) => !isOver(at) && isAbout(at));
  return is(heard, end, CLASS.boundaries | CLASS.courtesies | CLASS.subjects) ? end : from;
}

/** "can I", "is there", "what time is". */
function isAsked(heard: Heard, at: number): boolean {
  const isVerb = is(heard, at, VERBS | CLASS.asking);
  if (!isVerb && is(heard, at, CLASS.questions) && !is(heard, at, CLASS.subjects)) return true;
  return is(heard, at, CLASS.questions | CLASS.asking) && is(heard, at + 1, CLASS.subjects);
}

/** "it" of "exchange it for a bigger one", but not of "severe it hurts". */
function behindObject(heard: Heard, at: number): number {
  return has(heard, at, MARK.objects) &&
    is(heard, at + 1, CLASS.light | CLASS.boundaries | CLASS.courtesies | CLASS.comparisons) &&
    !is(heard, at + 1, VERBS)
    ? at + 1
    : at;
}

const VERBS = CLASS.being | CLASS.statements;

/** "b for bravo". */
function isSpelling(heard: Heard, end: number, at: number, to: number): boolean {
  const letter = wordAt(heard.texts, end - 1);
  const word = wordAt(heard.texts, to - 1);
  const isShort = letter.length === 1 && to - at <= LONGEST_SPELLING;
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
  const { texts, wordOf } = heard;
  const named = passing(heard, firstBehind(heard, from), (at) => kinds(at) === 'own');
  const approved = behindApproval(heard, behindObject(heard, named));
  // A word is not torn: "day's".
  const whole = passing(heard, approved, (at) => wordOf[at] === wordOf[at - 1]);
  const told = passing(
    heard,
    whole,
    (at) => (isCourtesy(heard, at) && !is(heard, at, CLASS.boundaries) && !isCondition(heard, at)) || isMark(heard, at),
  );
  const begin = is(heard, told, CLASS.joiners) ? told + 1 : told;
  const isClosing = (at: number) => is(heard, at, CLASS.courtesies) && !isPerson(heard, at);
  const to = 1 + (range(begin, texts.length).findLast((at) => !isClosing(at)) ?? begin - 1);
  const isTold = (at: number) =>
    isMore(heard, at, from, kinds) || (is(heard, at, CLASS.negators) && at > begin && kinds(at) !== 'own');
  const isRest = !isSpelling(heard, from, begin, to) && range(from, to).some(isTold);
  return { from: isRest ? begin : to, to };
}
