import { type Heard, hear } from '../../../lambda/conversation/answers/heard';
import { type Prepared, prepareOffer } from '../../../lambda/conversation/answers/offer';
import { lexiconOf } from './lexicon-of';

/** English, made ready, for what is asked of parts of the engine. */
export const lexicon = lexiconOf('en');

export const heardAs = (said: string): Heard => hear(said, lexicon);

export const offering = (labels: string, question?: string): Prepared => {
  const all = labels.split(' | ');
  return prepareOffer({ labels: all, from: 0, to: all.length, ...(question !== undefined && { question }) }, lexicon);
};
