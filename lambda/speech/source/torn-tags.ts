import { isElement } from '../html-elements';

/** A tag that ends an element and was not ended itself: "</b", and what may stand before its sign after all. */
const CLOSING = /<\/([a-z][a-z\d]{0,15})(?![a-z\d:-])(?!\s{0,3}>)/gi;
/** A break of a line without its end, at the end of a line or before a sentence. */
const BREAK = /<[bBhH][rR]\s?\/?(?=\s*(?:$|\p{Lu}|<))/gmu;
/** What a text ends in where it was cut off within a tag. */
const CUT = /<\/?([a-z][a-z\d]{0,15})(\s[^<>\n]{0,300})?$/i;

/** A text in which the tags of elements have their ends. */
export function withWholeTags(text: string): string {
  if (!text.includes('<')) return text;
  const closed = text.replace(CLOSING, (whole, name: string) => (isElement(name.toLowerCase()) ? `${whole}>` : whole));
  return closed.replace(BREAK, '<br>').replace(CUT, (whole, name: string, attributes = '') => {
    const isCut = isElement(name.toLowerCase()) && (name.length > 1 || attributes.includes('='));
    return isCut ? '' : whole;
  });
}
