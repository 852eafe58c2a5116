import { memoize } from '../memoize';

const OPTIONS = {
  /** "December 24" */
  day: { month: 'long', day: 'numeric' },
  /** "December 2026" */
  month: { month: 'long', year: 'numeric' },
  /** "December 24, 2026" */
  date: { dateStyle: 'long' },
  /** "December 24, 2026 at 6:30 PM" */
  moment: { dateStyle: 'long', timeStyle: 'short' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** A voice of any language reads these digits, and means this calendar. */
const AS_ALL_READ = { numberingSystem: 'latn', calendar: 'gregory' } as const;

/** How a language says a day, given in UTC. Making a format costs milliseconds: each is made when it is needed. */
export const dateFormat = memoize((language: string) =>
  memoize(
    (kind: keyof typeof OPTIONS) =>
      new Intl.DateTimeFormat(language, { ...OPTIONS[kind], ...AS_ALL_READ, timeZone: 'UTC' }),
  ),
);
