import { type Comments, isReason } from './comment';
import type { QuestionKind } from './decision';
import { echoed, isEcho, isExcused } from './echo';
import { hear } from './heard';
import type { Lexicon } from './lexicon';
import { isNumberChanged, isNumberInstead } from './number-instead';
import { readPolarity } from './polarity';
import type { Polarities } from './senses';
import { isNoMore } from './small-talk';

/** Reads the yes or no that a whole answer is. `known`: stems of the question. */
export type YesNo = (said: string, kind: QuestionKind, known: ReadonlySet<string>) => 'yes' | 'no' | undefined;

export function createYesNo(lexicon: Lexicon, polarities: Polarities, comments: Comments): YesNo {
  const { objects } = lexicon.language.polarity;
  return (said, kind, known) => {
    const heard = hear(said, lexicon);
    if (heard.texts.length === 0) return undefined;
    const polar = readPolarity(heard, polarities(kind), known);
    if (polar?.value !== 'no' && isNumberChanged(heard, polar, known)) return undefined;
    // What is deleted is gone: to name it agrees to nothing, and nothing else may be meant.
    const isFinal = kind === 'delete';
    if (!polar) return isFinal ? undefined : echoed(heard, known);
    if (isNumberInstead(heard, polar)) return undefined;
    const isEchoed = !(isFinal && polar.value === 'yes') && isEcho(heard, polar, known, objects);
    const isWhole = polar.isConcluded || (polar.rest >= heard.texts.length && isNoMore(heard, polarities(kind), known));
    // "Yes, I can't find my key" to "Anything else?" is what the bot must hear.
    const isBecause =
      isReason(heard, comments, polar.end) || (!isFinal && kind !== 'anything-else' && isExcused(heard, polar, known));
    return isWhole || isEchoed || isBecause ? polar.value : undefined;
  };
}
