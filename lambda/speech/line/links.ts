import { BRACKETED, isMarkup } from '../html-elements';
import { URL_PATTERN, webUrl } from '../urls';

/** Words of a language that take the place of what has none. */
export interface Substitutes {
  /** Within a sentence: "see <the link in your Alexa app>". */
  readonly link: string;
  /** As a sentence of its own. */
  readonly loneLink: string;
  /** For a "&" that stands alone. */
  readonly and: string;
}

/** A line without markup that was shown as text, and with words for its addresses. */
export function spokenLinks(line: string, substitutes: Substitutes): string {
  return line
    .replace(BRACKETED, (bracketed, words: string) => (isMarkup(bracketed) ? ' ' : ` ${words} `))
    .replace(URL_PATTERN, (address, at: number, whole: string) => spokenLink(address, at, whole, substitutes));
}

/** What is said for an address: nothing in brackets or where no card can show it, a sentence where it stands alone. */
function spokenLink(address: string, at: number, whole: string, { link, loneLink }: Substitutes): string {
  const end = at + address.length;
  const before =
    whole
      .slice(Math.max(0, at - 2), at)
      .trim()
      .at(-1) ?? '';
  const after =
    whole
      .slice(end, end + 2)
      .trim()
      .at(0) ?? '';
  if (!webUrl(address) || (/[([]/.test(before) && /[)\]]/.test(after))) return '';
  return /^[.:!?…]?$/.test(before) && /^[.!?]?$/.test(after) ? loneLink : link;
}
