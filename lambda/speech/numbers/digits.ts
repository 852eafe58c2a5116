import { type Heard, lexemeAt } from './heard';
import type { Lexeme } from './lexicon';

/** Digits said one by one, and the place after them. */
export interface Digits {
  readonly digits: string;
  readonly end: number;
}

/** What stands for digits at a place: "seven", "oh", "double oh". */
export function digitAt(heard: Heard, place: number): Digits | undefined {
  const found = lexemeAt(heard, place);
  if (found?.lexeme.kind !== 'repeat') return singleAt(heard, place);
  const digit = singleAt(heard, found.end);
  return digit && { digits: digit.digits.repeat(found.lexeme.value), end: digit.end };
}

function singleAt(heard: Heard, place: number): Digits | undefined {
  const found = lexemeAt(heard, place);
  if (!found) return undefined;
  const { lexeme, end, written } = found;
  const digits = written ?? String(digitOf(lexeme));
  return /^\d$/.test(digits) && digitOf(lexeme) !== undefined ? { digits, end } : undefined;
}

function digitOf(lexeme: Lexeme): number | undefined {
  if (lexeme.kind === 'part') return lexeme.digit;
  return lexeme.kind === 'digit' || (lexeme.kind === 'value' && !lexeme.ordinal) ? lexeme.value : undefined;
}

/** Digits one after the other, each with the place where it begins. */
export function runAt(heard: Heard, place: number): readonly (Digits & { readonly place: number })[] {
  const run: (Digits & { place: number })[] = [];
  for (let at = place; ; ) {
    const next = digitAt(heard, at);
    if (!next) return run;
    run.push({ ...next, place: at });
    at = next.end;
  }
}
