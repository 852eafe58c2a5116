import { type Evidence, findEvidence } from '../../../../lambda/conversation/answers/evidence';
import { type Heard, hear } from '../../../../lambda/conversation/answers/heard';
import { type Prepared, prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { lexiconOf } from '../lexicon-of';

export const lexicon = lexiconOf('en');

export interface Ready {
  readonly heard: Heard;
  readonly prepared: Prepared;
  readonly evidence: Evidence;
}

/** An answer to what was offered, and what of the labels it holds. */
export function ready(said: string, labels: readonly string[], question?: string, own = lexicon): Ready {
  const heard = hear(said, own);
  const offered = { labels, from: 0, to: labels.length, ...(question !== undefined && { question }) };
  const prepared = prepareOffer(offered, own);
  return { heard, prepared, evidence: findEvidence(heard, prepared, own) };
}

/** Where some words of an answer stand in it: [from, to). */
export function placeOf({ texts }: Heard, words: string): readonly [from: number, to: number] {
  const wanted = lexicon.tokenize(words).texts;
  const from = texts.findIndex((_, at) => wanted.every((text, next) => texts[at + next] === text));
  if (from < 0) throw new Error(`"${words}" is not said`);
  return [from, from + wanted.length];
}
