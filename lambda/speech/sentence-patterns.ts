import type { Script } from '../languages/punctuation';
import { memoize } from './memoize';
import { wordPattern } from './word-patterns';

/** Words that a pattern begins with, each one of several or the only one: "(?:tell|let) me", "^ready when". */
const HEADS = /^(?:\^|\\b)?(?:\(\?:([\p{L}\p{M}' |]+)\)(?![?*+{])|([\p{L}\p{M}']+)(?= ))/u;

/** A pattern with what it names in place of the names: "(?:{{field}}) please". */
export function withWords(pattern: string, words: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{\{(\w+)\}\}/g, (all, name: string) => words[name] ?? all);
}

/**
 * Whether a sentence in lower case fits any of the patterns, regular expressions. As one they would take V8 fifty
 * milliseconds; each is compiled when a sentence first holds what it begins with, and most sentences hold next to none.
 *
 * @param opening what may stand before any of them at the beginning of the sentence; absent: they stand anywhere
 */
export function anyPattern(
  patterns: readonly string[],
  script: Script,
  opening?: string,
): (sentence: string) => boolean {
  const compiled = memoize((pattern: string) =>
    wordPattern(opening === undefined ? pattern : `^${opening}(?:${pattern})`, 'u', script),
  );
  const all = patterns.map((pattern) => ({ pattern, heads: headsOf(pattern) }));
  return (sentence) =>
    all.some(
      ({ pattern, heads }) =>
        (!heads || heads.some((head) => sentence.includes(head))) && compiled(pattern).test(sentence),
    );
}

/** What a sentence holds that fits the pattern, one of these; `undefined` where the pattern does not say so plainly. */
function headsOf(pattern: string): readonly string[] | undefined {
  if (hasAlternatives(pattern)) return undefined;
  const [, several, only] = HEADS.exec(pattern) ?? [];
  return several?.split('|') ?? (only === undefined ? undefined : [only]);
}

/** Whether the pattern is one of several, not only parts of it. */
function hasAlternatives(pattern: string): boolean {
  let outside = pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
  for (let before = ''; before !== outside; ) {
    before = outside;
    outside = outside.replace(/\([^()]*\)/g, '');
  }
  return outside.includes('|');
}
