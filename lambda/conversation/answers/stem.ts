import type { AnswerLanguage } from './language';
import { once } from './once';
import { push } from './push';

type Suffixes = AnswerLanguage['suffixes'];

/** What stays of a word without the endings that make no other word of it, the same for all words that mean the same. */
export function createStemmer({ suffixes, prefixes, equivalents }: AnswerLanguage): (text: string) => string {
  const suffixesBy = byLastLetter(suffixes);
  const bare = (text: string) => undoubled(withoutSuffix(withoutPrefix(text, prefixes), suffixesBy));
  const canonical = once(() => {
    const found = new Map<string, string>();
    for (const [first = '', ...others] of equivalents) {
      const stem = bare(first);
      for (const other of others) {
        found.set(other, stem);
        found.set(bare(other), stem);
      }
    }
    return found;
  });
  return (text) => {
    const known = canonical().get(text);
    if (known !== undefined) return known;
    const stem = bare(text);
    return canonical().get(stem) ?? stem;
  };
}

/** Endings come one behind the other: "ratings", "finally". */
const MOST_SUFFIXES = 3;

/** The suffixes that a word can have by its last letter, in their order. */
function byLastLetter(suffixes: Suffixes): ReadonlyMap<string, Suffixes> {
  const found = new Map<string, Suffixes[number][]>();
  for (const suffix of suffixes) push(found, suffix[0].slice(-1), suffix);
  return found;
}

function withoutSuffix(text: string, suffixesBy: ReadonlyMap<string, Suffixes>): string {
  let stem = text;
  for (let count = 0; count < MOST_SUFFIXES; count++) {
    const found = suffixesBy
      .get(stem.slice(-1))
      ?.find(([ending, , least]) => stem.length - ending.length >= least && stem.endsWith(ending));
    if (!found) break;
    stem = stem.slice(0, stem.length - found[0].length) + found[1];
  }
  return stem;
}

function withoutPrefix(text: string, prefixes: AnswerLanguage['prefixes']): string {
  const found = prefixes.find(
    ([beginning, , least]) => text.length - beginning.length >= least && text.startsWith(beginning),
  );
  return found ? found[1] + text.slice(found[0].length) : text;
}

/** "trimm" of "trimming" is "trim", and so is "bill" "bil": both sides lose it. */
function undoubled(stem: string): string {
  const last = stem.at(-1);
  return stem.length > 3 && last === stem.at(-2) ? stem.slice(0, -1) : stem;
}
