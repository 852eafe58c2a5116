import { normalize } from '../normalize';
import type { AnswerLanguage } from './language';
import type { NumberReader } from './numbers';

/** A text taken apart. `texts`: its tokens as they are compared; `words`: as they were said; `wordOf`: which word a token is of. */
export interface Words {
  readonly words: readonly string[];
  readonly texts: readonly string[];
  readonly wordOf: readonly number[];
}

export interface Tokenizer {
  (text: string): Words;
  /**
   * A template whose words are its texts as they stand there, apart by spaces: contractions in full. `undefined` where there
   * is more to take apart.
   */
  plain(template: string): string | undefined;
}

/** One word of small letters: nothing of it changes. */
const PLAIN = /^[a-z]+$/;
/** A template of such words. */
const PLAIN_TEMPLATE = /^(?:[a-z' ()[\]|]|\{\{[\w-]+\}\})*$/;
/** Without signs: as speech recognition writes. */
const SPOKEN = /^[a-z' ]*$/;
const APOSTROPHES = /[’ʼ‘`´]/g;
const BEGINNING = /^[^\p{L}\p{N}'.]+/u;
/** Only from where a letter is left: else each sign of a long row would be tried. */
const END = /(?<=^|[\p{L}\p{N}])[^\p{L}\p{N}]+$/u;
const FRACTIONS: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75' };

/** Takes texts apart into words, with contractions in full and signs as they are said. */
export function createTokenizer(language: AnswerLanguage, numbers: NumberReader): Tokenizer {
  const contractions = new Map(Object.entries(language.contractions).map(([word, full]) => [word, full.split(' ')]));
  const clitics = Object.entries(language.clitics);
  const signs = Object.entries(language.signs);
  const rewrites = new Map(Object.entries(language.rewrites));

  function spelled(text: string): string {
    if (SPOKEN.test(text)) return text;
    let out = text.replace(/[½¼¾]/g, (sign, at: number) => {
      const decimals = FRACTIONS[sign] ?? '';
      return /\d/.test(text.charAt(at - 1)) ? decimals : `0${decimals}`;
    });
    for (const [sign, word] of signs) if (out.includes(sign)) out = out.replaceAll(sign, ` ${word} `);
    return out;
  }

  function tokensOf(word: string): readonly string[] {
    const known = contractions.get(word);
    if (known) return known;
    if (PLAIN.test(word)) return [word];
    for (const [ending, full] of clitics) {
      if (word.endsWith(ending)) {
        return word === ending ? [full] : [...tokensOf(word.slice(0, -ending.length)), full];
      }
    }
    return /\d/.test(word) ? numbers.tokens(word).flatMap(apart) : normalize(word).split(' ').filter(Boolean);
  }

  /** "B12" is said in two words, "22nd" in one. */
  function apart(token: string): readonly string[] {
    return numbers.ordinal(token) === undefined ? (token.match(/\p{L}+|[^\p{L}]+/gu) ?? []) : [token];
  }

  /** Whatever has an apostrophe, and contractions without one. */
  const contracted = new RegExp(`[a-z]*'[a-z']*|${anyOf([...contractions.keys()])}`, 'g');
  /** What is said for other words, and contractions that are written for others. */
  const changing = new RegExp(anyOf([...contractions.keys(), ...rewrites.keys()]));
  const endings = clitics.map(([ending]) => ending).filter((ending) => !ending.includes("'"));

  const tokenize = (text: string): Words => {
    const words = spelled(text).split(/\s+/).filter(Boolean);
    const texts: string[] = [];
    const wordOf: number[] = [];
    for (const [index, word] of words.entries()) {
      const small = PLAIN.test(word)
        ? word
        : word.toLowerCase().replace(APOSTROPHES, "'").replace(BEGINNING, '').replace(END, '');
      for (const token of tokensOf(small)) {
        texts.push(token);
        wordOf.push(index);
      }
    }
    return rewritten({ words, texts, wordOf }, rewrites);
  };
  return Object.assign(tokenize, {
    plain(template: string) {
      if (endings.length > 0) return undefined;
      const full = template.replace(contracted, (word) => tokenize(word).texts.join(' '));
      return PLAIN_TEMPLATE.test(full) && !changing.test(full) ? full : undefined;
    },
  });
}

/** A pattern of whole words. */
function anyOf(words: readonly string[]): string {
  return `(?<![a-z])(?:${words.join('|')})(?![a-z])`;
}

/** Two words that are said for one: "less than" is "under". */
function rewritten(found: Words, rewrites: ReadonlyMap<string, string>): Words {
  const { words, texts, wordOf } = found;
  if (!texts.some((text, at) => rewrites.has(`${text} ${texts[at + 1] ?? ''}`))) return found;
  const newTexts: string[] = [];
  const newWordOf: number[] = [];
  for (let at = 0; at < texts.length; at++) {
    const instead = rewrites.get(`${texts[at]} ${texts[at + 1] ?? ''}`);
    newTexts.push(instead ?? texts[at] ?? '');
    newWordOf.push(wordOf[at] ?? 0);
    if (instead !== undefined) at++;
  }
  return { words, texts: newTexts, wordOf: newWordOf };
}
