import type { Table } from './alphabet';
import { rangeWords } from './range-words';
import { anyOf, bySpelling, formStage, inBothCases, listOf, MONEY, type Stage } from './rules';

/** An amount or a time with what may stand around it: "$10", "9.30", "10%", "4 pm". */
const NUMBER = (clock: string) =>
  `[${MONEY}]?\\d{1,3}(?:(?:[.,:]|${clock})\\d{1,3})*(?:[kKM](?![\\p{L}\\p{N}]))?(?!\\d)|\\d{4}`;
const PRICED = new RegExp(`^[${MONEY}]`, 'u');
/** "9 €". */
const PRICED_BEHIND = new RegExp(`[${MONEY}]$`, 'u');
const TIMED = new RegExp(`[:%${MONEY}]|\\p{L}`, 'u');
/** Plain numbers this large are hours. */
const LAST_HOUR = 24;
const LONGEST_WORD = 20;
/** So much on both sides tells whether anything else stands there. */
const NEAR = 5;

/** The area code before the rest of a phone number. */
const DIALLED = /(?<!\d)0\d{2,4} $/;

/** A dash before what may be the name of a day or month, or a day of one. */
const BEFORE_NAME = /[-–—〜～] ?(?:\d{1,2}\S{0,2} )?\p{L}/u;

/** "9–17" is "9 to 17", "Mon–Fri" is "Mon to Fri". */
export function rangeStage(table: Table): Stage {
  const { range, ranges, days, daily, months, halves, units, codes, ordinals, pattern } = table;
  const { joined, settled } = rangeWords(range);
  const number = NUMBER(anyOf(listOf(table.clock)));
  const day = anyOf([...Object.keys(days), ...bySpelling(days).keys()]);
  const month = anyOf([...Object.keys(months), ...bySpelling(months).keys()]);
  const half = anyOf(listOf(halves));
  const unit = anyOf(bySpelling(units).keys());
  const after = `(?: ?(?:${half}|${unit}|${anyOf(listOf(ordinals))}|[${MONEY}](?! ?\\d))(?![\\p{L}\\p{N}]))?`;
  const end = `(?<![\\p{L}\\p{N}.,/:#-])(?<!\\p{N}[-–〜～] ?)(?:(?:${day}|${month})\\.?|(?:${number})${after})`;
  const between = pattern(
    `(${end})( ?)([-–—〜～])( ?)(?=(${day}|${month}|(?:${number})${after})(?![\\p{L}\\p{N}]|[-–](?!\\p{Ll}{3})[\\p{L}\\p{N}]|\\.\\d))`,
    'gu',
  );
  const ordinal = anyOf(listOf(ordinals));
  const date = `(?:(?:${day})\\.?,? )?(?:(?:${month})\\.? (?:\\d{4}|\\d{1,2}${ordinal}?(?:,? \\d{4})?)|\\d{1,2}${ordinal}?(?: \\p{Ll}{2})? (?:${month})\\.?(?:,? \\d{4})?)(?![\\p{L}\\p{N}])`;
  const time = `\\d{1,2}(?:[:.]\\d\\d)? ?(?:${half})|\\d{1,2}:\\d\\d|(?<= )(?:${half})`;
  const dates = pattern(
    `(?<![\\p{L}\\p{N}])(${date}(?:,? (?:\\p{Ll}{2} )?(?:${time}))?|${time}) ?[-–—〜～] ?(?=${date}|(?:${day})\\.? \\d)`,
    'gu',
  );
  const hours = pattern(
    `(?<![\\p{L}\\p{N}.,:])(\\d{1,2}(?:[:.]\\d\\d)? ?(?:${half})|\\d{1,2}:\\d\\d) ?[-–—〜～] ?(?=${anyOf(inBothCases(halves))}(?![\\p{L}\\p{N}]))`,
    'gu',
  );
  const isName = pattern(`^(?:${day}|${month})`, 'u');
  // Hours behind the days they are of: "Mon–Sat 8-8".
  const isOfDay = pattern(`(?<!\\p{L})(?:${day}|${anyOf(inBothCases(daily))})\\.?[,:]? $`, 'u');
  const announcesCode = pattern(`(?<![\\p{L}\\p{N}])${anyOf(inBothCases(codes.strong))}:? ?$`, 'u');
  const announcesPhone = pattern(`(?<![\\p{L}\\p{N}])${anyOf(inBothCases(codes.phone))}:? ?$`, 'u');
  const forms = formStage(ranges);
  const lastEnd = pattern(`^(?:${date}|${time}|${anyOf(inBothCases(halves))}|${day})`);
  const saidFrom = (whole: string, from: string, at: number, all: string) =>
    joined(from, lastEnd.exec(all.slice(at + whole.length))?.[0] ?? '');
  return (line) => {
    if (range === '' || !/[-–—〜～]/.test(line)) return line;
    const dated = BEFORE_NAME.test(line) ? line.replace(dates, saidFrom).replace(hours, saidFrom) : line;
    const said = dated.replace(
      between,
      (whole, from: string, gap: string, dash: string, _gap, to: string, at: number) => {
        const before = dated.slice(Math.max(0, at - LONGEST_WORD), at);
        if (/^\d{2,4}$/.test(to) && dash === '-' && announcesCode.test(before)) return whole;
        if (isHour(from) && isHour(to) && isOfDay.test(before)) return `${from} ${range} `;
        if (dash === '-' && isPhone(from, to) && (announcesPhone.test(before) || DIALLED.test(before))) return whole;
        const isRange =
          isName.test(from) || isName.test(to)
            ? dash !== '-' || isName.test(from) === isName.test(to)
            : !isPriceOf(from, dash + gap, to) &&
              isRangeOfNumbers(from, to, {
                isDash: dash !== '-',
                isApart: gap !== '',
                around: aroundOf(dated, at, whole, to),
              });
        return isRange ? joined(from, to) : whole;
      },
    );
    return said === line ? line : forms(settled(said));
  };
}

/** "Bulb 9 W – 12 €" is a thing and its price, which its sign stands behind. */
function isPriceOf(from: string, dash: string, to: string): boolean {
  const isThing = /\d ?[^\d.,:\s]/.test(from) && !PRICED_BEHIND.test(from);
  return dash.endsWith(' ') && isThing && PRICED_BEHIND.test(to);
}

interface Setting {
  /** A dash rather than a hyphen. */
  readonly isDash: boolean;
  readonly isApart: boolean;
  /** Nothing else stands there: "Monday: 9 - 5". */
  readonly around: boolean;
}

function isRangeOfNumbers(from: string, to: string, { isDash, isApart, around }: Setting): boolean {
  // "Lamp 4 – $12" is a thing and its price.
  if (isApart && PRICED.test(to) && !PRICED.test(from)) return false;
  // "9 € - 12 km" is a price and what it is for.
  if (PRICED_BEHIND.test(from)) return PRICED_BEHIND.test(to) && worth(from) < worth(to);
  if (isDash && !isApart) return true;
  const isTime = [from, to].some((end) => TIMED.test(end));
  if (isTime) return true;
  if (/^\d{4}$/.test(from) && /^\d{4}$/.test(to)) return isSpan(from, to);
  if (/^0\d/.test(from) || /^0\d/.test(to)) return false;
  const [low, high] = [Number(from.replace(',', '.')), Number(to.replace(',', '.'))];
  if (low < high || inGroups(from) < inGroups(to)) return !isApart || isDash || around;
  return around && low < LAST_HOUR && high <= LAST_HOUR;
}

/** "1,000" is more than "500". */
function inGroups(number: string): number {
  return Number(number.replace(/[.,](?=\d{3}$)/, ''));
}

function worth(amount: string): number {
  return inGroups(amount.replace(/ ?\D$/, '').replace(/,(?=\d\d?$)/, '.'));
}

/** "606-1234", "0800-1234", where somebody is to call. */
function isPhone(from: string, to: string): boolean {
  return /^\d{3,4}$/.test(to) && /^(?:\d{3}|0\d{3})$/.test(from);
}

function isHour(end: string): boolean {
  return /^\d{1,2}$/.test(end) && Number(end) <= LAST_HOUR;
}

/** Hours of the day without a colon, or years. */
function isSpan(from: string, to: string): boolean {
  const isHour = (end: string) => Number(end) <= 2400 && Number(end.slice(2)) < 60;
  const isYear = (end: string) => /^(?:19|20)/.test(end);
  return from < to && [isHour, isYear].some((is) => is(from) && is(to));
}

function aroundOf(line: string, at: number, whole: string, to: string): boolean {
  const end = at + whole.length + to.length;
  const before = line.slice(Math.max(0, at - NEAR), at);
  const after = line.slice(end, end + NEAR);
  return /(?:^|[:,|(] ?|\p{L}{2} )$/u.test(before) && /^(?:$| ?[,.;|)]| \p{Lu})/u.test(after);
}
