import { LANGUAGES } from '../../../lambda/languages';
import type { Language } from '../../../lambda/languages/language';
import { type SomeWritten, withWritten } from '../../../lambda/languages/nothing-written';
import { type Phrases, phrases, phrasesOf } from '../../../lambda/speech/phrases';
import { inAlphabet, type Table } from '../../../lambda/speech/written/alphabet';
import type { SignStage } from '../../../lambda/speech/written/around';
import { signContext } from '../../../lambda/speech/written/context';

/** The words of a language of which nothing but this is known. */
export function wordsOf(language: string, table: SomeWritten): Phrases {
  return phrasesOf({ ...LANGUAGES.en, written: () => withWritten(table) } as Language, { language });
}

type Make = (written: Table, words: Phrases) => SignStage;

/** Texts of a locale, or in certain words, and what a stage makes of each, as a table that can be compared with the one that is expected. */
export function stageOf(make: Make) {
  const heard = (of: string | Phrases, texts: readonly string[]) => {
    const words = typeof of === 'string' ? phrases(of) : of;
    const written = inAlphabet(words.written);
    const stage = make(written, words);
    return texts.map((text) => {
      const context = signContext(text, written);
      const lines = text.split('\n').map((line) => stage(line, context));
      return lines.join('\n');
    });
  };
  return {
    said: (of: string | Phrases, rows: Readonly<Record<string, string>>) => {
      const texts = Object.keys(rows);
      const lines = heard(of, texts);
      return Object.fromEntries(texts.map((text, at) => [text, lines[at]]));
    },
    heard,
  };
}
