import { type Heard, is } from './heard';
import { CLASS } from './lexicon';
import type { Polar } from './senses';
import { wordAt } from './word-at';

/** "make that seven", "two of them": a number of the question that is put otherwise. */
export function isNumberChanged(heard: Heard, polar: Polar | undefined, known: ReadonlySet<string>): boolean {
  const tokens = heard.texts.map((_, token) => token);
  const isCounted = (token: number) => heard.isNumber[token] === true;
  const isKnown = (token: number) =>
    known.has(wordAt(heard.stems, token)) && !is(heard, token, CLASS.light | CLASS.subjects);
  if (!tokens.some((token) => isCounted(token) && isKnown(token))) return false;
  return (
    tokens.some((token) => is(heard, token, CLASS.corrections) && !is(heard, token, CLASS.negators)) ||
    (!polar?.isWord && !tokens.some((token) => isKnown(token) && !isCounted(token)))
  );
}

/** "no half past six": what was refused is corrected, though with words of the question. */
export function isNumberInstead(heard: Heard, { value, first }: Polar): boolean {
  const isDenied = heard.texts.some((_, token) => token > 0 && is(heard, token, CLASS.negators));
  return (
    value === 'no' && !isDenied && heard.numerals.some(({ from }) => from >= first && !is(heard, from, CLASS.light))
  );
}
