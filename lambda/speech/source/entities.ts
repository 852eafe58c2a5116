import { isElement } from '../html-elements';

/** The entity of an entity, any number of times: `&amp;lt;`, `&amp;amp;#39;`. */
const TWICE_ESCAPED = /&(?:amp;)+(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});)/gi;
/** A line break that was escaped like words. */
const ESCAPED_BREAK = /&lt;br ?\/?&gt;/gi;
/** A tag, or data, in the escapes of an address. */
const ESCAPED_TAG = /%3C\/?[a-z]|%7B%22/i;
const ESCAPES = /(?:%[\da-f]{2})+/gi;

/** A tag whose signs were escaped. */
const TAG = /&lt;(\/?)([a-z][a-z\d]{0,15})((?:\s(?:(?!&[lg]t;)[^<>\n]){0,300})?)&gt;/gi;
/** A text with two of them and none of its own is shown as one without its markup. */
const LEAST_TAGS = 2;

/** A text whose tags were escaped, all of them. */
function withTags(text: string): string {
  if (!text.includes('&lt;') || text.includes('<') || text.includes('`')) return text;
  const isTag = ([, , name = '']: RegExpMatchArray) => isElement(name.toLowerCase());
  if ([...text.matchAll(TAG)].filter(isTag).length < LEAST_TAGS) return text;
  return text.replace(TAG, (whole, slash: string, name: string, rest: string) =>
    isElement(name.toLowerCase()) ? `<${slash}${name}${rest.replaceAll('&quot;', '"')}>` : whole,
  );
}

/** A text whose markup was escaped once more than its reader undoes. */
export function withoutDoubleEscapes(text: string): string {
  const once = text.includes('&amp;') ? text.replace(TWICE_ESCAPED, '&') : text;
  // Where all of its tags were escaped, line breaks are among them.
  const tagged = withTags(ESCAPED_TAG.test(once) ? once.replace(ESCAPES, decoded) : once);
  return tagged.includes('&') ? tagged.replace(ESCAPED_BREAK, '<br>') : tagged;
}

function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}
