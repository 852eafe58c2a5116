import { createLexicon, type Lexicon } from '../../../lambda/conversation/answers/lexicon';
import { LANGUAGES } from '../../../lambda/languages';
import { memoize } from '../../../lambda/speech/memoize';
import { readerOf } from '../../speech/numbers/readers';

/** A language, made ready, where a test asks less than a whole decision. */
export const lexiconOf = memoize((language: string): Lexicon => {
  const data = LANGUAGES[language];
  if (!data) throw new Error(`no answers in ${language}`);
  return createLexicon(data.answers(), readerOf(language));
});
