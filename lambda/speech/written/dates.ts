import { memoize } from '../memoize';
import { anyOf, bySpelling, listOf, type Stage } from './rules';
import type { Written } from './table';

const ISO =
  /(?<![\p{L}\p{N}.-])(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?( ?Z|[+-]\d{2}:?\d{2})?)?(?![\p{L}\p{N}-])/gu;
const DOTTED = /(?<![\p{L}\p{N}.,-])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\p{N}-]|\.\d)/gu;

/** Making one costs milliseconds. */
const formats = memoize((language: string) => ({
  date: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
  day: new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' }),
  moment: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
}));

/** A day that holds in every order of its parts, as one of them is no month. */
const DAY = '(?:(1[0-2]|0?[1-9])/(1[3-9]|2\\d|3[01])|(1[3-9]|2\\d|3[01])/(1[0-2]|0?[1-9]))(?![\\p{L}\\p{N}/-]|[.,]\\d)';

/** Dates as machines write them, in words: "2026-12-24T18:30" is "December 24, 2026 at 6:30 PM". */
export function dateStage({ dated, days }: Written, language: string): Stage {
  const before = anyOf([...listOf(dated.days), ...Object.keys(days), ...bySpelling(days).keys()]);
  const short = new RegExp(`(?<=(?<![\\p{L}\\p{N}])${before},? )${DAY}`, 'gu');
  return (line) => {
    const named = line.includes('/')
      ? line.replace(short, (written, month?: string, day?: string, dayFirst?: string, monthLast?: string) => {
          return spokenDay(language, Number(month ?? monthLast), Number(day ?? dayFirst)) ?? written;
        })
      : line;
    if (!/\d[-.]\d{1,2}[-.]\d/.test(named)) return named;
    return named
      .replace(ISO, (written, year, month, day, hour?: string, minute?: string, zone?: string) => {
        // What is midnight to the millisecond is a day of which no time is known.
        const isDay = hour === undefined || (hour === '00' && minute === '00' && zone !== undefined);
        const time = isDay ? undefined : { hour: Number(hour), minute: Number(minute), isUtc: zone?.trim() === 'Z' };
        return spoken(language, [Number(year), Number(month), Number(day)], time) ?? written;
      })
      .replace(DOTTED, (written, day, month, year) => {
        return spoken(language, [Number(year), Number(month), Number(day)]) ?? written;
      });
  };
}

/** A day of any year. */
function spokenDay(language: string, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(2024, month - 1, day));
  return date.getUTCDate() === day ? formats(language).day.format(date) : undefined;
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly isUtc: boolean;
}

function spoken(language: string, [year, month, day]: readonly [number, number, number], time?: Time) {
  const date = new Date(Date.UTC(year, month - 1, day, time?.hour ?? 0, time?.minute ?? 0));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && (time?.hour ?? 0) < 24;
  if (!isReal) return undefined;
  const { date: dates, moment } = formats(language);
  const said = (time ? moment : dates).format(date).replace(/\s+/g, ' ');
  return time?.isUtc ? `${said} UTC` : said;
}
