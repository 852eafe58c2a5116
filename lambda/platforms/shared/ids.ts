const MAX_CHARS = 200;

/**
 * An id as text, so that it can be compared however it was written. The vendor's ids are strings; a whole number is
 * taken too, and one that no double holds comes from `parseJson` as its digits.
 *
 * @returns `undefined` for anything that is not an id
 */
export function readId(value: unknown): string | undefined {
  const text = idText(value);
  // Lone surrogates all become the same character in a digest: one signature would fit several ids.
  return text !== undefined && text.trim() !== '' && text.length <= MAX_CHARS && text.isWellFormed() ? text : undefined;
}

/** An id as it goes into a signature, possibly one that cannot be used. */
export function idText(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === 'string' ? value : undefined;
}
