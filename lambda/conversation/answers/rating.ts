import { phraseAt } from './automaton';
import type { NumberRange, Rating } from './decision';
import { type Heard, is, range } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { FoundNumber } from './numbers';
import { createPhrases, type Phrases } from './phrases';
import { wordAt } from './word-at';

/**
 * `lead`: leads to the number, "I'd give it"; `degree`: stands before it, "a solid"; `limit`: what follows is the scale, "out
 * of"; `unit`: is counted, "stars"; `to`: between two numbers of which none is meant alone; `about`: ends what the number
 * says, "for the service".
 */
type Sense = 'lead' | 'degree' | 'limit' | 'unit' | 'to' | 'about';

export type RatingWords = Phrases<Sense>;

export function createRatingWords({ language: { ratings }, tokenize }: Lexicon): RatingWords {
  return createPhrases<Sense>(
    [
      ['lead', ratings.leads],
      ['degree', ratings.degrees],
      ['limit', ratings.limits],
      ['unit', ratings.units],
      ['to', ratings.to],
      ['about', ratings.about],
    ],
    tokenize,
  );
}

/**
 * The number on a scale that a sentence comes to: "they were late but I'd say seven", "four out of five". `several` where
 * different ones are named and none of them is taken back, `undefined` where none is.
 */
export function ratingIn(heard: Heard, within: NumberRange, words: RatingWords, lexicon: Lexicon): Rating | undefined {
  if (is(heard, firstWord(heard), CLASS.questions)) return undefined;
  const found = lexicon.numbers.find(heard.texts);
  const scale = scaleOf(found, heard, words);
  const named = found
    .filter((one) => one.kind === 'cardinal' && !scale.includes(one))
    .filter(isRating(heard, words, found, scale, lexicon));
  const fitting = named.filter(({ value }) => isWithin(value, within));
  const last = fitting.at(-1) ?? named.at(-1);
  if (!last) return undefined;
  const isOne = fitting.every(({ value }) => value === last.value);
  return isOne || isTakenBack(heard, last) ? last.value : 'several';
}

/** Whether a number is one of those that are asked for. A vendor may say that there is no bound by two that are alike. */
export function isWithin(
  number: number,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: NumberRange,
): boolean {
  return min >= max || (number >= min && number <= max);
}

function firstWord(heard: Heard): number {
  return heard.texts.findIndex((_, at) => !is(heard, at, AROUND | CLASS.corrections));
}

/** What may stand around a number and says nothing. */
const AROUND = CLASS.hesitations | CLASS.courtesies;
/** Where a thought of its own begins. */
const CLAUSE = CLASS.boundaries | CLASS.conclusions | CLASS.contrasts;

/** The numbers that only tell the scale. */
function scaleOf(found: readonly FoundNumber[], heard: Heard, words: RatingWords): readonly FoundNumber[] {
  const { texts } = heard;
  const limits = texts.map((_, at) => phraseAt(words, texts, at)).filter((phrase) => phrase?.meaning === 'limit');
  const isLimit = ({ from }: FoundNumber) => limits.some((phrase) => phrase?.to === from);
  // "from one to ten"; but "six out of ten or seven"
  const isSecond = ({ from }: FoundNumber, before: FoundNumber) =>
    from === before.to + 1 &&
    !is(heard, before.to, CLASS.alternatives) &&
    phraseAt(words, texts, before.to)?.meaning === 'to';
  return found.filter((one, at) => {
    const before = found[at - 1];
    return isLimit(one) || (before !== undefined && isLimit(before) && isSecond(one, before));
  });
}

/** Whether a number is what a thought comes to: led to, or all of it, and followed by nothing that it counts. */
function isRating(
  heard: Heard,
  words: RatingWords,
  found: readonly FoundNumber[],
  scale: readonly FoundNumber[],
  { language: { positions } }: Lexicon,
) {
  let end = 0;
  return (one: FoundNumber): boolean => {
    const before = wordAt(heard.texts, one.from - 1);
    // "a good one"
    const isNoun =
      positions.pronouns.includes(wordAt(heard.texts, one.from)) &&
      !positions.single.includes(before) &&
      phraseAt(words, heard.texts, one.from - 1)?.meaning === 'degree';
    const isNext = isJoined(heard, end, one.from, words, scale);
    const isNamed = !isNoun && (isNext || isLedTo(heard, one.from, words)) && isOver(heard, one.to, words, found);
    if (isNamed) end = one.to;
    return isNamed;
  };
}

/** "four or five", "a four or a five", "four out of ten or five"; "on a scale of one to ten five" */
function isJoined(heard: Heard, from: number, to: number, words: RatingWords, scale: readonly FoundNumber[]): boolean {
  for (let at = from; at < to; ) {
    const phrase = phraseAt(words, heard.texts, at);
    const ofScale = scale.find((one) => one.from === at);
    const isBetween = is(heard, at, AROUND | CLASS.joiners | CLASS.alternatives | CLASS.corrections);
    if (!ofScale && !isBetween && !(phrase && BETWEEN.has(phrase.meaning))) return false;
    at = ofScale?.to ?? phrase?.to ?? at + 1;
  }
  return true;
}

/** What may stand between two numbers of which both are meant. */
const BETWEEN: ReadonlySet<Sense> = new Set(['to', 'degree', 'unit', 'limit']);

function isLedTo(heard: Heard, number: number, words: RatingWords): boolean {
  let from = number;
  for (const at of range(0, number).reverse()) {
    const phrase = phraseAt(words, heard.texts, at);
    if (phrase?.meaning === 'lead' && phrase.to >= from) return !isDenied(heard, at);
    const isSmall = phrase?.meaning === 'degree' || is(heard, at, AROUND | CLASS.corrections);
    if (isSmall && at === from - 1) from = at;
  }
  return is(heard, from - 1, CLAUSE) && !isDenied(heard, number);
}

/** "I wouldn't give it a seven", "not a five" */
function isDenied(heard: Heard, lead: number): boolean {
  const clause = heard.texts.findLastIndex((_, at) => at < lead && is(heard, at, CLAUSE));
  return range(clause + 1, lead).some((at) => is(heard, at, CLASS.negators) && !is(heard, at, CLASS.corrections));
}

/** Whether nothing follows that the number counts: "seven I suppose", "four out of five because it was cold". */
function isOver(heard: Heard, from: number, words: RatingWords, found: readonly FoundNumber[]): boolean {
  for (let at = from; at < heard.texts.length; ) {
    const phrase = phraseAt(words, heard.texts, at);
    const meaning = phrase?.meaning;
    const next = found.find((one) => one.from === (phrase?.to ?? at + 1));
    // "five or six times", "nine out of ten said so"
    const isScale = meaning === 'limit' || meaning === 'to' || is(heard, at, CLASS.alternatives);
    if (next && isScale) return isOver(heard, next.to, words, found);
    if (meaning === 'lead' || meaning === 'about' || is(heard, at, OVER)) return true;
    // "seven um seven"
    if (at > from && found.some((one) => one.from === at)) return true;
    if (meaning !== 'unit' && !is(heard, at, AROUND | CLASS.settlements)) return false;
    at = phrase?.to ?? at + 1;
  }
  return true;
}

/** What goes on with something else. */
const OVER = CLAUSE | CLASS.subjects | CLASS.determiners | CLASS.corrections | CLASS.alternatives;

/** "seven no make it eight" */
function isTakenBack(heard: Heard, { from }: FoundNumber): boolean {
  const before = heard.texts.findLastIndex((_, at) => at < from && !is(heard, at, IN_CHANGE));
  return range(before + 1, from).some((at) => is(heard, at, CLASS.corrections));
}

const IN_CHANGE = AROUND | CLASS.corrections | CLASS.determiners;
