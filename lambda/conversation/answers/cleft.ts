import { type Heard, has, is, range } from './heard';
import { CLASS, MARK } from './lexicon';

/** So many words name what it is, at most: "the spoken english". */
const LONGEST_NAME = 3;

/**
 * Where something is told to be what one means, by what somebody does: "it's the english she struggles with". `undefined`
 * where nothing is.
 */
export function cleftIn(heard: Heard): { readonly from: number; readonly to: number } | undefined {
  const from = heard.marks.findIndex((_, at) => isIt(heard, at));
  if (from < 0) return undefined;
  let name = from + 2;
  while (is(heard, name, CLASS.determiners)) name++;
  let to = name;
  while (heard.classes[to] === 0 && to < name + LONGEST_NAME) to++;
  if (is(heard, to, CLASS.subjects) && has(heard, to, MARK.objects)) return undefined;
  return to > name && is(heard, to, CLASS.subjects) && to + 1 < heard.texts.length ? { from, to } : undefined;
}

/** "it's". */
function isIt(heard: Heard, at: number): boolean {
  if (at === 0 || !has(heard, at, MARK.objects) || !is(heard, at, CLASS.subjects)) return false;
  return is(heard, at + 1, CLASS.being) && !is(heard, at + 1, CLASS.pasts);
}

/** Whether an option before it is only told to go well: "she's good at maths", "maths is fine", "he loves maths but". */
export function isOutdone(
  heard: Heard,
  { from, to }: { readonly from: number; readonly to: number },
  cleft: { readonly from: number },
): boolean {
  if (to > cleft.from) return false;
  if (is(heard, cleft.from - 1, CLASS.contrasts)) return true;
  const isGood = (at: number) => is(heard, at, CLASS.approvals) && !is(heard, at, CLASS.courtesies);
  const isNow = (at: number) => is(heard, at, CLASS.being) && !is(heard, at - 1, CLASS.statements);
  const before = range(1, from).some((at) => isGood(at) && is(heard, at + 1, CLASS.prepositions));
  return before || range(to, cleft.from).some((at) => isNow(at) && isGood(at + 1));
}
