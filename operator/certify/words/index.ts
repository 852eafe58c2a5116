import { languageOf } from '../../../lambda/business/words';
import { isUnspaced } from '../../../lambda/languages/unspaced';
import ar from './ar.json';
import de from './de.json';
import en from './en.json';
import es from './es.json';
import fr from './fr.json';
import hi from './hi.json';
import it from './it.json';
import ja from './ja.json';
import nl from './nl.json';
import pt from './pt.json';

/**
 * Words of a language by which rules look at texts. Few and plain: what they hit a person has to look at. A star stands for any
 * end of a word.
 */
export interface CertifyWords {
  /** Nobody wants to hear them. */
  readonly rude: readonly string[];
  /** Who asks for a good rating. */
  readonly rating: readonly string[];
  /** Who asks for what tells who somebody is, and for what pays. */
  readonly personal: readonly string[];
  readonly payment: readonly string[];
  /** That no doctor speaks. */
  readonly disclaimer: readonly string[];
  readonly health: readonly string[];
  readonly children: readonly string[];
  readonly advertising: readonly string[];
  /** How a skill is enabled, which no example phrase says. */
  readonly enable: readonly string[];
  /** That Amazon stands behind a skill. */
  readonly endorsed: readonly string[];
  /** What a skill is called that is not meant for the public. */
  readonly trial: readonly string[];
  /** By which the language is known. */
  readonly common: readonly string[];
}

export type WordList = keyof CertifyWords;

const LANGUAGES: Readonly<Record<string, CertifyWords>> = { ar, de, en, es, fr, hi, it, ja, nl, pt };

export const WORD_LANGUAGES = Object.keys(LANGUAGES);

/** The first of a list of words that a text holds, as the text has it; in a language without words, none. */
export function heldIn(text: string, list: WordList, locale: string): string | undefined {
  const pattern = patternOf(languageOf(locale), list);
  return pattern && plain(text).match(pattern)?.[0];
}

/** How many of a language's commonest words a text has. */
export function commonWords(text: string, language: string): number {
  const pattern = patternOf(language, 'common');
  return pattern ? [...plain(text).matchAll(pattern)].length : 0;
}

const patterns = new Map<string, RegExp>();

function patternOf(language: string, list: WordList): RegExp | undefined {
  const words = LANGUAGES[language]?.[list];
  if (!words || words.length === 0) return undefined;
  const key = `${language} ${list}`;
  const known = patterns.get(key) ?? wordsPattern(words);
  patterns.set(key, known);
  return known;
}

/** Words stand between what is no letter; those of a script without spaces stand anywhere. */
function wordsPattern(words: readonly string[]): RegExp {
  const all = words.map(plain).toSorted((one, other) => other.length - one.length);
  const spaced = all.filter((word) => !isUnspaced(word)).map((word) => literal(word).replace('*', '[\\p{L}\\p{M}]*'));
  const unspaced = all.filter(isUnspaced).map(literal);
  const alternatives = [
    ...(spaced.length > 0 ? [`(?<![\\p{L}\\p{M}\\p{N}])(?:${spaced.join('|')})(?![\\p{L}\\p{M}\\p{N}])`] : []),
    ...unspaced,
  ];
  return new RegExp(alternatives.join('|'), 'gu');
}

/** A star stays. */
function literal(word: string): string {
  return word.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[’‘]/g, "'");
}
