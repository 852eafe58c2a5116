import { type Heard, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { wordAt } from './word-at';

/** "it's on the third", "first tell me": without "one" or the like, and no answer of its own. */
export function isUnframed(
  heard: Heard,
  { from, to }: { from: number; to: number },
  passed: ReadonlySet<number>,
  lexicon: Lexicon,
): boolean {
  const isFramed = lexicon.language.positions.pronouns.includes(wordAt(heard.texts, to - 1));
  // "it's the second", and no more
  const isWhole = is(heard, from, CLASS.determiners) && is(heard, from - 1, CLASS.being) && to === heard.texts.length;
  if (!isFramed && !isWhole && isCount(heard, from, lexicon)) return true;
  const isBare = heard.numerals.some((numeral) => numeral.from === from && numeral.to === to);
  return isBare && !isAlone(heard, from, to, passed);
}

/** "at two", "we are four": a time or a count. */
export function isCount(heard: Heard, from: number, { language }: Lexicon): boolean {
  return language.positions['not-after'].includes(wordAt(heard.texts, from - 1));
}

/** "fourth grade" where the options are grades with numbers: none of them, if it was not found by its number. */
export function isNumberOfLabels(
  { stems }: Heard,
  { from, to }: { from: number; to: number },
  { labels, shared }: Prepared,
): boolean {
  const numbered = labels.filter(({ items }) => items.some(({ key }) => key.startsWith('#')));
  return numbered.length > 1 && stems.slice(from, to).some((stem) => shared.has(stem));
}

/** "March 2nd": a month was named. */
export function isDate({ stems }: Heard, { stems: known }: Lexicon): boolean {
  return stems.some((stem) => known.dated.has(stem));
}

/** "the first of March". */
export function isOfSomething(heard: Heard, to: number, { language }: Lexicon): boolean {
  return language.positions.partitive.includes(wordAt(heard.texts, to));
}

/** Whether nothing else is said, but for courtesies, and a place that was excluded. */
export function isAlone(heard: Heard, from: number, to: number, passed: ReadonlySet<number> = new Set()): boolean {
  const besides = CLASS.courtesies | CLASS.hesitations;
  return heard.texts.every(
    (_, token) =>
      (token >= from && token < to) ||
      passed.has(token) ||
      is(heard, token, besides) ||
      (is(heard, token, DENIAL) && !is(heard, token, CLASS.corrections)) ||
      (passed.size > 0 && is(heard, token, CLASS.determiners)),
  );
}

const DENIAL = CLASS.negators | CLASS.alternatives;
