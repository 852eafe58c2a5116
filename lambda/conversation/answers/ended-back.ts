import type { Decision } from './decision';
import { type Heard, is } from './heard';
import { CLASS } from './lexicon';

/** Whether a change of mind ends the utterance, which takes back what stands before it where the verb comes last: "赤はやめます". */
export function isEndedBack(heard: Heard, decision: Decision): boolean {
  const isPolar = 'rule' in decision && decision.rule === 'yes-no';
  if (!heard.isVerbLast || !OF_OPTIONS.includes(decision.kind) || isPolar) return false;
  const last = heard.texts.findLastIndex((_, at) => isTurn(heard, at) || !is(heard, at, AROUND));
  return last > 0 && isTurn(heard, last);
}

const OF_OPTIONS: readonly Decision['kind'][] = ['choose', 'which', 'all'];

const AROUND = CLASS.courtesies | CLASS.hesitations | CLASS.light;

/** "sorry" at the end is a courtesy, and "नहीं" excludes the option before it. */
function isTurn(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.corrections) && !is(heard, at, CLASS.courtesies | CLASS.hesitations | CLASS.denials);
}
