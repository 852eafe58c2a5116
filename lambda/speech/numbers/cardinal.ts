import { type Found, type Heard, isApart, lexemeAt } from './heard';
import type { Lexeme } from './lexicon';

export type Scale = Extract<Lexeme, { kind: 'scale' }>;
type Value = Extract<Lexeme, { kind: 'value' }>;

/** What adds up to a number: 2000 and 45 in "two thousand and forty five". */
export interface Part {
  readonly value: number;
  /** What follows must be below it. */
  readonly room: number;
  /** The last scale that it was multiplied by, 1 if none. */
  readonly scale: number;
  /** Whether a joiner stands before it. */
  readonly joined: boolean;
  readonly end: number;
}

export interface Whole {
  readonly parts: readonly Part[];
  readonly end: number;
  readonly ordinal: boolean;
  /** In digits, where nothing else was said. */
  readonly written?: string;
}

/** What comes next. `alone`: it multiplies nothing that was said before, as it has a one of its own ("a hundred"). */
interface Addend {
  readonly lexeme: Value | Scale;
  readonly end: number;
  readonly written?: string;
  readonly joined: boolean;
  readonly alone: boolean;
}

/**
 * The longest cardinal or ordinal that begins at a place. Each part must fit into the room that the one before it
 * leaves: "two hundred five" is 205, but "five two hundred" are two numbers. A scale multiplies all parts before it
 * that are smaller than it, and the product must fit as well: "two hundred and two thousand" is 202,000, but of "three
 * hundred and two hundred" the first number ends before "and", as both together are none. `behindPoint`: a scale
 * multiplies the number with its fraction ("point five million"), unless it is one of the words run together ("doscientos").
 */
export function wholeAt(heard: Heard, place: number, behindPoint = false): Whole | undefined {
  let parts: readonly Part[] = [];
  let written: string | undefined;
  for (let end = place; ; ) {
    const addend = addendAt(heard, end, parts.at(-1));
    if (!addend || (behindPoint && multipliesAll(heard, addend, end))) return ended(parts, written);
    const { fits, parts: left } = added(parts, addend);
    if (!fits) return ended(left, written);
    written = parts.length === 0 ? addend.written : undefined;
    parts = left;
    end = addend.end;
    if (addend.lexeme.ordinal) return ordinalFrom(heard, parts, end);
  }
}

const HUNDRED = 100;
/** Hundreds may also stand for themselves. */
const THOUSAND = 1000;

function multipliesAll(heard: Heard, { lexeme }: Addend, place: number): boolean {
  return lexeme.kind === 'scale' && (isApart(heard, place) || lexeme.value >= THOUSAND);
}

/** An ordinal with the smaller ones that follow it: "trigésimo cuarto". */
function ordinalFrom(heard: Heard, begun: readonly Part[], place: number): Whole {
  let parts = begun;
  let end = place;
  for (;;) {
    const next = lexemeAt(heard, end);
    const isNumber = next?.lexeme.kind === 'value' || next?.lexeme.kind === 'scale';
    if (!isNumber || !next.lexeme.ordinal || next.lexeme.value <= 0 || next.lexeme.value >= (parts.at(-1)?.room ?? 0))
      break;
    const { value, room } = next.lexeme;
    parts = [...parts, { value, room, scale: 1, joined: false, end: next.end }];
    end = next.end;
  }
  return { parts, end, ordinal: true };
}

/** A fraction, behind which nothing is added. */
export function lonePart(value: number, end: number): Part {
  return { value, room: 0, scale: 1, joined: false, end };
}

export function sum(parts: readonly Part[]): number {
  return parts.reduce((total, { value }) => total + value, 0);
}

/**
 * The parts with those multiplied that are smaller than a scale. Where the product is too large for what stands before
 * these, it does not fit, and only what stands before is left.
 */
export function multiplied(
  parts: readonly Part[],
  scale: Scale,
  end: number,
): { readonly fits: boolean; readonly parts: readonly Part[] } {
  const kept = keptBefore(parts, scale);
  const taken = parts.slice(kept);
  const [first] = taken;
  if (!first) return { fits: false, parts };
  const left = parts.slice(0, kept);
  const value = exact(sum(taken) * scale.value);
  const fits = value < (left.at(-1)?.room ?? Number.POSITIVE_INFINITY);
  const part = { value, room: scale.room, scale: scale.value, joined: first.joined, end };
  return { fits, parts: fits ? [...left, part] : left };
}

/**
 * How many parts are too large to be multiplied. Dozens may be any number, but "three hundred and two dozen" are three hundred
 * and two dozens.
 */
function keptBefore(parts: readonly Part[], { value: scale, room }: Scale): number {
  const large = (value: number) => value === 0 || Math.abs(value) >= scale;
  if (room > 0 || scale >= HUNDRED) return parts.findLastIndex(({ value }) => large(value)) + 1;
  const joined = parts.findLastIndex((part, index) => part.joined && (parts[index - 1]?.scale ?? 1) > 1);
  return Math.max(joined, parts.findLastIndex(({ value }) => value === 0) + 1);
}

/** Without the noise of a float: 164.58 times 1000 is 164580. */
function exact(product: number): number {
  return Number.isInteger(product) ? product : Number(product.toPrecision(15));
}

function ended(parts: readonly Part[], written: string | undefined): Whole | undefined {
  const last = parts.at(-1);
  return last && { parts, end: last.end, ordinal: false, ...(written !== undefined && { written }) };
}

function addendAt(heard: Heard, place: number, last: Part | undefined): Addend | undefined {
  const first = lexemeAt(heard, place);
  if (first?.lexeme.kind !== 'joiner') return first && unjoined(heard, first, false);
  const second = last && last.room >= first.lexeme.room ? lexemeAt(heard, first.end) : undefined;
  return second && unjoined(heard, second, true);
}

function unjoined(heard: Heard, { lexeme, end, written }: Found, joined: boolean): Addend | undefined {
  if (lexeme.kind === 'value') return { lexeme, end, joined, alone: false, ...(written !== undefined && { written }) };
  if (lexeme.kind === 'scale') return joined && !lexeme.bare ? undefined : { lexeme, end, joined, alone: joined };
  if (lexeme.kind !== 'article') return undefined;
  const next = lexemeAt(heard, end);
  if (next?.lexeme.kind !== 'scale' || next.lexeme.ordinal) return undefined;
  return { lexeme: next.lexeme, end: next.end, joined, alone: true };
}

function added(parts: readonly Part[], { lexeme, end, joined, alone }: Addend): ReturnType<typeof multiplied> {
  const last = parts.at(-1);
  if (lexeme.kind === 'scale' && last && !alone) {
    const product = multiplied(parts, lexeme, end);
    if (product.fits || product.parts.length < parts.length || !lexeme.bare) return product;
  }
  const { value, room, kind } = lexeme;
  if (last && (value <= 0 || value >= last.room)) return { fits: false, parts };
  return { fits: true, parts: [...parts, { value, room, scale: kind === 'scale' ? value : 1, joined, end }] };
}
