import { multiplied, type Part, type Scale, sum, type Whole, wholeAt } from './cardinal';
import { decimalAt } from './decimal';
import { brokenAt } from './fraction';
import { type Heard, isApart, lexemeAt } from './heard';

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
  return size && !size.ordinal && size.value >= 0
    ? { value: 0 - size.value, ordinal: false, end: size.end }
    : undefined;
}

function unsignedAt(heard: Heard, place: number): Reading | undefined {
  const prefix = lexemeAt(heard, place);
  const isPrefixed = prefix?.lexeme.kind === 'ordinal-prefix';
  const whole = wholeAt(heard, isPrefixed ? prefix.end : place);
  const end = whole && ordinalEnd(heard, whole, isPrefixed);
  if (end !== undefined) return { value: sum(whole?.parts ?? []), ordinal: true, end };
  if (isPrefixed) return undefined;
  const fraction = decimalAt(heard, place, whole) ?? brokenAt(heard, place, whole);
  if (fraction) return withScales(heard, fraction);
  return whole && { value: sum(whole.parts), ordinal: false, end: whole.end, ...writtenOf(whole) };
}

/** The place after an ordinal: after its mark, where it has one. */
function ordinalEnd(heard: Heard, { parts, end, ordinal }: Whole, isPrefixed: boolean): number | undefined {
  const mark = ordinal || !Number.isInteger(sum(parts)) ? undefined : lexemeAt(heard, end);
  if (mark?.lexeme.kind === 'ordinal-mark' && (mark.lexeme.apart || !isApart(heard, end))) return mark.end;
  return ordinal || isPrefixed ? end : undefined;
}

function writtenOf({ written }: Whole): { written?: string } {
  return written === undefined ? {} : { written };
}

/** The value of a number with a fraction, and of the scales behind it: "two point five million". */
function withScales(heard: Heard, fraction: readonly Part[]): Reading | undefined {
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

function counted(parts: readonly Part[]): number {
  // A word for two millions has no scale, but room for what is less than one.
  const { scale = 1, room = 0 } = parts.at(-2) ?? {};
  const [fraction] = parts.slice(-1);
  const unit = Math.max(scale, room) >= MILLION ? Math.max(scale, room) : 1;
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
