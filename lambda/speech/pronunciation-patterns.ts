/** A pattern of what a business writes stands between slashes: "/SKU-\d+/". */
const PATTERN = /^\/(.+)\/$/s;
/** A sign of a pattern with what says how often it comes, or one that groups. */
const PARTS =
  /^(?:\\[dws.+*?()[\]{}|^$/\\](?:[+*?]|\{\d{1,2}(?:,\d{0,2})?\})?|\[[^[\]\\]{1,60}\](?:[+*?]|\{\d{1,2}(?:,\d{0,2})?\})?|\((?!\?)|\)\??|\||[\p{L}\p{M}\p{N} _#@%:;,!=~'/&-](?:[+*?]|\{\d{1,2}(?:,\d{0,2})?\})?)+$/u;

/** A class of signs, or a sign behind a backslash. */
const UNIT = /\[[^\]]*\]|\\./gs;

/** What a business writes where it writes a pattern; nothing where it writes words. A hyphen may stand behind a backslash. */
export function patternIn(written: string): string | undefined {
  return PATTERN.exec(written.trim())?.[1]?.replace(UNIT, (unit) => (unit === '\\-' ? '-' : unit));
}

/**
 * Whether a pattern can be looked for. Groups are not repeated, so that the time it takes does not explode, and it holds a letter
 * or number, so that it does not stand for nothing at all.
 */
export function isPattern(source: string): boolean {
  if (!PARTS.test(source)) return false;
  try {
    const pattern = new RegExp(`^(?:${source})$`, 'iu');
    return !pattern.test('') && !pattern.test(' ');
  } catch {
    return false;
  }
}

/** The same with groups that are not counted, to stand within another. */
export function uncounted(source: string): string {
  return source.replace(/\\.|\[[^\]]*\]|\(/gs, (part) => (part === '(' ? '(?:' : part));
}
