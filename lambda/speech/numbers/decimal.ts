import { lonePart, type Part, sum, type Whole } from './cardinal';
import { digitAt } from './digits';
import { type Heard, lexemeAt } from './heard';

/** "three point five", "point five". After the point come digits one by one, or numbers below 100: "point seventy one". */
export function decimalAt(heard: Heard, place: number, whole: Whole | undefined): readonly Part[] | undefined {
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
  return decimals.length === 0 ? undefined : [lonePart(Number(`${value}.${decimals.join('')}`), end)];
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
