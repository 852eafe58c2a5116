import type { NumberTable } from '../../lambda/languages/numbers';
import { beforeAny, behindAny, betweenAny } from './affixes';
import { learnOrdinals } from './learn-ordinals';
import { createPupil, type Pupil } from './pupil';
import { DIGITS, REGULAR, SCALES } from './regular';
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
  learnOrdinals(pupil, spellings);
  return pupil.table;
}

function learnSmall(pupil: Pupil, spellings: Spellings, value: number): void {
  for (const said of spellings.cardinals(value)) {
    if (pupil.read(said) !== value) pupil.learn(({ cardinals }) => Object.assign(cardinals, { [said]: value }));
    if (value > 0 && value % 10 === 0) learnRoom(pupil, spellings, value, said);
  }
  if (value > 10 && value % 10 === 0) learnStem(pupil, spellings, value);
}

/** A form that is only said before something smaller: "quatre vingt", where alone it is "quatre vingts". */
function learnStem(pupil: Pupil, spellings: Spellings, value: number): void {
  const stems = DIGITS.flatMap((rest) =>
    spellings.cardinals(value + rest).flatMap((said) => beforeAny(said, spellings.cardinals(rest)) ?? []),
  );
  for (const stem of new Set(stems.filter((text) => text.endsWith(' ')))) {
    const name = stem.trim();
    const isRegular = stems.filter((one) => one === stem).length >= REGULAR;
    const ends = Object.keys(pupil.table.joiners).some((joiner) => name.endsWith(` ${joiner}`));
    if (!isRegular || ends || pupil.read(name) !== undefined) continue;
    pupil.learn(({ cardinals }) => Object.assign(cardinals, { [name]: value }));
    learnRoom(pupil, spellings, value, name);
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
  for (const count of [2, 3, 4, 5, 6, 7, 8, 9, 11, 100, 1]) {
    if (count * scale > Number.MAX_SAFE_INTEGER) continue;
    for (const said of spellings.cardinals(count * scale)) learnMultiple(pupil, spellings, said, count, scale);
  }
}

function learnMultiple(pupil: Pupil, spellings: Spellings, said: string, count: number, scale: number): void {
  if (pupil.read(said) !== undefined) return;
  const name = behindAny(said, spellings.cardinals(count))?.trim();
  if (name !== undefined) learnScaleName(pupil, spellings, name, scale);
  // Of larger ones only the name is of interest, which may be another than behind a small one: "eleven alf", "five alaf".
  else if (count < 10) {
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
const RESTS = [1, 2, 5, 8, 10, 11, 16, 21, 30, 45, 80, 81, 88, 99, 100, 101, 200, 345, 1000, 2000, 12_345];

function learnWithRest(
  pupil: Pupil,
  spellings: Spellings,
  said: string,
  { count, scale, rest }: { count: number; scale: number; rest: number },
): void {
  const multiples = spellings.cardinals(count * scale);
  const before = beforeAny(said, spellings.cardinals(rest));
  const between = before === undefined ? undefined : behindAny(before, multiples);
  const shortened = behindAny(said, multiples);
  if (between?.startsWith(' ')) learnJoiner(pupil, between.trim(), scale);
  else if (shortened !== undefined && isShortened(spellings, shortened, rest)) {
    learnShortened(pupil, spellings, shortened, rest);
  } else if (before !== undefined) {
    learnMultiple(pupil, spellings, withoutJoiner(pupil, before.trim()), count, scale);
  }
}

function withoutJoiner({ table }: Pupil, said: string): string {
  return (
    beforeAny(
      said,
      Object.keys(table.joiners).map((joiner) => ` ${joiner}`),
    ) ?? said
  );
}

/** What is left of a number where a letter stands for the end of one and the beginning of the next: "centotto". */
function isShortened(spellings: Spellings, text: string, rest: number): boolean {
  return spellings.cardinals(rest).some((said) => said.length > text.length && said.endsWith(text));
}

function learnShortened(pupil: Pupil, spellings: Spellings, shortened: string, rest: number): void {
  const [whole = ''] = spellings.cardinals(rest);
  pupil.learn(({ cardinals, rooms }) => {
    cardinals[shortened] = rest;
    if (whole in rooms) rooms[shortened] = rooms[whole] ?? 0;
  });
}
