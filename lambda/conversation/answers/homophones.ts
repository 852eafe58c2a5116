import { push } from './push';

/** The words that sound like a word. */
export type Alike = (text: string) => readonly string[];

/** Words that sound alike, by lines. What ends in one letter more has the words of its stem with that letter: "flours". */
export function createHomophones(
  lines: readonly (readonly string[])[],
  stem: (text: string) => string,
): { readonly alike: Alike; readonly firstAlike: (text: string) => string } {
  const holding = new Map<string, (readonly string[])[]>();
  for (const line of lines) for (const word of line) push(holding, word, line);
  const othersOf = (word: string) => [...new Set(holding.get(word)?.flat())].filter((other) => other !== word);
  /** Of the last line that it does not stand first in. */
  const firstOf = (word: string) => holding.get(word)?.findLast(([first]) => first !== word)?.[0];
  /** Of a word that is not known, what stands before its last letter, if that is a known word with the same stem. */
  const shorter = (text: string) => {
    if (holding.has(text)) return undefined;
    const word = text.slice(0, -1);
    return holding.has(word) && stem(word) === stem(text) ? word : undefined;
  };
  return {
    alike: (text) => {
      const word = shorter(text);
      return word === undefined ? othersOf(text) : othersOf(word).map((other) => other + text.slice(-1));
    },
    firstAlike: (text) => {
      const word = shorter(text);
      return word === undefined ? (firstOf(text) ?? text) : (firstOf(word) ?? word) + text.slice(-1);
    },
  };
}
