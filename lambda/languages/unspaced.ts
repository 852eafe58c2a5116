/** Letters of the scripts that are written without spaces between words, as Japanese is. */
const LETTER = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]';
const ANY = new RegExp(LETTER, 'u');
const SPACES = new RegExp(`(?<=${LETTER})\\s+|\\s+(?=${LETTER})`, 'gu');
const FIRST = new RegExp(`^${LETTER}`, 'u');
const LAST = new RegExp(`${LETTER}$`, 'u');

/**
 * A text as it is written in its script: speech recognition puts spaces between Japanese words or leaves them out. What has no
 * letter of such a script stays as it is.
 */
export function withoutNeedlessSpaces(text: string): string {
  return ANY.test(text) ? text.replace(SPACES, '') : text;
}

/** Two parts of a sentence, with a space between them where their script has one. */
export function joined(one: string, other: string): string {
  return LAST.test(one) || FIRST.test(other) ? `${one}${other}` : `${one} ${other}`;
}

/** Whether words are written in a script without spaces. */
export function isUnspaced(text: string): boolean {
  return FIRST.test(text) || LAST.test(text);
}
