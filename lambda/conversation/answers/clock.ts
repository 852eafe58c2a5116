import type { Lexicon } from './lexicon';
import { numerals } from './numerals';
import { own } from './own';
import { HOUR, MINUTES, type SaidTimeWords } from './said-times';
import { wordAt } from './word-at';

/** A time of day. `hour` is from 1 to 12 unless `half` is known; `minute` is undefined where only the hour was said. */
export interface ClockTime {
  readonly hour: number;
  readonly minute?: number;
  /** Before noon or after it. */
  readonly half?: 'am' | 'pm';
  /** The tokens that it is made of: [from, to). */
  readonly from: number;
  readonly to: number;
  /** It holds more than bare numbers: "half past", "pm". */
  readonly sure: boolean;
}

/** A time of day as it is written, with its half. */
const WRITTEN = /\b\d{1,2}:\d\d(?:\s*[ap]\.?m\b\.?)?/gi;

/** The time that a label is, or the only one that it holds: "AI 112 at 09:05". */
export function labelTime(label: string, texts: readonly string[], lexicon: Lexicon): ClockTime | undefined {
  const [written, ...others] = label.match(WRITTEN) ?? [];
  if (written !== undefined && others.length === 0) return findTime(lexicon.tokenize(written).texts, lexicon);
  const time = findTime(texts, lexicon);
  const isTime = time && (time.sure || /\d[:.]\d\d/.test(label));
  return isTime && texts.length <= time.to - time.from + 1 && isOneTime(texts, time) ? time : undefined;
}

function isOneTime(texts: readonly string[], { from, to }: ClockTime): boolean {
  return !texts.some((text, at) => (at < from || at >= to) && /\d/.test(text));
}

/** The first time of day among the tokens. */
export function findTime(texts: readonly string[], lexicon: Lexicon): ClockTime | undefined {
  const { clock } = lexicon.language;
  const found = numerals(texts, lexicon.numbers, lexicon.language.positions);
  const relative = relativeTime(texts, found, lexicon);
  for (let at = 0; at < texts.length; at++) {
    const named = own(clock.named, wordAt(texts, at));
    // "midi et demi" is no noon.
    if (relative && relative.from <= at && at < relative.to) return relative;
    if (named !== undefined) return fromMinutes(named, at, at + 1);
  }
  return relative ?? withFraction(texts, found, lexicon) ?? plainTime(texts, found, lexicon);
}

/** Nobody names more in one answer; behind each of them it is looked anew. */
const MOST_TIMES = 12;

/** The times of day among the tokens, from left to right; the first of them where there are many. */
export function findTimes(texts: readonly string[], lexicon: Lexicon): readonly ClockTime[] {
  const times: ClockTime[] = [];
  const find = (from: number, to: number) => {
    const time = from < to && times.length < MOST_TIMES && findTime(texts.slice(from, to), lexicon);
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
  for (let at = 0; at < texts.length; at++) {
    let longest: { readonly total: number; readonly to: number } | undefined;
    for (const way of lexicon.saidTimes(wordAt(texts, at))) {
      const time = timeAt(texts, found, at, way, lexicon);
      if (time && time.to > (longest?.to ?? 0)) longest = time;
    }
    if (!longest) continue;
    const { total, to } = longest;
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
): { readonly total: number; readonly to: number } | undefined {
  let to = at;
  let total = minutes;
  for (const word of words) {
    if (word !== HOUR && word !== MINUTES) {
      if (texts[to++] !== word) return undefined;
      continue;
    }
    const number = numberOf(found, to, word === HOUR, clock);
    if (!number) return undefined;
    total += word === HOUR ? Math.round(number.value * 60) : sign * number.value;
    to = number.to;
  }
  return { total, to };
}

/** The hour or the minutes that begin at a token. Behind a word for "minus" they were read as less than nothing. */
function numberOf(
  found: Found,
  at: number,
  isHour: boolean,
  { ordinals = false, fractions = false }: Lexicon['language']['clock'],
): { readonly value: number; readonly to: number } | undefined {
  const isFit = ({ parts, ordinal }: Found[number]) => parts === 1 && (!ordinal || (isHour && ordinals));
  const number =
    found.find((one) => one.from === at && isFit(one)) ??
    found.find((one) => !isHour && one.from === at - 1 && one.value < 0 && isFit(one));
  const value = Math.abs(number?.value ?? 0);
  // "ثمانية ونص وخمس": five minutes behind half past eight
  const isWhole = Number.isInteger(value) || (isHour && fractions && isHourAndPart(value));
  if (!number || !isWhole || value < 1 || value > (isHour ? 24 : 59)) return undefined;
  return { value, to: number.to };
}

/** "otto e mezza", "साढ़े तीन बजे" */
function withFraction(texts: readonly string[], found: Found, lexicon: Lexicon): ClockTime | undefined {
  if (lexicon.language.clock.fractions !== true) return undefined;
  // "12,50 €" is no half past twelve.
  const isSaid = (from: number) => !/\d/.test(wordAt(texts, from));
  const number = found.find(
    ({ from, value, parts, ordinal }) => parts === 1 && !ordinal && isHourAndPart(value) && isSaid(from),
  );
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
    const [, hours = '', minutes] = /^(\d{1,2}?)(\d{2})?$/.exec(digits) ?? [];
    const hour = Number(hours);
    // "a quarter" is no 0:25.
    if (
      (number.ordinal && !isOfHour) ||
      !Number.isInteger(number.value) ||
      hours === '' ||
      hour > 24 ||
      Number(minutes ?? 0) > 59
    )
      continue;
    if (number.parts === 1 && digits.length < 3 && minutes !== undefined) continue;
    const full = phraseTo(texts, number.to, lexicon.language.clock.full);
    if (full === undefined && isCounting(texts, number.to, lexicon)) continue;
    const minute = minutes === undefined ? (full === undefined ? undefined : 0) : Number(minutes);
    return withHalf(
      {
        hour,
        ...(minute !== undefined && { minute }),
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

/** "الساعة العاشرة": an ordinal behind a word for a time. */
function isOrdinalHour(texts: readonly string[], { from }: Found[number], { language }: Lexicon): boolean {
  return language.clock.ordinals === true && language.positions['not-after'].includes(wordAt(texts, from - 1));
}

/** "one night", "six kilos"; but the "p" of "p m" is no unit. */
function isCounting(texts: readonly string[], at: number, { units, language: { clock } }: Lexicon): boolean {
  const isHalf = [...clock.am, ...clock.pm].some(
    (phrase) => phrase.includes(' ') && phraseTo(texts, at, [phrase]) !== undefined,
  );
  return !isHalf && units(texts, at) !== undefined;
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
  // "twelve at night" is no noon
  const isMidnight = half?.half === 'pm' && time.hour === 12 && isLate(texts.slice(half.from, half.to), clock);
  if (half && isMidnight) return { ...time, half: 'am', sure: true };
  if (time.hour > 12) return { ...time, hour: time.hour - 12, half: 'pm' };
  return half ? { ...time, half: half.half, sure: true } : time;
}

/** A part of the day that begins behind noon: "night". */
function isLate(phrase: readonly string[], { hours }: Lexicon['language']['clock']): boolean {
  return phrase.some((word) => (hours[word]?.[0] ?? 0) > NOON);
}

const NOON = 12;

function halfIn(texts: readonly string[], from: number, clock: { am: readonly string[]; pm: readonly string[] }) {
  for (let at = from; at < texts.length; at++) {
    const am = phraseTo(texts, at, clock.am);
    if (am !== undefined) return { half: 'am' as const, from: at, to: am };
    const pm = phraseTo(texts, at, clock.pm);
    if (pm !== undefined) return { half: 'pm' as const, from: at, to: pm };
  }
  return undefined;
}

/** Where the longest of the phrases that stands at a token ends. */
function phraseTo(texts: readonly string[], at: number, phrases: readonly string[]): number | undefined {
  let end: number | undefined;
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const fits = words.every((word, index) => texts[at + index] === word);
    if (fits && (end === undefined || at + words.length > end)) end = at + words.length;
  }
  return end;
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
