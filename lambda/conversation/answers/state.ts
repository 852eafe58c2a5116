import { type Heard, has, is, range } from './heard';
import { CLASS, MARK } from './lexicon';
import { isNounClause, isPastOf } from './verbs';
import { wordAt } from './word-at';

/** Where another clause begins or ends. */
const BORDERS = CLASS.boundaries | CLASS.corrections | CLASS.contrasts | CLASS.conclusions;

/**
 * Whether the words [from, to) of an option stand in a clause that tells what is so already: "I already speak french", "we've
 * got a two seater at home". Nothing is picked by it; but "I've already decided on german" picks.
 */
export function isState(
  heard: Heard,
  { from, to }: { readonly from: number; readonly to: number },
  pastEndings: readonly string[],
): boolean {
  const begin = beginOf(heard, from);
  const clause = range(begin, endOf(heard, to, pastEndings));
  const before = range(begin, from);
  const isPicked = (at: number) => has(heard, at, MARK.picks) && !has(heard, at, MARK.existentials);
  const isPast = (at: number) => is(heard, at, CLASS.pasts) || isPastOf(wordAt(heard.texts, at), pastEndings);
  // "it's leaking already"
  const isIt =
    has(heard, begin, MARK.objects) && is(heard, begin + 1, CLASS.being) && !is(heard, begin + 1, CLASS.pasts);
  if (!isIt && clause.some((at) => has(heard, at, MARK.states)))
    return !before.some((at) => isPicked(at) && isPast(at));
  return (
    clause.some((at) => has(heard, at, MARK.belongings)) &&
    before.some((at) => has(heard, at, MARK.existentials)) &&
    !before.some(isPicked)
  );
}

function beginOf(heard: Heard, from: number): number {
  const isBegin = (at: number) => is(heard, at - 1, BORDERS) || isSubject(heard, at) || isImperative(heard, at);
  return range(0, from + 1).findLast(isBegin) ?? 0;
}

function endOf(heard: Heard, to: number, pastEndings: readonly string[]): number {
  const isBorder = (at: number) =>
    is(heard, at, BORDERS) || isSubject(heard, at) || isNounClause(heard, at, pastEndings);
  return range(to, heard.texts.length).find(isBorder) ?? heard.texts.length;
}

/** "let's", "make it". */
function isImperative(heard: Heard, at: number): boolean {
  return has(heard, at, MARK.picks) && has(heard, at + 1, MARK.objects);
}

function isSubject(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.subjects) && !is(heard, at, CLASS.determiners | CLASS.questions);
}
