import { marked } from './marks';

/** Before an entry of a list, and before a line behind it that is none. No element is made of them: they are not heard. */
export const LISTED = marked('entry', '');
export const UNLISTED = marked('no-entry', '');

/** A text without what tells the entries of its lists. */
export function withoutListing(text: string): string {
  return text.replaceAll(LISTED, '').replaceAll(UNLISTED, '');
}
