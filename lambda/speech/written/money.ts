import type { Written } from '../../languages/written';
import type { SignStage } from './around';
import { anyOf, bySpelling, listOf, patternOf, type Stage } from './rules';

const AMOUNT = '\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?![\\d.,]*\\d)|\\d[\\d.,]*\\d|\\d';
const SIGN = '[$€£₹]';
/** "500/-", "25,-", "25,–": nothing behind the comma. */
const NO_CENTS = /(\d) ?(?:\/ ?-|[.,][-–—]{1,2})(?=$|[\s.,;:!?)€£$₹/])/gu;
/** Digits in groups as India writes them: lakh and crore. */
const LAKHS = /(?<![\d.,])\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d|,\d)/g;
/** "€ 45". */
const SIGN_APART = /(?<!\d ?)([$€£₹])[ \u202f](?=\d)/g;
/** A sign behind the cents, which is said with them only before the amount. */
const SIGN_BEHIND = /(?<![$€£₹\d.,] ?)(\d{1,3}(?:,\d{3})*|\d{1,9})\.(\d\d?) ?([$€£₹])(?! ?\d)/g;

/** A dot between groups of digits, which nothing but "no cents" stands behind: "1.290,-". */
const GROUPED = /(?<![\d.,])\d{1,3}(?:\.\d{3})+(?=,[-–—]{1,2}(?=$|[\s.,;:!?)€£$₹/]))/gu;
/** "£200k", "$1.5K". */
const THOUSANDS = /(?<=[$€£₹])(\d{1,3})(?:\.(\d))?[kK](?![\p{L}\p{N}&])/gu;

/** Amounts as all languages write them. */
export const wholeAmounts: Stage = (line) =>
  /[/.,] ?[-–—]/.test(line)
    ? line.replace(GROUPED, (amount) => amount.replaceAll('.', '')).replace(NO_CENTS, '$1')
    : line;

/** "Rs. 500" and "500 INR" are "500 rupees", "USD 20–30" is "20 to 30 US dollars", "24,90 €" is "€24.90". */
export function moneyStage({ currencies, notMoney, magnitudes, decimal, range, priced }: Written): SignStage {
  const names = bySpelling(currencies);
  const large = bySpelling(magnitudes);
  const spelling = anyOf(names.keys());
  const size = `(?: ?(${anyOf(large.keys())})(?![\\p{L}\\p{N}]))?`;
  const second = `(?: ?[–—-] ?(${AMOUNT})(?! ?%| \\p{Ll}{2,}s(?!\\p{L})|[-\\d]))?`;
  const before = new RegExp(`(?<![\\p{L}\\p{N}/])(${spelling}) ?(${AMOUNT})(?! ?\\d)${second}${size}`, 'gu');
  const after = new RegExp(`${SIGN}?(${AMOUNT})${size} ?(${spelling})(?![\\p{L}\\p{N}])`, 'gu');
  const trigger = new RegExp(spelling, 'u');
  const ownCents = centsStage(decimal, spelling);
  const group = decimal === '.' ? ',' : '.';
  const decimalSign = decimal === '' ? anyOf([]) : `\\${decimal}`;
  /** An amount with its cents, at the end of what it is for. */
  const unsigned = new RegExp(
    `(?<=[\\p{L})'’"] ?[:,|]? ?[–—-]? ?)(?<!(?<!\\p{L})${anyOf(listOf(priced.others))} )(?<![\\d.,$€£₹])\\d{1,4}${decimalSign}\\d\\d(?=$|[,;/|)]|\\.(?: |$)| [/|•·])(?! ?%)`,
    'gu',
  );
  const noCents = new RegExp(`${decimalSign}00$`);
  const others = Object.entries(notMoney).map(([sign, pattern]) => [sign, patternOf(pattern)] as const);
  const isOther = (sign: string, line: string) => others.some(([name, told]) => name === sign && told.test(line));
  const named = (written: string, sign: string, many?: string) => {
    const [one, several] = (names.get(sign) ?? '').split('|');
    const amount = written.replace(noCents, '').replace(/\s/g, group);
    return `${amount}${many ? ` ${large.get(many)}` : ''} ${amount === '1' && !many ? one : several}`;
  };
  return (whole, { currency }) => {
    const line = currency === undefined ? whole : whole.replace(unsigned, (amount) => currency + amount);
    // Where a language does not tell what stands before the cents, no amount is written anew.
    const isPriced = decimal !== '' && /[$€£₹]/.test(line);
    const isNamed = trigger.test(line);
    if (!isPriced && !isNamed && !line.includes(',')) return line;
    const joined = isPriced
      ? line
          .replace(SIGN_APART, '$1')
          .replace(THOUSANDS, (_all, whole: string, part = '') => `${whole}${group}${part.padEnd(3, '0')}`)
      : line;
    const counted =
      decimal !== '' && (isPriced || isNamed)
        ? ownCents(joined.replace(LAKHS, western))
        : joined.replace(LAKHS, western);
    const signed = isPriced ? counted.replace(SIGN_BEHIND, '$3$1.$2') : counted;
    if (!isNamed) return signed;
    return signed
      .replace(before, (all, sign: string, from: string, to?: string, many?: string) => {
        if (isOther(sign, line))
          return to === undefined ? all : `${sign} ${from} ${range} ${to}${many ? ` ${many}` : ''}`;
        if (to === undefined) return named(from, sign, many);
        const isRange = Number(from.replaceAll(',', '')) < Number(to.replaceAll(',', ''));
        if (isRange) return `${from.replace(noCents, '')} ${range} ${named(to, sign, many)}`;
        return named(from, sign) + all.slice(all.indexOf(from) + from.length);
      })
      .replace(after, (all, amount: string, many: string | undefined, sign: string) =>
        isOther(sign, line) ? all : named(amount, sign, many),
      );
  };
}

/** Amounts with the signs of the language before cents and between groups of digits, where others have them the other way round. */
function centsStage(decimal: string, spelling: string): Stage {
  const [own, others] = decimal === '.' ? ['.', ','] : [',', '.'];
  const money = `(?:${SIGN}|${spelling})`;
  const priced = (amount: string, end: string) =>
    new RegExp(
      `(?<=${money} ?)(?<![\\d.,])${amount}(?![\\d.,]*\\d)|(?<![\\d.,])${amount}(?![\\d.,]*\\d)(?= ?(?:${end}))`,
      'gu',
    );
  const cents = priced(`(?:\\d{1,3}(?:[${own}]\\d{3})+|\\d{1,9})[${others}]\\d\\d?`, `${money}|%`);
  // A single group may as well be three decimals: "€1.799" for a litre.
  const groups = priced(`(?:\\d{2,3}(?:[${own}]\\d{3})+|\\d(?:[${own}]\\d{3}){2,})`, money);
  const swapped = (amount: string) => amount.replace(/[.,]/g, (sign) => (sign === own ? others : own));
  return (line) => (/\d[.,]\d/.test(line) ? line.replace(cents, swapped).replace(groups, swapped) : line);
}

function western(amount: string): string {
  return amount.replaceAll(',', '').replace(/\B(?=(?:\d{3})+$)/g, ',');
}
