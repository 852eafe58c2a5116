import { isWord, kept } from '../../conversation/answers/kept';
import { once } from '../../conversation/answers/once';
import { parseTemplate, type Template } from '../../conversation/template';
import { memoize } from '../memoize';

/**
 * Positions between the words of an utterance, as bits: bit 0 stands before the first word, bit 1 behind it. A set of
 * positions is one number, so that all ways through a phrase are followed at once.
 */
export type Positions = number;

/** The words of an utterance by their numbers in a grammar; `UNKNOWN` is none that a phrase holds. */
export type Heard = readonly number[];

/** A phrase, or a part of one. */
interface Part {
  /** Where it can end if it begins at any of these positions. */
  readonly ends: (from: Positions, heard: Heard) => Positions;
  /** Whether its first word can be this one. */
  readonly beginsWith: (word: number) => boolean;
  /** It can have no word at all. */
  readonly isOptional: boolean;
}

export interface Phrase extends Part {
  /** Whether it holds this word anywhere. */
  readonly holds: (word: number) => boolean;
}

/** As many words as positions fit into a number. */
export const MOST_WORDS = 30;

const UNKNOWN = -1;

/** So many words are kept ready. */
const MOST_KEPT = 5000;

/**
 * Phrases of a language: words with alternatives, options and parts that have a name, "(can|could) you say {{that}}
 * [again]". The part "{{word}}" is any one word. Words are written as those of an utterance are compared.
 */
export interface Grammar {
  /** The phrase that is any one of these. What is wrong with a template shows when it is first tried. */
  phrase(templates: readonly string[]): Phrase;
  /** At most `MOST_WORDS` words, to be held against the phrases that were made until now. */
  hear(words: readonly string[]): Heard;
}

/** A part of a template by its name, and whatever else is no word. */
const NAME = /\{\{([\w-]+)\}\}/g;
const NO_WORDS = /\{\{[\w-]+\}\}|[()[\]|]/g;
/** Options, the innermost first; and where nothing else is left of an alternative. */
const OPTION = /\[[^[\]]*\]/g;
const EMPTY = /(?:^|[(|])\s*(?:[|)]|$)/;

/** @param parts the templates that each name stands for; they may name others, but never themselves */
export function createGrammar(parts: Readonly<Record<string, readonly string[]>>): Grammar {
  /** The words of all phrases until now. */
  let vocabulary = ' ';
  let numberOfHeard = numbersIn(vocabulary);
  /** By its number, each word that was heard or is of a phrase, and the other way round. */
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const made = new Map<string, Phrase>([['word', ANY_WORD]]);
  const making = new Set<string>();

  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, texts.length);
    return texts.push(text) - 1;
  };

  const word = memoize((text: string) => oneWord(numberOf(text)));

  const part = (name: string): Phrase => {
    const known = made.get(name);
    if (known) return known;
    const templates = parts[name];
    if (!templates) throw new Error(`No part of a phrase is called ${name}`);
    if (making.has(name)) throw new Error(`The part ${name} of a phrase holds itself`);
    making.add(name);
    const found = phrase(templates);
    made.set(name, found);
    return found;
  };

  const compiled = (template: Template): Part =>
    inOrder(
      template.flatMap((piece) => {
        if (typeof piece === 'string') return wordsIn(piece).map(word);
        if ('name' in piece) return part(piece.name);
        const alternatives = piece.alternatives.map(compiled);
        return oneOf(piece.isOptional ? [...alternatives, NOTHING] : alternatives);
      }),
    );

  /** The phrase of a template, which is taken apart when a word of it is first heard: few of them ever are. */
  const later = (template: string): Part => {
    const whole = once(() => compiled(parseTemplate(template)));
    const holds = holder(template);
    return {
      ends: (from, heard) => whole().ends(from, heard),
      beginsWith: (number) => holds(number) && whole().beginsWith(number),
      isOptional: mayBeEmpty(template) && whole().isOptional,
    };
  };

  const holder = (templates: string): Phrase['holds'] => {
    const text = ` ${templates.replace(NO_WORDS, ' ')} `;
    const names = templates.includes('{{') ? [...templates.matchAll(NAME)].map(([, name = '']) => name) : [];
    const named = [...new Set(names)].map(part);
    return memoize(
      (number: number) =>
        (number !== UNKNOWN && text.includes(` ${texts[number]} `)) || named.some(({ holds }) => holds(number)),
    );
  };

  /** So are the templates of a list: most lists have no word of what is said. */
  const phrase = (templates: readonly string[]): Phrase => {
    const any = once(() => oneOf(templates.map(later)));
    const text = templates.join(' ');
    const holds = holder(text);
    vocabulary += `${text.replace(NO_WORDS, ' ')} `;
    numberOfHeard = numbersIn(vocabulary);
    return {
      ends: (from, heard) => any().ends(from, heard),
      beginsWith: (number) => holds(number) && any().beginsWith(number),
      holds,
      get isOptional() {
        return any().isOptional;
      },
    };
  };

  return { phrase, hear: (spoken) => spoken.map((text) => numberOfHeard(text)) };

  /** People say the same few thousand words again and again. */
  function numbersIn(known: string): (text: string) => number {
    return kept((text) => (known.includes(` ${text} `) ? numberOf(text) : UNKNOWN), MOST_KEPT, isWord);
  }
}

function wordsIn(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

/** Whether a template may be one that needs no word at all; some parts do not. */
function mayBeEmpty(template: string): boolean {
  let left = template.replace(NAME, '');
  while (left.includes('[')) {
    const outer = left.replace(OPTION, '');
    // Brackets do not match: who takes it apart says so.
    if (outer === left) return true;
    left = outer;
  }
  return EMPTY.test(left);
}

const NOTHING: Part = { ends: (from) => from, beginsWith: () => false, isOptional: true };

const ANY_WORD: Phrase = {
  ends: (from, { length }) => (from << 1) & ((2 << length) - 1),
  beginsWith: () => true,
  holds: () => true,
  isOptional: false,
};

function oneWord(number: number): Part {
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
    isOptional: false,
  };
}

function inOrder(phrases: readonly Part[]): Part {
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
    isOptional: needed < 0,
  };
}

/** Any of several phrases. Only those that can begin with the word that was said are tried. */
function oneOf(phrases: readonly Part[]): Part {
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
    isOptional: phrases.some(({ isOptional }) => isOptional),
  };
}

/** The lowest position of some. */
function lowest(positions: Positions): number {
  return 31 - Math.clz32(positions & -positions);
}
