import { isIgnored } from './beyond';
import { beforeDeterminers, type Heard, is, isByItself, range } from './heard';
import { CLASS } from './lexicon';
import type { Polar } from './senses';
import { isSmallTalk } from './small-talk';
import { wordAt } from './word-at';

/** "yes I wasn't listening": what did not happen is the reason why. */
export function isExcused(heard: Heard, { value, first }: Polar, known: ReadonlySet<string>): boolean {
  if (value !== 'yes' || !is(heard, first, CLASS.subjects)) return false;
  const tokens = range(first, heard.texts.length);
  const isOther = (token: number) =>
    is(heard, token, OTHER_THOUGHT | CLASS.boundaries) && !is(heard, token - 1, CLASS.subjects);
  return (
    !tokens.some((token) => heard.isNumber[token]) &&
    // of an idiom, too: "i couldn't hear you"
    tokens.slice(0, FURTHEST_DENIAL).some((token) => isByItself(heard, token, CLASS.negators)) &&
    !tokens.some(isOther) &&
    tokens.filter((token) => !isIgnored(heard, token, known)).length <= MOST_OF_EXCUSE
  );
}

/** "paying attention" */
const MOST_OF_EXCUSE = 2;

/**
 * Whether what follows a yes or no only gives a reason for it or repeats the deed: "no i don't live there", "yes get rid of
 * it". A number, a question or more than one new word beside an object is a wish of its own.
 */
export function isEcho(
  heard: Heard,
  { value, first, end }: Polar,
  known: ReadonlySet<string>,
  objects: readonly string[],
): boolean {
  const begin = value === 'no' ? first : end;
  let from = begin;
  while (is(heard, from, CLASS.hesitations | CLASS.courtesies)) from++;
  const tokens = range(from, heard.texts.length);
  if (
    tokens.some((token) => heard.isNumber[token]) ||
    tokens.some((token) => is(heard, token, OTHER_THOUGHT) && !is(heard, token - 1, CLASS.subjects))
  )
    return false;
  const unknown = tokens.filter((token) => !isIgnored(heard, token, known));
  if (value === 'no') {
    if (isWish(heard, tokens, unknown)) return false;
    const isDenied = tokens.slice(0, FURTHEST_DENIAL).some((token) => is(heard, token, CLASS.negators));
    return (
      (is(heard, begin - 1, CLASS.negators) && !is(heard, begin - 1, CLASS.corrections)) ||
      (is(heard, from, CLASS.subjects) && (isDenied || unknown.length <= 1)) ||
      // "no not on sunday", but "no not monday tuesday"
      (is(heard, from, CLASS.negators) && unknown.length <= 2) ||
      is(heard, from + 1, CLASS.negators)
    );
  }
  // "yes but take it from savings"
  const isOnCondition = tokens.some((token) => is(heard, token, CLASS.boundaries) && !is(heard, token, CLASS.joiners));
  if (isOnCondition && unknown.length > 0) return false;
  // "yes without it", "yes and take it from savings"
  const isLimit = (token: number) =>
    is(heard, token, CLASS.negators) || is(heard, beforeDeterminers(heard, token), CLASS.prepositions);
  if (unknown.some(isLimit)) return false;
  return unknown.length <= 1 && tokens.some((token) => objects.includes(wordAt(heard.texts, token)));
}

/** Behind the word that a reason begins with: "i have not". */
const FURTHEST_DENIAL = 4;

/** "i just want to know my balance": something new is wished for. */
function isWish(heard: Heard, tokens: readonly number[], unknown: readonly number[]): boolean {
  const isDeed = (token: number) => is(heard, token, CLASS.carriers) && !is(heard, token, CLASS.wishes);
  const isDenied = (token: number) =>
    [token - 1, token - 2].some((before) => tokens.includes(before) && is(heard, before, CLASS.negators));
  return tokens.some(
    (token) =>
      is(heard, token, CLASS.wishes) &&
      !isDenied(token) &&
      tokens.some((later) => later > token && (unknown.includes(later) || isDeed(later))),
  );
}

const OTHER_THOUGHT = CLASS.questions | CLASS.asking;

/** Whether an answer only repeats the question: "book it" to "Shall I book it?" */
export function echoed(heard: Heard, known: ReadonlySet<string>): 'yes' | 'no' | undefined {
  const isRepeated = (token: number) =>
    known.has(wordAt(heard.stems, token)) && !is(heard, token, CLASS.light | CLASS.subjects);
  const tokens = heard.texts.map((_, token) => token);
  if (tokens.some((token) => is(heard, token, OTHER_THOUGHT | CLASS.contrasts)) || !tokens.some(isRepeated))
    return undefined;
  if (!tokens.every((token) => isSmallTalk(heard, token, known))) return undefined;
  return tokens.some((token) => is(heard, token, CLASS.negators)) ? 'no' : 'yes';
}
