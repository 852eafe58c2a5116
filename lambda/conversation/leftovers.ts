/** What is kept of a long reply for later turns, in characters: more than one reply brings. */
const MOST_KEPT = 100_000;

/** How many characters there are to be read. */
export function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/**
 * As many of the texts as are kept in a user's document. More is there only where a document was written before replies had a
 * bound, or where much came again and again and nobody listened.
 */
export function keepable(texts: readonly string[]): readonly string[] {
  let left = MOST_KEPT;
  const end = texts.findIndex((text) => {
    left -= text.length;
    return left < 0;
  });
  return end < 0 ? texts : texts.slice(0, end);
}
