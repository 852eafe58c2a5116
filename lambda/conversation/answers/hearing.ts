import { kindsOf } from './context';
import type { Decision, Rule } from './decision';
import { findEvidence } from './evidence';
import { type Heard, has, is } from './heard';
import type { Label } from './label';
import { CLASS, FILLER, type Lexicon, MARK } from './lexicon';
import type { Prepared, Target } from './offer';
import { differing, distance, lettersOf } from './sounds';
import { bySplit, isMeant } from './split';
import { isNoun, meansItself, substitutes } from './substitutes';
import { wordAt } from './word-at';

/** Longer answers are not guessed at; where a word sounds the same as an option, they may be a little longer. */
const MOST_TOKENS = 8;
const MOST_ALIKE = 12;
/** "why fi" asks nothing. */
const SHORTEST_QUESTION = 2;
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
  const isQuestion = is(heard, 0, CLASS.questions) && heard.texts.length > SHORTEST_QUESTION;
  if (heard.texts.length > MOST_ALIKE || isQuestion) return undefined;
  const homophone = byHomophone(heard, prepared, lexicon, decide);
  if (homophone?.kind === 'choose') return homophone;
  const split = bySplit(heard, prepared, lexicon, decide);
  if (split?.kind === 'choose') return split;
  const like = heard.texts.length > MOST_TOKENS ? undefined : byLikeness(heard, prepared, lexicon);
  return like?.kind === 'choose' ? like : (homophone ?? split ?? like);
}

/** "for tickets" are four tickets, "some flours for my wife" flowers. */
function byHomophone(
  heard: Heard,
  prepared: Prepared,
  lexicon: Lexicon,
  decide: (heard: Heard) => Decision | undefined,
): Decision | undefined {
  const { texts } = heard;
  let best: Decision | undefined;
  for (const { heard: changed, at } of substitutes(heard, prepared, lexicon)) {
    const decision = decide(changed);
    if (decision?.kind !== 'choose' || DERIVED.has(decision.rule)) continue;
    const alike = at === undefined ? [] : soundingLike(wordAt(heard.texts, at), decision.index, prepared, lexicon);
    if (alike.length > 1) return { kind: 'which', indexes: alike, rule: 'sound' };
    if (decision.rest !== undefined && !mayGoOn(heard, at, decision.rule, prepared, lexicon)) continue;
    // "see you" is no sea view, but may be; "number to" is number two.
    const isNumber = decision.rule === 'number' && texts.length > 1;
    const isAlone =
      !isNumber &&
      (at === undefined || !isNamed(heard, at, lexicon)) &&
      texts.every((_, token) => is(heard, token, FILLER) && !prepared.stems.has(wordAt(heard.stems, token)));
    if (isAlone || decision.rule === 'part') return { kind: 'confirm', index: decision.index, rule: 'sound' };
    if (best?.kind !== 'choose' || decision.confidence > best.confidence) best = decision;
  }
  return best?.kind === 'choose' ? { ...best, rule: 'sound', confidence: SOUND_CONFIDENCE } : undefined;
}

/** "read" of Dr. Reid and Dr. Reed: the options that a word sounds like, one of them known. */
function soundingLike(text: string, index: number, { labels }: Prepared, { soundOf }: Lexicon): readonly number[] {
  const sound = soundOf(text);
  const fits = (label: Label) =>
    label.items.some((item) => item.content && !item.shared && soundOf(item.text) === sound);
  const others = labels.filter((label) => !label.isSynonym && fits(label));
  return [...new Set([index, ...others.map((label) => label.index)])].sort((one, other) => one - other);
}

/** Whether more may follow the word: "time for lunch" is no thyme, but "time please, for the window" is. */
function mayGoOn(heard: Heard, at: number | undefined, rule: Rule, { stems }: Prepared, lexicon: Lexicon): boolean {
  if (at === undefined || rule !== 'label') return false;
  // "break pads on the front"
  if (stems.has(wordAt(heard.stems, at + 1))) return true;
  return isNamed(heard, at, lexicon) || (!lexicon.common.has(wordAt(heard.texts, at)) && !isWhere(heard, at));
}

/** "we go to the beach on sundays" is no beech. */
function isWhere(heard: Heard, at: number): boolean {
  let before = at - 1;
  while (is(heard, before, CLASS.determiners)) before--;
  return is(heard, before, CLASS.prepositions);
}

/** "time please", "a piece of place": it stands as what is wanted does. */
function isNamed(heard: Heard, at: number, lexicon: Lexicon): boolean {
  const { units } = lexicon;
  if (isNoun(heard, at, lexicon) || isPickedAs(heard, at)) return true;
  if (is(heard, at, CLASS.subjects | CLASS.being)) return false;
  const isOrdered = is(heard, at + 1, CLASS.courtesies) && !is(heard, at - 1, CLASS.subjects);
  // "two bags of", "a kilo of"
  const isCounted = heard.numerals.some(({ to }) => to === at - 2) || units(heard.texts, at - 2)?.to === at - 1;
  return isOrdered || (is(heard, at - 1, CLASS.prepositions) && (is(heard, at - 2, CLASS.nouns) || isCounted));
}

/** "I'll have the place": behind an article, and what picks it. */
function isPickedAs(heard: Heard, at: number): boolean {
  const isArticle = is(heard, at - 1, CLASS.determiners) && !has(heard, at - 1, MARK.possessives);
  const isPick = has(heard, at - 2, MARK.picks) && !has(heard, at - 2, MARK.existentials);
  return isArticle && isPick && !is(heard, at, CLASS.subjects | CLASS.being);
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
  if (isSupported && unknown.length === 0) return byWhole(heard, prepared);
  if (unknown.some((token) => is(heard, token, CLASS.adverbs) || meansItself(heard, token, lexicon))) return undefined;
  if (!isSupported && unknown.length > 0 && unknown.every((token) => isKnown(heard, token, prepared))) return undefined;
  const first = unknown[0] ?? 0;
  // "no stake" is no wish for it.
  if (is(heard, first - 1, CLASS.negators)) return undefined;
  const last = unknown.at(-1) ?? heard.texts.length - 1;
  const guesses = new Map<number, number>();
  const said = saidOf(heard, lexicon);
  // "trauma" to Comedy, Drama and Horror: nothing else was said that tells what is meant.
  const outline = heard.texts.length === 1 ? lexicon.spoken(heard.texts)[0]?.outline : undefined;
  for (let from = Math.max(0, first - WIDENING); from <= first; from++) {
    for (let to = last + 1; to <= Math.min(heard.texts.length, last + 1 + WIDENING); to++) {
      if (isAside(heard, from) || isAside(heard, to - 1) || holds(own, from, to)) continue;
      const limit = isMeant(heard, from, to, lexicon) ? ALIKE : from === first && to === last + 1 ? LIKELY : SURE;
      const among = isSupported ? named : undefined;
      compare(said, from, to, prepared.targets(), { among, limit, outline }, guesses);
    }
  }
  return judged(
    [...guesses].map(([index, score]) => ({ index, score })),
    isSupported,
  );
}

/** The same sound. */
const ALIKE = 0;

/** "I'm not sure" is no Night, and "at nine" not Nice: the word itself is understood. */
function isKnown(heard: Heard, token: number, { holdsNumbers }: Prepared): boolean {
  const isNumber = heard.isNumber[token] === true;
  return is(heard, token, CLASS.negators | CLASS.approvals) || (isNumber && !holdsNumbers);
}

/** "checking" is Check in where it fits several: it differs from the whole label by a letter. */
function byWhole({ texts }: Heard, { labels }: Prepared): Decision | undefined {
  const text = texts.join('');
  if (text.length < LONG_ENOUGH) return undefined;
  const [only, ...others] = labels.filter(({ compact }) => compact !== text && distance(text, compact, 1) <= 1);
  return only && others.length === 0 ? { kind: 'confirm', index: only.index, rule: 'sound' } : undefined;
}

const LONG_ENOUGH = 6;

function holds(tokens: ReadonlySet<number>, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if (tokens.has(token)) return true;
  return false;
}

function isAside(heard: Heard, token: number): boolean {
  return is(heard, token, CLASS.courtesies | CLASS.hesitations);
}

/** Which options are compared, and how far they may be away. `outline`: of the only word that was said. */
interface Reach {
  readonly among: ReadonlySet<number> | undefined;
  readonly limit: number;
  readonly outline: string | undefined;
}

/** Notes for each option how far the tokens [from, to) are from it at least: 0 is alike, 1 nothing in common. */
function compare(
  said: Said,
  from: number,
  to: number,
  targets: readonly Target[],
  { among, limit, outline }: Reach,
  guesses: Map<number, number>,
): void {
  const text = said.texts.slice(from, to).join('');
  // With the rest of a name beside it, a shorter word tells enough to ask: "coat milk" of goat milk.
  const shortest = among ? SHORTEST - 1 : SHORTEST;
  if (text.length < shortest - 1) return;
  const sounds = said.sounds(from, to);
  const letters = lettersOf(text);
  for (const target of targets) {
    if (among && !among.has(target.index)) continue;
    const byLetters = unlike(text, letters, target.text, target.letters, shortest);
    let nearest = byLetters <= LIKELY_LETTERS ? byLetters : 1;
    for (const sound of sounds) {
      nearest = Math.min(nearest, unlike(sound.text, sound.letters, target.sound, target.soundLetters, shortest - 1));
    }
    // What begins otherwise is only believed where little else differs.
    const isOther = nearest > SURE && sounds[0]?.text[0] !== target.sound[0];
    const isDoubtful = nearest > 0 && (isOther || target.text.length < SHORTEST);
    const score = isDoubtful && nearest <= LIKELY ? (among ? LIKELY : isOther ? 1 : nearest) : nearest;
    const told = outline === target.outline ? Math.min(score, byLetters) : score;
    if (told <= limit && told < (guesses.get(target.index) ?? 1)) guesses.set(target.index, told);
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
    known[token] ??= soundOf(wordAt(texts, token));
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

function unlike(one: string, ofOne: number, other: string, ofOther: number, shortest: number): number {
  if (one === other && other.length >= shortest - 1) return 0;
  if (other.length < shortest || one.length < shortest - 1) return 1;
  const longest = Math.max(one.length, other.length);
  const limit = Math.floor(longest * LIKELY + 0.01);
  if (differing(ofOne, ofOther) > limit) return 1;
  return distance(one, other, limit) / longest;
}

function judged(guesses: readonly Guess[], isSupported: boolean): Decision | undefined {
  const [best, ...others] = [...guesses].sort((one, other) => one.score - other.score);
  if (!best) return undefined;
  const alike = others.filter(({ score }) => score - best.score < MARGIN);
  if (alike.length > 0) {
    const indexes = [best, ...alike].map(({ index }) => index).sort((one, other) => one - other);
    return indexes.length <= 3 ? { kind: 'which', indexes, rule: 'sound' } : undefined;
  }
  if (isSupported ? best.score < LIKELY : best.score <= CERTAIN) {
    return { kind: 'choose', index: best.index, rule: 'sound', confidence: 0.75 - best.score };
  }
  return { kind: 'confirm', index: best.index, rule: 'sound' };
}
