import { begunWith, type FoundPhrase, goesOn, longerPhrase, meaningsOf, type State } from './automaton';
import { folded } from './folded';
import { type Alike, createHomophones } from './homophones';
import { isWord, kept } from './kept';
import type { AnswerLanguage, Aside, Mark, WordClass } from './language';
import type { NumberReader } from './numbers';
import { type Numeral, numerals } from './numerals';
import { once } from './once';
import { createPhrases, type Phrases } from './phrases';
import { createSaidTimes, type SaidTimes } from './said-times';
import { createSounds, createSpoken, type Sounds, type Spoken } from './sounds';
import { createStemmer } from './stem';
import { type Counts, createCounts, createUnits, moneyOf, type Units } from './units';
import { createTokenizer, MOST_WORDS, type Tokenizer } from './words';

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
  denials: 268435456,
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
  uses: 4194304,
  withdrawals: 8388608,
  misgivings: 16777216,
  undoings: 33554432,
  suiting: 67108864,
  timings: 134217728,
  describing: 268435456,
  tags: 536870912,
  grievances: 1073741824,
  suppositions: 2147483648,
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

/** So many letters tell how a word begins. */
export const LONGEST_BEGINNING = 4;

/** What is known of a word by itself, so that it is looked up once in an utterance. */
export interface Entry {
  readonly stem: string;
  /** Without its apostrophe, and how that begins. */
  readonly plain: string;
  readonly beginning: string;
  /** The words that sound like it. */
  readonly alike: readonly string[];
  /** As bits: `CLASS` and `MARK`. */
  readonly classes: number;
  readonly marks: number;
  /** Where longer phrases of each go on that begin with it. */
  readonly begunClasses: State<number> | undefined;
  readonly begunMarks: State<number> | undefined;
  /** It may be one of a number. Where none is, there is no number. */
  readonly isOfNumber: boolean;
  /** The number that it is by itself, as the labels that hold it have it: "#2". */
  readonly numberKey: string | undefined;
}

/** A language, made ready. */
export interface Lexicon {
  readonly language: AnswerLanguage;
  readonly numbers: NumberReader;
  readonly tokenize: Tokenizer;
  readonly stem: (text: string) => string;
  /** The stems of the months, of the parts of a day, and of people. */
  readonly stems: Readonly<Record<'dated' | 'dayparts' | 'people', ReadonlySet<string>>>;
  /** Ways to say a time of day. */
  readonly saidTimes: SaidTimes;
  readonly units: Units;
  /** The kinds of units that are money, which has signs. */
  readonly money: ReadonlySet<number>;
  /** Words before a unit that count it, by the first: "a couple of". */
  readonly counts: Counts;
  readonly sounds: Sounds;
  /** A word by its sound, homophones alike. */
  readonly soundOf: (text: string) => string;
  readonly classes: Phrases<number>;
  readonly marks: Phrases<number>;
  /** The numbers among words, by their places. */
  readonly numeralsOf: (words: string) => readonly Numeral[];
  /** What is known of a word by itself. */
  readonly entry: (text: string) => Entry;
  /** What is left of a sound where words were split or run together. */
  readonly outlines: Sounds;
  /** Words as they sound together, and the letters that the outlines of one begin with. */
  readonly spoken: (texts: readonly string[]) => readonly Spoken[];
  readonly outlineBeginnings: (text: string) => readonly string[];
  /** Of the words that sound alike, those that are often said and mean themselves, and phrases in which they do. */
  readonly common: ReadonlySet<string>;
  readonly meant: Phrases<true>;
  /** Labels that are nothing but agreement: "Confirm". */
  readonly agreement: Phrases<true>;
  /** What is asked of oneself before an option. */
  readonly ponderings: Phrases<true>;
  /** What tells that an option is only named, with what it is asked for. */
  readonly aside: Readonly<Record<Aside, Phrases<true>>>;
}

export function createLexicon(source: AnswerLanguage, numbers: NumberReader): Lexicon {
  const tokenize = createTokenizer(source, numbers);
  const language = folded(source, tokenize);
  const classes = createPhrases(
    Object.entries(language.words).map(([name, phrases]) => [CLASS[name as WordClass], phrases] as const),
    tokenize,
  );
  const marks = createPhrases(
    Object.entries(language.marks).map(([name, phrases]) => [MARK[name as Mark], phrases] as const),
    tokenize,
  );
  /** People say the same few thousand words again and again. */
  const ofWord = <Value>(make: (text: string) => Value) => kept(make, MOST_WORDS, isWord);
  const sounds = ofWord(createSounds(language.sounds));
  const stem = ofWord(createStemmer(language));
  const homophones = once(() => createHomophones(language.homophones.alike, stem));
  const alike: Alike = (text) => homophones().alike(text);
  const soundOf = ofWord((text) => sounds(homophones().firstAlike(text)));
  const outlines = ofWord(createSounds(language.outlines));
  const spoken = createSpoken(sounds, soundOf, outlines, alike);
  return {
    language,
    numbers,
    tokenize,
    stem,
    stems: {
      dated: new Set(language.dated.map(stem)),
      dayparts: new Set([...language.clock.am, ...language.clock.pm].map(stem)),
      people: new Set(language.ranges.people.map(stem)),
    },
    saidTimes: createSaidTimes(language.clock.said, tokenize),
    units: createUnits(language),
    money: moneyOf(language),
    counts: createCounts(language),
    sounds,
    soundOf,
    classes,
    marks,
    outlines,
    spoken,
    outlineBeginnings: ofWord((text) => [...new Set(spoken([text]).map(({ outline }) => outline.charAt(0)))]),
    numeralsOf: ofWord((words) => numerals(words.split(' '), numbers, language.positions)),
    entry: ofWord((text) => {
      const begunClasses = begunWith(classes, text);
      const begunMarks = begunWith(marks, text);
      const number = numbers.read(text);
      const plain = text.replace("'", '');
      return {
        stem: stem(text),
        plain,
        beginning: plain.slice(0, LONGEST_BEGINNING),
        alike: alike(text),
        classes: allOf(begunClasses?.meanings ?? []),
        marks: allOf(begunMarks?.meanings ?? []),
        begunClasses: begunClasses && goesOn(begunClasses) ? begunClasses : undefined,
        begunMarks: begunMarks && goesOn(begunMarks) ? begunMarks : undefined,
        isOfNumber: numbers.find([text]).length > 0,
        numberKey: number === undefined ? undefined : `#${number}`,
      };
    }),
    common: new Set(language.homophones.common),
    meant: createPhrases([[true, language.homophones.meant]], tokenize),
    agreement: createPhrases([[true, language.polarity.labels.agreement]], tokenize),
    ponderings: createPhrases([[true, language.ponderings]], tokenize),
    aside: Object.fromEntries(
      Object.entries(language.aside).map(([name, phrases]) => [name, createPhrases([[true, phrases]], tokenize)]),
    ) as Lexicon['aside'],
  };
}

/** The classes of a word by itself. */
export function classOf(text: string, classes: Phrases<number>): number {
  return allOf(meaningsOf(classes, text));
}

/** The classes of each token, and which tokens belong to a fixed phrase. */
export function classify(
  texts: readonly string[],
  entries: readonly Entry[],
  { classes }: Lexicon,
): { classes: number[]; fixed: boolean[] } {
  const found = entries.map((entry) => entry.classes);
  const fixed = texts.map(() => false);
  for (const { meanings, from, to } of longerPhrases(classes, texts, entries, ({ begunClasses }) => begunClasses)) {
    const bits = allOf(meanings);
    const isFixed = (bits & FIXED) !== 0;
    for (let token = from; token < to; token++) {
      found[token] = isFixed ? bits : bits | (found[token] ?? 0);
      fixed[token] = isFixed;
    }
  }
  return { classes: found, fixed };
}

/** The marks of each token. A word of a fixed phrase has none of its own. */
export function marksOf(
  texts: readonly string[],
  entries: readonly Entry[],
  fixed: readonly boolean[],
  { marks }: Lexicon,
): number[] {
  const found = entries.map((entry, at) => (fixed[at] ? 0 : entry.marks));
  for (const { meanings, from, to } of longerPhrases(marks, texts, entries, ({ begunMarks }) => begunMarks)) {
    const bits = allOf(meanings);
    for (let token = from; token < to; token++) found[token] = bits | (found[token] ?? 0);
  }
  return found;
}

/** The phrases of several words, from left to right, each behind the one before it. */
function longerPhrases(
  phrases: Phrases<number>,
  texts: readonly string[],
  entries: readonly Entry[],
  begunBy: (entry: Entry) => State<number> | undefined,
): readonly FoundPhrase<number>[] {
  let end = 0;
  return entries.flatMap((entry, at) => {
    const begun = at < end ? undefined : begunBy(entry);
    const phrase = begun && longerPhrase(phrases, begun, texts, at);
    if (!phrase) return [];
    end = phrase.to;
    return [phrase];
  });
}

/** All bits of several together. */
export function allOf(classes: readonly number[]): number {
  let all = 0;
  for (const one of classes) all |= one;
  return all;
}
