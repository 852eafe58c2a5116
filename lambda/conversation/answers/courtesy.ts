import type { Decision } from './decision';
import { asSaid, type Heard, heardTokens, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';

/** What may begin another thought behind "please". */
const THOUGHT = CLASS.subjects | CLASS.boundaries | CLASS.asking | CLASS.questions | CLASS.determiners;

/**
 * An option that is asked for before anything else is told: "an hour and a half please, I've got the time". What follows the
 * courtesy is the rest. `decide` decides by words alone.
 */
export function beforeCourtesy(
  heard: Heard,
  lexicon: Lexicon,
  decide: (heard: Heard) => Decision | undefined,
): Decision | undefined {
  const { texts, words, wordOf } = heard;
  const at = texts.findIndex((_, token) => is(heard, token, CLASS.courtesies) && is(heard, token + 1, THOUGHT));
  // "morning mate" names no Morning.
  const begin = texts.findLastIndex((_, token) => token < at && !(heard.fixed[token] && heard.fixed[token + 1])) + 1;
  const decision = decide(heardTokens(words, texts.slice(0, begin), wordOf, lexicon));
  if (decision?.kind !== 'choose' || decision.rest !== undefined) return undefined;
  const from = is(heard, at + 1, CLASS.joiners) ? at + 2 : at + 1;
  return { ...decision, confidence: decision.confidence - LESS_SURE, rest: asSaid(heard, from, texts.length) };
}

const LESS_SURE = 0.1;
