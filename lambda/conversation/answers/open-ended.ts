import type { Decision } from './decision';
import { type Evidence, tokensOfOption } from './evidence';
import { asSaid, type Heard, is, range } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';

/** Whether more is told behind an option than the language lets stand there: "the card was stolen from me". */
export function isOpenEnded(
  heard: Heard,
  decision: Decision,
  said: () => Evidence,
  _prepared: Prepared,
  { language }: Lexicon,
): boolean {
  if (language.behind === undefined || decision.kind !== 'choose' || decision.rest === undefined) return false;
  const tokens = tokensOfOption(said(), decision.index);
  const first = Math.min(heard.texts.length, ...tokens);
  // How many are wanted is told before the option: "zwei Brezeln", "दो किलो आलू".
  if (tokens.length > 0 && asSaid(heard, 0, first).endsWith(decision.rest)) return false;
  if (heard.isVerbLast) return true;
  return !range(0, first).some((at) => is(heard, at, LEADS));
}

const LEADS = CLASS.wishes | CLASS.corrections | CLASS.settlements;
