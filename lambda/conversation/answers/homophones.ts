/** The words that sound like a word. */
export type Alike = (text: string) => readonly string[];

/** Words that sound alike, by lines. What ends in one letter more has the words of its stem with that letter: "flours". */
export function createHomophones(
  lines: readonly (readonly string[])[],
  stem: (text: string) => string,
): { readonly alike: Alike; readonly firstAlike: (text: string) => string } {
  const holding = new Map<string, (readonly string[])[]>();
  for (const line of lines) {
    for (const word of line) {
      const known = holding.get(word);
      if (known) known.push(line);
      else holding.set(word, [line]);
    }
  }
  const othersOf = (word: string) => {
    const found = holding.get(word)?.flat() ?? [];
    return [...new Set(found)].filter((other) => other !== word);
  };
  /** Of the last line that it does not stand first in. */
  const firstOf = (word: string) => holding.get(word)?.findLast(([first]) => first !== word)?.[0];
  /** The word without its last letter, if that makes a known word with the same stem. */
  const shorter = (text: string) => {
    const word = text.slice(0, -1);
    return holding.has(word) && stem(word) === stem(text) ? word : undefined;
  };
  return {
    alike: (text) => {
      if (holding.has(text)) return othersOf(text);
      const word = shorter(text);
      return word === undefined ? [] : othersOf(word).map((other) => other + text.slice(-1));
    },
    firstAlike: (text) => {
      if (holding.has(text)) return firstOf(text) ?? text;
      const word = shorter(text);
      return word === undefined ? text : (firstOf(word) ?? word) + text.slice(-1);
    },
  };
}
