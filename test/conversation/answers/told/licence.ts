import { candidateOf } from '../../../../lambda/conversation/answers/candidate';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { quantitiesOf } from '../../../../lambda/conversation/answers/quantities';
import { type Licence, licenceOf } from '../../../../lambda/conversation/answers/telling';
import { lexiconOf } from '../lexicon-of';

const LEXICON = lexiconOf('en');

/** Whether the last amount of an utterance answers the question. */
export function licence(
  labels: readonly string[],
  question: string,
  said: string,
  isCorrected = false,
): Licence | undefined {
  const heard = hear(said, LEXICON);
  const prepared = prepareOffer({ labels, question, from: 0, to: labels.length }, LEXICON);
  const quantity = quantitiesOf(heard.texts, heard.numerals, LEXICON).at(-1);
  const candidate = quantity && candidateOf(heard, quantity, prepared, LEXICON);
  return candidate && licenceOf(heard, candidate, isCorrected, prepared, LEXICON);
}

export type Told = Partial<Record<Licence, readonly string[]>>;

/** What was said, by what its amount tells. */
export function byLicence(labels: readonly string[], question: string, told: Told): Told {
  const found: Partial<Record<Licence, string[]>> = {};
  for (const said of Object.values(told).flat()) {
    const kind = licence(labels, question, said);
    if (kind) found[kind] = [...(found[kind] ?? []), said];
  }
  return found;
}
