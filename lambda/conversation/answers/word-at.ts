/** A word of several by its place; beside the first and the last of them stands none. */
export function wordAt(words: readonly string[], at: number): string {
  return words[at] ?? '';
}
