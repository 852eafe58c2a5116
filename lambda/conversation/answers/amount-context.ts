import type { Candidate } from './candidate';
import type { Kinds } from './context';
import type { Heard } from './heard';
import type { Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { wordAt } from './word-at';

/** An amount in a sentence, and what stands around it. */
export interface Context {
  readonly heard: Heard;
  readonly candidate: Candidate;
  readonly prepared: Prepared;
  readonly lexicon: Lexicon;
  readonly kinds: Kinds;
  /** The tokens before the amount. */
  readonly before: readonly number[];
  /** Nothing but what an option is wrapped in stands before it. */
  readonly isFirst: boolean;
}

export function isVerbOf({ texts }: Heard, token: number, { language: { ranges } }: Lexicon): boolean {
  return ranges.verbs.includes(wordAt(texts, token));
}

export function isApproximate({ texts }: Heard, token: number, { language: { ranges } }: Lexicon): boolean {
  return ranges.approximate.includes(wordAt(texts, token));
}
