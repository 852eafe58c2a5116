import { type ClockTime, DAY, findTime, minutesOf } from './clock';
import { range } from './heard';
import { writtenOut } from './label-range';
import type { Lexicon } from './lexicon';

/** The time between two times of day, in minutes of the day: "10 AM – 12 PM". */
export interface Window {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** Two times of day with a word between that links them: the tokens [from, to). */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly first: ClockTime;
  readonly last: ClockTime;
}

const CLOCK = /\d:\d\d/;
/** A dash before a time that is a word: "8 AM – noon". */
const DASH = /\s[-–—]\s(?=\p{L})/gu;
const HALF_DAY = 720;
/** "quarter to eleven in the morning" */
const LONGEST_TIME = 6;

/** The window that a label is. Of its times one at least must be told for one: "13–17" may be years. */
export function windowOf(label: string, index: number, lexicon: Lexicon): Window | undefined {
  const { language, tokenize } = lexicon;
  const linked = label.replace(DASH, ` ${language.ranges.between[0]} `);
  const { texts } = tokenize(writtenOut(linked, language));
  const span = spanOf(texts, lexicon);
  if (!span || !(span.first.sure || span.last.sure || CLOCK.test(label))) return undefined;
  const found = windowsOf(span).find(({ from, to }) => to - from <= HALF_DAY);
  return found && { index, ...found };
}

export function spanOf(texts: readonly string[], lexicon: Lexicon): Span | undefined {
  for (const [at, text] of texts.entries()) {
    if (!lexicon.language.ranges.between.includes(text)) continue;
    const first = timeBefore(texts, at, lexicon);
    const last = timeBehind(texts, at + 1, lexicon);
    if (first && last) return { from: first.from, to: last.to, first, last };
  }
  return undefined;
}

function timeBefore(texts: readonly string[], end: number, lexicon: Lexicon): ClockTime | undefined {
  for (const from of range(Math.max(0, end - LONGEST_TIME), end)) {
    const time = wholeTime(texts, from, end, lexicon);
    if (time) return time;
  }
  return undefined;
}

function timeBehind(texts: readonly string[], from: number, lexicon: Lexicon): ClockTime | undefined {
  for (const to of range(from + 1, Math.min(texts.length, from + LONGEST_TIME) + 1).reverse()) {
    const time = wholeTime(texts, from, to, lexicon);
    if (time) return time;
  }
  return undefined;
}

/** The time that the tokens [from, to) are, and nothing else. */
function wholeTime(texts: readonly string[], from: number, to: number, lexicon: Lexicon): ClockTime | undefined {
  const time = findTime(texts.slice(from, to), lexicon);
  return time?.from === 0 && time.to === to - from ? { ...time, from, to } : undefined;
}

/** What the times may be. "10–12 PM" begins before noon. */
export function windowsOf({ first, last }: Span): readonly { from: number; to: number }[] {
  return minutesIn(first).flatMap((from) =>
    minutesIn(last).flatMap((end) => {
      const to = end === 0 ? DAY : end;
      return from < to ? [{ from, to }] : [];
    }),
  );
}

/** The minutes of the day that a time may be: both halves, where none is told. */
export function minutesIn(time: ClockTime): readonly number[] {
  const { hour, minute = 0, half } = time;
  if (half) return [minutesOf(time)];
  const early = (hour % 12) * 60 + minute;
  return [early, early + HALF_DAY];
}
