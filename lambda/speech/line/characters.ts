import { STRUCK, UNSTRUCK } from '../signals';
import { plainLetters } from './letters';
import { apply, type Rule } from './rules';

/** A stroke through a character. */
const STROKE = /(?:(?:(?!\u0335|\u0336|\u0338).)(?:\u0335|\u0336|\u0338)){2,}/gu;
const STROKES = /\u0335|\u0336|\u0338/g;
/** More marks on one letter than any language writes. */
const HEAPED = /[\u0300-\u036f]{3,}|\p{M}{9,}/gu;

/** Words whose letters stand apart, and the words further: "S A L E  N O W". */
const SPACED = /(?<!\S)\p{Lu}(?: \p{Lu})+(?: {2,4}\p{Lu}(?: \p{Lu})+){1,9}(?![\p{L}\p{N}])/gu;

/** Characters that no voice can say and no XML may hold. */
const UNSPEAKABLE: readonly Rule[] = [
  // The columns of a table without lines.
  [/(?<=\p{L}\p{M}{0,4}|[\p{N}\p{Sc}%)”"」』）])\t+(?=\S)/gu, ', '],
  // Joiners shape words of scripts without case (Indic, Persian …); elsewhere they only glue emoji.
  [/(?<![\p{Lo}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{Lo}\p{M}])/gu, ''],
  [
    /(?!\u200c|\u200d|[\ufdd0-\ufdd4])[\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Variation_Selector}\ufffd]/gu,
    '',
  ],
  [/[\s\p{Z}\p{Cc}]+/gu, ' '],
];

/** A line of characters that can be said: styled letters as plain ones, strokes as what they mean. */
export function spokenCharacters(line: string): string {
  const struck = line.replace(STROKE, (run) => STRUCK + run.replace(STROKES, '') + UNSTRUCK).replace(HEAPED, '');
  const plain = plainLetters(struck);
  const joined = plain.includes('  ')
    ? plain.replace(SPACED, (words) => words.replace(/ ( *)/g, (_gap, wide: string) => wide && ' '))
    : plain;
  return apply(UNSPEAKABLE, joined).trim();
}
