import { type Phrases, phrases } from '../../../lambda/speech/phrases';
import { speakableLines } from '../../../lambda/speech/spoken-text';
import { inAlphabet, type Table } from '../../../lambda/speech/written/alphabet';
import type { SignStage } from '../../../lambda/speech/written/around';
import { signContext } from '../../../lambda/speech/written/context';

/** What one stage makes of a text that is all of one message, in the words of a language. */
export function staged(
  make: (written: Table, words: Phrases) => SignStage,
): (text: string, language?: string) => string {
  const made = new Map<string, SignStage>();
  return (text, language = 'en') => {
    const words = phrases(language);
    const written = inAlphabet(words.written);
    const stage = made.get(language) ?? make(written, words);
    made.set(language, stage);
    return stage(text, signContext(text, written));
  };
}

/** What is heard of a text, each line behind the other. */
export function heard(text: string, language = 'en'): string {
  return speakableLines(text, phrases(language)).flat().join(' / ');
}
