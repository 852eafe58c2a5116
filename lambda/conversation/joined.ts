/**
 * Short texts as one, the oldest first, with a space between two. A document holds dozens of such texts, and each turn reads and
 * writes all of them: one text costs it a tenth of what an array does.
 */
export type Joined = string;

/** The texts that are joined. */
export function parted(joined: Joined): readonly string[] {
  return joined === '' ? [] : joined.split(' ');
}

/** Whether this is one of the texts that are joined. */
export function holds(joined: Joined, text: string): boolean {
  return ` ${joined} `.includes(` ${text} `);
}

/** Both, one behind the other. */
export function together(one: Joined, other: Joined): Joined {
  return one === '' || other === '' ? one + other : `${one} ${other}`;
}

/** The same with another text; of the oldest none, where they come to more characters than `most`. */
export function appended(joined: Joined, text: string, most: number): Joined {
  const all = together(joined, text);
  return all.length <= most ? all : behindSpace(all, all.length - most - 1);
}

/** Without the oldest. */
export function withoutFirst(joined: Joined): Joined {
  return behindSpace(joined, 0);
}

function behindSpace(joined: Joined, from: number): Joined {
  const space = joined.indexOf(' ', from);
  return space < 0 ? '' : joined.slice(space + 1);
}
