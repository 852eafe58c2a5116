import type { Named, Written } from '../../languages/written';
import { memoize } from '../memoize';
import { inRanges, type Table } from './alphabet';
import { dayOrderOf, dayPattern } from './day-order';
import { pairStage } from './pairs';
import { anyOf, bySpelling, inBothCases, listOf, patternOf } from './rules';
import type { SignContext } from './sign-context';

const NONE: SignContext['contrasted'] = new Set();
const SIGN = /[^ -~]/;

const readerOf = memoize((written: Table) => {
  const { dated, days } = written;
  const day = dayPattern(anyOf([...inBothCases(dated.days), ...Object.keys(days), ...bySpelling(days).keys()]));
  const withoutPairs = pairStage(written);
  return (text: string) => dayOrderOf(withoutPairs(text), day);
});

export function signContext(text: string, written: Table): SignContext {
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

const pricedOf = memoize((written: Written) => patternOf(inRanges(written.priced.form, written)));

function currencyOf(text: string, written: Written): string | undefined {
  const { priced } = written;
  if (!text.includes(priced.word)) return undefined;
  const [, sign, name = ''] = pricedOf(written).exec(text) ?? [];
  return sign ?? Object.keys(priced.signs).find((one) => listOf(priced.signs[one] ?? '').includes(name));
}

function contrastedIn(text: string, { checks, lights, thumbs, pluses }: Written): SignContext['contrasted'] {
  if (!SIGN.test(text)) return NONE;
  const isContrasted = (group: readonly Named[]) =>
    group.filter(({ signs }) => listOf(signs).some((sign) => text.includes(sign))).length > 1;
  return new Set([checks, lights, thumbs, pluses].filter(isContrasted));
}
