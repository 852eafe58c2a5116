/** Which changes some code passes, one bit for each. */
export type Bits = Uint8Array;

export function bitsOf(counts: Uint32Array): Bits {
  const bits = new Uint8Array(Math.ceil(counts.length / 8));
  for (const [id, count] of counts.entries()) {
    if (count > 0) bits[id >> 3] = (bits[id >> 3] ?? 0) | (1 << (id & 7));
  }
  return bits;
}

export function has(bits: Bits | undefined, id: number): boolean {
  return bits !== undefined && ((bits[id >> 3] ?? 0) & (1 << (id & 7))) !== 0;
}

/** Adds to some bits those that others have; with `without`, only those that these have not. */
export function addBits(to: Bits, others: Bits, without?: Bits): void {
  for (const [at, byte] of others.entries()) to[at] = (to[at] ?? 0) | (byte & ~(without?.[at] ?? 0));
}
