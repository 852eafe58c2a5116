import { phraseAt } from './automaton';
import { type Heard, heardTokens, holdsAny, is, range } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { isOffered } from './substitutes';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

/**
 * The words without what somebody asks of themselves before the name comes: "oh, what does she like, tulips", "it was, what
 * was her name, Rosie". `undefined` where nobody does; a question that an option does not follow at once is one.
 */
export function withoutPondering(heard: Heard, prepared: Prepared, lexicon: Lexicon): Heard | undefined {
  if (!holdsAny(heard, CLASS.questions | CLASS.hesitations)) return undefined;
  const { texts, words, wordOf, entries } = heard;
  const asked = range(0, texts.length).flatMap((from) => {
    const found = isBegin(from) ? phraseAt(lexicon.ponderings, texts, from) : undefined;
    return found && isFollowed(found.to) ? [found] : [];
  });
  if (asked.length === 0) return undefined;
  const kept = range(0, texts.length).filter((at) => !asked.some(({ from, to }) => from <= at && at < to));
  const pick = <Value>(values: readonly Value[]) => kept.flatMap((at) => values[at] ?? []);
  return heardTokens(words, pick(texts), pick(wordOf), lexicon);

  function isBegin(at: number): boolean {
    return is(heard, at, CLASS.questions | CLASS.hesitations);
  }

  /** An option follows, and no more is told of it: "what does she want Rosie to bring". */
  function isFollowed(end: number): boolean {
    let at = end;
    while (is(heard, at, CLASS.determiners | CLASS.hesitations)) at++;
    if (!isNamed(at)) return false;
    while (isNamed(at) || isAskedFor(at) || (is(heard, at, CLASS.light) && isNamed(at + 1))) at++;
    return at === texts.length || (is(heard, at, BEHIND) && !is(heard, at, TELLING));
  }

  /** "meal" of "Jain meal"; but what "rosie trained" is told of her, asked for a trainer. */
  function isAskedFor(at: number): boolean {
    return prepared.generic.has(wordAt(heard.stems, at)) && !isPastOf(wordAt(texts, at), lexicon.language.pastEndings);
  }

  function isNamed(at: number): boolean {
    const entry = entries[at];
    return entry !== undefined && !is(heard, at, CLASS.light) && isOffered(entry, prepared);
  }
}

const BEHIND =
  CLASS.courtesies |
  CLASS.hesitations |
  CLASS.settlements |
  CLASS.corrections |
  CLASS.boundaries |
  CLASS.alternatives |
  CLASS.subjects |
  CLASS.nouns;
const TELLING = CLASS.prepositions | CLASS.statements | CLASS.pasts;
