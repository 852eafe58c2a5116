import { isCutNumber } from './cut-number';
import type { Decision } from './decision';
import { isDeclined } from './declined';
import { isEndedBack } from './ended-back';
import type { Evidence } from './evidence';
import { isGivenUp } from './given-up';
import type { Heard } from './heard';
import type { Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { isOnlyNamed } from './only-named';
import { isOpenEnded } from './open-ended';

/** Whether what was decided is not meant; `said` is what of the labels was said, whole. */
export type Doubt = (
  heard: Heard,
  decision: Decision,
  said: () => Evidence,
  prepared: Prepared,
  lexicon: Lexicon,
) => boolean;

/** Several are left where others were excluded. */
const isOthers: Doubt = (_heard, decision, _said, _prepared, { language }) =>
  language.asksOthers !== true && decision.kind === 'which' && decision.rule === 'negation';

const DOUBTS: readonly Doubt[] = [isOpenEnded, isEndedBack, isOthers, isOnlyNamed, isGivenUp, isDeclined, isCutNumber];

/** Whether an option that was taken is words after all. */
export const isInDoubt: Doubt = (...decided) => DOUBTS.some((isDoubtful) => isDoubtful(...decided));
