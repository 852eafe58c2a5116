import type { Table } from './alphabet';
import type { SignStage } from './around';
import { beside, formFor, oneAndMany } from './forms';
import { rangeWords } from './range-words';
import { anyOf, bySpelling, formStage, listOf, MONEY, patternOf, type Stage } from './rules';

const PRICED = new RegExp(`[${MONEY}]`, 'u');
const AMOUNT = '\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?![\\d.,]*\\d)|\\d[\\d.,]*\\d|\\d';
const SIGN = `[${MONEY}]`;
/** "500/-", "25,-", "25,–": nothing behind the comma. */
const NO_CENTS = new RegExp(`(\\d) ?(?:\\/ ?-|[.,][-–—]{1,2})(?=$|[\\s.,;:!?)${MONEY}/])`, 'gu');
/** Digits in groups as India writes them: lakh and crore. */
const LAKHS = /(?<![\d.,])\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d|,\d)/g;
/** "€ 45". */
const SIGN_APART = new RegExp(`(?<!\\d ?)([${MONEY}])[ \\u202f](?=\\d)`, 'gu');
/** A sign behind the cents, which is said with them only before the amount. */
const SIGN_BEHIND = new RegExp(
  `(?<![.,]|[$€£₹\\d] ?)(\\d{1,3}(?:,\\d{3})*|\\d{1,9})\\.(\\d\\d?) ?([${MONEY}])(?! ?\\d)`,
  'gu',
);
/** The same without cents, before what it is paid for: "9 €/mo". */
const WHOLE_BEHIND = new RegExp(
  `(?<![.,]|[$€£₹\\d] ?)(\\d{1,3}(?:,\\d{3})*|\\d{1,9}) ?([${MONEY}])(?= ?/ ?\\p{L})`,
  'gu',
);

/** A dot between groups of digits, which nothing but "no cents" stands behind: "1.290,-". */
const GROUPED = new RegExp(`(?<![\\d.,])\\d{1,3}(?:\\.\\d{3})+(?=,[-–—]{1,2}(?=$|[\\s.,;:!?)${MONEY}/]))`, 'gu');
/** "£200k", "$1.5K". */
const THOUSANDS = new RegExp(`(?<=[${MONEY}])(\\d{1,3})(?:\\.(\\d))?[kK](?![\\p{L}\\p{N}&])`, 'gu');

/** Amounts as all languages write them. */
export const wholeAmounts: Stage = (line) =>
  /[/.,] ?[-–—]/.test(line)
    ? line.replace(GROUPED, (amount) => amount.replaceAll('.', '')).replace(NO_CENTS, '$1')
    : line;

/** "Rs. 500" and "500 INR" are "500 rupees", "USD 20–30" is "20 to 30 US dollars", "24,90 €" is "€24.90". */
export function moneyStage(table: Table, language: string): SignStage {
  const { currencies, notMoney, magnitudes, decimal, priced, pattern } = table;
  const { whole: ranged } = rangeWords(table.range);
  /** "between USD 20–30" is "between 20 and 30 US dollars". */
  const asRange = formStage(table.ranges);
  const names = bySpelling(currencies);
  const large = bySpelling(magnitudes);
  const spelling = anyOf(names.keys());
  const size = `(?: ?(${anyOf(large.keys())})(?![\\p{L}\\p{N}]))?`;
  const second = `(?: ?[–—-] ?(${AMOUNT})(?! ?%| \\p{Ll}{2,}s(?!\\p{L})|[-\\d]))?`;
  const before = pattern(`(?<![\\p{L}\\p{N}/])(${spelling}) ?(${AMOUNT})(?![ .,]?\\d)${second}${size}`, 'gu');
  const after = pattern(`${SIGN}?(${AMOUNT})${size} ?(${spelling})(?![\\p{L}\\p{N}])`, 'gu');
  const trigger = pattern(spelling, 'u');
  const ownCents = centsStage(table, spelling);
  const ungrouped = groupStage(table, spelling);
  const western: Stage = table.lakhs ? (line) => line : (line) => line.replace(LAKHS, inThousands);
  const group = decimal === '.' ? ',' : '.';
  const decimalSign = decimal === '' ? anyOf([]) : `[${decimal}]`;
  /** An amount with its cents, at the end of what it is for. */
  const unsigned = pattern(
    `(?<=[\\p{L})'’"] ?[:,|]? ?[–—-]? ?)(?<!(?<!\\p{L})${anyOf(listOf(priced.others))} )(?<![\\d.,$€£₹])\\d{1,4}${decimalSign}\\d\\d(?=$|[,;/|)]|\\.(?: |$)| [/|•·])(?! ?%)`,
    'gu',
  );
  const noCents = pattern(`${decimalSign}00$`);
  const others = Object.entries(notMoney).map(([sign, pattern]) => [sign, patternOf(pattern)] as const);
  const isOther = (sign: string, line: string) => others.some(([name, told]) => name === sign && told.test(line));
  const named = (written: string, sign: string, many?: string) => {
    const forms = names.get(sign) ?? '';
    const amount = written.replace(noCents, '').replace(/\s/g, group);
    if (many) return beside(beside(amount, large.get(many) ?? ''), oneAndMany(forms)[1]);
    return beside(amount, formFor(amount, forms, { language, decimal }));
  };
  const signedBefore: Stage = (line) => {
    const said = line.replace(SIGN_BEHIND, '$3$1.$2');
    return decimal === '.' ? said.replace(WHOLE_BEHIND, '$2$1') : said;
  };
  const worth = (amount: string) => Number(amount.replaceAll(group, '').replace(decimal, '.'));
  return (whole, { currency }) => {
    const amounts = ungrouped(whole);
    const line = currency === undefined ? amounts : amounts.replace(unsigned, (amount) => currency + amount);
    // Where a language does not tell what stands before the cents, no amount is written anew.
    const isPriced = decimal !== '' && PRICED.test(line);
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
    const signed = isPriced ? signedBefore(counted) : counted;
    if (!isNamed) return signed;
    const hasRange = /[-–—]/.test(signed);
    const said = signed
      .replace(before, (all, sign: string, from: string, to?: string, many?: string) => {
        if (isOther(sign, line)) return to === undefined ? all : `${sign} ${ranged(from, to)}${many ? ` ${many}` : ''}`;
        if (to === undefined) return named(from, sign, many);
        const isRange = worth(from) < worth(to);
        if (isRange && table.range !== '') return ranged(from.replace(noCents, ''), named(to, sign, many));
        return named(from, sign) + all.slice(all.indexOf(from) + from.length);
      })
      .replace(after, (all, amount: string, many: string | undefined, sign: string) =>
        isOther(sign, line) ? all : named(amount, sign, many),
      );
    return hasRange ? asRange(said) : said;
  };
}

/** "1 234,56 €" and "1'050" without what stands between their groups of digits, where a voice may take each for a number. */
function groupStage({ groups, pattern }: Table, spelling: string): Stage {
  const signs = groups.replaceAll(' ', '');
  const digits = (sign: string) => `(?<![\\p{L}\\d.,+]|\\d${sign})\\d{1,3}(?:${sign}\\d{3})+(?!\\d)`;
  const money = `(?:${SIGN}|${spelling})`;
  const apart = pattern(
    `(?<=${money} ?)${digits(' ')}(?! ?\\d)|${digits(' ')}(?=,\\d\\d?(?!\\d)|(?:,\\d\\d)? ?${money})`,
    'gu',
  );
  const marked = signs === '' ? undefined : pattern(digits(`[${signs}]`), 'gu');
  const joined = (amount: string) => amount.replace(/\D/g, '');
  return (line) => {
    const plain = marked && /\d\D\d{3}/.test(line) ? line.replace(marked, joined) : line;
    return groups.includes(' ') && /\d \d{3}/.test(plain) ? plain.replace(apart, joined) : plain;
  };
}

/** Amounts with the signs of the language before cents and between groups of digits, where others have them the other way round. */
function centsStage({ decimal, pattern }: Table, spelling: string): Stage {
  const [own, others] = decimal === '.' ? ['.', ','] : [',', '.'];
  const money = `(?:${SIGN}|${spelling})`;
  const priced = (amount: string, end: string) =>
    pattern(
      `(?<=${money} ?)(?<![\\d.,])${amount}(?![\\d.,]*\\d)|(?<![\\d.,])${amount}(?![\\d.,]*\\d)(?= ?(?:${end}))`,
      'gu',
    );
  const cents = priced(`(?:\\d{1,3}(?:[${own}]\\d{3})+|\\d{1,9})[${others}]\\d\\d?`, `${money}|%`);
  // A single group may as well be three decimals: "€1.799" for a litre.
  const groups = priced(`(?:\\d{2,3}(?:[${own}]\\d{3})+|\\d(?:[${own}]\\d{3}){2,})`, money);
  const swapped = (amount: string) => amount.replace(/[.,]/g, (sign) => (sign === own ? others : own));
  return (line) => (/\d[.,]\d/.test(line) ? line.replace(cents, swapped).replace(groups, swapped) : line);
}

function inThousands(amount: string): string {
  return amount.replaceAll(',', '').replace(/\B(?=(?:\d{3})+$)/g, ',');
}
