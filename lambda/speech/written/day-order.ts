/** Which of a day's two numbers stands first: "31/10" or "10/31". */
export type DayOrder = 'day' | 'month';

/** With its year. */
const WHOLE = '(\\d{1,2})[/-](\\d{1,2})[/-](?:19|20)?\\d\\d';
/** With two digits each. */
const BARE = '([0-3]\\d)\\/([0-3]\\d)';
/** At the beginning of a line, where it is all that is said, or what the rest is said of. */
const LEADS = `(?<=^[\\s•·*-]{0,5})${BARE}(?= ?(?:[:–—,;.-]|$)| \\p{Lu})`;

/** A day in digits, which has its year, or stands behind one of these words, or leads a line: others may be a dose, or a size. */
export function dayPattern(before: string): RegExp {
  const announced = `(?<=(?<![\\p{L}\\p{N}])${before}:?,? )${BARE}`;
  return new RegExp(`(?<![\\d/.,-])(?:${WHOLE}|${announced}|${LEADS})(?![\\d/-]|[.,]\\d)`, 'gmu');
}

/** The order of the days of a text, where one of them can be only one and none contradicts. */
export function dayOrderOf(text: string, day: RegExp): DayOrder | undefined {
  let order: DayOrder | undefined;
  for (const found of text.matchAll(day)) {
    const [left = 0, right = 0] = found.slice(1).filter(Boolean).map(Number);
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
