import { type PatternWords, perWords, wordPattern } from './word-patterns';

const formsOf = perWords(({ understood, script }) =>
  understood['spoken-forms'].map(([pattern = '', said = '']) => ({
    pattern: wordPattern(pattern, 'gu', script),
    said,
  })),
);

/** Of what is said behind other words, on a line of its own: "(Y/N)". */
const BEGINNING = /^[\s,،、]+/u;

/** A line with what is written for the eye in the words that are said for it: "(Y/N)" and "please type" are for a screen. */
export function spokenForm(line: string, words: PatternWords): string {
  return formsOf(words)
    .reduce((text, { pattern, said }) => text.replace(pattern, said), line)
    .replace(BEGINNING, '')
    .trimEnd();
}
