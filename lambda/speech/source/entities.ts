/** The entity of an entity, any number of times: `&amp;lt;`, `&amp;amp;#39;`. */
const TWICE_ESCAPED = /&(?:amp;)+(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});)/gi;
/** A line break that was escaped like words. */
const ESCAPED_BREAK = /&lt;br ?\/?&gt;/gi;
/** A tag, or data, in the escapes of an address. */
const ESCAPED_TAG = /%3C\/?[a-z]|%7B%22/i;
const ESCAPES = /(?:%[\da-f]{2})+/gi;

/** A text whose markup was escaped once more than its reader undoes. */
export function withoutDoubleEscapes(text: string): string {
  const escaped = text.includes('&amp;') ? text.replace(TWICE_ESCAPED, '&') : text;
  const once = escaped.includes('&') ? escaped.replace(ESCAPED_BREAK, '<br>') : escaped;
  return ESCAPED_TAG.test(once) ? once.replace(ESCAPES, decoded) : once;
}

function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}
