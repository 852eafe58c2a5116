import type { NumberReader } from '../../../lambda/conversation/answers/numbers';
import { LANGUAGE_PARTS } from '../../../lambda/languages';
import { memoize } from '../../../lambda/speech/memoize';
import { createNumberReader } from '../../../lambda/speech/numbers/reader';

/** The languages whose numbers are understood. */
export const NUMBER_LANGUAGES: readonly string[] = Object.keys(LANGUAGE_PARTS).filter(
  (name) => LANGUAGE_PARTS[name]?.numbers,
);

export const readerOf = memoize((language: string): NumberReader => {
  const { numbers, numberWords } = LANGUAGE_PARTS[language] ?? {};
  if (!numbers || !numberWords) throw new Error(`no numbers in ${language}`);
  return createNumberReader(numbers(), numberWords());
});
