import { type Heard, heardTokens, is, range } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import { wordAt } from './word-at';

/**
 * The words without those that were only begun or said again: "a foc focaccia", "two two rolls". `undefined` where none
 * was.
 */
export function withoutStutter(heard: Heard, lexicon: Lexicon): Heard | undefined {
  const { texts, words, wordOf } = heard;
  const kept = range(0, texts.length).filter((at) => !isSaidAgain(heard, at) && !isBegun(heard, at));
  if (kept.length === texts.length) return undefined;
  const pick = <Value>(values: readonly Value[]) => kept.flatMap((at) => values[at] ?? []);
  return heardTokens(words, pick(texts), pick(wordOf), lexicon);
}

function isSaidAgain({ texts, fixed }: Heard, at: number): boolean {
  return texts[at] === texts[at + 1] && !fixed[at];
}

/** No word by itself, and the beginning of the next, or of the one after a pause: "p polish". */
function isBegun(heard: Heard, at: number): boolean {
  const text = wordAt(heard.texts, at);
  let next = at + 1;
  while (is(heard, next, CLASS.hesitations | CLASS.determiners)) next++;
  const word = wordAt(heard.texts, next);
  return heard.classes[at] === 0 && word.length > text.length && word.startsWith(text);
}
