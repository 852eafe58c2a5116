import { languageOf } from '../../../lambda/business/words';
import { commonWords, WORD_LANGUAGES } from '../words';

/** The language that a text is in where that is plain, and another than that of its locale. */
export function otherLanguage(text: string, locale: string): string | undefined {
  const own = languageOf(locale);
  const counts = WORD_LANGUAGES.map((language) => ({ language, count: commonWords(text, language) }));
  const [best] = counts.toSorted((one, other) => other.count - one.count);
  const ours = counts.find(({ language }) => language === own)?.count ?? 0;
  return best && best.language !== own && best.count >= PLAIN && best.count > 2 * ours ? best.language : undefined;
}

/** So many words of a language make it plain. */
const PLAIN = 4;
