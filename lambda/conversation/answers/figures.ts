/** A day as a label writes it in figures: "01/05/2026", "12/09". */
export interface DayInFigures {
  readonly index: number;
  readonly day: number;
  /** From 1. */
  readonly month: number;
}

const YEAR_FIRST = /^\D*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\D*$/;
/** Without a year: only where all labels are of this form, as one may be a share. */
const NO_YEAR = /^\D*(\d{1,2})(\/)(\d{2})\D*$/;
/** With a dot behind the month: "12.06." */
const DOTTED = /^\D*(\d{1,2})\.\s?(\d{1,2})\.\D*$/;
/** With its day of the week: "12/4(日)". */
const WITH_WEEKDAY = /^\D*(\d{1,2})(\/)(\d{1,2})\s*[(（]\p{L}[)）]\D*$/u;
const YEAR_LAST = /^\D*(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})\D*$/;

/**
 * The days of labels that are written in figures. Whether the day or the month comes first, no label tells by itself: the one
 * that only one way fits tells it for all; where none does, each is read both ways.
 */
export function daysInFigures(labels: readonly string[]): readonly DayInFigures[] {
  const isForm = (form: RegExp) => labels.length > 1 && labels.every((label) => form.test(label));
  const yearLast = [NO_YEAR, WITH_WEEKDAY].find(isForm) ?? YEAR_LAST;
  const found = labels.flatMap((label, index) => {
    const [, , month, day] = YEAR_FIRST.exec(label) ?? [];
    if (day !== undefined) return [{ index, first: Number(day), second: Number(month), isKnown: true }];
    const [, dottedDay, dottedMonth] = DOTTED.exec(label) ?? [];
    if (dottedDay !== undefined)
      return [{ index, first: Number(dottedDay), second: Number(dottedMonth), isKnown: true }];
    const [, first, , second] = yearLast.exec(label) ?? [];
    return first === undefined ? [] : [{ index, first: Number(first), second: Number(second), isKnown: false }];
  });
  const open = found.filter(({ isKnown }) => !isKnown);
  const isDayFirst = open.some(({ first }) => first > LAST_MONTH);
  const isMonthFirst = open.some(({ second }) => second > LAST_MONTH);
  return found.flatMap(({ index, first, second, isKnown }) => {
    const dayFirst = { index, day: first, month: second };
    const monthFirst = { index, day: second, month: first };
    if (isKnown) return isDay(dayFirst) ? [dayFirst] : [];
    return [...(isMonthFirst ? [] : [dayFirst]), ...(isDayFirst ? [] : [monthFirst])].filter(isDay);
  });
}

const LAST_MONTH = 12;
const LAST_DAY = 31;

function isDay({ day, month }: DayInFigures): boolean {
  return day >= 1 && day <= LAST_DAY && month >= 1 && month <= LAST_MONTH;
}
