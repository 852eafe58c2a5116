import { once } from '../../conversation/answers/once';
import type { Phrases } from '../phrases';
import type { Table } from './alphabet';
import type { SignStage } from './around';
import { dateFormat } from './date-formats';
import type { DayOrder } from './day-order';
import { rangeWords } from './range-words';
import { anyOf, bySpelling, inBothCases, listOf } from './rules';

/** The 29th of February is a day of some years. */
const LEAP_YEAR = 2024;

/** A day in digits, in either order of its parts; "24/7" is always. */
const DAY = '(?!24/7(?!\\d))\\d{1,2}/\\d{1,2}(?![\\p{L}\\p{N}/-]|[.,]\\d)';
/** A year that ends in the next one: of a school, a season, a tax. */
const YEARS = /(?<![\p{L}\p{N}/.,-])((?:19|20)\d\d)\/((?:\d\d)?\d\d)(?![\p{L}\p{N}/-]|[.,]\d)/gu;
const EACH = new RegExp(DAY, 'gu');
const DATE = /(?<![\p{L}\p{N}/.,-])(\d{1,2}\/\d{1,2})\/((?:19|20)\d\d|\d\d)(?![\p{L}\p{N}/-]|[.,]\d)/gu;
const HYPHENED = /(?<![\p{L}\p{N}/.,-])(\d{1,2})-(\d{1,2})-(?=(?:19|20)\d\d(?![\p{L}\p{N}/-]))/gu;
const MONTH = /(?<![\p{L}\p{N}/.,-])(0?[1-9]|1[0-2])\/(20\d\d)(?![\p{L}\p{N}/-]|[.,]\d)/gu;

/** Two digits for each, where other days of the text tell their order. */
const BARE = /(?<![\p{L}\p{N}/.,-])(?:0[1-9]|[12]\d|3[01])\/(?:0[1-9]|[12]\d|3[01])(?![\p{L}\p{N}/-]|[.,]\d)/gu;

/** What tells a day where a language writes little else with a slash: a zero, brackets, or a time behind it. */
const TOLD =
  /(?<![\p{L}\p{N}/.,-])(?:0[1-9]\/(?:0[1-9]|1[0-2])|[1-3]\d\/0[1-9]|(?<=\()(?:1[3-9]|2\d|3[01])\/(?:[1-9]|1[0-2])(?=\))|\d{1,2}\/\d{1,2}(?=,? \d{1,2}[:h]\d\d))(?![\p{L}\p{N}/-]|[.,]\d| \d{2,}(?![:h\d]))/gu;

/** A part of one, before what it is of: "from 1/2 cup", "by 3/4 inch". */
const PART = '(?:1/[2-8]|2/[35]|3/[458]|4/5|5/[68]|7/8)';
const LONGEST_PART = 12;
const LONGEST_MEASURE = 24;

/**
 * Days and months in digits: "on 10/27 and 10/31", "12/24–12/27", "31/12/2026", "09/2027". What may be two days stays as it is,
 * unless other days of the text tell the order of its parts, or the name of a day stands before it.
 */
export function dayStage(
  { dated, days, range, pairs, units, pattern }: Table,
  { language, region }: Phrases,
): SignStage {
  const [date, month] = [DATE, MONTH].map(({ source }) => pattern(source, 'gu')) as [RegExp, RegExp];
  const optional = (word: string) => (word === '' ? '' : `(?:${word} )?`);
  const weekdays = [...Object.keys(days), ...bySpelling(days).keys()];
  const before = anyOf([...inBothCases(dated.days), ...weekdays]);
  const joined = `(?:,| ${anyOf(listOf(dated.joins))}) `;
  const named = pattern(`(?<=(?<![\\p{L}\\p{N}])${before},? )${DAY}(?:${joined}${DAY}){0,5}`, 'gu');
  const ofWeek = pattern(
    `(?<=(?<![\\p{L}\\p{N}])${anyOf(weekdays)}\\.?,? ${optional(dated.article)})(?!1/2 )${DAY}`,
    'gu',
  );
  const between = pattern(`(?<![\\p{L}\\p{N}/.,-])(\\d{1,2}/\\d{1,2}) ?[–-] ?(${DAY})`, 'gu');
  const part = pattern(`^(?:${PART}(?: ?["″”]|[ -]\\p{Ll})|${DAY} ${anyOf([pairs.of])}(?!\\p{L}))`, 'u');
  // No order of days makes one of these a day: "by 3/4 inch".
  const measure = once(() => {
    const words = [...Object.keys(units).flatMap((forms) => forms.split('|')), ...bySpelling(units).keys()];
    return pattern(`^${PART}[ -]${anyOf(words)}(?![\\p{L}'’])`, 'u');
  });
  const ofRegion = region && (listOf(dated.monthFirst).includes(region) ? 'month' : 'day');
  const ofOneMonth = /(?<![\p{L}\p{N}/.,-])(\d{1,2}) ?[–-] ?(\d{1,2})\/(?=(\d{1,2})(?![\p{L}\p{N}/-]|[.,]\d))\3/gu;
  const ranged = (first: string | undefined, last: string | undefined) =>
    range === '' || first === undefined || last === undefined ? undefined : rangeWords(range).whole(first, last);
  return (line, { dayOrder: told, isDayFirst }) => {
    if (!line.includes('/') && !/\d-\d{1,2}-\d/.test(line)) return line;
    // Where it is the month that may stand first, the voice knows as well.
    const dayOrder = told ?? (isDayFirst || ofRegion === 'day' ? 'day' : undefined);
    const usual = dayOrder ?? 'month';
    // Behind a word that announces a day, what may be two is the one that it is in this region.
    const announced = dayOrder ?? (ofRegion || undefined);
    const said = line
      .replace(
        YEARS,
        (written, year: string, next: string) =>
          ((Number(year) + 1 - Number(next)) % 100 === 0 && ranged(year, next)) || written,
      )
      .replace(HYPHENED, '$1/$2/')
      .replace(ofOneMonth, (written, from: string, to: string, month: string) => {
        if (Number(from) >= Number(to) || Number(month) > 12) return written;
        const first = spokenDay(`${from}/${month}`, language, 'day');
        const last = spokenDay(`${to}/${month}`, language, dayOrder);
        return ranged(first, last) ?? written;
      })
      .replace(between, (written, from: string, to: string) => {
        const [first, last] = [from, to].map((day) => spokenDay(day, language, dayOrder));
        return ranged(first, last) ?? written;
      })
      .replace(ofWeek, (day) => spokenDay(day, language, usual) ?? day)
      .replace(named, (written, at: number, whole: string) =>
        written.replace(EACH, (day, from: number) => {
          if (measure().test(whole.slice(at + from, at + from + LONGEST_MEASURE))) return day;
          const isPart = part.test(whole.slice(at + from, at + from + LONGEST_PART));
          return spokenDay(day, language, isPart ? dayOrder : announced) ?? day;
        }),
      )
      .replace(date, (written, day: string, year: string) => {
        const found = dateOf(day, fullYear(Number(year)), dayOrder);
        return found ? dateFormat(language)('date').format(found) : written;
      })
      .replace(month, (_written, number: string, year: string) => {
        return dateFormat(language)('month').format(Date.UTC(Number(year), Number(number) - 1));
      });
    if (!told && dated.slashed && ofRegion === 'day')
      return said.replace(TOLD, (day) => spokenDay(day, language, 'day') ?? day);
    return told ? said.replace(BARE, (day) => spokenDay(day, language, dayOrder) ?? day) : said;
  };
}

/** Of two digits: one of this century's first half, or of the last one's second. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function spokenDay(written: string, language: string, order?: DayOrder): string | undefined {
  const found = dateOf(written, LEAP_YEAR, order);
  return found && dateFormat(language)('day').format(found);
}

/** `undefined` where it may be two days, or is none. */
function dateOf(written: string, year: number, order?: DayOrder): Date | undefined {
  const [one = 0, other = 0] = written.split('/').map(Number);
  const [month, day] = one > 12 || (order === 'day' && other <= 12) ? [other, one] : [one, other];
  const isCertain = order !== undefined || day > 12 || day === month;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1;
  return isCertain && isReal ? date : undefined;
}
