import { lonePart, type Part, sum, type Whole, wholeAt } from './cardinal';
import { digitAt } from './digits';
import { type Heard, lexemeAt } from './heard';

/** "half", "a half", "three quarters", "two and three quarters". */
export function brokenAt(heard: Heard, place: number, whole: Whole | undefined): readonly Part[] | undefined {
  if (!whole) return partAt(heard, place);
  const of = denominatorAt(heard, whole.end, sum(whole.parts.slice(lastJoined(whole.parts))));
  if (of) return divided(whole.parts, of);
  const tenths = tenthsOf(heard, whole.parts, whole.end);
  if (tenths) return tenths;
  const joiner = lexemeAt(heard, whole.end);
  if (joiner?.lexeme.kind !== 'joiner') return undefined;
  const more = partAt(heard, joiner.end) ?? countedPartAt(heard, joiner.end) ?? tenthsAt(heard, joiner.end);
  return more && [...whole.parts, ...more];
}

/** Decimals as parts of a power of ten, behind a whole number that ended before them: "اثنان وثمانية من عشرة" is 2.8. */
function tenthsAt(heard: Heard, place: number): readonly Part[] | undefined {
  const decimals = wholeAt(heard, place);
  if (!decimals || decimals.ordinal) return undefined;
  const of = powerOfTenAt(heard, decimals.end);
  const value = sum(decimals.parts);
  return of && value < of.value ? [lonePart(value / of.value, of.end)] : undefined;
}

/** The same where the decimals read like the end of the whole number, which is too large to be less than one: "ثلاث مئة وأربعون من مئة". */
function tenthsOf(heard: Heard, parts: readonly Part[], end: number): readonly Part[] | undefined {
  const joined = lastJoined(parts);
  const of = joined > 0 ? powerOfTenAt(heard, end) : undefined;
  const decimals = sum(parts.slice(joined));
  if (!of || decimals >= of.value || sum(parts) < of.value) return undefined;
  return [...parts.slice(0, joined), lonePart(decimals / of.value, of.end)];
}

function powerOfTenAt(heard: Heard, place: number): { value: number; end: number } | undefined {
  if (lexemeAt(heard, place)?.lexeme.kind !== 'out-of') return undefined;
  const whole = wholeAt(heard, lexemeAt(heard, place)?.end ?? place);
  const value = whole && !whole.ordinal ? sum(whole.parts) : 0;
  return whole && value > 1 && Number.isInteger(Math.log10(value)) ? { value, end: whole.end } : undefined;
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
function divided(parts: readonly Part[], { part: of, end }: { part: number; end: number }): readonly Part[] {
  const joined = lastJoined(parts);
  const numerator = sum(parts.slice(joined));
  if (joined > 0 && numerator < of) return [...parts.slice(0, joined), lonePart(numerator / of, end)];
  return [lonePart(sum(parts) / of, end)];
}

function countedPartAt(heard: Heard, place: number): readonly Part[] | undefined {
  const numerator = wholeAt(heard, place);
  if (!numerator || numerator.ordinal) return undefined;
  const value = sum(numerator.parts);
  const of = denominatorAt(heard, numerator.end, value);
  return of && [lonePart(value / of.part, of.end)];
}

/** One part without a number: "half", "a third". */
function partAt(heard: Heard, place: number): readonly Part[] | undefined {
  const first = lexemeAt(heard, place);
  if (first?.lexeme.kind === 'part' && first.lexeme.alone) return [lonePart(1 / first.lexeme.part, first.end)];
  const of = first?.lexeme.kind === 'article' ? denominatorAt(heard, first.end, 1) : undefined;
  return of && [lonePart(1 / of.part, of.end)];
}

/**
 * What a number is divided by: "quarters", or an ordinal, but mostly only for one of it: "one third". So is what may also be a
 * digit: "uma meia" is a half, but "nove meia sete" 967.
 */
function denominatorAt(heard: Heard, place: number, numerator: number): { part: number; end: number } | undefined {
  const found = lexemeAt(heard, place);
  if (!found || !('part' in found.lexeme) || found.lexeme.part === undefined) return undefined;
  if (found.lexeme.kind !== 'part' && numerator !== 1 && !found.lexeme.several) return undefined;
  if ('digit' in found.lexeme && (numerator !== 1 || digitAt(heard, found.end))) return undefined;
  return { part: found.lexeme.part, end: found.end };
}
