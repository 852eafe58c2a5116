import type { Table } from './alphabet';
import { dateFormat } from './date-formats';
import { rangeWords } from './range-words';
import { anyOf, bySpelling, inBothCases, type Stage } from './rules';

const ISO =
  /(?<![\p{L}\p{N}.-])(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?( ?Z|[+-]\d{2}:?\d{2})?(?:\[\w{1,20}(?:\/\w{1,30}){1,2}\])?)?(?![\p{L}\p{N}-])/gu;
const DOTTED = /(?<![\p{L}\p{N}.,-])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\p{N}-]|\.\d)/gu;

/** A day that has its year from the next: "01.04.–30.06.2026". */
const WITHOUT_YEAR = /(?<![\d.,-])(\d{1,2})\.(\d{1,2})\.?( ?[–-] ?)(\d{1,2}\.\d{1,2}\.((?:19|20)\d\d))(?!\d)/g;

/** Without a year: "1.4.–30.6." */
const BOTH_WITHOUT = /(?<![\d.,-])(\d{1,2})\.(\d{1,2})\. ?[–-] ?(\d{1,2})\.(\d{1,2})\.?(?!\.?[\p{L}\d])/gu;

/** A hyphen between two days, each with its year, is a dash: "24.12.2025-05.01.2026". */
const HYPHEN = /(?<=(?<![\d.,-])\d{1,2}\.\d{1,2}\.(?:\d\d){1,2})-(?=\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}(?![\d-]|\.\d))/g;
const LEAP_YEAR = 2024;
const LONGEST_WORD = 20;

/** A day without its year, or with the last digits of it: "24.12.", "24.12.25". */
const SHORT = /(?<![\d.,-])(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d\d(?![\p{L}\d-]|\.\d))?(?![\p{L}\d])/gu;

/** Dates as machines write them, in words: "2026-12-24T18:30" is "December 24, 2026 at 6:30 PM". */
export function dateStage(written: Table, language: string): Stage {
  const { dated, months, range, pattern } = written;
  const [iso, withDots, bothWithout] = [ISO, DOTTED, BOTH_WITHOUT].map(({ source }) => pattern(source, 'gu')) as [
    RegExp,
    RegExp,
    RegExp,
  ];
  const names = Object.keys(months);
  const numbers = new Map(
    [...names.map((name) => [name, name] as const), ...bySpelling(months)].map(
      ([spelling, name]) => [spelling.toLowerCase(), names.indexOf(name) + 1] as const,
    ),
  );
  const named = pattern(
    `(?<![\\p{L}\\p{N}-])(\\d{1,2})-(${anyOf(numbers.keys())})-((?:19|20)?\\d\\d)(?![\\p{L}\\p{N}-])`,
    'giu',
  );
  const yearFirst = pattern(
    `(?<![\\p{L}\\p{N}./-])(?<!(?<!\\p{L})${anyOf(inBothCases(dated.versions))}:? )((?:19|20)\\d\\d)([/.])(\\d{1,2})\\2(\\d{1,2})(?![\\p{L}\\p{N}/-]|\\.\\d)`,
    'gu',
  );
  const run = pattern(
    `(?<=(?<!\\p{L})${anyOf(inBothCases(dated.days))}:? )((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?![\\p{L}\\p{N}]|[.-]\\d)`,
    'gu',
  );
  const day = (...parts: [year: string, month: string, day: string]) => {
    const [year = 0, month = 0, date = 0] = parts.map(Number);
    return spoken(language, [year, month, date]);
  };
  const ofYear = (month: string, date: string) =>
    day(String(LEAP_YEAR), month, date) &&
    dateFormat(language)('day').format(Date.UTC(LEAP_YEAR, Number(month) - 1, Number(date)));
  const isVersion = pattern(`(?<!\\p{L})${anyOf(inBothCases(dated.versions))}\\.? $`);
  return (line) => {
    if (dated.dotted && /\d\.\d{1,2}\./.test(line)) return short(long(line));
    return long(line);
  };

  function short(line: string): string {
    return line.replace(SHORT, (all, date, month, year: string | undefined, at: number) => {
      if (isVersion.test(line.slice(Math.max(0, at - LONGEST_WORD), at))) return all;
      return (year === undefined ? ofYear(month, date) : day(`20${year}`, month, date)) ?? all;
    });
  }

  function long(line: string): string {
    if (!/\d[-./](?:\d{1,2}[-./]|\p{L}{3,9}-)\d|\d{8}|\d\. ?[–-] ?\d/u.test(line)) return line;
    return line
      .replace(WITHOUT_YEAR, '$1.$2.$5$3$4')
      .replace(HYPHEN, '–')
      .replace(iso, (all, year, month, date, hour?: string, minute?: string, zone?: string) => {
        // What is midnight to the millisecond is a day of which no time is known.
        const isDay = hour === undefined || (hour === '00' && minute === '00' && zone !== undefined);
        const time = isDay ? undefined : { hour: Number(hour), minute: Number(minute), isUtc: zone?.trim() === 'Z' };
        return spoken(language, [Number(year), Number(month), Number(date)], time) ?? all;
      })
      .replace(yearFirst, (all, year, _sign, month, date) => day(year, month, date) ?? all)
      .replace(run, (all, year, month, date) => day(year, month, date) ?? all)
      .replace(named, (all, date, month: string, year: string) => {
        const number = String(numbers.get(month.toLowerCase()) ?? 0);
        return day(year.length === 2 ? `20${year}` : year, number, date) ?? all;
      })
      .replace(withDots, (all, date, month, year) => day(year, month, date) ?? all)
      .replace(bothWithout, (all, date, month, otherDate, otherMonth) => {
        const [first, last] = [ofYear(month, date), ofYear(otherMonth, otherDate)];
        return range === '' || first === undefined || last === undefined ? all : rangeWords(range).whole(first, last);
      });
  }
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly isUtc: boolean;
}

function spoken(language: string, [year, month, day]: readonly [number, number, number], time?: Time) {
  const date = new Date(Date.UTC(year, month - 1, day, time?.hour ?? 0, time?.minute ?? 0));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal) return undefined;
  const said = dateFormat(language)(time ? 'moment' : 'date')
    .format(date)
    .replace(/\s+/g, ' ');
  return time?.isUtc ? `${said} UTC` : said;
}
