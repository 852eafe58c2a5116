import type { AnswerLanguage } from '../../conversation/answers/language';
import en from './en.json';
import weights from './weights.json';

const english = { ...en, weights } as unknown as AnswerLanguage;

/** By language: what is understood of answers. */
const LANGUAGES: Readonly<Record<string, AnswerLanguage>> = { en: english };

/** What is understood of answers in a language; English where it is not spoken yet. */
export function answerLanguage(language: string): AnswerLanguage {
  return LANGUAGES[language] ?? english;
}
