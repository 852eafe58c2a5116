import { range } from './heard';
import { writtenOut } from './label-range';
import type { Lexicon } from './lexicon';
import { numerals } from './numerals';
import { own } from './own';
import { HOUR, MINUTES, type SaidTimeWords } from './said-times';
import { wordAt } from './word-at';

/** A time of day. `hour` is from 1 to 12 unless `half` is known; `minute` is undefined where only the hour was said. */
export interface ClockTime {
  readonly hour: number;
  readonly minute?: number | undefined;
  /** Before noon or after it. */
  readonly half?: 'am' | 'pm';
  /** The tokens that it is made of: [from, to). */
  readonly from: number;
  readonly to: number;
  /** It holds more than bare numbers: "half past", "pm". */
  readonly sure: boolean;
}

/** A time of day as it is written, with its half. */
const WRITTEN = /(?<!\d)\d{1,2}(?::\d\d(?:\s*[ap]\.?m\b)?|\s*[ap]\.?m\b)/gi;

/** The time that a label is, or the only one that it holds: "AI 112 at 09:05". */
export function labelTime(label: string, texts: readonly string[], lexicon: Lexicon): ClockTime | undefined {
  const [written, ...others] = label.match(WRITTEN) ?? [];
  if (written !== undefined && others.length === 0 && (written.includes(':') || isApart(written, label, lexicon)))
    return findTime(lexicon.tokenize(written).texts, lexicon);
  const time = findTime(texts, lexicon);
  const isTime = time && (time.sure || /\d[:.]\d\d/.test(label));
  return isTime && texts.length <= time.to - time.from + 1 && isOneTime(texts, time) ? time : undefined;
}

/** "12 June, 3 PM", but no end of "10–12 PM" or "10 AM to noon". */
function isApart(written: string, label: string, lexicon: Lexicon): boolean {
  const { between } = lexicon.language.ranges;
  const { texts } = lexicon.tokenize(writtenOut(label, lexicon.language));
  const time = lexicon.tokenize(written).texts;
  const from = texts.findIndex((_, at) => time.every((word, index) => texts[at + index] === word));
  const beside = [wordAt(texts, from - 1), wordAt(texts, from + time.length)];
  return !beside.some((word) => between.includes(word)) && namedTime(texts, lexicon) === undefined;
}

function isOneTime(texts: readonly string[], { from, to }: ClockTime): boolean {
  return !texts.some((text, at) => (at < from || at >= to) && /\d/.test(text));
}

/** A time of day among the tokens: the first that is said in words, "midi et demi" before "midi"; else the first in numbers. */
export function findTime(texts: readonly string[], lexicon: Lexicon): ClockTime | undefined {
  const found = numerals(texts, lexicon.numbers, lexicon.language.positions);
  return (
    relativeTime(texts, found, lexicon) ??
    namedTime(texts, lexicon) ??
    withFraction(texts, found, lexicon) ??
    plainTime(texts, found, lexicon)
  );
}

/** "noon" */
function namedTime(texts: readonly string[], { language: { clock } }: Lexicon): ClockTime | undefined {
  const at = texts.findIndex((text) => own(clock.named, text) !== undefined);
  const minutes = own(clock.named, wordAt(texts, at));
  return minutes === undefined ? undefined : fromMinutes(minutes, at, at + 1);
}

/** Nobody names more in one answer; behind each of them it is looked anew. */
const MOST_TIMES = 12;

/** The times of day among the tokens, from left to right; the first of them where there are many. */
export function findTimes(texts: readonly string[], lexicon: Lexicon): readonly ClockTime[] {
  const times: ClockTime[] = [];
  const find = (from: number, to: number) => {
    const time = times.length < MOST_TIMES ? findTime(texts.slice(from, to), lexicon) : undefined;
    if (!time) return;
    find(from, from + time.from);
    times.push({ ...time, from: from + time.from, to: from + time.to });
    find(from + time.to, to);
  };
  find(0, texts.length);
  return times;
}

type Found = ReturnType<typeof numerals>;

/** "half past ten", "quarter to ten", "five past three": the longest of the ways to say a time that stands first. */
function relativeTime(texts: readonly string[], found: Found, lexicon: Lexicon): ClockTime | undefined {
  for (const [at, text] of texts.entries()) {
    let longest: ReturnType<typeof timeAt>;
    for (const way of lexicon.saidTimes(text)) {
      const time = timeAt(texts, found, at, way, lexicon);
      if (time && time.to > (longest?.to ?? 0)) longest = time;
    }
    if (!longest) continue;
    const { total, to, isNamed } = longest;
    if (isNamed) return fromMinutes((total + DAY) % DAY, at, to);
    return withHalf({ hour: Math.floor(total / 60), minute: total % 60, from: at, to, sure: true }, texts, lexicon);
  }
  return undefined;
}

/** The minutes of the day that one way to say a time comes to at a token, and where it ends. */
function timeAt(
  texts: readonly string[],
  found: Found,
  at: number,
  { words, minutes, sign }: SaidTimeWords,
  { language: { clock } }: Lexicon,
): { readonly total: number; readonly to: number; readonly isNamed: boolean } | undefined {
  let to = at;
  let total = minutes;
  let isNamed = false;
  for (const word of words) {
    if (word !== HOUR && word !== MINUTES) {
      if (texts[to++] !== word) return undefined;
      continue;
    }
    // "quarter to noon"
    const named = word === HOUR ? own(clock.named, wordAt(texts, to)) : undefined;
    if (named !== undefined) {
      total += named;
      to++;
      isNamed = true;
      continue;
    }
    const number = numberOf(found, to, word === HOUR, clock);
    if (!number) return undefined;
    total += word === HOUR ? Math.round(number.value * 60) : sign * number.value;
    to = number.to;
  }
  return { total, to, isNamed };
}

/** The hour or the minutes that begin at a token. Behind a word for "minus" they were read as less than nothing. */
function numberOf(
  found: Found,
  at: number,
  isHour: boolean,
  { ordinals = false }: Lexicon['language']['clock'],
): { readonly value: number; readonly to: number } | undefined {
  const isFit = ({ parts, ordinal }: Found[number]) => parts === 1 && (!ordinal || (isHour && ordinals));
  // A word for "minus" before it must be one of the way to say a time.
  const isAt = ({ from, value }: Found[number]) => (value < 0 ? from === at - 1 : from === at);
  const number = found.find((one) => isAt(one) && isFit(one));
  const value = Math.abs(number?.value ?? 0);
  // "ثمانية ونص وخمس": five minutes behind half past eight
  const isWhole = Number.isInteger(value) || (isHour && isHourAndPart(value));
  if (!number || !isWhole || value < 1 || value > (isHour ? 24 : 59)) return undefined;
  return { value, to: number.to };
}

/** "otto e mezza", "साढ़े तीन बजे" */
function withFraction(texts: readonly string[], found: Found, lexicon: Lexicon): ClockTime | undefined {
  if (lexicon.language.clock.fractions !== true) return undefined;
  // "12,50 €" is no half past twelve.
  const isSaid = (from: number) => !/\d/.test(wordAt(texts, from));
  const number = found.find(({ from, value }) => isHourAndPart(value) && isSaid(from));
  if (!number) return undefined;
  const hour = Math.floor(number.value);
  const minute = Math.round((number.value - hour) * 60);
  const to = phraseTo(texts, number.to, lexicon.language.clock.full) ?? number.to;
  return withHalf({ hour, minute, from: number.from, to, sure: true }, texts, lexicon);
}

/** Half and quarter hours, and thirds: "خمسة وثلث". */
function isHourAndPart(value: number): boolean {
  const minutes = Math.round((value % 1) * 60);
  return value > 1 && value < 25 && PARTS_OF_HOUR.includes(minutes) && Math.abs((value % 1) * 60 - minutes) < ROUNDING;
}

const PARTS_OF_HOUR = [15, 20, 30, 40, 45];
const ROUNDING = 1e-6;

/** "ten thirty", "thirteen oh five", "ten o'clock", "ten". */
function plainTime(texts: readonly string[], found: Found, lexicon: Lexicon): ClockTime | undefined {
  for (const number of found) {
    const isOfHour = number.ordinal && isOrdinalHour(texts, number, lexicon);
    const digits = isOfHour ? String(number.value) : number.digits;
    const written = HOUR_AND_MINUTES.exec(digits);
    // "a quarter" is no 0:25.
    if (!written || (number.ordinal && !isOfHour) || !Number.isInteger(number.value)) continue;
    const [, hours, minutes] = written;
    const hour = Number(hours);
    if (hour > 24 || Number(minutes) > 59) continue;
    const full = fullHourTo(texts, number, lexicon);
    if (full === undefined && isCounting(texts, number.to, lexicon)) continue;
    const minute = minutes === undefined ? (full === undefined ? undefined : 0) : Number(minutes);
    return withHalf(
      {
        hour,
        minute,
        from: number.from,
        to: full ?? number.to,
        sure: full !== undefined,
      },
      texts,
      lexicon,
    );
  }
  return undefined;
}

const HOUR_AND_MINUTES = /^(\d{1,2}?)(\d{2})?$/;

/** Where it ends that a number is a full hour: "ten o'clock", and "fourteen hundred hours", whose hundred is one of the number. */
function fullHourTo(texts: readonly string[], { to }: Found[number], { language }: Lexicon): number | undefined {
  return phraseTo(texts, to, language.clock.full) ?? phraseTo(texts, to - 1, language.clock.full);
}

/** "الساعة العاشرة": an ordinal behind a word for a time. */
function isOrdinalHour(texts: readonly string[], { from }: Found[number], { language }: Lexicon): boolean {
  return language.clock.ordinals === true && language.positions['not-after'].includes(wordAt(texts, from - 1));
}

/** "one night", "six kilos"; but the "p" of "p m" is no unit. */
function isCounting(texts: readonly string[], at: number, { units, language: { clock } }: Lexicon): boolean {
  const phrases = [...clock.am, ...clock.pm].filter((phrase) => phrase.includes(' '));
  return phraseTo(texts, at, phrases) === undefined && units(texts, at) !== undefined;
}

/** The half of the day said behind the time or anywhere before it, or told by an hour beyond twelve. */
function withHalf(time: ClockTime, texts: readonly string[], { language }: Lexicon): ClockTime {
  const half = halfIn(texts, time.to, language.clock) ?? halfIn(texts, 0, language.clock);
  const to = half?.from === time.to ? half.to : time.to;
  const isLed = language.clock.halfFirst === true && half?.to === time.from;
  return withKnownHalf({ ...time, from: isLed ? half.from : time.from, to }, half, texts, language.clock);
}

function withKnownHalf(
  time: ClockTime,
  half: ReturnType<typeof halfIn>,
  texts: readonly string[],
  clock: Lexicon['language']['clock'],
): ClockTime {
  // "twelve at night" is no noon, and "one at night" not behind it.
  const isBehindMidnight = half?.half === 'pm' && isNight(time.hour % 12, texts.slice(half.from, half.to), clock);
  if (half && isBehindMidnight) return { ...time, half: 'am', sure: true };
  if (time.hour > 12) return { ...time, hour: time.hour - 12, half: time.hour < 24 ? 'pm' : 'am' };
  return half ? { ...time, half: half.half, sure: true } : time;
}

/** Whether an hour behind midnight is of the night before it: twelve of the evening, too, but no "three in the evening". */
function isNight(hour: number, phrase: readonly string[], { hours }: Lexicon['language']['clock']): boolean {
  const latest = hour === 0 ? NOON : EVENING;
  return (
    hour < NIGHT_HOURS &&
    phrase.some((word) => {
      const [from, to] = own(hours, word) ?? ALL_DAY;
      return from > latest || to < NOON;
    })
  );
}

const NOON = 12;
/** A part of the day that only begins behind it is night. */
const EVENING = 16;
/** Who says "four at night" may as well mean the end of the afternoon. */
const NIGHT_HOURS = 4;
const ALL_DAY = [0, 24] as const;
/** In minutes. */
export const DAY = 1440;

function halfIn(texts: readonly string[], from: number, clock: { am: readonly string[]; pm: readonly string[] }) {
  for (const at of range(from, texts.length)) {
    const am = phraseTo(texts, at, clock.am);
    if (am !== undefined) return { half: 'am' as const, from: at, to: am };
    const pm = phraseTo(texts, at, clock.pm);
    if (pm !== undefined) return { half: 'pm' as const, from: at, to: pm };
  }
  return undefined;
}

/** Where the longest of the phrases that stands at a token ends. */
function phraseTo(texts: readonly string[], at: number, phrases: readonly string[]): number | undefined {
  const ends = phrases.flatMap((phrase) => {
    const words = phrase.split(' ');
    return words.every((word, index) => texts[at + index] === word) ? [at + words.length] : [];
  });
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

function fromMinutes(minutes: number, from: number, to: number): ClockTime {
  const hours = Math.floor(minutes / 60);
  return { hour: hours % 12 || 12, minute: minutes % 60, half: hours < 12 ? 'am' : 'pm', from, to, sure: true };
}

/** Whether a time as it was said may be a label's. */
export function sameTime(said: ClockTime, label: ClockTime): boolean {
  const minutes = said.minute ?? 0;
  return (
    said.hour % 12 === label.hour % 12 &&
    minutes === (label.minute ?? 0) &&
    (said.half === undefined || label.half === undefined || said.half === label.half)
  );
}

/** Minutes of the day, for what is earlier and later. */
export function minutesOf({ hour, minute = 0, half }: ClockTime): number {
  const isNoon = half === 'pm' || (half === undefined && hour === 12);
  return (hour % 12) * 60 + minute + (isNoon ? 720 : 0);
}
