import { multiplied, type Part, type Scale, sum, type Whole, wholeAt } from './cardinal';
import { digitAt } from './digits';
import { type Heard, lexemeAt } from './heard';

/** A number that begins at a place, and the place after it. */
export interface Reading {
  readonly value: number;
  readonly ordinal: boolean;
  readonly end: number;
  /** In digits, where it is nothing but a number in digits. */
  readonly written?: string;
}

/** From here on, a fraction counts in what was last multiplied by: "a million and a half" is 1,500,000. */
const MILLION = 1_000_000;

/** The longest number that begins at a place. */
export function numberAt(heard: Heard, place: number): Reading | undefined {
  const first = lexemeAt(heard, place);
  if (first?.lexeme.kind !== 'minus') return unsignedAt(heard, place);
  const size = unsignedAt(heard, first.end);
  return size && !size.ordinal ? { value: 0 - size.value, ordinal: false, end: size.end } : undefined;
}

function unsignedAt(heard: Heard, place: number): Reading | undefined {
  const whole = wholeAt(heard, place);
  if (whole?.ordinal) return { value: sum(whole.parts), ordinal: true, end: whole.end };
  const fraction = decimalAt(heard, place, whole) ?? brokenAt(heard, place, whole);
  if (fraction) return withScales(heard, fraction);
  return whole && { value: sum(whole.parts), ordinal: false, end: whole.end, ...writtenOf(whole) };
}

function writtenOf({ written }: Whole): { written?: string } {
  return written === undefined ? {} : { written };
}

/** A number with a fraction, its parts still open to a scale: "two point five" to "million". */
type Fraction = readonly Part[];

function part(value: number, end: number): Part {
  return { value, room: 0, scale: 1, joined: false, end };
}

function withScales(heard: Heard, fraction: Fraction): Reading | undefined {
  let parts = fraction;
  for (let scaled = false; ; scaled = true) {
    const last = parts.at(-1);
    if (!last) return undefined;
    const scale = scaleAt(heard, last.end, scaled);
    const product = scale && multiplied(parts, scale.lexeme, scale.end);
    if (product?.fits) parts = product.parts;
    else return { value: scaled ? sum(parts) : counted(parts), ordinal: false, end: last.end };
  }
}

function counted(parts: Fraction): number {
  const { scale = 1 } = parts.at(-2) ?? {};
  const [fraction] = parts.slice(-1);
  const unit = scale >= MILLION ? scale : 1;
  return sum(parts.slice(0, -1)) + (fraction?.value ?? 0) * unit;
}

/** "million", and right after the fraction also "a million" and "of a million". */
function scaleAt(heard: Heard, place: number, bare: boolean): { lexeme: Scale; end: number } | undefined {
  let found = lexemeAt(heard, place);
  for (const kind of bare ? [] : (['of', 'article'] as const)) {
    if (found?.lexeme.kind === kind) found = lexemeAt(heard, found.end);
  }
  return found?.lexeme.kind === 'scale' && !found.lexeme.ordinal ? { lexeme: found.lexeme, end: found.end } : undefined;
}

/** "three point five", "point five". After the point come digits one by one, or numbers below 100: "point seventy one". */
function decimalAt(heard: Heard, place: number, whole: Whole | undefined): Fraction | undefined {
  const start = whole?.end ?? place;
  const point = lexemeAt(heard, start);
  const value = whole ? sum(whole.parts) : 0;
  if (point?.lexeme.kind !== 'point' || !Number.isInteger(value)) return undefined;
  let end = point.end;
  const decimals: string[] = [];
  for (let room = 0; ; ) {
    const next = saidDigitAt(heard, end) ?? lowAt(heard, end);
    if (!next) break;
    const last = Number(decimals.at(-1));
    const fits = next.digits.length === 1 && Number(next.digits) > 0 && Number(next.digits) < room;
    if (fits) decimals.splice(-1, 1, String(last + Number(next.digits)));
    else decimals.push(next.digits);
    room = fits ? 0 : next.room;
    end = next.end;
  }
  return decimals.length === 0 ? undefined : [part(Number(`${value}.${decimals.join('')}`), end)];
}

function saidDigitAt(heard: Heard, place: number): { digits: string; room: number; end: number } | undefined {
  const digit = digitAt(heard, place);
  return digit && { ...digit, room: 0 };
}

function lowAt(heard: Heard, place: number): { digits: string; room: number; end: number } | undefined {
  const found = lexemeAt(heard, place);
  if (found?.lexeme.kind !== 'value' || found.lexeme.ordinal) return undefined;
  const { value, room } = found.lexeme;
  const digits = found.written ?? String(value);
  return /^\d+$/.test(digits) ? { digits, room, end: found.end } : undefined;
}

/** "half", "a half", "three quarters", "two and three quarters". */
function brokenAt(heard: Heard, place: number, whole: Whole | undefined): Fraction | undefined {
  if (!whole) return partAt(heard, place);
  const of = denominatorAt(heard, whole.end, sum(whole.parts.slice(lastJoined(whole.parts))));
  if (of) return divided(whole.parts, of);
  const joiner = lexemeAt(heard, whole.end);
  if (joiner?.lexeme.kind !== 'joiner') return undefined;
  const more = partAt(heard, joiner.end) ?? countedPartAt(heard, joiner.end);
  return more && [...whole.parts, ...more];
}

function lastJoined(parts: readonly Part[]): number {
  return Math.max(
    parts.findLastIndex(({ joined }) => joined),
    0,
  );
}

/**
 * What was said, in parts of one: all of it, as in "thirty two fifths", but where a joiner comes before less than one,
 * only that: "one hundred and three quarters" is 100.75.
 */
function divided(parts: readonly Part[], { part: of, end }: { part: number; end: number }): Fraction {
  const joined = lastJoined(parts);
  const numerator = sum(parts.slice(joined));
  if (joined > 0 && numerator < of) return [...parts.slice(0, joined), part(numerator / of, end)];
  return [part(sum(parts) / of, end)];
}

function countedPartAt(heard: Heard, place: number): Fraction | undefined {
  const numerator = wholeAt(heard, place);
  if (!numerator || numerator.ordinal) return undefined;
  const value = sum(numerator.parts);
  const of = denominatorAt(heard, numerator.end, value);
  return of && [part(value / of.part, of.end)];
}

/** One part without a number: "half", "a third". */
function partAt(heard: Heard, place: number): Fraction | undefined {
  const first = lexemeAt(heard, place);
  if (first?.lexeme.kind === 'part' && first.lexeme.alone) return [part(1 / first.lexeme.part, first.end)];
  const of = first?.lexeme.kind === 'article' ? denominatorAt(heard, first.end, 1) : undefined;
  return of && [part(1 / of.part, of.end)];
}

/** What a number is divided by: "quarters", or an ordinal, but only for one of it: "one third". */
function denominatorAt(heard: Heard, place: number, numerator: number): { part: number; end: number } | undefined {
  const found = lexemeAt(heard, place);
  if (!found || !('part' in found.lexeme) || found.lexeme.part === undefined) return undefined;
  if (found.lexeme.kind !== 'part' && numerator !== 1) return undefined;
  return { part: found.lexeme.part, end: found.end };
}
