import type { Written } from '../../languages/written';
import { anyOf, bySpelling, formStage, inBothCases, listOf, type Stage } from './rules';

/** An amount or a time with what may stand around it: "$10", "9.30", "10%", "4 pm". */
const NUMBER = '[$€£₹]?\\d{1,3}(?:[.,:]\\d{1,3})*(?:[kKM](?![\\p{L}\\p{N}]))?(?!\\d)|\\d{4}';
/** Plain numbers this large are hours. */
const LAST_HOUR = 24;
const LONGEST_WORD = 20;
/** So much on both sides tells whether anything else stands there. */
const NEAR = 5;

/** A dash before what may be the name of a day or month, or a day of one. */
const BEFORE_NAME = /[-–—] ?(?:\d{1,2}[a-z]{0,2} )?[A-Za-z]/;

/** "9–17" is "9 to 17", "Mon–Fri" is "Mon to Fri". */
export function rangeStage({ range, ranges, days, daily, months, halves, units, codes }: Written): Stage {
  const day = anyOf([...Object.keys(days), ...bySpelling(days).keys()]);
  const month = anyOf([...Object.keys(months), ...bySpelling(months).keys()]);
  const half = anyOf(listOf(halves));
  const unit = anyOf(bySpelling(units).keys());
  const after = `(?: ?(?:${half}|${unit}|st|nd|rd|th)(?![\\p{L}\\p{N}]))?`;
  const end = `(?<![\\p{L}\\p{N}.,/:#-])(?<!\\p{N}[-–] ?)(?:(?:${day}|${month})\\.?|(?:${NUMBER})${after})`;
  const between = new RegExp(
    `(${end})( ?)([-–—])( ?)(?=(${day}|${month}|(?:${NUMBER})${after})(?![\\p{L}\\p{N}]|[-–](?!\\p{Ll}{3})[\\p{L}\\p{N}]|\\.\\d))`,
    'gu',
  );
  const date = `(?:(?:${day})\\.?,? )?(?:(?:${month})\\.? (?:\\d{4}|\\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?)|\\d{1,2}(?:st|nd|rd|th)?(?: [a-z]{2})? (?:${month})\\.?(?:,? \\d{4})?)(?!\\w)`;
  const time = `\\d{1,2}(?:[:.]\\d\\d)? ?(?:${half})|\\d{1,2}:\\d\\d|(?<= )(?:${half})`;
  const dates = new RegExp(
    `(?<!\\w)(${date}(?:,? (?:[a-z]{2} )?(?:${time}))?|${time}) ?[-–—] ?(?=${date}|(?:${day})\\.? \\d)`,
    'gu',
  );
  const hours = new RegExp(
    `(?<![\\w.,:])(\\d{1,2}(?:[:.]\\d\\d)? ?(?:${half})|\\d{1,2}:\\d\\d) ?[-–—] ?(?=${anyOf(inBothCases(halves))}(?!\\w))`,
    'gu',
  );
  const isName = new RegExp(`^(?:${day}|${month})`, 'u');
  // Hours behind the days they are of: "Mon–Sat 8-8".
  const isOfDay = new RegExp(`(?<!\\p{L})(?:${day}|${anyOf(inBothCases(daily))})\\.?[,:]? $`, 'u');
  const announcesCode = new RegExp(`(?<![\\p{L}\\p{N}])${anyOf(inBothCases(codes.strong))}:? ?$`, 'u');
  const announcesPhone = new RegExp(`(?<![\\p{L}\\p{N}])${anyOf(inBothCases(codes.phone))}:? ?$`, 'u');
  const forms = formStage(ranges);
  return (line) => {
    if (range === '' || !/[-–—]/.test(line)) return line;
    const dated = BEFORE_NAME.test(line) ? line.replace(dates, `$1 ${range} `).replace(hours, `$1 ${range} `) : line;
    const said = dated.replace(
      between,
      (whole, from: string, gap: string, dash: string, _gap, to: string, at: number) => {
        const before = dated.slice(Math.max(0, at - LONGEST_WORD), at);
        if (/^\d{2,4}$/.test(to) && dash === '-' && announcesCode.test(before)) return whole;
        if (isHour(from) && isHour(to) && isOfDay.test(before)) return `${from} ${range} `;
        if (/^\d{4}$/.test(to) && /^\d{3}$/.test(from) && dash === '-' && announcesPhone.test(before)) return whole;
        const isRange =
          isName.test(from) || isName.test(to)
            ? dash !== '-' || isName.test(from) === isName.test(to)
            : isRangeOfNumbers(from, to, {
                isDash: dash !== '-',
                isApart: gap !== '',
                around: aroundOf(dated, at, whole, to),
              });
        return isRange ? `${from} ${range} ` : whole;
      },
    );
    return said === line ? line : forms(said);
  };
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
  if (isApart && /^[$€£₹]/.test(to) && !/^[$€£₹]/.test(from)) return false;
  if (isDash && !isApart) return true;
  const isTime = [from, to].some((end) => /[:%$€£₹]|\p{L}/u.test(end));
  if (isTime) return true;
  if (/^\d{4}$/.test(from) && /^\d{4}$/.test(to)) return isSpan(from, to);
  if (/^0\d/.test(from) || /^0\d/.test(to)) return false;
  const [low, high] = [Number(from.replace(',', '.')), Number(to.replace(',', '.'))];
  if (low < high) return !isApart || isDash || around;
  return around && low < LAST_HOUR && high <= LAST_HOUR;
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
  const before = `${at < NEAR ? '' : 'x'}${line.slice(Math.max(0, at - NEAR), at)}`;
  const after = line.slice(end, end + NEAR);
  return /(?:^|[:,|(] ?|\p{L}{2} )$/u.test(before) && /^(?:$| ?[,.;|)]| \p{Lu})/u.test(after);
}
