import { memoize } from '../memoize';
import { inRanges } from './alphabet';
import { type DayOrder, dayOrderOf, dayPattern } from './day-order';
import { pairStage } from './pairs';
import { anyOf, bySpelling, inBothCases, listOf } from './rules';
import type { Named, Written } from './table';

/** What all lines of a text tell of the signs and numbers in it. */
export interface SignContext {
  /** Groups of signs of which the text holds more than one: then each says something. */
  readonly contrasted: ReadonlySet<readonly Named[]>;
  /** How its days are written in digits, where one of them tells. */
  readonly dayOrder?: DayOrder;
  /** The sign of money that its prices are written without: "All prices in £". */
  readonly currency?: string;
  /** Its amounts are of money where the day of a date stands before its month. */
  readonly isDayFirst: boolean;
}

const NONE: SignContext['contrasted'] = new Set();
const SIGN = /[^ -~]/;

const readerOf = memoize((written: Written) => {
  const { dated, days } = written;
  const day = dayPattern(anyOf([...inBothCases(dated.days), ...Object.keys(days), ...bySpelling(days).keys()]));
  const withoutPairs = pairStage(written);
  return (text: string) => dayOrderOf(withoutPairs(text), day);
});

export function signContext(text: string, written: Written): SignContext {
  const dayOrder = /\d[/-]\d/.test(text) ? readerOf(written)(text) : undefined;
  const isDayFirst = listOf(written.dated.dayFirst).some((sign) => text.includes(sign));
  const currency = currencyOf(text, written);
  return {
    contrasted: contrastedIn(text, written),
    isDayFirst,
    ...(dayOrder && { dayOrder }),
    ...(currency && { currency }),
  };
}

function currencyOf(text: string, written: Written): string | undefined {
  const { priced } = written;
  if (!text.includes(priced.word)) return undefined;
  const [, sign, name = ''] = new RegExp(inRanges(priced.form, written), 'u').exec(text) ?? [];
  return sign ?? Object.keys(priced.signs).find((one) => listOf(priced.signs[one] ?? '').includes(name));
}

function contrastedIn(text: string, { checks, lights, thumbs, pluses }: Written): SignContext['contrasted'] {
  if (!SIGN.test(text)) return NONE;
  const isContrasted = (group: readonly Named[]) =>
    group.filter(({ signs }) => listOf(signs).some((sign) => text.includes(sign))).length > 1;
  return new Set([checks, lights, thumbs, pluses].filter(isContrasted));
}
