import { isWord, kept, ofText } from './answers/kept';

/** Most of what speech recognition writes. */
const IS_NORMAL = /^[a-z]+(?: [a-z]+)*$/;

/** Letters that are written for one another, whatever the language: a script knows no difference, or writers make none. */
const ALIKE: Readonly<Record<string, string>> = {
  ß: 'ss',
  ة: 'ه',
  ى: 'ي',
  '\u0901': '\u0902',
  ı: 'i',
  œ: 'oe',
  æ: 'ae',
};
const WITH_ALIKE = /[ßةى\u0901ıœæ]/g;

/**
 * A text as it is compared: lower case, without accents, apostrophes and punctuation, words apart by single spaces.
 * "Café  Crème!" and "cafe creme" become the same, and so do "Straße" and "strasse". Vowel signs of Indic scripts, Thai tone
 * marks and the sound marks of Japanese tell words apart and stay; Arabic and Hebrew vowel points, the lengthening stroke and
 * the dot below Devanagari letters, which writers leave out at will, do not.
 */
export function normalize(text: string): string {
  return IS_NORMAL.test(text) ? text : normalized(text);
}

/** The same for what a bot says: to many it says the same. */
export const normalizeText = ofText(normalize);

/** Labels and names are compared again and again. */
const MOST_KEPT = 1000;

const normalized = kept(
  (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(
        /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u093c'’ʼ\p{Cf}\p{Variation_Selector}]/gu,
        '',
      )
      .replace(WITH_ALIKE, (letter) => ALIKE[letter] ?? letter)
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
      .normalize('NFC'),
  MOST_KEPT,
  isWord,
);
