import type { AnswerEngine, Decision, Offered } from '../../../lambda/conversation/answers/decision';
import { engineOf } from './engine-of';

/** The engines, each called by its language: what they give depends on nothing but what they are given. */
export const inLanguage = {
  decide(language: string, offered: Offered, said: string): Decision {
    return engineOf(language).decide(offered, said);
  },
  yesNo(language: string, ...asked: Parameters<AnswerEngine['yesNo']>): 'yes' | 'no' | undefined {
    return engineOf(language).yesNo(...asked);
  },
};
