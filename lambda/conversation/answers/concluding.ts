import { type Comments, isReason } from './comment';
import type { Decision, Rule } from './decision';
import { type Heard, heardTokens, is, range } from './heard';
import { CLASS, type Lexicon } from './lexicon';

/**
 * An option that a story comes to, or that a reason follows: "the flight's at eight so a quarter past five", "on the fifteenth
 * because I get paid on the fourteenth". `decide` decides by words alone.
 */
export function byConclusion(
  heard: Heard,
  comments: Comments,
  lexicon: Lexicon,
  decide: (heard: Heard) => Decision | undefined,
): Decision | undefined {
  const { texts, words, wordOf } = heard;
  if (texts.some((_, at) => is(heard, at, CLASS.negators))) return undefined;
  const part = (from: number, to: number) =>
    plainly(decide(heardTokens(words, texts.slice(from, to), wordOf.slice(from, to), lexicon)));
  const conclusion = texts.findLastIndex((_, at) => is(heard, at, CLASS.conclusions));
  const concluded = conclusion > 1 ? part(conclusion + 1, texts.length) : undefined;
  if (concluded) return concluded;
  const reason = range(1, texts.length - 2).find((at) => isReason(heard, comments, at));
  return reason === undefined ? undefined : part(0, reason);
}

/** Taken with nothing left over, and by more than a part of its label. */
function plainly(decision: Decision | undefined): Decision | undefined {
  if (decision?.kind !== 'choose' || decision.rest !== undefined || !PLAIN.includes(decision.rule)) return undefined;
  return { ...decision, confidence: decision.confidence - LESS_SURE };
}

const LESS_SURE = 0.1;
const PLAIN: readonly Rule[] = ['exact', 'label', 'number', 'time'];
