/** What stands behind the longest of the beginnings. */
export function behindAny(said: string, beginnings: readonly string[]): string | undefined {
  const begun = longestFirst(beginnings).find((text) => said.startsWith(text) && said.length > text.length);
  return begun === undefined ? undefined : said.slice(begun.length);
}

/** What stands before the longest of the endings. */
export function beforeAny(said: string, endings: readonly string[]): string | undefined {
  const ended = longestFirst(endings).find((text) => said.endsWith(text) && said.length > text.length);
  return ended === undefined ? undefined : said.slice(0, -ended.length);
}

/** What stands between a beginning and an ending, in the first text that has both. */
export function betweenAny(
  beginnings: readonly string[],
  texts: readonly string[],
  endings: readonly string[],
): string | undefined {
  for (const text of texts) {
    const rest = behindAny(text, beginnings);
    if (rest === undefined) continue;
    if (endings.includes(rest.trim())) return '';
    const between = beforeAny(rest, endings)?.trim();
    if (between !== undefined) return between;
  }
  return undefined;
}

function longestFirst(texts: readonly string[]): string[] {
  return [...texts].sort((one, other) => other.length - one.length);
}
