import type { NumberReader } from '../../lambda/conversation/answers/numbers';
import type { NumberTable, NumberWords } from '../../lambda/languages/numbers';
import { createNumberReader } from '../../lambda/speech/numbers/reader';
import type { Spellings } from './spellings';

/** Nothing that CLDR does not know. */
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
  abbreviations: {},
  frames: [],
};

type Draft = {
  [Key in keyof NumberTable]: NumberTable[Key] extends readonly string[] ? string[] : Record<string, number>;
};

/** A table in the making, and the reader that knows what is in it so far. */
export interface Pupil {
  readonly table: Draft;
  read(said: string): number | undefined;
  ordinal(said: string): number | undefined;
  learn(change: (table: Draft) => void): void;
}

export function createPupil({ minus, point, ordinalSuffixes }: Spellings): Pupil {
  const table: Draft = {
    cardinals: {},
    rooms: {},
    scales: {},
    'bare-scales': [],
    ordinals: {},
    'ordinal-rooms': {},
    'ordinal-prefixes': [],
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
