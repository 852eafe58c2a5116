import { plainDigits } from '../digits';
import { normalize } from '../normalize';
import { isWord, kept } from './kept';
import type { AnswerLanguage } from './language';
import type { NumberReader } from './numbers';
import { once } from './once';
import { createSegments } from './segments';
import { wordAt } from './word-at';

/** A text taken apart. `texts`: its tokens as they are compared; `words`: as they were said; `wordOf`: which word a token is of. */
export interface Words {
  readonly words: readonly string[];
  readonly texts: readonly string[];
  readonly wordOf: readonly number[];
}

export interface Tokenizer {
  (text: string): Words;
  /**
   * Templates, each on a line, with contractions in full: but for some, their words are their texts as they stand there, apart by
   * spaces. `undefined` where none is so simple.
   */
  plain(templates: string): PlainTemplates | undefined;
}

/** Templates together, as it takes longer to look at each. */
export interface PlainTemplates {
  readonly text: string;
  /** Where something stands in the text of which there is more to take apart; some of it may be found twice. */
  readonly others: readonly number[];
}

/** One word of small letters: nothing of it changes. */
const PLAIN = /^[a-z]+$/;
/** Words of other letters, or with signs, in templates; and places, which are left alone. */
const LETTERED = String.raw`\{\{[\w-]+\}\}|[a-z']*[^\sa-z'()[\]|{}][^\s()[\]|{}]*`;
const MAY_BE_LETTERED = /[^a-z' ()[\]|{}\n_-]/;
/** What else than words and brackets stands in templates. */
const OTHERS = /\{\{[\w-]+\}\}|[^\p{L}\p{M}' ()[\]|\n]/gu;
/** Without signs: as speech recognition writes. */
const SPOKEN = /^[a-z' ]*$/;
const APOSTROPHES = /[’ʼ‘`´]/g;
const BEGINNING = /^[^\p{L}\p{N}'.]+/u;
/** Only from where a letter or its vowel sign is left: else each sign of a long row would be tried. */
const END = /(?<=[\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/u;
/** Letters in a row, and what else is. */
const PARTS = /\p{L}[\p{L}\p{M}]*|[^\p{L}]+/gu;
/** So many words are kept ready, some hundred bytes each. */
export const MOST_WORDS = 5000;
const FRACTIONS: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75' };

/** Takes texts apart into words, with contractions in full and signs as they are said. */
export function createTokenizer(language: AnswerLanguage, numbers: NumberReader): Tokenizer {
  const contractions = new Map(Object.entries(language.contractions).map(([word, full]) => [word, full.split(' ')]));
  const clitics = Object.entries(language.clitics);
  const proclitics = Object.entries(language.proclitics);
  const accented = new Set(language.accented);
  const segmented = language.segments && createSegments(language.segments);
  const signs = Object.entries(language.signs);
  const rewrites = pairsOf(language.rewrites);
  /** A token is always the same string: one that is known is found faster. */
  const tokensKept = kept((word: string) => tokensOf(small(word)), MOST_WORDS, isWord);

  function spelled(text: string): string {
    let out = plainDigits(text).replace(/[½¼¾]/g, (sign, at: number, whole: string) => {
      return `${/\d/.test(whole.charAt(at - 1)) ? '' : '0'}${FRACTIONS[sign]}`;
    });
    for (const [sign, word] of signs) if (out.includes(sign)) out = out.replaceAll(sign, ` ${word} `);
    return segmented ? segmented(out) : out;
  }

  function tokensOf(word: string): readonly string[] {
    const known = contractions.get(word);
    if (known) return known;
    if (PLAIN.test(word) || accented.has(word)) return [word];
    for (const [beginning, full] of proclitics) {
      if (word.startsWith(beginning)) return [...tokensOf(full), ...tokensOf(word.slice(beginning.length))];
    }
    for (const [ending, full] of clitics) {
      if (word.endsWith(ending)) return [...tokensOf(word.slice(0, -ending.length)), full];
    }
    return /\d/.test(word) ? numbers.tokens(word).flatMap(apart) : normalize(word).split(' ').filter(Boolean);
  }

  /** "B12" is said in two words, "22nd" in one. */
  function apart(token: string): readonly string[] {
    return numbers.ordinal(token) === undefined ? [...token.matchAll(PARTS)].map(([part]) => part) : [token];
  }

  function small(word: string): string {
    if (PLAIN.test(word)) return word;
    return word.toLowerCase().replace(APOSTROPHES, "'").replace(BEGINNING, '').replace(END, '');
  }

  /** Whatever has an apostrophe, and contractions without one. */
  const contracted = `[a-z]*'[a-z']*|${anyOf([...contractions.keys()])}`;
  const among = {
    small: once(() => new RegExp(contracted, 'g')),
    all: once(() => new RegExp(`${LETTERED}|${contracted}`, 'g')),
  };
  /** What is said for other words, and contractions that are written for others. */
  const pairs = Object.keys(language.rewrites).map((words) => words.replace(' ', ' +'));
  const changing = new RegExp(anyOf([...contractions.keys(), ...pairs]), 'g');
  const endings = clitics.map(([ending]) => ending).filter((ending) => !ending.includes("'"));

  const tokenize = (text: string): Words => {
    const words = withoutEmpty(SPOKEN.test(text) ? text.split(' ') : spelled(text).split(/\s/));
    const texts: string[] = [];
    const wordOf: number[] = [];
    for (const [index, word] of words.entries()) {
      for (const token of tokensKept(word)) {
        texts.push(token);
        wordOf.push(index);
      }
    }
    return rewritten({ words, texts, wordOf }, rewrites);
  };
  return Object.assign(tokenize, {
    plain(templates: string) {
      if (endings.length > 0) return undefined;
      const apart = (word: string) => (word.startsWith('{{') ? ` ${word} ` : tokenize(word).texts.join(' '));
      const text = templates.replace(MAY_BE_LETTERED.test(templates) ? among.all() : among.small(), apart);
      const signs = [...text.matchAll(OTHERS)].filter(([sign]) => !sign.startsWith('{{'));
      return { text, others: [...signs, ...text.matchAll(changing)].map(({ index }) => index) };
    },
  });
}

/** A pattern of whole words. */
function anyOf(words: readonly string[]): string {
  return `(?<![a-z])(?:${words.join('|')})(?![a-z])`;
}

function withoutEmpty(words: readonly string[]): readonly string[] {
  return words.includes('') ? words.filter((word) => word !== '') : words;
}

/** What stands for two words, by the first and by the second. */
type Rewrites = ReadonlyMap<string, ReadonlyMap<string, string>>;

function pairsOf(rewrites: AnswerLanguage['rewrites']): Rewrites {
  const pairs = new Map<string, Map<string, string>>();
  for (const [words, instead] of Object.entries(rewrites)) {
    const [first, second] = words.split(' ') as [string, string];
    pairs.set(first, (pairs.get(first) ?? new Map()).set(second, instead));
  }
  return pairs;
}

/** Two words that are said for one: "less than" is "under". */
function rewritten(found: Words, rewrites: Rewrites): Words {
  const { words, texts, wordOf } = found;
  const insteadOf = (at: number) => rewrites.get(wordAt(texts, at))?.get(wordAt(texts, at + 1));
  if (!texts.some((_, at) => insteadOf(at) !== undefined)) return found;
  const newTexts: string[] = [];
  const newWordOf: number[] = [];
  for (let at = 0; at < texts.length; at++) {
    const instead = insteadOf(at);
    newTexts.push(instead ?? wordAt(texts, at));
    newWordOf.push(wordOf[at] ?? 0);
    if (instead !== undefined) at++;
  }
  return { words, texts: newTexts, wordOf: newWordOf };
}
