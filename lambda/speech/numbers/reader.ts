import type { FoundNumber, NumberReader } from '../../conversation/answers/numbers';
import { normalize } from '../../conversation/normalize';
import type { NumberTable, NumberWords } from '../../languages/numbers';
import { type Digits, digitAt, runAt } from './digits';
import { type Heard, hear, isApart, lexemeAt } from './heard';
import { createLexicon } from './lexicon';
import { numberAt, type Reading } from './number';
import { withSpellings } from './spellings';
import { tokenizer } from './tokens';

/** A shorter run may also be an exclamation and a number, "oh two": in it a word that is only a digit does not count. */
const SURE_RUN = 3;

/**
 * What is read where words allow more than one number:
 * - the longest number, from left to right, whose parts fit together: "ten thirty" are two, "twenty one" is one;
 * - a word for a digit after another is a code ("four seven", 47 in digits), unless a longer number begins with it;
 * - a fraction belongs to the whole number before its joiner ("one hundred and three quarters" is 100.75), from a million
 *   on to the scale ("a million and a half"), and before a scale to that ("five and a half million");
 * - an ordinal is a part only of one: "one third" is a third, "twenty third" the 23rd, "two third" the numbers 2 and 3rd.
 */
export function createNumberReader(spelled: NumberTable, words: NumberWords): NumberReader {
  const table = withSpellings(spelled, words.spellings);
  const lexicon = createLexicon(table, words);
  const suffixes = table['ordinal-suffixes'];
  const known = new Set(suffixes.map(normalize));
  const tokens = tokenizer(words, suffixes);
  const attached = (words.attached ?? []).map(normalize);
  const find = (said: readonly string[]) => findAll(hear(said, lexicon, known), attached);

  function whole(said: string, kind: FoundNumber['kind']): number | undefined {
    const all = tokens(said);
    const [first] = find(all);
    return first?.kind === kind && first.from === 0 && first.to === all.length ? first.value : undefined;
  }

  return {
    tokens,
    find,
    read(said) {
      const value = whole(said, 'cardinal');
      // A larger one cannot be told exactly.
      return value !== undefined && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
    },
    ordinal: (said) => whole(said, 'ordinal'),
  };
}

function findAll(heard: Heard, attached: readonly string[]): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  for (let token = 0; token < heard.tokens.length; ) {
    const number = foundAt(heard, token, heard.placeOf[token] ?? 0) ?? foundBehind(heard, token, attached);
    if (number) found.push(number);
    token = number?.to ?? token + 1;
  }
  return found;
}

/** With less behind it, an attached word is mostly part of another: "لست" is "I am not", not "for six". */
const SHORTEST_BEHIND = 3;

function foundBehind(heard: Heard, from: number, attached: readonly string[]): FoundNumber | undefined {
  const token = heard.tokens[from] ?? '';
  const begun = attached.filter((word) => token.startsWith(word) && token.length >= word.length + SHORTEST_BEHIND);
  for (const { length } of begun) {
    const found = foundAt(heard, from, (heard.placeOf[from] ?? 0) + length);
    if (found) return found;
  }
  return undefined;
}

function foundAt(heard: Heard, from: number, place: number): FoundNumber | undefined {
  if (!lexemeAt(heard, place)) return undefined;
  const number = numberAt(heard, place);
  const digit = digitAt(heard, place);
  const isOneDigit = digit && (!number || number.end === digit.end);
  return (isOneDigit && digitsFrom(heard, from, place)) || (number && numberFrom(heard, from, number, digit));
}

/** A run of digits, without the last one where a longer number begins with it: "four one two hundred" is 41 and 200. */
function digitsFrom(heard: Heard, from: number, place: number): FoundNumber | undefined {
  const run = runAt(heard, place);
  const last = run.at(-1);
  if (!last || (run.length === 1 && last.digits.length === 1)) return undefined;
  const isLonger = (numberAt(heard, last.place)?.end ?? 0) > last.end;
  const sayable = isLonger ? run.slice(0, -1) : run;
  const said = sayable.slice(0, sayable.findLastIndex(({ end }) => isApart(heard, end)) + 1);
  const digits = said.map((one) => one.digits).join('');
  const sure = said.filter((one) => lexemeAt(heard, one.place)?.lexeme.kind === 'value').length;
  const isSure = sure === said.length || (sure > 0 && digits.length >= SURE_RUN);
  if (digits.length < 2 || !isSure) return undefined;
  const to = heard.tokenAt[said.at(-1)?.end ?? 0] ?? from;
  return { from, to, value: Number(digits), kind: 'digits', digits };
}

function numberFrom(
  heard: Heard,
  from: number,
  { value, ordinal, end, written }: Reading,
  digit: Digits | undefined,
): FoundNumber | undefined {
  if (!isApart(heard, end)) return undefined;
  const to = heard.tokenAt[end] ?? from;
  if (ordinal) return { from, to, value, kind: 'ordinal' };
  const digits = written ?? (digit?.end === end ? digit.digits : undefined);
  if (digits === undefined || !/^\d+$/.test(digits)) return { from, to, value, kind: 'cardinal' };
  return { from, to, value, kind: Number.isSafeInteger(value) ? 'cardinal' : 'digits', digits };
}
