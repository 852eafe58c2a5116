import { phraseAt } from './automaton';
import type { SignalClass } from './language';
import type { Phrases } from './phrases';

/** What phrases tell of a sentence, as bits beside those of the word classes. */
export const SIGNAL: Readonly<Record<SignalClass, number>> = {
  existentials: 1,
  subordinators: 2,
  doubts: 4,
  undecided: 8,
};

/** The signals of each token; of phrases that begin at the same token, the longest. */
export function signalsOf(texts: readonly string[], signals: Phrases<number>): number[] {
  const found = new Array<number>(texts.length).fill(0);
  for (let at = 0; at < texts.length; at++) {
    const phrase = phraseAt(signals, texts, at);
    if (!phrase) continue;
    for (const bits of phrase.meanings)
      for (let token = at; token < phrase.to; token++) found[token] = (found[token] ?? 0) | bits;
  }
  return found;
}
