import { type Letters, type Lexeme, withoutSpaces } from './lexicon';
import { IN_DIGITS } from './tokens';

/**
 * An utterance as numbers are looked for in it: its letters run together, as speech recognition writes the words of a
 * number apart or together as it pleases ("fünf und zwanzig"). A place is the index of a letter.
 */
export interface Heard {
  readonly letters: string;
  /** By place: which token begins there; -1 within a token. At the end of the letters: the number of tokens. */
  readonly tokenAt: readonly number[];
  /** By token. */
  readonly placeOf: readonly number[];
  readonly tokens: readonly string[];
  readonly lexicon: Letters;
  readonly suffixes: ReadonlySet<string>;
  /** By place: what `lexemeAt` found there, null for nothing. A place is looked at several times. */
  readonly seen: (Found | null | undefined)[];
}

/** A lexeme and the place after it. `written`: in digits, as they stand there. */
export interface Found<Kind extends Lexeme = Lexeme> {
  readonly lexeme: Kind;
  readonly end: number;
  readonly written?: string;
}

export function hear(tokens: readonly string[], lexicon: Letters, suffixes: ReadonlySet<string>): Heard {
  const words = tokens.map(withoutSpaces);
  const letters = words.join('');
  // Plain arrays: to make typed ones takes longer than to fill them.
  const tokenAt = new Array<number>(letters.length + 1).fill(-1);
  const placeOf: number[] = [];
  let place = 0;
  for (const [index, word] of words.entries()) {
    placeOf.push(place);
    tokenAt[place] = index;
    place += word.length;
  }
  placeOf.push(place);
  tokenAt[place] = words.length;
  return { letters, tokenAt, placeOf, tokens, lexicon, suffixes, seen: new Array(letters.length) };
}

/** Whether a token begins or the text ends there. */
export function isApart(heard: Heard, place: number): boolean {
  return (heard.tokenAt[place] ?? -1) >= 0;
}

/**
 * What is meant at a place: the longest word that ends where a token ends ("ten thirty" begins with no "tenth"), or else
 * the longest behind which another one begins ("vigesimosegundo" begins with no "vigesimos"), or else the longest there is.
 */
export function lexemeAt(heard: Heard, place: number): Found | undefined {
  const seen = heard.seen[place];
  if (seen !== undefined) return seen ?? undefined;
  const found = lookUp(heard, place);
  heard.seen[place] = found ?? null;
  return found;
}

function lookUp(heard: Heard, place: number): Found | undefined {
  const code = heard.letters.charCodeAt(place);
  if (isDigit(code) || code === MINUS_SIGN) return writtenAt(heard, place);
  let longest: Found | undefined;
  let followed: Found | undefined;
  let apart: Found | undefined;
  let at = place;
  for (let node: Letters | undefined = heard.lexicon; node; ) {
    if (node.lexeme) {
      longest = { lexeme: node.lexeme, end: at };
      if (isApart(heard, at)) apart = longest;
      else if (isBegun(heard, at)) followed = longest;
    }
    node = node.next?.get(heard.letters.charCodeAt(at));
    at += 1;
  }
  return apart ?? followed ?? longest;
}

/** Whether any word begins there. */
function isBegun({ letters, lexicon }: Heard, place: number): boolean {
  let at = place;
  for (let node: Letters | undefined = lexicon; node && !node.lexeme; ) {
    node = node.next?.get(letters.charCodeAt(at));
    at += 1;
    if (node?.lexeme) return true;
  }
  return false;
}

const MINUS_SIGN = 0x2d;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const ORDINAL = /^(\d+)(\D+)$/u;

function writtenAt({ tokens, tokenAt, suffixes }: Heard, place: number): Found | undefined {
  const token = tokens[tokenAt[place] ?? -1];
  if (token === undefined) return undefined;
  const end = place + token.length;
  const cardinal = IN_DIGITS.test(token);
  const [, digits = token, suffix = ''] = ORDINAL.exec(token) ?? [];
  if (!(cardinal || suffixes.has(suffix))) return undefined;
  const value = Number(digits);
  if (!Number.isFinite(value)) return undefined;
  return { lexeme: { kind: 'value', value, room: 0, ordinal: !cardinal }, end, written: digits };
}
