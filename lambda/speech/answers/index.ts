import type { AnswerLanguage } from '../../conversation/answers/language';
import en from './en.json';

/** By language: what is understood of answers. */
const LANGUAGES: Readonly<Record<string, AnswerLanguage>> = { en: en as unknown as AnswerLanguage };

/** What is understood of answers in a language; English where it is not spoken yet. */
export function answerLanguage(language: string): AnswerLanguage {
  return LANGUAGES[language] ?? (en as unknown as AnswerLanguage);
}
