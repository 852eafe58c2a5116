import type { Decision } from './decision';
import { findEvidence } from './evidence';
import { type Heard, holdsAny, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';
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
    if (offer.count !== 2 || heard.texts.length < 3 || !holdsAny(heard, TAKES_BACK)) return undefined;
    const find = patternFinder(patterns, heard, offer, positions);
    const from = heard.texts.findIndex((_, token) => {
      const found = token > 1 ? find(token) : undefined;
      return found !== undefined && isOver(heard, found.to);
    });
    const back = from < 0 ? -1 : takenBackBefore(heard, from);
    if (back < 1) return undefined;
    const best = rank(findEvidence(heard, offer, lexicon, 0, back))?.best ?? [];
    const [only] = best;
    if (!only || best.length > 1 || only.label.negative) return undefined;
    return { kind: 'choose', index: 1 - only.label.index, rule: 'negation', confidence: 0.8 };
  };
}

/** What takes back what was said before it, right before a token; -1 where nothing does. */
function takenBackBefore(heard: Heard, token: number): number {
  let at = token - 1;
  while (is(heard, at, AROUND) && !is(heard, at, TAKES_BACK)) at--;
  return is(heard, at, TAKES_BACK) ? at : -1;
}

function isOver(heard: Heard, from: number): boolean {
  for (let at = from; at < heard.texts.length; at++) if (!is(heard, at, AROUND)) return false;
  return true;
}
