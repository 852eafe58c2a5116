import { allOf, CLASS, classify, type Entry, type Lexicon, marksOf } from './lexicon';
import type { Numeral } from './numerals';

/** An utterance, made ready to be matched. */
export interface Heard {
  /** As said, by word; `wordOf` tells the word of a token. */
  readonly words: readonly string[];
  readonly wordOf: readonly number[];
  readonly texts: readonly string[];
  /** What is known of each token by itself. */
  readonly entries: readonly Entry[];
  readonly stems: readonly string[];
  readonly classes: readonly number[];
  readonly marks: readonly number[];
  /** Tokens of a fixed phrase: they mean nothing of their own. */
  readonly fixed: readonly boolean[];
  readonly numerals: readonly Numeral[];
  /** Tokens of a number. */
  readonly isNumber: readonly boolean[];
  /** All classes that there are: a rule that needs one of others is not worth trying. */
  readonly anyClass: number;
  /** The verb comes last: a word right behind an option is no noun that goes with it. */
  readonly isVerbLast: boolean;
}

export function hear(said: string, lexicon: Lexicon): Heard {
  const { words, texts, wordOf } = lexicon.tokenize(said);
  return heardTokens(words, texts, wordOf, lexicon);
}

export function heardTokens(
  words: readonly string[],
  texts: readonly string[],
  wordOf: readonly number[],
  lexicon: Lexicon,
): Heard {
  const entries = texts.map(lexicon.entry);
  const { classes, fixed } = classify(texts, entries, lexicon);
  const found = numeralsIn(texts, entries, lexicon);
  return {
    words,
    wordOf,
    texts,
    entries,
    stems: entries.map(({ stem }) => stem),
    classes,
    marks: marksOf(texts, entries, fixed, lexicon),
    fixed,
    numerals: found,
    isNumber: numberedOf(found, texts.length),
    anyClass: allOf(classes),
    isVerbLast: lexicon.language.behind === 'nothing',
  };
}

const NONE: readonly Numeral[] = [];

/** So many words beside those of a number may belong to it: "a" of "a hundred", "minus". */
const BESIDE_NUMBER = 2;

/** People say the same few numbers again and again: what is read of these words is kept. */
function numeralsIn(texts: readonly string[], entries: readonly Entry[], lexicon: Lexicon): readonly Numeral[] {
  const first = entries.findIndex(({ isOfNumber }) => isOfNumber);
  if (first < 0) return NONE;
  const from = Math.max(0, first - BESIDE_NUMBER);
  const to = entries.findLastIndex(({ isOfNumber }) => isOfNumber) + 1 + BESIDE_NUMBER;
  const found = lexicon.numeralsOf(texts.slice(from, to).join(' '));
  return found.map((one) => ({ ...one, from: one.from + from, to: one.to + from }));
}

function numberedOf(found: readonly Numeral[], count: number): readonly boolean[] {
  const numbered = new Array<boolean>(count).fill(false);
  for (const { from, to } of found) numbered.fill(true, from, to);
  return numbered;
}

/** Whether any token is of one of these classes. */
export function holdsAny({ anyClass }: Heard, classes: number): boolean {
  return (anyClass & classes) !== 0;
}

/** Whether any token has one of these marks. */
export function hasAny({ marks }: Heard, wanted: number): boolean {
  return marks.some((own) => (own & wanted) !== 0);
}

export function is(heard: Heard, token: number, classes: number): boolean {
  return ((heard.classes[token] ?? 0) & classes) !== 0;
}

/** Whether a token is of a class by itself, whatever the phrase means that it stands in: "not" of "doesn't work". */
export function isByItself({ entries }: Heard, token: number, classes: number): boolean {
  return ((entries[token]?.classes ?? 0) & classes) !== 0;
}

export function has(heard: Heard, token: number, marks: number): boolean {
  return ((heard.marks[token] ?? 0) & marks) !== 0;
}

/** The token before an option and the determiners that stand before it. */
export function beforeDeterminers(heard: Heard, from: number): number {
  let at = from - 1;
  while (is(heard, at, CLASS.determiners)) at--;
  return at;
}

/** "has to be". */
export function isObliging(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.carriers) && is(heard, at + 1, CLASS.carriers) && is(heard, at + 2, CLASS.being);
}

/** What remains between courtesies and hesitations: [from, to). */
export function core(heard: Heard): { from: number; to: number } {
  const around = CLASS.courtesies | CLASS.hesitations;
  let from = 0;
  let to = heard.texts.length;
  while (is(heard, from, around)) from++;
  while (to > from && is(heard, to - 1, around)) to--;
  return { from, to };
}

/** Tokens [from, to) in the person's own words. */
export function asSaid({ words, wordOf }: Heard, from: number, to: number): string {
  const first = wordOf[from];
  const last = wordOf[to - 1];
  return first === undefined || last === undefined ? '' : words.slice(first, last + 1).join(' ');
}

/** The tokens [from, to). */
export function range(from: number, to: number): number[] {
  const tokens: number[] = [];
  for (let token = from; token < to; token++) tokens.push(token);
  return tokens;
}

/** Whether somebody is named to whom something belongs: "not the wife's ranger". */
export function isOwnerAt(heard: Heard, at: number): boolean {
  const isNoun = is(heard, at - 1, CLASS.determiners) && heard.classes[at] === 0;
  return isNoun && heard.wordOf[at] === heard.wordOf[at + 1];
}
