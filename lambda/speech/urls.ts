/** A letter in a URL. Not of scripts written without spaces: there the sentence goes on right behind it. */
const LETTER =
  '(?!\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Thai}|\\p{Script=Lao}|\\p{Script=Khmer}|' +
  '\\p{Script=Myanmar})[\\p{L}\\p{M}\\p{N}]';
const CHARACTER = `(?:[.~:/?#@!$&*+,;=%_|-]|${LETTER})`;
/** Punctuation at the end belongs to the sentence, and so does a bracket that was not opened in the URL. */
const REST = `(?:(?:${CHARACTER}|\\(${CHARACTER}*\\))*(?:[~/#&=%_+$@-]|\\(${CHARACTER}*\\)|${LETTER}))?`;
const SCHEME = '[a-z][a-z0-9+.-]{1,20}://';
const WWW = 'www\\.(?=[\\p{L}\\p{N}])';
/** Known by its path: "example.com/menu", but not "Node.js/Express" or "km/h". */
const HOST =
  '(?:[a-z0-9-]{1,63}\\.){1,4}(?!js/)(?:[a-z]{2}|com|net|org|edu|gov|info|biz|app|dev|shop|store|online|site|page|link|example)/';
const DATA = 'data:[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,80}[;,]';

/** Finds URLs in a text, and what looks like one. */
export const URL_PATTERN = new RegExp(`(?:${SCHEME}|(?<![a-z0-9@._-])(?:${WWW}|${HOST}|${DATA}))${REST}`, 'giu');

/** The URLs in a text that a browser can open. */
export function urlsIn(text: string): string[] {
  const found = text.replaceAll('&amp;', '&').match(URL_PATTERN) ?? [];
  return found.filter((address) => webUrl(address) !== undefined);
}

/** Within a site that only its own pages know: "/menu", "./menu". */
const RELATIVE = /^(?:\/(?!\/)|\.)/;

/** The address as a URL for a card, where it is one of the open web: complete, and plain ASCII. */
export function webUrl(address: string): string | undefined {
  if (RELATIVE.test(address)) return undefined;
  const complete = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address.replace(/^\/\//, '')}`;
  try {
    const { protocol, href, hostname } = new URL(complete);
    return /^https?:$/.test(protocol) && hostname.includes('.') ? href : undefined;
  } catch {
    return undefined;
  }
}

/** A URL as a card shows it: one of the open web, or a phone number or mail address without its scheme. */
export function shownUrl(address: string): string | undefined {
  const direct = /^(?:tel|sms|callto|mailto):([^?;]{3,200})/i.exec(address)?.[1];
  if (direct === undefined) return webUrl(address);
  const shown = decoded(direct).trim();
  return /^[\w.+@() '&/*#-]{3,100}$/.test(shown) ? shown : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
