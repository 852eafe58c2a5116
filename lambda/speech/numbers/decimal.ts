import { lonePart, type Part, sum, type Whole, wholeAt } from './cardinal';
import { digitAt } from './digits';
import { type Heard, lexemeAt } from './heard';

/** "three point five", "point five". After the point come digits one by one, or numbers: "point seventy one". */
export function decimalAt(heard: Heard, place: number, whole: Whole | undefined): readonly Part[] | undefined {
  const start = whole?.end ?? place;
  const point = lexemeAt(heard, start);
  const value = whole ? sum(whole.parts) : 0;
  if (point?.lexeme.kind !== 'point' || !Number.isInteger(value)) return undefined;
  let end = point.end;
  let decimals = '';
  for (;;) {
    const next = piecesAt(heard, end);
    if (!next) break;
    decimals += next.digits;
    end = next.end;
  }
  return decimals === '' ? undefined : [lonePart(Number(`${value}.${decimals}`), end)];
}

/** The longer one of what may be meant: "oh", "seventy one". */
function piecesAt(heard: Heard, place: number): { digits: string; end: number } | undefined {
  const digit = digitAt(heard, place);
  const whole = wholeAt(heard, place, true);
  if (!whole || whole.ordinal || (digit && digit.end >= whole.end)) return digit;
  const digits = whole.written ?? String(sum(whole.parts));
  return /^\d+$/.test(digits) ? { digits, end: whole.end } : digit;
}
