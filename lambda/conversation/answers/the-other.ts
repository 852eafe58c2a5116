import type { Decision } from './decision';
import { findEvidence } from './evidence';
import { type Heard, has, holdsAny, is } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';
import { createPatterns, patternFinder } from './patterns';
import { rank } from './ranking';

/** What may stand around "the other" without telling of anything else. */
const AROUND = CLASS.hesitations | CLASS.courtesies | CLASS.determiners | CLASS.carriers | CLASS.light;
const TAKES_BACK = CLASS.corrections | CLASS.negators | CLASS.denials;

/** "The apple, no, the other": of two options the one that was not named, where the named one is taken back for it at the end. */
export function createTheOther(lexicon: Lexicon) {
  const { positions } = lexicon.language;
  const patterns = createPatterns([['remaining', positions.remaining] as const], lexicon);

  return (heard: Heard, offer: Prepared): Decision | undefined => {
    if (offer.count !== 2 || !holdsAny(heard, TAKES_BACK)) return undefined;
    const find = patternFinder(patterns, heard, offer, positions);
    const from = heard.texts.findIndex((_, token) => {
      const found = find(token);
      return found !== undefined && isOver(heard, found.to);
    });
    const ranking = rank(findEvidence(heard, offer, lexicon, 0, takenBackBefore(heard, from)));
    if (!ranking) return undefined;
    const [only, ...others] = ranking.best;
    // "the apple or the cherry, no, the other"
    if (!only || others.length > 0 || ranking.second || only.label.negative) return undefined;
    return { kind: 'choose', index: 1 - only.label.index, rule: 'negation', confidence: 0.8 };
  };
}

/** What takes back what was said before it, right before a token; -1 where nothing does. */
function takenBackBefore(heard: Heard, token: number): number {
  let at = token - 1;
  while (isAround(heard, at) && !is(heard, at, TAKES_BACK)) at--;
  // "the apple, no, not the other"
  const isDenied = is(heard, at, CLASS.negators) && !is(heard, at, CLASS.corrections);
  return is(heard, at, TAKES_BACK) && !isDenied ? at : -1;
}

/** "no I want the other", "no um the other". */
function isAround(heard: Heard, at: number): boolean {
  return is(heard, at, AROUND) || has(heard, at, MARK.speakers | MARK.picks);
}

function isOver(heard: Heard, from: number): boolean {
  for (let at = from; at < heard.texts.length; at++) if (!is(heard, at, AROUND)) return false;
  return true;
}
