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

/** The same with another text; of the oldest none, where they come to more characters than `most`. */
export function appended(joined: Joined, text: string, most: number): Joined {
  return newest(joined === '' ? text : `${joined} ${text}`, most);
}

function newest(joined: Joined, most: number): Joined {
  if (joined.length <= most) return joined;
  const space = joined.indexOf(' ', joined.length - most - 1);
  return space < 0 ? '' : joined.slice(space + 1);
}
