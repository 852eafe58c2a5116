import type { Kinds } from './context';
import { type Heard, is } from './heard';
import { CLASS } from './lexicon';

const CLAUSE = CLASS.subjects | CLASS.being | CLASS.statements | CLASS.questions | CLASS.asking | CLASS.boundaries;

/**
 * "vanilla no wait mango": what was said is taken back for something that is no option. "No" alone may also leave something
 * out: "pizza no onions"; behind a number it is a correction.
 */
export function isTakenBack(heard: Heard, end: number, kinds: Kinds, isNumber: boolean): boolean {
  let at = end;
  while (is(heard, at, CLASS.courtesies | CLASS.hesitations) && !is(heard, at, CLASS.corrections)) at++;
  if (!is(heard, at, CLASS.corrections)) return false;
  let isPlain = true;
  let count = 0;
  for (; is(heard, at, CLASS.corrections | CLASS.hesitations); at++) {
    isPlain &&= !is(heard, at, CLASS.corrections) || is(heard, at, CLASS.negators);
    count++;
  }
  const tail = Array.from({ length: heard.texts.length - at }, (_, index) => at + index);
  // "fried no wait are they runny"
  if (count > 1 && !isPlain && is(heard, at, CLASS.questions | CLASS.asking)) return true;
  if (tail.some((token) => is(heard, token, CLAUSE) && !is(heard, token, CLASS.determiners))) return false;
  if (isPlain && count < 2 && !isNumber) return false;
  return isOther(heard, tail, kinds);
}

/** Whether it names something, be it nothing. */
function isOther(heard: Heard, tail: readonly number[], kinds: Kinds): boolean {
  const [first] = tail;
  if (first === undefined || (is(heard, first, CLASS.light) && !is(heard, first, CLASS.determiners))) return false;
  return tail.some((token) => kinds(token) === 'unknown' || is(heard, token, CLASS.absences));
}
