import type { Label } from './label';
import type { Posting } from './postings';

/** A compound is so many letters longer than a part of it, or as many as tell it. */
const LEAST_MORE = 3;

/**
 * Finds labels by a part of a compound: "reinigung" of Zahnreinigung, and "terminvereinbarung" of Termin.
 *
 * @param least so many letters tell a compound
 */
export function createCompoundFinder(labels: readonly Label[], least: number): (text: string) => readonly Posting[] {
  const words = labels.flatMap((label) =>
    label.isSynonym ? [] : label.items.flatMap(({ text, content }, at) => (content ? [{ label, text, at }] : [])),
  );
  return (text) =>
    words
      .filter((word) => isPartOf(text, word.text, least) || isPartOf(word.text, text, least))
      .map(({ label, at }) => ({ label, items: [at], isPart: true }));
}

function isPartOf(part: string, whole: string, least: number): boolean {
  if (part.length < least || whole.length < part.length + Math.min(LEAST_MORE, least)) return false;
  return whole.endsWith(part) || whole.startsWith(part);
}
