import { firstOf, type Month } from './month';

/** How a locale writes what a report holds. */
export interface Numbers {
  count(count: number): string;
  /** Turns per session: one decimal. */
  decimal(value: number): string;
  /** 0.25 as 25 %. */
  share(share: number): string;
  /** The same, with a sign. */
  change(share: number): string;
  /** "November 2026", by the calendar in which months are counted. */
  month(month: Month): string;
}

export function numbersOf(locale: string): Numbers {
  const count = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  const change = new Intl.NumberFormat(locale, { style: 'percent', signDisplay: 'exceptZero' });
  const date = { month: 'long', year: 'numeric', timeZone: 'UTC', calendar: 'gregory' } as const;
  const month = new Intl.DateTimeFormat(locale, date);
  return {
    count: (value) => count.format(value),
    decimal: (value) => decimal.format(value),
    share: (value) => share.format(value),
    change: (value) => change.format(value),
    month: (name) => month.format(firstOf(name)),
  };
}
