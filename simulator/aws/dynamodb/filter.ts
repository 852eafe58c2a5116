/** A filter pattern of an event source mapping: nested members, each with a list of what matches. */
interface Pattern {
  readonly [member: string]: Pattern | readonly (string | { readonly exists: boolean })[];
}

/**
 * Whether a record passes a filter, as far as ours goes: texts, and `exists` on leaves.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export function passes(pattern: object, record: unknown): boolean {
  return Object.entries(pattern as Pattern).every(([member, wanted]) => {
    const value = (record as Record<string, unknown> | undefined)?.[member];
    if (!Array.isArray(wanted)) return passes(wanted, value);
    return wanted.some((one) => {
      if (typeof one === 'string') return value === one;
      const isLeaf = value !== undefined && typeof value !== 'object';
      return one.exists === isLeaf;
    });
  });
}
