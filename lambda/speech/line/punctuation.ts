import { ENDING_MARKS } from '../marks';
import { apply, type Rule } from './rules';

/** Spaces and punctuation as a sentence wants them, after all that went. */
const PUNCTUATION: readonly Rule[] = [
  [/\( ?\)|"" |“”/g, ' '],
  [/ +/g, ' '],
  [/(?<=[(“]) | (?=[)”])/g, ''],
  [/ +([,!?;…]|[.:](?![\p{L}\p{N}]))/gu, '$1'],
  [/,(?: ?,)+/g, ','],
  [/(?<=[:;!?]),|,(?=[.!?:;])|, $/g, ''],
  [/:(?: ?:)+/g, ':'],
  // Where markup stood between two sentences.
  [/(?<=\p{Ll}{3}[.!?])(?=\p{Lu}\p{Ll}{2})/gu, ' '],
  [/^(?:[,;:!?.>–—-]+ )+/, ''],
];

export function tidyPunctuation(line: string): string {
  return apply(PUNCTUATION, line).trim();
}

const ENDED = /[\p{Sentence_Terminal}:;,…،、，：；][\p{Pe}\p{Pf}"'’]*$/u;

/** The line with a full stop where its author left it out, so that a pause is heard. */
export function closed(line: string): string {
  const marks = ENDING_MARKS.exec(line)?.[0] ?? '';
  const words = marks === '' ? line : line.slice(0, -marks.length);
  if (words === '' || ENDED.test(words)) return line;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(words)) return `${line}。`;
  return line + (/\p{Script=Devanagari}$/u.test(words) ? '।' : '.');
}
