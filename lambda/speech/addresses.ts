/** A letter in an address. Not of scripts written without spaces: there the sentence goes on right behind it. */
const LETTER =
  '(?!\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Thai}|\\p{Script=Lao}|\\p{Script=Khmer}|' +
  '\\p{Script=Myanmar})[\\p{L}\\p{M}\\p{N}]';
/** Punctuation at the end belongs to the sentence. */
const REST = `(?:(?:[.~:/?#@!$&*+,;=%_()|-]|${LETTER})*(?:[~/#&=%_+$@-]|${LETTER}))?`;
const SCHEME = '[a-z][a-z0-9+.-]{1,20}://';
const WWW = 'www\\.(?=[\\p{L}\\p{N}])';
/** Known by its path: "example.com/menu", but not "Node.js/Express" or "km/h". */
const HOST =
  '(?:[a-z0-9-]{1,63}\\.){1,4}(?!js/)(?:[a-z]{2}|com|net|org|edu|gov|info|biz|app|dev|shop|store|online|site|page|link)/';
const DATA = 'data:[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,80}[;,]';

/** The source of a regular expression (flags `iu`) that finds an address of the web, or what looks like one, in a text. */
export const ADDRESS = `(?:${SCHEME}|(?<![a-z0-9@._-])(?:${WWW}|${HOST}|${DATA}))${REST}`;

const EVERY_ADDRESS = new RegExp(ADDRESS, 'giu');

/** The addresses in a text that a browser can open, as written. */
export function addressesIn(text: string): string[] {
  return (text.match(EVERY_ADDRESS) ?? []).filter((address) => webUrl(address) !== undefined);
}

/** The address made fit for a card: absolute, without a control character, http or https only. */
export function webUrl(address: string): string | undefined {
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address.replace(/^\/\//, '')}`;
  try {
    const { protocol, href, hostname } = new URL(absolute);
    return /^https?:$/.test(protocol) && hostname.includes('.') ? href : undefined;
  } catch {
    return undefined;
  }
}
