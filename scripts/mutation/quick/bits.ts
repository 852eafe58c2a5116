/** Which changes some code passes, one bit for each. */
export type Bits = Uint8Array;

export function bitsOf(ids: readonly number[], size: number): Bits {
  const bits = new Uint8Array(Math.ceil(size / 8));
  for (const id of ids) bits[id >> 3] = (bits[id >> 3] ?? 0) | (1 << (id & 7));
  return bits;
}

export function has(bits: Bits | undefined, id: number): boolean {
  return bits !== undefined && ((bits[id >> 3] ?? 0) & (1 << (id & 7))) !== 0;
}

/** Adds to some bits those that others have; with `without`, only those that these have not. */
export function addBits(to: Bits, others: Bits, without?: Bits): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) | ((others[at] ?? 0) & ~(without?.[at] ?? 0));
}

/** Adds to some bits those that one of two has alone. */
export function addDifference(to: Bits, one: Bits, other: Bits): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) | ((one[at] ?? 0) ^ (other[at] ?? 0));
}
