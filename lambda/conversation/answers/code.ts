import { type Heard, is } from './heard';
import { CLASS, FILLER, type Lexicon } from './lexicon';
import type { FoundNumber } from './numbers';

/** Shorter ones are counts and times. */
const SHORTEST = 3;

/**
 * The digits of a code or a number that are said one by one, "four double seven oh" or "it's seven seven three", where
 * nothing else is said. `undefined` where it is no code. `known`: stems of the
 * question, whose words may stand before it: "my pin is".
 */
export function codeIn(heard: Heard, known: ReadonlySet<string>, { numbers }: Lexicon): string | undefined {
  const found = numbers.find(heard.texts);
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last || !found.some(({ kind }) => kind === 'digits')) return undefined;
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
