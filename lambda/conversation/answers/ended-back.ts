import type { Decision } from './decision';
import { type Heard, is } from './heard';
import { CLASS } from './lexicon';

/** Whether a change of mind ends the utterance, which takes back what stands before it where the verb comes last: "赤はやめます". */
export function isEndedBack(heard: Heard, decision: Decision): boolean {
  const isOfOptions = decision.kind === 'choose' || decision.kind === 'which';
  if (!heard.isVerbLast || !isOfOptions || decision.rule === 'yes-no') return false;
  let at = heard.texts.length - 1;
  while (is(heard, at, AROUND) && !isTurn(heard, at)) at--;
  return at > 0 && isTurn(heard, at);
}

const AROUND = CLASS.courtesies | CLASS.hesitations | CLASS.light;

/** "sorry" at the end is a courtesy, and "नहीं" excludes the option before it. */
function isTurn(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.corrections) && !is(heard, at, CLASS.courtesies | CLASS.hesitations | CLASS.denials);
}
