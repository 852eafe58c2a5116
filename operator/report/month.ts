/** A month of UTC, `2026-11`. */
export type Month = string;

export function isMonth(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);
}

export function monthBefore(month: Month): Month {
  const date = firstOf(month);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return date.toISOString().slice(0, 7);
}

/** When a month begins. */
export function firstOf(month: Month): Date {
  return new Date(`${month}-01T00:00:00.000Z`);
}
