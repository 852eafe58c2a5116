import { type Phrases, phrases } from '../../../lambda/speech/phrases';
import { inAlphabet, type Table } from '../../../lambda/speech/written/alphabet';
import type { SignStage } from '../../../lambda/speech/written/around';
import { signContext } from '../../../lambda/speech/written/context';

type Make = (written: Table, words: Phrases) => SignStage;

/** Texts of a locale and what a stage makes of each, as a table that can be compared with the one that is expected. */
export function stageOf(make: Make) {
  const heard = (locale: string, texts: readonly string[]) => {
    const words = phrases(locale);
    const written = inAlphabet(words.written);
    const stage = make(written, words);
    return texts.map((text) => {
      const context = signContext(text, written);
      const lines = text.split('\n').map((line) => stage(line, context));
      return lines.join('\n');
    });
  };
  return {
    said: (locale: string, rows: Readonly<Record<string, string>>) => {
      const texts = Object.keys(rows);
      const lines = heard(locale, texts);
      return Object.fromEntries(texts.map((text, at) => [text, lines[at]]));
    },
    heard,
  };
}
