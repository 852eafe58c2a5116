import { type Heard, hear } from '../../../lambda/conversation/answers/heard';
import { createLexicon } from '../../../lambda/conversation/answers/lexicon';
import { type Prepared, prepareOffer } from '../../../lambda/conversation/answers/offer';
import { phrases } from '../../../lambda/speech/phrases';
import { readerOf } from '../../speech/numbers/readers';

/** English, made ready, for what is asked of parts of the engine. */
export const lexicon = createLexicon(phrases('en').answers, readerOf('en'));

export const heardAs = (said: string): Heard => hear(said, lexicon);

export const offering = (labels: string, question?: string): Prepared => {
  const all = labels.split(' | ');
  return prepareOffer({ labels: all, from: 0, to: all.length, ...(question !== undefined && { question }) }, lexicon);
};
