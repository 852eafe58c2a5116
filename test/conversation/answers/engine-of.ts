import type { AnswerEngine } from '../../../lambda/conversation/answers/decision';
import { createAnswerEngine } from '../../../lambda/conversation/answers/engine';
import { LANGUAGES } from '../../../lambda/languages';
import { createNumberReader } from '../../../lambda/speech/numbers/reader';

/** The engine, in a language that has its answers. */
export function engineOf(language: string): AnswerEngine {
  const data = LANGUAGES[language];
  if (!data?.answers || !data.numbers || !data.numberWords) throw new Error(`no answers in ${language}`);
  return createAnswerEngine(data.answers(), createNumberReader(data.numbers(), data.numberWords()));
}
