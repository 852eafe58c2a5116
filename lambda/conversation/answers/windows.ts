import { type ClockTime, findTime, minutesOf } from './clock';
import { kindsOf, surroundings } from './context';
import type { Decision } from './decision';
import { type Heard, is, range } from './heard';
import { writtenOut } from './label-range';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';

/** The time between two times of day, in minutes of the day: "10 AM – 12 PM". */
export interface Window {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** Two times of day with a word between that links them: the tokens [from, to). */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly first: ClockTime;
  readonly last: ClockTime;
}

const CLOCK = /\d:\d\d/;
const DAY = 1440;
const HALF_DAY = 720;
/** "quarter to eleven in the morning" */
const LONGEST_TIME = 6;

/** The window that a label is. Of its times one at least must be told for one. */
export function windowOf(label: string, index: number, lexicon: Lexicon): Window | undefined {
  const { texts } = lexicon.tokenize(writtenOut(label, lexicon.language));
  const span = spanOf(texts, lexicon);
  const isTold = span && (span.first.half !== undefined || span.last.half !== undefined || CLOCK.test(label));
  if (!span || !isTold) return undefined;
  const [found] = windowsOf(span).filter(({ from, to }) => to - from <= HALF_DAY);
  return found && { index, ...found };
}

function spanOf(texts: readonly string[], lexicon: Lexicon): Span | undefined {
  for (const [at, text] of texts.entries()) {
    if (!lexicon.language.ranges.between.includes(text)) continue;
    const first = timeBefore(texts, at, lexicon);
    const last = timeBehind(texts, at + 1, lexicon);
    if (first && last) return { from: first.from, to: last.to, first, last };
  }
  return undefined;
}

function timeBefore(texts: readonly string[], end: number, lexicon: Lexicon): ClockTime | undefined {
  for (let from = Math.max(0, end - LONGEST_TIME); from < end; from++) {
    const time = findTime(texts.slice(from, end), lexicon);
    if (time?.from === 0 && time.to === end - from) return { ...time, from, to: end };
  }
  return undefined;
}

function timeBehind(texts: readonly string[], from: number, lexicon: Lexicon): ClockTime | undefined {
  for (let end = Math.min(texts.length, from + LONGEST_TIME); end > from; end--) {
    const time = findTime(texts.slice(from, end), lexicon);
    if (time?.from === 0 && time.to === end - from) return { ...time, from, to: end };
  }
  return undefined;
}

/** What the times may be, those first whose halves are told. "10–12 PM" begins before noon. */
function windowsOf({ first, last }: Span): readonly { from: number; to: number }[] {
  return minutesIn(first, last.half).flatMap((from) =>
    minutesIn(last, first.half).flatMap((end) => {
      const to = end === 0 ? DAY : end;
      return from < to ? [{ from, to }] : [];
    }),
  );
}

function minutesIn(time: ClockTime, likely: 'am' | 'pm' | undefined): readonly number[] {
  const { hour, minute = 0, half } = time;
  if (half) return [minutesOf(time)];
  const early = (hour % 12) * 60 + minute;
  return likely === 'pm' ? [early + HALF_DAY, early] : [early, early + HALF_DAY];
}

/** "between ten and twelve", "noon to four": the option whose times both are, or the only one that holds them. */
export function byWindow(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const { windows } = prepared;
  if (windows.length < LEAST_WINDOWS || is(heard, 0, CLASS.questions)) return undefined;
  const span = spanOf(heard.texts, lexicon);
  if (!span) return ofTime(heard, prepared, lexicon);
  if (!isBare(heard, span, prepared, lexicon)) return isExcluded(heard, span.from) ? { kind: 'words' } : undefined;
  const said = windowsOf(span);
  const same = windows.filter(({ from, to }) => said.some((one) => one.from === from && one.to === to));
  const holding = windows.filter(({ from, to }) => said.some((one) => one.from >= from && one.to <= to));
  return decided(same.length > 0 ? same : holding) ?? { kind: 'words' };
}

const LEAST_WINDOWS = 2;

/** "around two" of 10 AM – 12 PM and 12 PM – 3 PM. */
function ofTime(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const time = findTime(heard.texts, lexicon);
  if (!time || time.hour > 12 || !isBare(heard, time, prepared, lexicon)) return undefined;
  const minutes = minutesIn(time, undefined);
  return decided(prepared.windows.filter(({ from, to }) => minutes.some((at) => at >= from && at <= to)));
}

function decided(fitting: readonly Window[]): Decision | undefined {
  const indexes = [...new Set(fitting.map(({ index }) => index))];
  const [index] = indexes;
  if (index === undefined) return undefined;
  if (indexes.length > 1) return { kind: 'which', indexes, rule: 'time' };
  return { kind: 'choose', index, rule: 'time', confidence: 0.85 };
}

/** Nothing but wrapping stands around: "any time between ten and twelve would be grand". */
function isBare(heard: Heard, span: { from: number; to: number }, prepared: Prepared, lexicon: Lexicon): boolean {
  const own = new Set([...range(span.from, span.to), ...anyTime(heard, lexicon)]);
  const around = surroundings(heard, span, kindsOf(heard, prepared, own));
  const isLimited = is(heard, span.from - 1, CLASS.comparisons);
  return !around.before && !around.behind && !around.denied && !isLimited && !isExcluded(heard, span.from);
}

/** "any time", "sometime". */
function anyTime({ texts }: Heard, { language: { clock } }: Lexicon): readonly number[] {
  return texts.flatMap((_, at) =>
    clock.any.flatMap((phrase) => {
      const words = phrase.split(' ');
      return words.every((word, index) => texts[at + index] === word) ? range(at, at + words.length) : [];
    }),
  );
}

function isExcluded(heard: Heard, end: number): boolean {
  return range(0, end).some((token) => is(heard, token, CLASS.negators) && !is(heard, token, CLASS.corrections));
}
