import { type Heard, heardTokens, is } from './heard';
import { CLASS, FILLER, type Lexicon } from './lexicon';
import type { FoundNumber } from './numbers';
import { wordAt } from './word-at';

/** Shorter ones are counts and times. */
const SHORTEST = 3;

/**
 * The digits of a code or a number that are said one by one, "four double seven oh" or "it's seven seven three", where
 * nothing else is said; to a question for a code also in pairs, "eighteen sixty two". `undefined` where it is no code.
 *
 * @param knownOf makes the stems of the question, whose words may stand before it: "my pin is"
 */
export function codeIn(said: string, knownOf: () => ReadonlySet<string>, lexicon: Lexicon): string | undefined {
  const { words, texts, wordOf } = lexicon.tokenize(said);
  const found = lexicon.numbers.find(texts);
  // Most of what is said holds no digits: nothing else of it is looked at.
  const isByDigits = found.some(({ kind }) => kind === 'digits');
  const digits = isByDigits ? inARow(found) : inPairs(found, texts, lexicon);
  if (digits === undefined || digits.length < SHORTEST || !/^\d+$/.test(digits)) return undefined;
  const known = knownOf();
  if (!isByDigits && !lexicon.language.codes.some((word) => known.has(lexicon.stem(word)))) return undefined;
  const heard = heardTokens(words, texts, wordOf, lexicon);
  const isAround = (token: number) => is(heard, token, AROUND) || known.has(wordAt(heard.stems, token));
  const from = Math.min(...found.map((one) => one.from));
  const to = Math.max(...found.map((one) => one.to));
  const isAlone = heard.texts.every((_, token) =>
    token < from ? isAround(token) : token < to || isBehind(heard, token),
  );
  return isAlone ? digits : undefined;
}

const AROUND = FILLER | CLASS.being | CLASS.hesitations | CLASS.courtesies;

function isBehind(heard: Heard, token: number): boolean {
  return is(heard, token, CLASS.courtesies | CLASS.hesitations);
}

function inARow(found: readonly FoundNumber[]): string | undefined {
  const isOneRun = found.every(({ to, kind }, at) => kind !== 'ordinal' && (found[at + 1] ?? { from: to }).from === to);
  return isOneRun ? found.map(({ digits, value }) => digits ?? String(value)).join('') : undefined;
}

/** "eighteen sixty two", "forty one oh six" */
function inPairs(
  found: readonly FoundNumber[],
  texts: readonly string[],
  { language: { positions } }: Lexicon,
): string | undefined {
  let digits = '';
  let end: number | undefined;
  for (const { from, to, value, kind } of found) {
    const between = texts.slice(end ?? from, from).join(' ');
    end = to;
    const isPair = kind === 'cardinal' && value >= 10 && value <= 99 && between === '';
    const isBehindZero = kind === 'cardinal' && value < 10 && positions.zeros.includes(between);
    if (!isPair && !isBehindZero) return undefined;
    digits += isPair ? value : `0${value}`;
  }
  return digits;
}
