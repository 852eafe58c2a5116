import { anyOf, bySpelling, type Stage } from './rules';
import type { Written } from './table';

const AMOUNT = '\\d[\\d.,]*\\d|\\d';
const SIGN = '[$€£₹]';
/** "500/-", "25,-", "25,–": nothing behind the comma. */
const NO_CENTS = /(\d) ?(?:\/ ?-|[.,][-–—]{1,2})(?=$|[\s.,;:!?)€£$₹/])/gu;
/** Digits in groups as India writes them: lakh and crore. */
const LAKHS = /(?<![\d.,])\d{1,2}(?:,\d{2}){1,4},\d{3}(?![\d,])/g;
/** A sign behind the cents, which is said with them only before the amount. */
const SIGN_BEHIND = /(?<![$€£₹\d.,] ?)(\d{1,3}(?:,\d{3})*|\d{1,9})\.(\d\d?) ?([$€£₹])(?! ?\d)/g;

/** Amounts as all languages write them. */
export const wholeAmounts: Stage = (line) => (/[/.,] ?[-–—]/.test(line) ? line.replace(NO_CENTS, '$1') : line);

/** "Rs. 500" and "500 INR" are "500 rupees", "24,90 €" is "€24.90". */
export function moneyStage({ currencies, decimal }: Written): Stage {
  const names = bySpelling(currencies);
  const spelling = anyOf(names.keys());
  const before = new RegExp(`(?<![\\p{L}\\p{N}])(${spelling}) ?(${AMOUNT})(?! ?(?:\\d|[kKmM]\\b))`, 'gu');
  const after = new RegExp(`(${AMOUNT}) ?(${spelling})(?![\\p{L}\\p{N}])`, 'gu');
  const trigger = new RegExp(spelling, 'u');
  const ownCents = centsStage(decimal, spelling);
  const named = (amount: string, sign: string) => {
    const [one, many] = (names.get(sign) ?? '').split('|');
    return `${amount} ${amount === '1' ? one : many}`;
  };
  return (line) => {
    const isPriced = /[$€£₹]/.test(line);
    const isNamed = trigger.test(line);
    if (!isPriced && !isNamed && !line.includes(',')) return line;
    const counted = isPriced || isNamed ? ownCents(line.replace(LAKHS, western)) : line.replace(LAKHS, western);
    const signed = isPriced ? counted.replace(SIGN_BEHIND, '$3$1.$2') : counted;
    if (!isNamed) return signed;
    return signed
      .replace(before, (_all, sign: string, amount: string) => named(amount, sign))
      .replace(after, (_all, amount: string, sign: string) => named(amount, sign));
  };
}

/** Cents behind the sign that the language has before them, where others have the one that it groups digits with. */
function centsStage(decimal: string, spelling: string): Stage {
  const [own, others] = decimal === '.' ? ['.', ','] : [',', '.'];
  const money = `(?:${SIGN}|${spelling})`;
  const amount = `(\\d{1,3}(?:[${own}]\\d{3})+|\\d{1,9})[${others}](\\d\\d)(?![\\d.,]*\\d)`;
  const priced = new RegExp(`(?<=${money} ?)(?<![\\d.,])${amount}|(?<![\\d.,])${amount}(?= ?${money})`, 'gu');
  return (line) =>
    line.includes(others)
      ? line.replace(priced, (_all, one?: string, oneCents?: string, two?: string, twoCents?: string) => {
          return (one ?? two ?? '').replaceAll(own, others) + own + (oneCents ?? twoCents ?? '');
        })
      : line;
}

function western(amount: string): string {
  return amount.replaceAll(',', '').replace(/\B(?=(?:\d{3})+$)/g, ',');
}
