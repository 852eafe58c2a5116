/** Which of a day's two numbers stands first: "31/10" or "10/31". */
export type DayOrder = 'day' | 'month';

/** A day with its year, or with two digits each, but for "24/7" and what is no day. */
const DAY = /(?<![\d/.,-])(?:(\d{1,2})[/-](\d{1,2})[/-](?:19|20)?\d\d|([0-3]\d)\/([0-3]\d))(?![\d/-]|[.,]\d)/g;

/** The order of the days of a text, where one of them can be only one and none contradicts. */
export function dayOrderOf(text: string): DayOrder | undefined {
  if (!/\d[/-]\d{1,2}/.test(text)) return undefined;
  let order: DayOrder | undefined;
  for (const [, one, other, first = one, second = other] of text.matchAll(DAY)) {
    const [left, right] = [Number(first), Number(second)];
    const told = isDay(left) && isMonth(right) ? 'day' : isMonth(left) && isDay(right) ? 'month' : undefined;
    if (told && order && told !== order) return undefined;
    order ??= told;
  }
  return order;
}

function isDay(number: number): boolean {
  return number > 12 && number <= 31;
}

function isMonth(number: number): boolean {
  return number >= 1 && number <= 12;
}
