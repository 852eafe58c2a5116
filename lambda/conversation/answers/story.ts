import { type Ending, isAsking } from './ending';
import type { Evidence } from './evidence';
import { type Heard, has, is } from './heard';
import { CLASS, MARK } from './lexicon';

/** Verbs, or what cannot end a clause: the option behind them is a part of it. */
const LINKING =
  CLASS.prepositions |
  CLASS.subjects |
  CLASS.statements |
  CLASS.being |
  CLASS.pasts |
  CLASS.negators |
  CLASS.boundaries |
  CLASS.determiners |
  CLASS.carriers;

/**
 * Whether the option that an utterance ends with is what its story comes to: "if it's no trouble, a late checkout", "it's
 * for my nan, she loves roses", "we've a baby with us, the cot please". No other option is told of.
 */
export function isEndOfStory(heard: Heard, evidence: Evidence, ending: Ending): boolean {
  const { from, decision } = ending;
  const isOther = [...evidence.values()].some(
    ({ label, content }) => label.index !== decision.index && [...content].some((token) => token < from),
  );
  if (isOther || decision.rule === 'part' || isAsking(heard, 0, from)) return false;
  return isClauseOver(heard, from) && (isCondition(heard, from) || isReply(heard, ending));
}

/** Whether a clause may end before a token: "too much trouble", "it's for my mum"; not "if we lose". */
function isClauseOver(heard: Heard, from: number): boolean {
  const last = from - 1;
  if (is(heard, last, LINKING) && !is(heard, last, CLASS.approvals)) return false;
  const isVerb = is(heard, last - 1, CLASS.subjects | CLASS.negators | CLASS.wishes | CLASS.carriers);
  const isAuxiliary = is(heard, last - 1, CLASS.statements) && !is(heard, last - 1, CLASS.being);
  return !isVerb && !isAuxiliary;
}

/** "if it's not too much trouble". */
function isCondition(heard: Heard, from: number): boolean {
  let first = 0;
  while (is(heard, first, CLASS.hesitations | CLASS.courtesies) && !has(heard, first, MARK.subordinators)) first++;
  if (!has(heard, first, MARK.subordinators)) return false;
  return heard.texts
    .slice(first, from)
    .some((_, at) => is(heard, first + at, CLASS.being) || has(heard, first + at, MARK.existentials));
}

/** "it's for my mum, zumba please". */
function isReply(heard: Heard, { from, isAsked }: Ending): boolean {
  const isStatement = heard.texts
    .slice(0, from)
    .some((_, at) => is(heard, at, CLASS.subjects) && is(heard, at + 1, CLASS.being | CLASS.statements));
  return isAsked && isStatement && is(heard, from - 2, CLASS.determiners | CLASS.prepositions);
}
