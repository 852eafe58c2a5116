import type { NumberReader } from '../../lambda/conversation/answers/numbers';
import { createNumberReader } from '../../lambda/speech/numbers/reader';
import type { NumberTable, NumberWords } from '../../lambda/speech/numbers/table';
import { type Spellings, spellingsOf } from './spellings';

/** The CLDR locales that a language's table is made of: what is said in one region is understood in all. */
const LOCALES: Readonly<Record<string, readonly string[]>> = { en: ['en', 'en-IN'] };

/** The table of every language, as `lambda/speech/numbers/words/<language>.json` holds it. */
export function numberTableFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(LOCALES).map(([language, locales]) => [
      `lambda/speech/numbers/words/${language}.json`,
      json(numberTable(locales)),
    ]),
  );
}

/**
 * Learns a language from its spellings: from small to large, each is given to the reader with what the table holds so
 * far, and only where that does not understand it, a word is added. So the table holds "twenty" and "one", but all of
 * "quatre vingt".
 */
export function numberTable(locales: readonly string[]): NumberTable {
  const spellings = spellingsOf(locales);
  const pupil = createPupil(spellings);
  for (let value = 0; value < 100; value++) learnSmall(pupil, spellings, value);
  for (const scale of SCALES) {
    learnScale(pupil, spellings, scale);
    learnBeyond(pupil, spellings, scale);
  }
  for (let value = 0; value < 100; value++) learnOrdinal(pupil, spellings, value);
  for (const scale of SCALES) learnOrdinalScale(pupil, spellings, scale);
  return pupil.table;
}

const SCALES = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((exponent) => 10 ** exponent);

/** A round number takes smaller ones after it when this many of the nine are spelled so: others may be irregular. */
const REGULAR = 5;

const PLAIN: NumberWords = {
  articles: [],
  cardinals: {},
  digits: {},
  repeats: {},
  scales: {},
  'lone-parts': {},
  parts: {},
  'ordinal-parts': { from: Number.POSITIVE_INFINITY, many: [] },
  of: [],
  minus: [],
  'decimal-mark': '.',
  'group-mark': ',',
  frames: [],
};

type Draft = {
  [Key in keyof NumberTable]: NumberTable[Key] extends readonly string[] ? string[] : Record<string, number>;
};

/** A table in the making, and the reader that knows it. */
interface Pupil {
  readonly table: Draft;
  read(said: string): number | undefined;
  ordinal(said: string): number | undefined;
  learn(change: (table: Draft) => void): void;
}

function createPupil({ minus, point, ordinalSuffixes }: Spellings): Pupil {
  const table: Draft = {
    cardinals: {},
    rooms: {},
    scales: {},
    'bare-scales': [],
    ordinals: {},
    'ordinal-scales': {},
    joiners: {},
    minus: [...minus],
    point: [...point],
    'ordinal-suffixes': [...ordinalSuffixes],
  };
  let reader: NumberReader | undefined;
  const current = () => {
    reader ??= createNumberReader(table, PLAIN);
    return reader;
  };
  return {
    table,
    read: (said) => current().read(said),
    ordinal: (said) => current().ordinal(said),
    learn(change) {
      change(table);
      reader = undefined;
    },
  };
}

function learnSmall(pupil: Pupil, spellings: Spellings, value: number): void {
  for (const said of spellings.cardinals(value)) {
    if (pupil.read(said) !== value) pupil.learn(({ cardinals }) => Object.assign(cardinals, { [said]: value }));
    if (value > 0 && value % 10 === 0) learnRoom(pupil, spellings, value, said);
  }
}

function learnRoom(pupil: Pupil, spellings: Spellings, value: number, said: string): void {
  for (const room of [10, 20]) {
    const joiners: string[] = [];
    for (let rest = room - 9; rest < room; rest++) {
      const joiner = betweenAny([said], spellings.cardinals(value + rest), spellings.cardinals(rest));
      if (joiner !== undefined) joiners.push(joiner);
    }
    if (joiners.length < REGULAR) return;
    pupil.learn(({ rooms }) => Object.assign(rooms, { [said]: room }));
    for (const joiner of joiners) learnJoiner(pupil, joiner, 10);
  }
}

function learnJoiner(pupil: Pupil, joiner: string, room: number): void {
  if (joiner === '') return;
  pupil.learn(({ joiners }) => Object.assign(joiners, { [joiner]: Math.min(joiners[joiner] ?? room, room) }));
}

/** What the multiples of a scale have in common behind their number, or else words of their own: "quinientos". */
function learnScale(pupil: Pupil, spellings: Spellings, scale: number): void {
  // One last, as it may be left out: that "mille" is a scale, only "deux mille" tells.
  for (const count of [2, 3, 4, 5, 6, 7, 8, 9, 1]) {
    for (const said of spellings.cardinals(count * scale)) learnMultiple(pupil, spellings, said, count, scale);
  }
}

function learnMultiple(pupil: Pupil, spellings: Spellings, said: string, count: number, scale: number): void {
  if (pupil.read(said) !== undefined) return;
  const name = behindAny(said, spellings.cardinals(count))?.trim();
  if (name !== undefined) learnScaleName(pupil, spellings, name, scale);
  else {
    pupil.learn(({ cardinals, rooms }) => {
      cardinals[said] ??= count * scale;
      rooms[said] ??= scale;
    });
  }
}

function learnScaleName({ learn }: Pupil, spellings: Spellings, name: string, scale: number): void {
  learn((table) => {
    if (name in table.scales) return;
    table.scales[name] = scale;
    if (spellings.cardinals(scale).includes(name)) table['bare-scales'].push(name);
    // "cent" was taken for 100 itself until "deux cent un" told.
    delete table.cardinals[name];
    delete table.rooms[name];
  });
}

/** What changes where something smaller follows: a joiner, or another form ("cien", but "ciento uno"). */
function learnBeyond(pupil: Pupil, spellings: Spellings, scale: number): void {
  for (let count = 1; count < 10; count++) {
    for (const rest of RESTS.filter((value) => value < scale)) {
      for (const said of spellings.cardinals(count * scale + rest)) {
        if (pupil.read(said) === undefined) learnWithRest(pupil, spellings, said, { count, scale, rest });
      }
    }
  }
}

/** Small ones of every kind, as what stands before them may depend on them. */
const RESTS = [1, 2, 5, 8, 10, 11, 16, 21, 30, 45, 99, 100, 101, 200, 345, 1000, 2000, 12_345];

function learnWithRest(
  pupil: Pupil,
  spellings: Spellings,
  said: string,
  { count, scale, rest }: { count: number; scale: number; rest: number },
): void {
  const before = beforeAny(said, spellings.cardinals(rest));
  if (before === undefined) return;
  const between = behindAny(before, spellings.cardinals(count * scale));
  if (between?.startsWith(' ')) learnJoiner(pupil, between.trim(), scale);
  else learnMultiple(pupil, spellings, before.trim(), count, scale);
}

function learnOrdinal(pupil: Pupil, spellings: Spellings, value: number): void {
  for (const said of spellings.ordinals(value)) {
    if (pupil.ordinal(said) !== value) pupil.learn(({ ordinals }) => Object.assign(ordinals, { [said]: value }));
  }
}

function learnOrdinalScale(pupil: Pupil, spellings: Spellings, scale: number): void {
  for (const said of spellings.ordinals(scale)) {
    if (pupil.ordinal(said) === scale) continue;
    const name = behindAny(said, spellings.cardinals(1))?.trim() ?? said;
    pupil.learn((table) => Object.assign(table['ordinal-scales'], { [name]: scale }));
  }
}

/** What stands behind the longest of the beginnings. */
function behindAny(said: string, beginnings: readonly string[]): string | undefined {
  const begun = longestFirst(beginnings).find((text) => said.startsWith(text) && said.length > text.length);
  return begun === undefined ? undefined : said.slice(begun.length);
}

function beforeAny(said: string, endings: readonly string[]): string | undefined {
  const ended = longestFirst(endings).find((text) => said.endsWith(text) && said.length > text.length);
  return ended === undefined ? undefined : said.slice(0, -ended.length);
}

/** What stands between a beginning and an ending, in the first text that has both. */
function betweenAny(
  beginnings: readonly string[],
  texts: readonly string[],
  endings: readonly string[],
): string | undefined {
  for (const text of texts) {
    const rest = behindAny(text, beginnings);
    if (rest === undefined) continue;
    if (endings.includes(rest.trim())) return '';
    const between = beforeAny(rest, endings)?.trim();
    if (between !== undefined) return between;
  }
  return undefined;
}

function longestFirst(texts: readonly string[]): string[] {
  return [...texts].sort((one, other) => other.length - one.length);
}

/** As the formatter leaves it: short lists in one line. */
function json(table: NumberTable): string {
  const text = JSON.stringify(table, null, 2).replace(/\[\s+([^\]]*?)\s+\]/g, (_all, items: string) => {
    return `[${items.replace(/\s*\n\s*/g, ' ')}]`;
  });
  return `${text}\n`;
}
