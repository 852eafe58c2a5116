import { anyOf, bySpelling, type Stage } from './rules';
import type { Written } from './table';

const AMOUNT = '\\d[\\d.,]*\\d|\\d';
/** "500/-", "25,-", "25,–": nothing behind the comma. */
const NO_CENTS = /(\d) ?(?:\/ ?-|,[-–—]{1,2})(?=$|[\s.,;:!?)€£$₹])/gu;
/** Digits in groups as India writes them: lakh and crore. */
const LAKHS = /(?<![\d.,])\d{1,2}(?:,\d{2}){1,4},\d{3}(?![\d,])/g;

/** Amounts as all languages write them. */
export const wholeAmounts: Stage = (line) => (/[/,] ?[-–—]/.test(line) ? line.replace(NO_CENTS, '$1') : line);

/** "Rs. 500" and "500 INR" are "500 rupees". */
export function moneyStage({ currencies }: Written): Stage {
  const names = bySpelling(currencies);
  const spelling = anyOf(names.keys());
  const before = new RegExp(`(?<![\\p{L}\\p{N}])(${spelling}) ?(${AMOUNT})(?! ?(?:\\d|[kKmM]\\b))`, 'gu');
  const after = new RegExp(`(${AMOUNT}) ?(${spelling})(?![\\p{L}\\p{N}])`, 'gu');
  const trigger = new RegExp(spelling, 'u');
  return (line) => {
    const counted = line.includes(',') ? line.replace(LAKHS, western) : line;
    if (!trigger.test(counted)) return counted;
    return counted
      .replace(before, (_all, sign: string, amount: string) => `${amount} ${names.get(sign)}`)
      .replace(after, (_all, amount: string, sign: string) => `${amount} ${names.get(sign)}`);
  };
}

function western(amount: string): string {
  return amount.replaceAll(',', '').replace(/\B(?=(?:\d{3})+$)/g, ',');
}
