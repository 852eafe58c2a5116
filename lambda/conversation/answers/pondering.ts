import { phraseAt } from './automaton';
import { type Heard, heardTokens, is, range } from './heard';
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
  const { texts, words, wordOf, entries } = heard;
  const asked = range(0, texts.length).flatMap((from) => {
    const found = isBegin(from) ? phraseAt(lexicon.ponderings, texts, from) : undefined;
    return found && isFollowed(found.to) ? [found] : [];
  });
  if (asked.length === 0) return undefined;
  const isKept = (_: unknown, at: number) => !asked.some(({ from, to }) => from <= at && at < to);
  return heardTokens(words, texts.filter(isKept), wordOf.filter(isKept), lexicon);

  function isBegin(at: number): boolean {
    return is(heard, at, CLASS.questions | CLASS.hesitations);
  }

  /** An option follows, and no more is told of it: "what does she want Rosie to bring". */
  function isFollowed(end: number): boolean {
    const begin = range(end, texts.length).find((at) => !is(heard, at, CLASS.determiners | CLASS.hesitations));
    if (begin === undefined || !isNamed(begin)) return false;
    const isName = (at: number) => isNamed(at) || isAskedFor(at) || (is(heard, at, CLASS.light) && isNamed(at + 1));
    const behind = range(begin, texts.length).find((at) => !isName(at));
    return behind === undefined || (is(heard, behind, BEHIND) && !is(heard, behind, TELLING));
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
