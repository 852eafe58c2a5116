import type { AnswerLanguage, Weights } from '../conversation/answers/language';
import { once } from '../conversation/answers/once';
import type { EmojiNames } from './emoji/table';
import type { NumberTable } from './numbers/table';
import type { Resource } from './resource';
import type { Written } from './written/table';

/** The data of a language, each part of it loaded when it is first asked for. What is absent is as in English. */
interface LanguageData {
  readonly words: () => Partial<Resource>;
  readonly numbers?: () => NumberTable;
  readonly emoji?: () => EmojiNames;
  /** Absent: nothing is known of how it writes. */
  readonly written?: () => Written;
  readonly answers?: () => AnswerLanguage;
}

/** By language. A region (`en-GB`) gets an entry of its own only with what it says differently. */
export const LANGUAGES: Readonly<Record<string, LanguageData>> = {
  en: {
    words: once((): Resource => require('./phrases/en.json') as typeof import('./phrases/en.json')),
    numbers: once((): NumberTable => require('./numbers/words/en.json') as typeof import('./numbers/words/en.json')),
    emoji: once((): EmojiNames => require('./emoji/en.json') as typeof import('./emoji/en.json')),
    written: once((): Written => require('./written/en.json') as typeof import('./written/en.json')),
    // Its lists of tuples are lists of lists to TypeScript.
    answers: once(
      () =>
        ({
          ...(require('./answers/en.json') as object),
          weights: require('./answers/weights.json') as Weights,
        }) as unknown as AnswerLanguage,
    ),
  },
};
