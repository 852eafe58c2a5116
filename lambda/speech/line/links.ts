import { BRACKETED, isMarkup } from '../html-elements';
import { URL_PATTERN, webUrl } from '../urls';
import { stopBehind } from './punctuation';

/** Words of a language that take the place of what has none. */
export interface Substitutes {
  /** Within a sentence: "see <the link in your Alexa app>". */
  readonly link: string;
  /** As a sentence of its own. */
  readonly loneLink: string;
  /** The end of what leads to an address within its sentence, where that is known of the language. */
  readonly leads?: RegExp;
  /** For a "&" that stands alone. */
  readonly and: string;
}

/** A line without markup that was shown as text, and with words for its addresses. */
export function spokenLinks(line: string, substitutes: Substitutes): string {
  return line
    .replace(BRACKETED, (bracketed, words: string) => (isMarkup(bracketed) ? ' ' : ` ${words} `))
    .replace(URL_PATTERN, (address, at: number, whole: string) => spokenLink(address, at, whole, substitutes))
    .replace(APART, (_lead, at: number, whole: string) => `${stopBehind(whole.slice(0, at))} `);
}

/** Before an address that is a sentence of its own behind words that do not lead to it: "Book here 👉 https://…". */
const MARK = '\ufdef';
/** It with all that leads up to it, which is read once however long it is: no run begins within another. */
const APART =
  /(?<![\s|:>»–—\u2190-\u21ff\p{Extended_Pictographic}\p{Variation_Selector}-])[\s|:>»–—\u2190-\u21ff\p{Extended_Pictographic}\p{Variation_Selector}-]*\ufdef/gu;
const LONGEST_LEAD = 30;
/** Behind an address: what begins anew on its line, "Code: SUMMER". */
const LABEL = /^ {1,3}\p{Lu}[\p{L}\p{M}-]{1,20}: /u;

/** What is said for an address: nothing in brackets or where no card can show it, a sentence where it stands alone. */
function spokenLink(address: string, at: number, whole: string, { link, loneLink, leads }: Substitutes): string {
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
  if (!webUrl(address) || (/[([（【]/.test(before) && /[)\]）】]/.test(after))) return '';
  const isLast = /^[.!?。！？]?$/.test(after);
  if (/^[.:!?…。：！？]?$/.test(before) && isLast && !/\p{L} *$/u.test(whole.slice(0, at))) return loneLink;
  const isApart =
    isLast && leads && whole.length - end <= 2 && !leads.test(whole.slice(Math.max(0, at - LONGEST_LEAD), at));
  if (isApart) return `${MARK}${loneLink}`;
  if (!leads || !LABEL.test(whole.slice(end, end + LONGEST_LEAD))) return link;
  return leads.test(whole.slice(Math.max(0, at - LONGEST_LEAD), at)) ? `${link}.` : `${MARK}${loneLink}.`;
}
