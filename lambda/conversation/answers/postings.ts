import { minutesOf } from './clock';
import type { DayInFigures } from './figures';
import type { Label } from './label';
import type { HoursOfDay } from './language';
import type { Lexicon } from './lexicon';
import { push } from './push';

/** Where a word, several words run together, or a number stands: in which items of which label. */
export interface Posting {
  readonly label: Label;
  readonly items: readonly number[];
  /** It is only a part of an item: "burger" in "Cheeseburger". */
  readonly isPart?: true;
}

/** A year of a month by its last digits: "october twenty six". */
export function addYears(label: Label, stems: Map<string, Posting[]>, known: Lexicon): void {
  if (!label.items.some(({ key }) => known.stems.dated.has(key))) return;
  for (const [at, { key }] of label.items.entries()) {
    const year = /#(?:19|20)(\d\d)$/.exec(key)?.[1];
    if (year !== undefined) push(stems, `#${Number(year)}`, { label, items: [at] });
  }
}

/** "the morning one" means 9 am, and 9:00 where another is at 14:00. */
export function addDayparts(labels: readonly Label[], stems: Map<string, Posting[]>, lexicon: Lexicon): void {
  const areOfDay = labels.some((label) => label.time?.half === 'pm' && writtenHalf(label, lexicon) < 0);
  for (const label of labels) {
    const written = writtenHalf(label, lexicon);
    const at = written < 0 && areOfDay ? label.items.findLastIndex(({ key }) => key.startsWith('#')) : written;
    if (label.time && at >= 0) addParts(label, minutesOf(label.time), at, stems, lexicon);
  }
}

/** Where "am" or "pm" stands in a label; -1 where neither does. */
function writtenHalf({ time, items }: Label, { language: { clock } }: Lexicon): number {
  const half = time?.half;
  return half ? items.findIndex(({ text }) => clock[half].includes(text)) : -1;
}

/** Names an item by the parts of the day that its time is in. */
function addParts(
  label: Label,
  minutes: number,
  at: number,
  stems: Map<string, Posting[]>,
  { language: { clock }, stem }: Lexicon,
): void {
  for (const word of clock[minutes < NOON ? 'am' : 'pm']) {
    const isIn = isWithin(minutes, clock.hours[word]);
    if (isIn && !word.includes(' ')) push(stems, stem(word), { label, items: [at] });
  }
}

/** "this afternoon" of Today 4 PM. */
export function addToday(label: Label, joined: Map<string, Posting[]>, { language: { clock } }: Lexicon): void {
  const day = label.items.findIndex(({ text }) => clock.today.words.includes(text));
  if (day < 0 || label.time?.half === undefined) return;
  const minutes = minutesOf(label.time);
  const half = clock[label.time.half];
  const part = label.items.findIndex(({ text }) => half.includes(text));
  for (const [words, hours] of Object.entries(clock.today.parts))
    if (isWithin(minutes, hours))
      push(joined, words.replaceAll(' ', ''), { label, items: part < 0 ? [day] : [day, part] });
}

function isWithin(minutes: number, [from, to]: HoursOfDay = ALL_DAY): boolean {
  return minutes >= from * HOUR && minutes < to * HOUR;
}

const HOUR = 60;
const NOON = 12 * HOUR;
const ALL_DAY: HoursOfDay = [0, 24];

/** "the seventeenth" and "in march" of a day in figures. */
export function addDay(
  { index, day, month }: DayInFigures,
  labels: readonly Label[],
  stems: Map<string, Posting[]>,
  { language: { dated }, stem }: Lexicon,
): void {
  for (const label of labels) {
    if (label.index !== index || label.isSynonym) continue;
    push(stems, `#${day}`, { label, items: [0], isPart: true });
    push(stems, stem(dated[month - 1] ?? ''), { label, items: [0], isPart: true });
  }
}

const SHORTEST_PART = 4;

/** A word that another label writes together: "burger" of Chicken burger also names Cheeseburger. */
export function addCompounds(labels: readonly Label[], stems: Map<string, Posting[]>): void {
  const parts = new Map(labels.flatMap(({ items }) => items.map(({ text, key }) => [text, key] as const)));
  for (const label of labels) {
    for (const [at, { text }] of label.items.entries()) {
      for (let end = SHORTEST_PART; end <= text.length - 3; end++) {
        const key = parts.get(text.slice(-end));
        if (key !== undefined) push(stems, key, { label, items: [at], isPart: true });
      }
    }
  }
}
