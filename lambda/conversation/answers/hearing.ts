import { kindsOf } from './context';
import type { Decision, Rule } from './decision';
import { findEvidence } from './evidence';
import { type Heard, heardTokens, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared, Target } from './offer';
import { differing, distance, lettersOf } from './sounds';

/** Longer answers are not guessed at. */
const MOST_TOKENS = 8;
/** Words beside those unknown that may belong to a mis-heard name: "man a cure". */
const WIDENING = 2;
/** So much of a name may differ for it to be taken, and to be asked about. */
const CERTAIN = 0.17;
const SURE = 0.21;
const LIKELY = 0.34;
/** In letters, where the sound is further away. Words that look alike are often others: Psychologist and Psychiatrist. */
const LIKELY_LETTERS = 0.26;
/** The next best option must be so much further away. */
const MARGIN = 0.12;
/** Shorter words sound like too much. */
const SHORTEST = 4;

interface Guess {
  readonly index: number;
  readonly score: number;
}

/** The option that an answer only sounds like. `decide` decides by the words alone. */
export function bySound(
  heard: Heard,
  prepared: Prepared,
  lexicon: Lexicon,
  decide: (heard: Heard) => Decision | undefined,
): Decision | undefined {
  if (heard.texts.length > MOST_TOKENS || is(heard, 0, CLASS.questions)) return undefined;
  return byHomophone(heard, lexicon, decide) ?? byLikeness(heard, prepared, lexicon);
}

/** "for tickets" are four tickets. Only where nothing else was said. */
function byHomophone(
  heard: Heard,
  lexicon: Lexicon,
  decide: (heard: Heard) => Decision | undefined,
): Decision | undefined {
  const { texts, words, wordOf } = heard;
  let best: Decision | undefined;
  for (const [at, text] of texts.entries()) {
    const other = lexicon.homophones.get(text);
    if (other === undefined) continue;
    const changed = texts.map((known, token) => (token === at ? other : known));
    const decision = decide(heardTokens(words, changed, wordOf, lexicon));
    if (decision?.kind !== 'choose' || decision.rest !== undefined || DERIVED.has(decision.rule)) continue;
    // "see you" is no sea view, but may be.
    const isAlone = texts.length === 1 && is(heard, at, CLASS.light);
    if (isAlone || decision.rule === 'part') return { kind: 'confirm', index: decision.index, rule: 'sound' };
    if (best?.kind !== 'choose' || decision.confidence > best.confidence) best = decision;
  }
  return best?.kind === 'choose' ? { ...best, rule: 'sound', confidence: SOUND_CONFIDENCE } : undefined;
}

/** Ways to decide that are no name: a word that sounds like another is not guessed at for them. */
const DERIVED: ReadonlySet<Rule> = new Set(['position', 'correction', 'negation']);

const SOUND_CONFIDENCE = 0.7;

function byLikeness(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const evidence = findEvidence(heard, prepared, lexicon);
  const own = new Set([...evidence.values()].flatMap((hit) => [...hit.content]));
  const kinds = kindsOf(heard, prepared, own);
  const unknown = heard.texts.flatMap((_, token) => (kinds(token) === 'unknown' ? [token] : []));
  const named = new Set(
    [...evidence.values()].filter(({ content }) => content.size > 0).map(({ label }) => label.index),
  );
  const isSupported = own.size > 0;
  if (isSupported && unknown.length === 0) return undefined;
  if (unknown.some((token) => is(heard, token, CLASS.adverbs))) return undefined;
  const first = unknown[0] ?? 0;
  const last = unknown.at(-1) ?? heard.texts.length - 1;
  const guesses = new Map<number, number>();
  const said = saidOf(heard, lexicon);
  for (let from = Math.max(0, first - WIDENING); from <= first; from++) {
    for (let to = last + 1; to <= Math.min(heard.texts.length, last + 1 + WIDENING); to++) {
      if (isAside(heard, from) || isAside(heard, to - 1) || holds(own, from, to)) continue;
      const limit = from === first && to === last + 1 ? LIKELY : SURE;
      compare(said, from, to, prepared.targets(), { among: isSupported ? named : undefined, limit }, guesses);
    }
  }
  return judged(
    [...guesses].map(([index, score]) => ({ index, score })),
    isSupported,
  );
}

function holds(tokens: ReadonlySet<number>, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if (tokens.has(token)) return true;
  return false;
}

function isAside(heard: Heard, token: number): boolean {
  return is(heard, token, CLASS.courtesies | CLASS.hesitations);
}

/** Notes for each option how far the tokens [from, to) are from it at least: 0 is alike, 1 nothing in common. */
function compare(
  said: Said,
  from: number,
  to: number,
  targets: readonly Target[],
  { among, limit }: { readonly among: ReadonlySet<number> | undefined; readonly limit: number },
  guesses: Map<number, number>,
): void {
  const text = said.texts.slice(from, to).join('');
  if (text.length < SHORTEST - 1) return;
  const sounds = said.sounds(from, to);
  const letters = lettersOf(text);
  for (const target of targets) {
    if (among && !among.has(target.index)) continue;
    let nearest = unlikeLetters(text, letters, target);
    for (const sound of sounds) {
      nearest = Math.min(nearest, unlike(sound.text, sound.letters, target.sound, target.soundLetters, SHORTEST - 1));
    }
    // What begins otherwise is only believed where little else differs.
    const score = nearest > SURE && sounds[0]?.text[0] !== target.sound[0] ? 1 : nearest;
    if (score <= limit && score < (guesses.get(target.index) ?? 1)) guesses.set(target.index, score);
  }
}

interface Said {
  readonly texts: readonly string[];
  /** How the tokens [from, to) sound: run together, and each for itself. */
  readonly sounds: (from: number, to: number) => readonly Sound[];
}

interface Sound {
  readonly text: string;
  readonly letters: number;
}

function saidOf({ texts }: Heard, { sounds, soundOf }: Lexicon): Said {
  const known: string[] = [];
  const single = (token: number) => {
    known[token] ??= soundOf(texts[token] ?? '');
    return known[token] ?? '';
  };
  return {
    texts,
    sounds: (from, to) => {
      const together = sounds(texts.slice(from, to).join(''));
      let apart = '';
      for (let token = from; token < to; token++) apart += single(token);
      return [...new Set([together, apart])].map((text) => ({ text, letters: lettersOf(text) }));
    },
  };
}

function unlikeLetters(text: string, letters: number, target: Target): number {
  const score = unlike(text, letters, target.text, target.letters, SHORTEST);
  return score <= LIKELY_LETTERS ? score : 1;
}

function unlike(one: string, ofOne: number, other: string, ofOther: number, shortest: number): number {
  if (one === other && other.length >= shortest - 1) return 0;
  if (other.length < shortest || one.length < shortest - 1) return 1;
  const longest = Math.max(one.length, other.length);
  const limit = Math.floor(longest * LIKELY + 0.01);
  if (differing(ofOne, ofOther) > limit) return 1;
  const found = distance(one, other, limit);
  return found > limit ? 1 : found / longest;
}

function judged(guesses: readonly Guess[], isSupported: boolean): Decision | undefined {
  const [best, ...others] = [...guesses].sort((one, other) => one.score - other.score || one.index - other.index);
  if (!best || best.score > LIKELY) return undefined;
  const alike = others.filter(({ score }) => score <= LIKELY && score - best.score < MARGIN);
  if (alike.length > 0) {
    const indexes = [best, ...alike].map(({ index }) => index).sort((one, other) => one - other);
    return indexes.length <= 3 ? { kind: 'which', indexes, rule: 'sound' } : undefined;
  }
  if (best.score <= (isSupported ? LIKELY : CERTAIN)) {
    return { kind: 'choose', index: best.index, rule: 'sound', confidence: 0.75 - best.score };
  }
  return { kind: 'confirm', index: best.index, rule: 'sound' };
}
