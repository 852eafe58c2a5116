import type { Pace } from '../languages/pace';
import { CLAUSE_MARKS, COMMAS, SENTENCE_ENDS } from './sentence-marks';

const ZERO = 0x30;
const NINE = 0x39;
/** Nothing below has marks, digits or punctuation of its own, beside ASCII's. */
const FIRST_OTHER = 0x2ff;
const CLAUSE = new Set([...COMMAS, ...CLAUSE_MARKS, '–', '—']);
const SENTENCE = new Set(SENTENCE_ENDS);
/** Behind these stands no space. */
const WIDE = new Set(['、', '，', '；', '：', '。', '！', '？']);
const COMBINING = /[\p{M}\u200c\u200d]/u;
const DIGIT = /\p{Nd}/u;

/** How many seconds it takes to say a speakable text. One pass, as it is done for whatever a bot writes. */
export function secondsOf(text: string, pace: Pace): number {
  let seconds = 0;
  let before = '';
  for (const character of text) {
    seconds += ofCharacter(character, pace) * character.length;
    const isApart = character === ' ' || (WIDE.has(before) && !WIDE.has(character));
    if (isApart) seconds += silenceBehind(before, pace);
    before = character;
  }
  return seconds + silenceBehind(before, pace);
}

function ofCharacter(character: string, pace: Pace): number {
  const code = character.charCodeAt(0);
  if (code <= FIRST_OTHER) return code >= ZERO && code <= NINE ? pace.digit : pace.character;
  return ofOther(character, code, pace);
}

/** A vowel sign or point belongs to its letter, and takes no time of its own. */
function ofOther(sign: string, code: number, { character, digit, ideograph }: Pace): number {
  // From the first Kana to the last Han, where two signs only are points.
  if (code >= 0x3040 && code <= 0x9fff) return code === 0x3099 || code === 0x309a ? 0 : ideograph;
  if (code >= 0xac00 && code <= 0xd7af) return ideograph;
  if (COMBINING.test(sign)) return 0;
  if (DIGIT.test(sign)) return digit;
  return character;
}

function silenceBehind(character: string, { clause, sentence }: Pace): number {
  if (SENTENCE.has(character)) return sentence;
  return CLAUSE.has(character) ? clause : 0;
}
