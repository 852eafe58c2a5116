/** Spells a word by its sound. */
export type Sounds = (text: string) => string;

export function createSounds(rules: readonly (readonly [pattern: string, replacement: string])[]): Sounds {
  const compiled = rules.map(([pattern, replacement]) => [new RegExp(pattern, 'gu'), replacement] as const);
  return (text) => compiled.reduce((sound, [pattern, replacement]) => sound.replace(pattern, replacement), text);
}

/**
 * How many letters must be changed, added, left out or swapped with their neighbour to make one text of the other;
 * `limit` + 1 where it is more than `limit`.
 */
export function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = current;
  }
  return Math.min(last[other.length] ?? 0, limit + 1);
}
