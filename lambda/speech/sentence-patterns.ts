import { once } from '../conversation/answers/once';
import type { Script } from '../languages/punctuation';
import { memoize } from './memoize';
import { neededWords } from './needed-words';
import { wordPattern } from './word-patterns';

/** A pattern with what it names in place of the names: "(?:{{field}}) please". */
export function withWords(pattern: string, words: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{\{(\w+)\}\}/g, (all, name: string) => words[name] ?? all);
}

/**
 * Whether a sentence in lower case fits any of the patterns, regular expressions. As one they would take V8 fifty
 * milliseconds; each is compiled when a sentence first holds what it needs, and most sentences hold next to none.
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
  const all = once(() => patterns.map((pattern) => ({ pattern, needed: neededWords(pattern) })));
  return (sentence) =>
    all().some(
      ({ pattern, needed }) =>
        (!needed || needed.some((part) => sentence.includes(part))) && compiled(pattern).test(sentence),
    );
}
