import type { AnswerEngine } from '../../../lambda/conversation/answers/decision';
import { createAnswerEngine } from '../../../lambda/conversation/answers/engine';
import { LANGUAGES } from '../../../lambda/languages';
import { memoize } from '../../../lambda/speech/memoize';
import { readerOf } from '../../speech/numbers/readers';

/** The engine, in a language that has its answers. */
export const engineOf = memoize((language: string): AnswerEngine => {
  const data = LANGUAGES[language];
  if (!data) throw new Error(`no answers in ${language}`);
  return createAnswerEngine(data.answers(), readerOf(language));
});
