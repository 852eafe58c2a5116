import type { Pace } from '../languages/pace';

const ZERO = 0x30;
const NINE = 0x39;
const CLAUSE = new Set([',', ';', ':', '–', '—']);
const SENTENCE = new Set(['.', '!', '?', '…', '。', '！', '？', '।', '؟']);

/** How many seconds it takes to say a speakable text. One pass, as it is done for whatever a bot writes. */
export function secondsOf(text: string, pace: Pace): number {
  let seconds = 0;
  let before = '';
  for (const character of text) {
    seconds += ofCharacter(character.charCodeAt(0), pace) * character.length;
    if (character === ' ') seconds += silenceBehind(before, pace);
    before = character;
  }
  return seconds + silenceBehind(before, pace);
}

function ofCharacter(code: number, { character, digit, ideograph }: Pace): number {
  if (code >= ZERO && code <= NINE) return digit;
  return (code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af) ? ideograph : character;
}

function silenceBehind(character: string, { clause, sentence }: Pace): number {
  if (SENTENCE.has(character)) return sentence;
  return CLAUSE.has(character) ? clause : 0;
}
