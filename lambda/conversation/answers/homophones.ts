/** The words that sound like a word. */
export type Alike = (text: string) => readonly string[];

/** Words that sound alike, by lines. What ends in one letter more has the words of its stem with that letter: "flours". */
export function createHomophones(
  lines: readonly (readonly string[])[],
  stem: (text: string) => string,
): { readonly alike: Alike; readonly firstAlike: (text: string) => string } {
  const others = new Map<string, string[]>();
  const firsts = new Map<string, string>();
  const known = new Map<string, string[]>();
  for (const line of lines) {
    const [first = ''] = line;
    for (const word of line) {
      const alike = others.get(word) ?? [];
      others.set(word, [...alike, ...line.filter((other) => other !== word && !alike.includes(other))]);
      if (word !== first) firsts.set(word, first);
      known.set(stem(word), [...(known.get(stem(word)) ?? []), word]);
    }
  }
  /** The word without its last letter, if that makes a known word with the same stem. */
  const shorter = (text: string) =>
    known.get(stem(text))?.find((word) => text.length === word.length + 1 && text.startsWith(word));
  return {
    alike: (text) => {
      const found = others.get(text);
      if (found) return found;
      const word = shorter(text);
      return word === undefined ? [] : (others.get(word) ?? []).map((other) => other + text.slice(-1));
    },
    firstAlike: (text) => {
      const found = firsts.get(text);
      if (found !== undefined || others.has(text)) return found ?? text;
      const word = shorter(text);
      return word === undefined ? text : (firsts.get(word) ?? word) + text.slice(-1);
    },
  };
}
