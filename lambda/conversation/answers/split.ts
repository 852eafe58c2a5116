import type { Decision } from './decision';
import { findEvidence } from './evidence';
import { type Heard, heardTokens, is, range } from './heard';
import { CLASS, FILLER, type Lexicon } from './lexicon';
import type { Prepared, Target } from './offer';
import { distance, type Spoken } from './sounds';
import { isOffered } from './substitutes';
import { wordAt } from './word-at';

/** So many words are heard for one at most: "poe dye a tree". */
const MOST_WORDS = 4;
/** Shorter names sound like too much: they are asked about, or not heard at all. */
const LONG = 7;
const SHORTEST = 5;
const SHORTEST_OUTLINE = 4;
const LONG_OUTLINE = 6;
/** So much of an outline may differ within a sentence, and where nothing else was said. */
const NEAR = 0.13;
const NEAR_ALONE = 0.25;
/** So much of the full sound may. */
const LIKELY = 0.4;
/** By so much of its length a name may be spelled longer or shorter. */
const MOST_LONGER = 0.5;
/** The next best option must be so much further away. */
const MARGIN = 0.12;

interface Guess {
  readonly target: Target;
  readonly from: number;
  readonly to: number;
  readonly score: number;
  /** It sounds the same, not only its outline. */
  readonly isSame: boolean;
}

/** A name that was heard as several words: "pie lot ease". `decide` decides by the words with the name in their place. */
export function bySplit(
  heard: Heard,
  prepared: Prepared,
  lexicon: Lexicon,
  decide: (heard: Heard) => Decision | undefined,
): Decision | undefined {
  const found = guesses(heard, prepared, lexicon);
  const [best, ...others] = found.sort((one, other) => one.score - other.score);
  if (!best) return undefined;
  const evidence = findEvidence(heard, prepared, lexicon);
  const named = new Set([...evidence.values()].flatMap(({ content }) => [...content]));
  const isOther = others.some(({ target, score }) => target.index !== best.target.index && score - best.score < MARGIN);
  if (isOther || best.score > mostOf(heard, best, named)) return undefined;
  const decision = decide(inPlace(heard, best, lexicon));
  if (decision?.kind !== 'choose' || decision.index !== best.target.index) return undefined;
  const length = [...named].reduce((sum, at) => sum + (heard.texts[at]?.length ?? 0), best.target.text.length);
  const isSure = (length >= LONG || best.isSame) && !isSentence(heard, best);
  if (!isSure) return isWhole(heard, best) ? { kind: 'confirm', index: decision.index, rule: 'sound' } : undefined;
  return { ...decision, rule: 'sound', confidence: CONFIDENCE };
}

const CONFIDENCE = 0.65;

const AROUND = CLASS.courtesies | CLASS.hesitations | CLASS.determiners;

/** Whether nothing else was said; "it's" and the like may stand before it. */
function isWhole(heard: Heard, { from, to }: Guess): boolean {
  return heard.texts.every((_, at) => (from <= at && at < to) || is(heard, at, at < from ? AROUND | IS : AROUND));
}

const IS = CLASS.being | CLASS.light;

/** How much of a name may differ: more where it is long and nothing else was said. */
function mostOf(heard: Heard, guess: Guess, named: ReadonlySet<number>): number {
  const { from, to, target } = guess;
  if (isSentence(heard, guess)) return 0;
  const isAlone = heard.texts.every(
    (_, at) => (from <= at && at < to) || named.has(at) || is(heard, at, at < from ? FILLER : BEHIND),
  );
  return isAlone && target.outline.length >= LONG_OUTLINE ? NEAR_ALONE : NEAR;
}

/** "burger and a" of "a burger and a drink" is no Burgundy. */
const BEHIND = CLASS.courtesies | CLASS.hesitations | CLASS.nouns;

function guesses(heard: Heard, prepared: Prepared, lexicon: Lexicon): Guess[] {
  const { texts, fixed, entries } = heard;
  const meansItself = entries.map((entry, at) => fixed[at] || isOffered(entry, prepared));
  const found: Guess[] = [];
  for (let from = 0; from < texts.length; from++) {
    if (meansItself[from]) continue;
    const last = Math.min(from + MOST_WORDS, texts.length);
    const targets = targetsAt(heard, from, prepared, lexicon);
    for (let to = from + 2; to <= last; to++) {
      if (meansItself[to - 1]) break;
      if (!isUnknown(heard, from, to) || isOrdinary(heard, from, to)) continue;
      const length = texts.slice(from, to).reduce((sum, text) => sum + text.length, 0);
      const near = targets.filter(({ text }) => Math.abs(text.length - length) <= text.length * MOST_LONGER);
      if (near.length === 0) continue;
      const sounds = lexicon.spoken(texts.slice(from, to));
      for (const target of near) {
        const score = Math.min(...sounds.map((sound) => unlike(sound, target)));
        const isSame = sounds.some(({ sound }) => sound === target.sound);
        if (isSame || !isMeant(heard, from, to, lexicon)) found.push({ target, from, to, score, isSame });
      }
    }
  }
  return found;
}

/** The names that begin as a word sounds. */
function targetsAt({ texts }: Heard, from: number, prepared: Prepared, lexicon: Lexicon): Target[] {
  const beginnings = lexicon.outlineBeginnings(wordAt(texts, from));
  return beginnings.flatMap((letter) => prepared.targetsBy().get(letter) ?? []).filter(isLongEnough);
}

function isLongEnough({ text, outline }: Target): boolean {
  return text.length >= SHORTEST && outline.length >= SHORTEST_OUTLINE;
}

/** "our dog" is no haddock: a word with its article, where more is said. */
function isOrdinary(heard: Heard, from: number, to: number): boolean {
  return to - from === 2 && is(heard, from, CLASS.determiners) && heard.texts.length > 2;
}

/** "after nine" and "after dinner" are no Afternoon, where they do not sound the same. */
export function isMeant({ texts }: Heard, from: number, to: number, { language }: Lexicon): boolean {
  return to - from > 1 && language.clock.past.includes(wordAt(texts, from));
}

function isUnknown(heard: Heard, from: number, to: number): boolean {
  return range(from, to).some((at) => !is(heard, at, FILLER));
}

function unlike({ sound, outline }: Spoken, target: Target): number {
  return share(sound, target.sound, LIKELY) > LIKELY ? 1 : share(outline, target.outline, NEAR_ALONE);
}

function share(one: string, other: string, most: number): number {
  const longest = Math.max(one.length, other.length);
  return distance(one, other, Math.floor(longest * most + 0.01)) / longest;
}

const VERBS = CLASS.being | CLASS.statements | CLASS.negators | CLASS.questions | CLASS.asking;

/** "card is gone" may be a cardigan, and may not. */
function isSentence(heard: Heard, { from, to }: Guess): boolean {
  return range(from, to).some((at) => is(heard, at, VERBS));
}

/** The utterance with the words of a name in the place of those heard. */
function inPlace({ texts, words, wordOf }: Heard, { target, from, to }: Guess, lexicon: Lexicon): Heard {
  const word = wordOf[from] ?? 0;
  return heardTokens(
    words,
    [...texts.slice(0, from), ...target.words, ...texts.slice(to)],
    [...wordOf.slice(0, from), ...target.words.map(() => word), ...wordOf.slice(to)],
    lexicon,
  );
}
