import { dateFormat } from './date-formats';
import type { Stage } from './rules';

const ISO =
  /(?<![\p{L}\p{N}.-])(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?( ?Z|[+-]\d{2}:?\d{2})?)?(?![\p{L}\p{N}-])/gu;
const DOTTED = /(?<![\p{L}\p{N}.,-])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\p{N}-]|\.\d)/gu;

/** A day that has its year from the next: "01.04.–30.06.2026". */
const WITHOUT_YEAR = /(?<![\d.,-])(\d{1,2})\.(\d{1,2})\.?( ?[–-] ?)(\d{1,2}\.\d{1,2}\.((?:19|20)\d\d))(?!\d)/g;

/** Dates as machines write them, in words: "2026-12-24T18:30" is "December 24, 2026 at 6:30 PM". */
export function dateStage(language: string): Stage {
  return (line) => {
    if (!/\d[-.]\d{1,2}[-.]\d/.test(line)) return line;
    return line
      .replace(WITHOUT_YEAR, '$1.$2.$5$3$4')
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

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly isUtc: boolean;
}

function spoken(language: string, [year, month, day]: readonly [number, number, number], time?: Time) {
  const date = new Date(Date.UTC(year, month - 1, day, time?.hour ?? 0, time?.minute ?? 0));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && (time?.hour ?? 0) < 24;
  if (!isReal) return undefined;
  const said = dateFormat(language)(time ? 'moment' : 'date')
    .format(date)
    .replace(/\s+/g, ' ');
  return time?.isUtc ? `${said} UTC` : said;
}
