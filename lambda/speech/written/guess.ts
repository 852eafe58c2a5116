import { memoize } from '../memoize';
import commonWords from './common-words.json';
import { scriptOf } from './scripts';

const COMMON: Readonly<Record<string, string>> = commonWords;
/** As much of a text as tells its language. */
const LONGEST_SAMPLE = 2000;
/** In a text of so many words a single common one of another language may be a name: "Plus", "Max". */
const FEW = 5;
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;
const NOT_ASCII = /[^\x20-\x7e’'-]/;

/** The languages of a word. */
const languagesOf = memoize(() => {
  const languages = new Map<string, string[]>();
  for (const [language, words] of Object.entries(COMMON)) {
    for (const word of words.split(' ')) languages.set(word, [...(languages.get(word) ?? []), language]);
  }
  return languages;
});

/** Whether a language writes letters that English has not: then they tell nothing against it. */
const hasAccents = memoize((language: string) => NOT_ASCII.test(COMMON[language]?.replaceAll(' ', '') ?? ''));

/**
 * Whether a text may be one of a language, so that what its signs and abbreviations stand for may be said in the words of it. A
 * text that tells nothing of its language ("Mon–Fri 9–17") may be, where it is the one that is `expected`.
 */
export function mayBeIn(language: string, text: string, expected: boolean): boolean {
  const words = text.slice(0, LONGEST_SAMPLE).match(WORD) ?? [];
  const script = scriptOf(language);
  const others = words.filter(
    (word) => !script.test(word) && !/[\p{Script=Latin}\p{Script=Common}]/u.test(word),
  ).length;
  if (others > words.length / 2) return false;
  const isLatin = script.test('a');
  // Names and codes among words of another script are often Latin.
  if (!isLatin && words.some((word) => script.test(word))) return expected;
  const known = languagesOf(undefined);
  const isMixed = /\p{Ll}/u.test(text);
  const counts = new Map<string, number>();
  // A name that is said again and again tells no more than once.
  for (const word of new Set(words)) {
    // Letters of an abbreviation are no word.
    if (isMixed && /^\p{Lu}{2,}$/u.test(word)) continue;
    for (const spoken of known.get(word.toLowerCase()) ?? []) counts.set(spoken, (counts.get(spoken) ?? 0) + 1);
  }
  const own = counts.get(language) ?? 0;
  counts.delete(language);
  const most = Math.max(0, ...counts.values());
  if (!expected) return own > most;
  if (most > own && (most > 1 || words.length < FEW)) return false;
  return own > 0 || hasAccents(language) || words.filter((word) => NOT_ASCII.test(word)).length <= words.length / 4;
}
