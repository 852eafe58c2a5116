/** Most of what speech recognition writes. */
const IS_NORMAL = /^[a-z]+(?: [a-z]+)*$/;

/**
 * A text as it is compared: lower case, without accents, apostrophes and punctuation, words apart by single spaces.
 * "Café  Crème!" and "cafe creme" become the same. Vowel signs of Indic scripts, Thai tone marks and the sound marks of
 * Japanese tell words apart and stay; Arabic and Hebrew vowel points, which writers leave out at will, do not.
 */
export function normalize(text: string): string {
  if (IS_NORMAL.test(text)) return text;
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670'’ʼ\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}
