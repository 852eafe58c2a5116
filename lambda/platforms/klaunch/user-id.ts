/**
 * A `userID` as its digits. The vendor writes a number, which may be longer than a double holds; `parseJson` gives such
 * a one as a string. Digits in a string are taken too.
 *
 * @returns `undefined` for anything that is not the id of a user
 */
export function readUserID(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined;
  return typeof value === 'string' && /^(0|[1-9]\d{0,39})$/.test(value) ? value : undefined;
}
