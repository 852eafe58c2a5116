/** Spells a word by its sound. */
export type Sounds = (text: string) => string;

export function createSounds(rules: readonly (readonly [pattern: string, replacement: string])[]): Sounds {
  const compiled = rules.map(([source, replacement]) => ({
    pattern: new RegExp(source, 'gu'),
    replacement,
    needed: lettersOf(alwaysIn(source)),
  }));
  return (text) => {
    let sound = text;
    let letters = lettersOf(sound);
    for (const { pattern, replacement, needed } of compiled) {
      if ((needed & ~letters) !== 0) continue;
      sound = sound.replace(pattern, replacement);
      letters = lettersOf(sound);
    }
    return sound;
  };
}

/** Words by their sound, and what is left of it where words were split or run together. */
export interface Spoken {
  readonly sound: string;
  readonly outline: string;
}

/** How words sound run together, and each for itself. The name of a letter is a syllable here: "burger and dee". */
export function createSpoken(
  sounds: Sounds,
  soundOf: Sounds,
  outlines: Sounds,
  alike: (text: string) => readonly string[],
): (texts: readonly string[]) => readonly Spoken[] {
  const isLetter = (text: string) => alike(text).some((other) => other.length === 1);
  return (texts) => {
    const plain = texts.map((text) => text.replaceAll("'", ''));
    const apart = plain.map((text) => (isLetter(text) ? sounds(text) : soundOf(text))).join('');
    return [...new Set([sounds(plain.join('')), apart])].map((sound) => ({ sound, outline: outlines(sound) }));
  };
}

/** Letters without which a pattern fits nowhere, so that most rules need not be tried; not all of them. */
function alwaysIn(pattern: string): string {
  const outside = pattern.replace(/\\.|\[.*?\]|\(.*?\)/g, '');
  const isSimple = !/[|()[\]{}]/.test(outside);
  return isSimple ? outside.replace(/.[?*]/g, '').replace(/[^a-z]/gi, '') : '';
}

/** Which letters a text holds, as bits; letters that share a bit count as one. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (const letter of text) letters |= 1 << (letter.charCodeAt(0) & 31);
  return letters;
}

/** At least so many letters must be changed, added or left out to make one text of another, by the letters that both hold. */
export function differing(one: number, other: number): number {
  return Math.max(count(one & ~other), count(other & ~one));
}

function count(bits: number): number {
  let left = bits;
  let found = 0;
  for (; left !== 0; left &= left - 1) found++;
  return found;
}

/**
 * How many letters must be changed, added, left out or swapped with their neighbour to make one text of the other;
 * `limit` + 1 where it is more than `limit`.
 */
export function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  // Three rows of the table, of which the last two are looked back at.
  let before: number[] = [];
  let last: number[] = [];
  let current: number[] = [];
  for (let column = 0; column <= other.length; column++) last.push(column);
  for (let row = 1; row <= one.length; row++) {
    current[0] = row;
    let least = row;
    const letter = one.charCodeAt(row - 1);
    for (let column = 1; column <= other.length; column++) {
      const beside = other.charCodeAt(column - 1);
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (letter === beside ? 0 : 1),
      );
      // No letter stands before the first.
      const isSwapped = letter === other.charCodeAt(column - 2) && one.charCodeAt(row - 2) === beside;
      if (isSwapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [before, last, current] = [last, current, before];
  }
  return Math.min(last[other.length] ?? 0, limit + 1);
}
