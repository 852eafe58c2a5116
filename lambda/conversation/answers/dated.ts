import { kindsOf, surroundings } from './context';
import type { Decision } from './decision';
import type { DayInFigures } from './figures';
import { asSaid, type Heard, is, isObliging, range } from './heard';
import type { Item, Label } from './label';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { isSaidBy } from './put-aside';
import { restBehind } from './rest';
import { behindOwn } from './times';
import { wordAt } from './word-at';

/** A day of a month as it was said: the tokens [from, to). */
interface Day {
  readonly month: string;
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/** "january the twelfth", "the twelfth of january": the only option with that day, whatever other numbers are said. */
export function byDate(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  if (prepared.holdsTimes || isAsking(heard)) return undefined;
  const [day, ...others] = daysOf(heard, lexicon);
  if (!day) return withinDays(heard, prepared, lexicon);
  if (others.length > 0) return undefined;
  const inFigures = new Set(prepared.days.filter((one) => isSame(one, day, lexicon)).map(({ index }) => index));
  const fitting = prepared.labels.filter(({ items, index }) => holds(items, day) || inFigures.has(index));
  const [label] = fitting;
  if (!label || fitting.some(({ index }) => index !== label.index)) return undefined;
  const parts = range(0, day.from).filter((at) => lexicon.language.datedParts.includes(wordAt(heard.texts, at)));
  const own = new Set([...range(day.from, day.to), ...wordsOf(heard, label), ...parts]);
  const kinds = kindsOf(heard, prepared, own);
  const around = surroundings(heard, day, kinds);
  const isDenied = heard.texts.some((_, token) => is(heard, token, CLASS.negators));
  // "before the fifteenth of march"
  const isLimited = range(day.from - 2, day.from).some((token) => is(heard, token, CLASS.comparisons));
  const isSaid = isSaidBy(heard, day.to, lexicon);
  if (around.before || (around.inSentence && !isSaid) || isDenied || isLimited) return undefined;
  const { from, to } = restBehind(heard, behindOwn(heard, day.to, own), kinds);
  const rest = isSaid ? '' : asSaid(heard, from, to);
  return { kind: 'choose', index: label.index, rule: 'number', confidence: 0.9, ...(rest !== '' && { rest }) };
}

/** "has to be the fourteenth" asks nothing. */
function isAsking(heard: Heard): boolean {
  return is(heard, 0, CLASS.questions) && !isObliging(heard, 0);
}

/** "the weekend of the twelfth" of June 5-7 and June 12-14: the option whose days hold the one that was said by its number. */
function withinDays(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const { labels, count, ranges } = prepared;
  const { dated, positions } = lexicon.language;
  // "the one starting on the ninth"
  const isPronoun = (from: number) =>
    is(heard, from - 1, CLASS.determiners) && positions.pronouns.includes(wordAt(heard.texts, from));
  const day = heard.numerals.find(({ from }) => !isPronoun(from));
  if (!day?.ordinal) return undefined;
  const edge = edgeBefore(heard, day.from, lexicon);
  if (!edge && ranges.length < count) return undefined;
  if (!labels.every(({ items }) => items.some(({ text }) => dated.includes(text)))) return undefined;
  const isWithin = ({ from: [first] = [], to: [last] = [] }: (typeof ranges)[number]) => {
    const isBehind = !first || day.value >= first.value;
    const isBefore = !last || day.value <= last.value;
    // "28 June–5 July"
    return first && last && first.value > last.value ? isBehind || isBefore : isBehind && isBefore;
  };
  const [fitting, ...rest] = edge
    ? labels.filter((label) => hasEdge(label, day.value, edge.end, prepared))
    : ranges.filter(isWithin);
  const told = { from: edge?.at ?? day.from, to: day.to };
  const around = surroundings(heard, told, kindsOf(heard, prepared, new Set(range(told.from, told.to))));
  const isLimited = heard.texts.some((_, at) => is(heard, at, CLASS.negators | CLASS.comparisons));
  if (!fitting || rest.length > 0 || isLimited || around.before || around.behind || around.inSentence) return undefined;
  return { kind: 'choose', index: fitting.index, rule: 'number', confidence: 0.85 };
}

/** Whether the days of a label begin or end with one: "21–28 June", "28 June–5 July". */
function hasEdge({ index, items }: Label, day: number, end: 'from' | 'to', { ranges }: Prepared): boolean {
  const whole = ranges.find((one) => one.index === index);
  if (whole) return whole[end]?.[0]?.value === day;
  const days = items.map(({ key }) => key).filter((key) => key.startsWith('#'));
  return (end === 'from' ? days : days.reverse())[0] === `#${day}`;
}

/** Where days begin or end with the one that was said: "starting on the ninth", "ending the sixteenth". */
function edgeBefore(heard: Heard, from: number, { language: { ranges } }: Lexicon) {
  let at = from - 1;
  const isNamed = () => [...ranges.starting, ...ranges.ending].includes(wordAt(heard.texts, at));
  while (is(heard, at, CLASS.determiners | CLASS.prepositions) && !isNamed()) at--;
  if (!isNamed()) return undefined;
  return { at, end: ranges.starting.includes(wordAt(heard.texts, at)) ? ('from' as const) : ('to' as const) };
}

/** Months are told by where they stand in a year. */
function isSame(written: DayInFigures, { month, day }: Day, { language: { dated } }: Lexicon): boolean {
  return written.day === day && dated[written.month - 1] === month;
}

function holds(items: readonly Item[], { month, day }: Day): boolean {
  return items.some(
    ({ text }, at) => text === month && [at - 1, at + 1].some((beside) => items[beside]?.key === `#${day}`),
  );
}

/** What else of the label was said: "Monday". */
function wordsOf({ stems }: Heard, { items }: Label): readonly number[] {
  return range(0, stems.length).filter((token) =>
    items.some(({ key, content }) => content && key === wordAt(stems, token)),
  );
}

function daysOf(heard: Heard, { language: { dated, datedNumbers, positions } }: Lexicon): readonly Day[] {
  if (datedNumbers) {
    const inNumbers = daysInNumbers(heard, dated);
    if (inNumbers.length > 0) return inNumbers;
  }
  return heard.texts.flatMap((month, at) => {
    if (!dated.includes(month)) return [];
    const next = is(heard, at + 1, CLASS.determiners) ? at + 2 : at + 1;
    const behind = heard.numerals.find(({ from, parts }) => from === next && parts === 1);
    if (behind) return [{ month, day: behind.value, from: at, to: behind.to }];
    const end = positions.partitive.includes(wordAt(heard.texts, at - 1)) ? at - 1 : at;
    const before = heard.numerals.find(({ to, parts }) => to === end && parts === 1);
    return before ? [{ month, day: before.value, from: before.from, to: at + 1 }] : [];
  });
}

/** "am dreißigsten fünften": both the day and the month by their number. */
function daysInNumbers({ numerals }: Heard, dated: readonly string[]): readonly Day[] {
  const ordinals = numerals.filter(({ ordinal, parts }) => ordinal && parts === 1);
  return ordinals.flatMap(({ value, from, to }) => {
    const months = ordinals.filter((next) => next.from === to);
    return months.flatMap((one) => {
      const month = dated[one.value - 1];
      return month === undefined ? [] : [{ month, day: value, from, to: one.to }];
    });
  });
}
