import type { AnswerEngine, Decision, Offered } from '../../../lambda/conversation/answers/decision';
import { engineOf } from './engine-of';

/** What an answer to options means in a language. */
export function decideIn(language: string, offered: Offered, said: string): Decision {
  return engineOf(language).decide(offered, said);
}

/** The yes or no that it is. */
export function yesNoIn(language: string, ...asked: Parameters<AnswerEngine['yesNo']>): 'yes' | 'no' | undefined {
  return engineOf(language).yesNo(...asked);
}
