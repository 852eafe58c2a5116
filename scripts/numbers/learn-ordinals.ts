import { beforeAny, behindAny } from './affixes';
import type { Pupil } from './pupil';
import { DIGITS, REGULAR, SCALES } from './regular';
import type { Spellings } from './spellings';

/** After the cardinals, as most ordinals are made of them. */
export function learnOrdinals(pupil: Pupil, spellings: Spellings): void {
  learnOrdinalPrefix(pupil, spellings);
  for (let value = 0; value < 100; value++) learnOrdinal(pupil, spellings, value);
  for (const scale of SCALES) learnOrdinalScale(pupil, spellings, scale);
  for (let value = 200; value < 1000; value += 100) learnOrdinal(pupil, spellings, value);
  for (let value = 1; value < 100; value++) learnOrdinalEnd(pupil, spellings, value);
}

/** A beginning that makes an ordinal of every cardinal: "第". */
function learnOrdinalPrefix(pupil: Pupil, spellings: Spellings): void {
  const prefixes = DIGITS.flatMap((value) =>
    spellings.ordinals(value).map((said) => beforeAny(said, spellings.cardinals(value))?.trim()),
  );
  const [prefix] = prefixes;
  if (prefix === undefined || prefixes.some((other) => other !== prefix)) return;
  pupil.learn((table) => table['ordinal-prefixes'].push(prefix));
}

function learnOrdinal(pupil: Pupil, spellings: Spellings, value: number): void {
  for (const said of spellings.ordinals(value)) {
    if (pupil.ordinal(said) === value || isCardinal(spellings, said, value)) continue;
    pupil.learn(({ ordinals }) => Object.assign(ordinals, { [said]: value }));
    if (value > 0 && value % 10 === 0) learnOrdinalRoom(pupil, spellings, said, value, value < 100 ? 10 : 100);
  }
}

/** What only ends an ordinal: "duesimo" in "centoduesimo". */
function learnOrdinalEnd(pupil: Pupil, spellings: Spellings, value: number): void {
  for (const said of spellings.ordinals(100 + value)) {
    const end = behindAny(said, spellings.cardinals(100));
    if (end === undefined || end.startsWith(' ') || pupil.ordinal(said) === 100 + value) continue;
    pupil.learn(({ ordinals }) => Object.assign(ordinals, { [end]: value }));
  }
}

/** CLDR has no ordinal for it and spells the cardinal. */
function isCardinal(spellings: Spellings, said: string, value: number): boolean {
  return spellings.cardinals(value).includes(said);
}

function learnOrdinalRoom(pupil: Pupil, spellings: Spellings, said: string, value: number, room: number): void {
  const regular = DIGITS.filter((rest) =>
    spellings.ordinals(rest).some((one) => spellings.ordinals(value + rest).includes(`${said} ${one}`)),
  );
  if (regular.length < REGULAR) return;
  pupil.learn((table) => Object.assign(table['ordinal-rooms'], { [said]: room }));
}

function learnOrdinalScale(pupil: Pupil, spellings: Spellings, scale: number): void {
  for (const said of spellings.ordinals(scale)) {
    if (pupil.ordinal(said) === scale || isCardinal(spellings, said, scale)) continue;
    const name = behindAny(said, spellings.cardinals(1))?.trim() ?? said;
    pupil.learn((table) => Object.assign(table['ordinal-scales'], { [name]: scale }));
    learnOrdinalRoom(pupil, spellings, name, scale, scale);
  }
}
