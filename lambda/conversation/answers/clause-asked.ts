import { isEnd } from './clause-end';
import { isAsking } from './ending';
import type { Evidence } from './evidence';
import { type Heard, has, is, range } from './heard';
import type { Lead } from './lead';
import { CLASS, MARK } from './lexicon';
import type { Mention } from './mention';

/** A question elsewhere; "could you put me down for" is a wish. One that is given up asks nothing: "full, how much, oh, half then". */
export function isAskedBeside(
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

/** Begins a question: "what is", "are those"; but "my knees aren't what they were". */
function isQuestion(heard: Heard, at: number): boolean {
  // "do people"
  const isPhrase =
    is(heard, at, CLASS.questions) && is(heard, at, CLASS.statements) && is(heard, at + 1, CLASS.questions);
  if (isPhrase && !is(heard, at, CLASS.being) && isFirst(heard, at)) return true;
  if (!isAsking(heard, at, at + 1) && !(is(heard, at, CLASS.being | CLASS.statements) && !has(heard, at, MARK.picks)))
    return false;
  const isInverted = is(heard, at + 1, CLASS.subjects | CLASS.determiners);
  return isFirst(heard, at) && (isInverted || !is(heard, at, CLASS.being | CLASS.statements));
}

function isFirst(heard: Heard, at: number): boolean {
  return at === 0 || is(heard, at - 1, CLASS.boundaries | CLASS.corrections) || has(heard, at - 1, MARK.pauses);
}
