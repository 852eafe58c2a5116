import { ENDING_MARKS } from '../marks';
import { CLAUSE_MARKS, COMMAS, PUNCTUATION_MARKS, SENTENCE_ENDS } from '../sentence-marks';
import { apply, type Rule } from './rules';

/** Spaces and punctuation as a sentence wants them, after all that went. */
const PUNCTUATION: readonly Rule[] = [
  [/\( *\)|（ *）|【 *】|"" |“”/g, ' '],
  [/ +/g, ' '],
  [/(?<=[(“])[,،、]? |[,،、]? (?=[)”])/g, ''],
  [new RegExp(String.raw` +([${PUNCTUATION_MARKS.replace(/[.:：]/g, '')}]|[.:](?![\p{L}\p{N}]))`, 'gu'), '$1'],
  [/([,،、])(?: ?[,،、])+/g, '$1'],
  [
    new RegExp(
      `(?<=[${SENTENCE_ENDS.replace(/[.…]/g, '')}${CLAUSE_MARKS}])[${COMMAS}]|[${COMMAS}](?=[${SENTENCE_ENDS.replace('…', '')}${CLAUSE_MARKS}])|(?:, |[،、，] ?)$`,
      'gu',
    ),
    '',
  ],
  [/:(?: ?:)+/g, ':'],
  // The comma of the script that it stands in.
  [/(?<=\p{Script=Arabic}\p{M}*), |, (?=\p{Script=Arabic})/gu, '، '],
  [
    /(?<=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}][\p{Pe}\p{Pf}]*), |(?<=\S), (?=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])/gu,
    '、',
  ],
  // Where markup stood between two sentences.
  [/(?<=\p{Ll}{3}[.!?])(?=\p{Lu}\p{Ll}{2})/gu, ' '],
  [/^(?:[,;:!?.>–—-]+ |[،؛、，；：]+ ?)+/, ''],
];

export function tidyPunctuation(line: string): string {
  return apply(PUNCTUATION, line).trim();
}

const ENDED = /[\p{Sentence_Terminal}:;,…،؛、，：；][\p{Pe}\p{Pf}"'’]*$/u;

/** The line with a full stop where its author left it out, so that a pause is heard. */
export function closed(line: string): string {
  const marks = ENDING_MARKS.exec(line)?.[0] ?? '';
  const words = marks === '' ? line : line.slice(0, -marks.length);
  if (words === '' || ENDED.test(words)) return line;
  return line + stopBehind(words);
}

const EAST_ASIAN = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}][\p{Pe}\p{Pf}"'’]*$/u;
const DEVANAGARI = /\p{Script=Devanagari}[\p{Pe}\p{Pf}"'’]*$/u;
const ARABIC = /\p{Script=Arabic}[\p{M}\p{Pe}\p{Pf}"'’]*$/u;
const HAS_OTHERS = /[^\x20-\x7e]/;

/** The full stop that ends a text, in the script of its last word. */
export function stopBehind(text: string): string {
  const end = text.slice(-10);
  if (!HAS_OTHERS.test(end)) return '.';
  if (EAST_ASIAN.test(end)) return '。';
  return DEVANAGARI.test(end) ? '।' : '.';
}

const ENDS_WITH_MARK = new RegExp(`[${PUNCTUATION_MARKS}]$`, 'u');

/** What stands between a text and the next part of its line, behind which it is heard as a part of its own: nothing but a space behind an end. */
export function separatorBehind(text: string): string {
  if (ENDS_WITH_MARK.test(text)) return ' ';
  const end = text.slice(-10);
  if (!HAS_OTHERS.test(end)) return ', ';
  if (EAST_ASIAN.test(end)) return '、';
  return ARABIC.test(end) ? '، ' : ', ';
}
