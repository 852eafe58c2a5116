import { meaningsOf, phraseAt } from './automaton';
import { type Alike, createHomophones } from './homophones';
import { kept, shortText } from './kept';
import type { AnswerLanguage, Mark, WordClass } from './language';
import type { NumberReader } from './numbers';
import { once } from './once';
import { createPhrases, type Phrases } from './phrases';
import { createSounds, type Sounds } from './sounds';
import { createStemmer } from './stem';
import { createUnits, type Units } from './units';
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
  prepositions: 134217728,
};

/** Marks as bits of a number of their own. */
export const MARK: Readonly<Record<Mark, number>> = {
  objects: 1,
  additions: 2,
  spellings: 4,
  existentials: 8,
  doubts: 16,
  undecided: 32,
  subordinators: 64,
  concessions: 128,
  speakers: 256,
  pauses: 512,
  picks: 1024,
  praises: 2048,
  matters: 4096,
  conditions: 8192,
  states: 16384,
  belongings: 32768,
  facts: 65536,
  inquiries: 131072,
  possessives: 262144,
  similes: 524288,
  regrets: 1048576,
  continuing: 2097152,
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

/** So many words are kept ready, some hundred bytes each. */
const MOST_WORDS = 5000;

/** A language, made ready. */
export interface Lexicon {
  readonly language: AnswerLanguage;
  readonly numbers: NumberReader;
  readonly tokenize: Tokenizer;
  readonly stem: (text: string) => string;
  readonly units: Units;
  readonly sounds: Sounds;
  /** A word by its sound, homophones alike. */
  readonly soundOf: (text: string) => string;
  readonly classes: Phrases<number>;
  readonly marks: Phrases<number>;
  /** Whether a word may be one of a number. Where none is, there is no number. */
  readonly isOfNumber: (text: string) => boolean;
  /** The number that a single word is. */
  readonly numberOf: (text: string) => number | undefined;
  /** What is left of a sound where words were split or run together. */
  readonly outlines: Sounds;
  /** The words that sound like a word. */
  readonly alike: Alike;
  /** Of these, the ones that are often said and mean themselves, and phrases in which they do. */
  readonly common: ReadonlySet<string>;
  readonly meant: Phrases<true>;
}

export function createLexicon(language: AnswerLanguage, numbers: NumberReader): Lexicon {
  const tokenize = createTokenizer(language, numbers);
  const classes = createPhrases(
    Object.entries(language.words).map(([name, phrases]) => [CLASS[name as WordClass], phrases] as const),
    tokenize,
  );
  const marks = createPhrases(
    Object.entries(language.marks).map(([name, phrases]) => [MARK[name as Mark], phrases] as const),
    tokenize,
  );
  /** People say the same few thousand words again and again. */
  const ofWord = <Value>(make: (text: string) => Value) => kept(make, MOST_WORDS, shortText);
  const sounds = ofWord(createSounds(language.sounds));
  const stem = ofWord(createStemmer(language));
  const homophones = once(() => createHomophones(language.homophones.alike, stem));
  return {
    language,
    numbers,
    tokenize,
    stem,
    units: createUnits(language),
    sounds,
    soundOf: ofWord((text) => sounds(homophones().firstAlike(text))),
    classes,
    marks,
    outlines: ofWord(createSounds(language.outlines)),
    alike: ofWord((text) => homophones().alike(text)),
    numberOf: ofWord(numbers.read),
    isOfNumber: ofWord((text) => numbers.find([text]).length + numbers.find([text, text]).length > 0),
    common: new Set(language.homophones.common),
    meant: createPhrases([[true, language.homophones.meant]], tokenize),
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

/** The marks of each token. A word of a fixed phrase has none of its own. */
export function marksOf(texts: readonly string[], fixed: readonly boolean[], { marks }: Lexicon): number[] {
  const found = new Array<number>(texts.length).fill(0);
  for (let at = 0; at < texts.length; ) {
    const phrase = phraseAt(marks, texts, at);
    const to = phrase?.to ?? at + 1;
    for (let token = at; phrase && token < to; token++) {
      const own = fixed[token] ? 0 : classOf(texts[token] ?? '', marks);
      found[token] = to - at > 1 ? allOf(phrase.meanings) | own : own;
    }
    at = to;
  }
  return found;
}

function allOf(classes: readonly number[]): number {
  let all = 0;
  for (const one of classes) all |= one;
  return all;
}
