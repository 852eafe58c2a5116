import { memoize } from '../memoize';

/**
 * Positions between the words of an utterance, as bits: bit 0 stands before the first word, bit 1 behind it. A set of
 * positions is one number, so that all ways through a phrase are followed at once.
 */
export type Positions = number;

/** The words of an utterance by their numbers in a grammar; `UNKNOWN` is none that a phrase holds. */
export type Heard = readonly number[];

export interface Phrase {
  /** Where the phrase can end if it begins at any of these positions. */
  readonly ends: (from: Positions, heard: Heard) => Positions;
  /** Whether its first word can be this one. */
  readonly beginsWith: (word: number) => boolean;
  /** Whether it holds this word anywhere. */
  readonly holds: (word: number) => boolean;
  /** It can have no word at all. */
  readonly isOptional: boolean;
}

/** As many words as positions fit into a number. */
export const MOST_WORDS = 30;

const UNKNOWN = -1;

/**
 * Phrases of a language: words with alternatives, options and parts that have a name, "(can|could) you say {{that}}
 * [again]". The part "{{word}}" is any one word.
 */
export interface Grammar {
  /** The phrase that is any one of these. */
  phrase(templates: readonly string[]): Phrase;
  /** At most `MOST_WORDS` words, to be held against the phrases that were made until now. */
  hear(words: readonly string[]): Heard;
}

/**
 * @param parts the templates that each name stands for; they may name others, but never themselves
 * @param split takes the words of a template apart as those of an utterance are
 */
export function createGrammar(
  parts: Readonly<Record<string, readonly string[]>>,
  split: (text: string) => readonly string[],
): Grammar {
  const numbers = new Map<string, number>();
  const words = new Map<string, readonly Phrase[]>();
  const made = new Map<string, Phrase>([['word', ANY_WORD]]);
  const making = new Set<string>();

  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };

  const word = (text: string): readonly Phrase[] => {
    const phrases = words.get(text) ?? split(text).map((one) => oneWord(numberOf(one)));
    words.set(text, phrases);
    return phrases;
  };

  const part = (name: string): Phrase => {
    const known = made.get(name);
    if (known) return known;
    const templates = parts[name];
    if (!templates) throw new Error(`No part of a phrase is called ${name}`);
    if (making.has(name)) throw new Error(`The part ${name} of a phrase holds itself`);
    making.add(name);
    const phrase = oneOf(templates.map(compiled));
    made.set(name, phrase);
    return phrase;
  };

  const compiled = (template: string): Phrase => compile(template, { word, part });

  return {
    phrase: (templates) => oneOf(templates.map(compiled)),
    hear: (spoken) => spoken.map((text) => numbers.get(text) ?? UNKNOWN),
  };
}

interface Making {
  readonly word: (text: string) => readonly Phrase[];
  readonly part: (name: string) => Phrase;
}

const SIGNS = /\{\{[\w-]+\}\}|[()[\]|]|[^\s()[\]|{}]+/g;

function compile(template: string, { word, part }: Making): Phrase {
  const signs = template.match(SIGNS) ?? [];
  let at = 0;

  const alternatives = (close: string | undefined): Phrase => {
    const found: Phrase[] = [];
    let sequence: Phrase[] = [];
    for (; signs[at] !== close; at++) {
      const sign = signs[at];
      if (sign === undefined || sign === ')' || sign === ']') throw new Error(`Brackets do not match: ${template}`);
      if (sign === '|') {
        found.push(inOrder(sequence));
        sequence = [];
      } else {
        sequence.push(...step(sign));
      }
    }
    return oneOf([...found, inOrder(sequence)]);
  };

  const step = (sign: string): readonly Phrase[] => {
    if (sign.startsWith('{{')) return [part(sign.slice(2, -2))];
    if (sign !== '(' && sign !== '[') return word(sign);
    at++;
    return [sign === '(' ? alternatives(')') : oneOf([alternatives(']'), NOTHING])];
  };

  return alternatives(undefined);
}

const NOTHING: Phrase = { ends: (from) => from, beginsWith: () => false, holds: () => false, isOptional: true };

const ANY_WORD: Phrase = {
  ends: (from, { length }) => (from << 1) & ((2 << length) - 1),
  beginsWith: () => true,
  holds: () => true,
  isOptional: false,
};

function oneWord(number: number): Phrase {
  return {
    ends: (from, heard) => {
      let ends = 0;
      for (let left = from; left !== 0; left &= left - 1) {
        const at = lowest(left);
        if (heard[at] === number) ends |= 2 << at;
      }
      return ends;
    },
    beginsWith: (word) => word === number,
    holds: (word) => word === number,
    isOptional: false,
  };
}

function inOrder(phrases: readonly Phrase[]): Phrase {
  const [only] = phrases;
  if (only && phrases.length === 1) return only;
  // Whatever follows an option may be the first.
  const needed = phrases.findIndex(({ isOptional }) => !isOptional);
  const starts = needed < 0 ? phrases : phrases.slice(0, needed + 1);
  return {
    ends: (from, heard) => {
      let positions = from;
      for (const { ends } of phrases) {
        if (positions === 0) return 0;
        positions = ends(positions, heard);
      }
      return positions;
    },
    beginsWith: (word) => starts.some(({ beginsWith }) => beginsWith(word)),
    holds: heldBy(phrases),
    isOptional: needed < 0,
  };
}

/** Any of several phrases. Only those that can begin with the word that was said are tried. */
function oneOf(phrases: readonly Phrase[]): Phrase {
  const [only] = phrases;
  if (only && phrases.length === 1) return only;
  const possibleAt = memoize((word: number) =>
    phrases.filter(({ isOptional, beginsWith }) => isOptional || beginsWith(word)),
  );
  return {
    ends: (from, heard) => {
      let ends = 0;
      for (let left = from; left !== 0; left &= left - 1) {
        const at = lowest(left);
        for (const phrase of possibleAt(heard[at] ?? UNKNOWN)) ends |= phrase.ends(1 << at, heard);
      }
      return ends;
    },
    beginsWith: (word) => possibleAt(word).some(({ beginsWith }) => beginsWith(word)),
    holds: heldBy(phrases),
    isOptional: phrases.some(({ isOptional }) => isOptional),
  };
}

function heldBy(phrases: readonly Phrase[]): Phrase['holds'] {
  return memoize((word: number) => phrases.some(({ holds }) => holds(word)));
}

/** The lowest position of some. */
function lowest(positions: Positions): number {
  return 31 - Math.clz32(positions & -positions);
}
