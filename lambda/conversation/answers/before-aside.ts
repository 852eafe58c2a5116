import type { Decision } from './decision';
import { asSaid, type Heard, has, heardTokens, is, range } from './heard';
import { isInquiry } from './inquiry';
import { CLASS, type Lexicon, MARK } from './lexicon';

/**
 * An option, or several that fit alike, behind which nothing follows but what it is like, what it is for, whom it suits, or
 * what one would wish it to be: "grey like next door's", "a pirate costume, it's for Saturday", "the seventh suits the dog",
 * "fourteen, I wish it was a ten". `decide` decides by words alone.
 */
export function beforeAside(
  heard: Heard,
  lexicon: Lexicon,
  decide: (heard: Heard) => Decision | undefined,
): Decision | undefined {
  const { texts, words, wordOf } = heard;
  const at = range(1, texts.length).find((token) => isAside(heard, token));
  if (at === undefined || isOpen(heard, at)) return undefined;
  const decision = decide(heardTokens(words, texts.slice(0, at), wordOf.slice(0, at), lexicon));
  if (decision?.kind === 'which') return decision.rule === 'part' ? decision : undefined;
  if (decision?.kind !== 'choose' || decision.rest !== undefined) return undefined;
  const isDay = has(heard, at, MARK.suiting) && heard.numerals.some(({ ordinal }) => ordinal);
  if (!NAMED.includes(decision.rule) && !isDay) return undefined;
  const isRest = !has(heard, at, MARK.similes | MARK.regrets | MARK.concessions | MARK.suiting);
  return {
    ...decision,
    confidence: decision.confidence - LESS_SURE,
    ...(isRest && { rest: asSaid(heard, at, texts.length) }),
  };
}

const LESS_SURE = 0.1;
const NAMED: readonly string[] = ['exact', 'label', 'number', 'time'];

function isAside(heard: Heard, at: number): boolean {
  if (has(heard, at, MARK.similes | MARK.regrets | MARK.suiting)) return true;
  if (has(heard, at, MARK.concessions)) return has(heard, at + 1, MARK.regrets);
  const isIt = has(heard, at, MARK.objects) && is(heard, at, CLASS.subjects) && !is(heard, at - 1, NOT_BEFORE);
  return isIt && is(heard, at + 1, CLASS.being) && !is(heard, at + 1, CLASS.pasts);
}

/** "have it": its object, or the subject of a question. */
const NOT_BEFORE =
  CLASS.being |
  CLASS.statements |
  CLASS.prepositions |
  CLASS.subjects |
  CLASS.carriers |
  CLASS.boundaries |
  CLASS.negators;

/** What follows asks, denies or takes back. */
function isOpen(heard: Heard, at: number): boolean {
  const isRegret = has(heard, at, MARK.regrets | MARK.concessions);
  return (
    isInquiry(heard) ||
    range(at, heard.texts.length).some(
      (token) =>
        is(heard, token, CLASS.negators | CLASS.corrections | CLASS.alternatives) ||
        has(heard, token, MARK.states) ||
        (!isRegret && heard.numerals.some(({ from }) => from === token && !is(heard, token, CLASS.nouns))),
    )
  );
}
