import type { NumberTable } from '../../lambda/languages/numbers';
import { beforeAny, behindAny, betweenAny } from './affixes';
import { createPupil, type Pupil } from './pupil';
import { type Spellings, spellingsOf } from './spellings';

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
