import { type Heard, heardTokens, is } from './heard';
import { CLASS, FILLER, type Lexicon } from './lexicon';
import type { FoundNumber } from './numbers';

/** Shorter ones are counts and times. */
const SHORTEST = 3;

/**
 * The digits of a code or a number that are said one by one, "four double seven oh" or "it's seven seven three", where
 * nothing else is said. `undefined` where it is no code.
 *
 * @param knownOf makes the stems of the question, whose words may stand before it: "my pin is"
 */
export function codeIn(said: string, knownOf: () => ReadonlySet<string>, lexicon: Lexicon): string | undefined {
  const { words, texts, wordOf } = lexicon.tokenize(said);
  const found = lexicon.numbers.find(texts);
  const [first] = found;
  const last = found.at(-1);
  // Most of what is said holds no digits: nothing else of it is looked at.
  if (!first || !last || !found.some(({ kind }) => kind === 'digits')) return undefined;
  const heard = heardTokens(words, texts, wordOf, lexicon);
  const known = knownOf();
  const isAround = (token: number) => is(heard, token, AROUND) || known.has(heard.stems[token] ?? '');
  const isAlone = heard.texts.every(
    (_, token) =>
      (token >= first.from && token < last.to) || (token < first.from ? isAround(token) : isBehind(heard, token)),
  );
  const isOneRun = found.every(({ from }, at) => at === 0 || found[at - 1]?.to === from);
  if (!isAlone || !isOneRun) return undefined;
  const digits = found.map(digitsOf).join('');
  return digits.length >= SHORTEST && /^\d+$/.test(digits) ? digits : undefined;
}

const AROUND = FILLER | CLASS.being | CLASS.hesitations | CLASS.courtesies;

function isBehind(heard: Heard, token: number): boolean {
  return is(heard, token, CLASS.courtesies | CLASS.hesitations);
}

function digitsOf({ digits, value, kind }: FoundNumber): string {
  return kind === 'ordinal' ? '' : (digits ?? String(value));
}
