import { meaningsOf, phraseAt } from './automaton';
import type { AnswerLanguage, SignalClass, WordClass } from './language';
import type { NumberReader } from './numbers';
import { createPhrases, type Phrases } from './phrases';
import { SIGNAL } from './signals';
import { createSounds, type Sounds } from './sounds';
import { createStemmer } from './stem';
import { createTokenizer, type Tokenizer } from './words';

/** Word classes as bits, so that a token's are one number. */
export const CLASS: Readonly<Record<WordClass, number>> = {
  light: 1,
  carriers: 2,
  courtesies: 4,
  hesitations: 8,
  approvals: 16,
  nouns: 32,
  negators: 64,
  corrections: 128,
  boundaries: 256,
  questions: 512,
  asking: 1024,
  statements: 2048,
  subjects: 4096,
  being: 8192,
  idioms: 16384,
  joiners: 32768,
  adverbs: 65536,
  wishes: 131072,
  determiners: 262144,
  pasts: 524288,
  contrasts: 1048576,
  absences: 2097152,
  rates: 4194304,
  comparisons: 8388608,
  alternatives: 16777216,
  conclusions: 33554432,
  settlements: 67108864,
  prepositions: 1073741824,
};

/** What adds nothing to an option before or behind it. */
export const FILLER =
  CLASS.light |
  CLASS.asking |
  CLASS.carriers |
  CLASS.courtesies |
  CLASS.hesitations |
  CLASS.nouns |
  CLASS.corrections |
  CLASS.subjects;

/** Phrases of several words whose single words mean nothing of their own. */
const FIXED = CLASS.negators | CLASS.courtesies | CLASS.hesitations | CLASS.corrections | CLASS.idioms;

/** A language, made ready. */
export interface Lexicon {
  readonly language: AnswerLanguage;
  readonly numbers: NumberReader;
  readonly tokenize: Tokenizer;
  readonly stem: (text: string) => string;
  readonly sounds: Sounds;
  /** A word by its sound, homophones alike. */
  readonly soundOf: (text: string) => string;
  readonly classes: Phrases<number>;
  readonly signals: Phrases<number>;
  /** The word that a homophone is taken for. */
  readonly homophones: ReadonlyMap<string, string>;
}

export function createLexicon(language: AnswerLanguage, numbers: NumberReader): Lexicon {
  const tokenize = createTokenizer(language, numbers);
  const classes = createPhrases(
    Object.entries(language.words).map(([name, phrases]) => [CLASS[name as WordClass], phrases] as const),
    (text) => tokenize(text).texts,
  );
  const signals = createPhrases(
    Object.entries(language.signals).map(([name, phrases]) => [SIGNAL[name as SignalClass], phrases] as const),
    (text) => tokenize(text).texts,
  );
  const sounds = createSounds(language.sounds);
  const homophones = new Map(
    language.homophones.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
  );
  return {
    language,
    numbers,
    tokenize,
    stem: createStemmer(language),
    sounds,
    soundOf: (text) => sounds(homophones.get(text) ?? text),
    classes,
    signals,
    homophones,
  };
}

/** The classes of a word by itself. */
export function classOf(text: string, classes: Phrases<number>): number {
  return allOf(meaningsOf(classes, text));
}

/** The classes of each token, and which tokens belong to a fixed phrase. */
export function classify(texts: readonly string[], { classes }: Lexicon): { classes: number[]; fixed: boolean[] } {
  const found = new Array<number>(texts.length).fill(0);
  const fixed = new Array<boolean>(texts.length).fill(false);
  for (let at = 0; at < texts.length; ) {
    const phrase = phraseAt(classes, texts, at);
    const to = phrase?.to ?? at + 1;
    if (phrase) {
      const bits = allOf(phrase.meanings);
      const isFixed = to - at > 1 && (bits & FIXED) !== 0;
      for (let token = at; token < to; token++) {
        found[token] = isFixed ? bits : bits | classOf(texts[token] ?? '', classes);
        fixed[token] = isFixed;
      }
    }
    at = to;
  }
  return { classes: found, fixed };
}

function allOf(classes: readonly number[]): number {
  let all = 0;
  for (const one of classes) all |= one;
  return all;
}
