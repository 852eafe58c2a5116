import { phraseAt } from './automaton';
import { type Comments, isReason } from './comment';
import type { QuestionKind } from './decision';
import { echoed, isEcho, isExcused } from './echo';
import { type Heard, hear } from './heard';
import type { Lexicon } from './lexicon';
import { isNumberChanged, isNumberInstead } from './number-instead';
import type { Phrases } from './phrases';
import { readPolarity } from './polarity';
import { isPlain, type Polarities, type Sense } from './senses';
import { isNoMore } from './small-talk';

/** Reads the yes or no that a whole answer is. `known`: stems of the question. */
export type YesNo = (said: string, kind: QuestionKind, known: ReadonlySet<string>) => 'yes' | 'no' | undefined;

export function createYesNo(lexicon: Lexicon, polarities: Polarities, comments: Comments): YesNo {
  const { objects } = lexicon.language.polarity;
  return (said, kind, known) => {
    const heard = hear(said, lexicon);
    const polar = readPolarity(heard, polarities(kind), known);
    if (polar?.value !== 'no' && isNumberChanged(heard, polar, known)) return undefined;
    // What is deleted is gone: to name it agrees to nothing, and nothing else may be meant.
    const isFinal = kind === 'delete';
    if (!polar) return isFinal || holdsPlain(heard, polarities(kind)) ? undefined : echoed(heard, known);
    if (isNumberInstead(heard, polar)) return undefined;
    const isEchoed = !(isFinal && polar.value === 'yes') && isEcho(heard, polar, known, objects);
    const isWhole = polar.isConcluded || (polar.rest >= heard.texts.length && isNoMore(heard, polarities(kind), known));
    // "Yes, I can't find my key" to "Anything else?" is what the bot must hear.
    const isBecause =
      isReason(heard, comments, polar.end) || (!isFinal && kind !== 'anything-else' && isExcused(heard, polar, known));
    return isWhole || isEchoed || isBecause ? polar.value : undefined;
  };
}

/** "no, Tuesday's fine": a yes or no that decides nothing, be the rest of it words of the question. */
function holdsPlain(heard: Heard, phrases: Phrases<Sense>): boolean {
  return heard.texts.some((_, at) => {
    const found = phraseAt(phrases, heard.texts, at);
    return found !== undefined && isPlain(found.meaning);
  });
}
