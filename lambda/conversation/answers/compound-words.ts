import type { Label } from './label';
import type { Posting } from './postings';

/** A compound is so many letters longer than a part of it, or as many as tell it. */
const LEAST_MORE = 3;

/**
 * Finds labels by a part of a compound: "reinigung" of Zahnreinigung, and "terminvereinbarung" of Termin.
 *
 * @param least so many letters tell a compound
 * @param prefixed beginnings that make no compound of a word: "verkaufen" is no Kaufen
 */
export function createCompoundFinder(
  labels: readonly Label[],
  least: number,
  prefixed: readonly string[] = [],
): (text: string) => readonly Posting[] {
  const words = labels.flatMap((label) =>
    label.isSynonym ? [] : label.items.flatMap(({ text, content }, at) => (content ? [{ label, text, at }] : [])),
  );
  const isPart = (part: string, whole: string) => {
    if (part.length < least || whole.length < part.length + Math.min(LEAST_MORE, least)) return false;
    const isEnd = whole.endsWith(part) && !prefixed.includes(whole.slice(0, whole.length - part.length));
    return isEnd || whole.startsWith(part);
  };
  return (text) =>
    words
      .filter((word) => isPart(text, word.text) || isPart(word.text, text))
      .map(({ label, at }) => ({ label, items: [at], isPart: true }));
}
