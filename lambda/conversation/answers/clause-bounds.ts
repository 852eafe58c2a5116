import { type Heard, has, is, range } from './heard';
import { CLASS, MARK } from './lexicon';

/** Where the whole of a label was said: the tokens [from, to). */
export interface Span {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** Between two clauses. */
const BORDERS = CLASS.boundaries | CLASS.corrections | CLASS.contrasts | CLASS.conclusions;

/** Whether a thought ends at a token: "but", "um", "please". */
export function isBorder(heard: Heard, at: number): boolean {
  return (
    (is(heard, at, BORDERS) && !is(heard, at, CLASS.prepositions | CLASS.light)) ||
    has(heard, at, MARK.pauses) ||
    (is(heard, at, CLASS.courtesies) && !has(heard, at, MARK.picks) && !is(heard, at, CLASS.light))
  );
}

/** "I", "they"; but "it" of "put it" is none. */
export function isSubject(heard: Heard, at: number): boolean {
  const isObject = has(heard, at, MARK.objects) && has(heard, at - 1, MARK.picks);
  return is(heard, at, CLASS.subjects) && !is(heard, at, CLASS.determiners | CLASS.questions) && !isObject;
}

/** Where the clause begins that holds the words from a token on. */
export function clauseBegin(heard: Heard, from: number): number {
  const at = range(1, from + 1).findLast((token) => isBorder(heard, token - 1) || isSubject(heard, token)) ?? 0;
  // "if we have", "that you sold me"
  const isLinked = has(heard, at - 1, MARK.conditions) || is(heard, at - 1, CLASS.questions | CLASS.determiners);
  return isLinked && isSubject(heard, at) ? at - 1 : at;
}

/** Where the clause ends that holds the words before a token. */
export function clauseEnd(heard: Heard, to: number): number {
  const end = Math.max(to, lengthWithoutTag(heard));
  const isOver = (at: number) => isBorder(heard, at) || isSubject(heard, at) || has(heard, at, MARK.subordinators);
  return range(to, end).find(isOver) ?? end;
}

/** Without "isn't it" and "hasn't she" at the end. */
export function lengthWithoutTag(heard: Heard): number {
  const end = heard.texts.length;
  const isTag =
    is(heard, end - 1, CLASS.subjects) &&
    is(heard, end - 2, CLASS.negators) &&
    is(heard, end - 3, CLASS.being | CLASS.statements);
  return isTag ? end - 3 : end;
}
