import type { NumberReader } from '../../../lambda/conversation/answers/numbers';
import { LANGUAGES } from '../../../lambda/languages';
import { memoize } from '../../../lambda/speech/memoize';
import { createNumberReader } from '../../../lambda/speech/numbers/reader';

/** The languages whose numbers are understood. */
export const NUMBER_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);

export const readerOf = memoize((language: string): NumberReader => {
  const data = LANGUAGES[language];
  if (!data) throw new Error(`no numbers in ${language}`);
  return createNumberReader(data.numbers(), data.numberWords());
});
