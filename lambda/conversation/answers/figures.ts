/** A day as a label writes it in figures: "01/05/2026", "12/09". */
export interface DayInFigures {
  readonly index: number;
  readonly day: number;
  /** From 1. */
  readonly month: number;
}

const YEAR_FIRST = /^\D*\d{4}[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})\D*$/;
/** With a dot behind the month: "12.06." */
const DOTTED = /^\D*(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\D*$/;
/** Without a year: only where all labels are of this form, as one may be a share. */
const NO_YEAR = /^\D*(?<first>\d{1,2})\/(?<second>\d{2})\D*$/;
/** With its day of the week: "12/4(日)". */
const WITH_WEEKDAY = /^\D*(?<first>\d{1,2})\/(?<second>\d{1,2})\s*[(（]\p{L}[)）]\D*$/u;
const YEAR_LAST = /^\D*(?<first>\d{1,2})(?<sign>[-/.])(?<second>\d{1,2})\k<sign>(?:\d{4}|\d{2})\D*$/;

/**
 * The days of labels that are written in figures. Whether the day or the month comes first, no label tells by itself: the one
 * that only one way fits tells it for all; where none does, each is read both ways.
 */
export function daysInFigures(labels: readonly string[]): readonly DayInFigures[] {
  const isForm = (form: RegExp) => labels.length > 1 && labels.every((label) => form.test(label));
  const open = [NO_YEAR, WITH_WEEKDAY].find(isForm) ?? YEAR_LAST;
  const found = labels.map((label, index) => numbersOf(label, index, open));
  const isDayFirst = found.some(({ first, isKnown }) => !isKnown && first > LAST_MONTH);
  const isMonthFirst = found.some(({ second, isKnown }) => !isKnown && second > LAST_MONTH);
  return found.flatMap(({ index, first, second, isKnown }) => {
    const dayFirst = { index, day: first, month: second };
    const monthFirst = { index, day: second, month: first };
    const isFit = (one: DayInFigures) => (one === dayFirst ? isKnown || !isMonthFirst : !isKnown && !isDayFirst);
    return [dayFirst, monthFirst].filter((one) => isDay(one) && isFit(one));
  });
}

/** The two numbers of a label, the day first where that is known; no numbers in a label that is no day. */
function numbersOf(label: string, index: number, open: RegExp) {
  const { day, month } = (YEAR_FIRST.exec(label) ?? DOTTED.exec(label))?.groups ?? {};
  if (day !== undefined) return { index, first: Number(day), second: Number(month), isKnown: true };
  const { first, second } = open.exec(label)?.groups ?? {};
  return { index, first: Number(first), second: Number(second), isKnown: false };
}

const LAST_MONTH = 12;
const LAST_DAY = 31;

function isDay({ day, month }: DayInFigures): boolean {
  return day >= 1 && day <= LAST_DAY && month >= 1 && month <= LAST_MONTH;
}
