import type { QuestionKind } from './decision';
import type { Lexicon } from './lexicon';
import { createPhrases, type Phrases } from './phrases';

/** `opener`: a yes that may only begin an answer. `own-refusal`: refuses as an answer to questions of the kind. */
export type Sense =
  | 'yes'
  | 'opener'
  | 'no'
  | 'agreement'
  | 'refusal'
  | 'own-refusal'
  | 'whole-yes'
  | 'whole-no'
  | 'neither';

/** The yes or no of an utterance. */
export interface Polar {
  readonly value: 'yes' | 'no';
  /** It is a plain word for it, such as "yes", and no phrase that agrees or refuses. */
  readonly isWord: boolean;
  /** Where the words end that say it first, and all that do. */
  readonly first: number;
  readonly end: number;
  /** Where what was said beyond it begins; the number of tokens where nothing was. */
  readonly rest: number;
  /** It stands behind its reason: "we've moved so yes". */
  readonly isConcluded?: true;
}

/** Yes and no in sentences, by kind of question; made when the kind is first asked. */
export type Polarities = (kind: QuestionKind) => Phrases<Sense>;

/** The phrases of a language that say yes and no. */
export function createPolarities({ language: { polarity }, tokenize }: Lexicon): Polarities {
  const tree = (kind: QuestionKind) =>
    createPhrases<Sense>(
      [
        ['agreement', polarity.more[kind].yes],
        ['own-refusal', polarity.more[kind].no],
        ['opener', polarity.openers],
        ['yes', polarity.yes],
        ['no', polarity.no],
        ['neither', polarity.neither],
        ['whole-yes', polarity.whole.yes],
        ['whole-no', polarity.whole.no],
        ['whole-no', polarity.whole.refusal],
        ['refusal', polarity.refusal],
        // What is deleted is gone: that takes an explicit yes.
        ['whole-yes', kind === 'delete' ? [] : polarity.whole.agreement],
        ['agreement', kind === 'delete' ? [] : polarity.agreement],
      ],
      tokenize,
    );
  const made = new Map<QuestionKind, Phrases<Sense>>();
  return (kind) => {
    const known = made.get(kind) ?? tree(kind);
    made.set(kind, known);
    return known;
  };
}

/** What a word or phrase of each sense comes to; `neither` is looked for before. */
export const VALUE = {
  yes: 'yes',
  opener: 'yes',
  agreement: 'yes',
  'whole-yes': 'yes',
  no: 'no',
  refusal: 'no',
  'own-refusal': 'no',
  'whole-no': 'no',
  neither: 'no',
} as const;

/** It counts only where nothing else is said. */
export function isSmall(sense: Sense): boolean {
  return sense === 'whole-yes' || sense === 'whole-no';
}

/** What a word or phrase is behind a negator: "not great" refuses, and "not grand" where nothing else is said. */
export function denied(sense: Sense): Sense {
  if (sense === 'agreement') return 'refusal';
  return sense === 'whole-yes' ? 'whole-no' : sense;
}

/** A word for yes or no, and no phrase. */
export function isPlain(sense: Sense): boolean {
  return sense === 'yes' || sense === 'opener' || sense === 'no';
}
