/** Characters of scripts that put no spaces between words. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]/u;
const EACH_UNSPACED = new RegExp(UNSPACED, 'gu');
/** So many of them are about a word. */
const PER_WORD = 3;
const COMBINING = /^[\p{M}\u200c\u200d]/u;

/** How many words a text has, or would have if its script put spaces between them. */
export function wordCount(text: string): number {
  const parts = text.trim().split(/\s+/);
  return parts.reduce(
    (sum, part) => sum + Math.max(1, Math.ceil((part.match(EACH_UNSPACED)?.length ?? 0) / PER_WORD)),
    0,
  );
}

/**
 * Where a text of at most so many characters may be cut: behind a word and, where words do not stand apart, between two characters that
 * can be read alone. 0 where it is one long word.
 */
export function lastWordEnd(text: string, longest: number): number {
  const space = text.slice(0, longest + 1).lastIndexOf(' ');
  for (let end = longest; end > Math.max(space, 0); end -= 1) {
    const isBetween = UNSPACED.test(text.slice(end - 1, end)) && UNSPACED.test(text.slice(end, end + 1));
    if (isBetween && !/^[、。」』）ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/.test(text.slice(end))) return end;
  }
  return Math.max(space, 0);
}

/** The beginning of a text, never without the signs that belong to its last letter. */
export function beginningOf(text: string, longest: number): string {
  let end = longest;
  while (end > 0 && (COMBINING.test(text.slice(end)) || /[\uD800-\uDBFF]$/.test(text.slice(0, end)))) end -= 1;
  return text.slice(0, end || longest);
}
