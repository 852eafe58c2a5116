/** What XML 1.0 allows in a document. With the `u` flag a lone surrogate is a character of its own, and none of these. */
const LEGAL = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const TOKEN =
  /<(\/?)([a-z][a-z:-]*)((?: [a-z:-]+=(?:"[^"<&]*"|'[^'<&]*'))*)(\/?)>|&(?:amp|lt|gt|quot|apos);|[^<&]+|[<&]/g;

/** Why a document is not well-formed; `undefined` when it is. Written for tests: no library's word is taken. */
export function xmlFault(xml: string): string | undefined {
  if (!LEGAL.test(xml)) return 'a character that XML forbids';
  const open: string[] = [];
  let roots = 0;
  for (const [token, slash, name, , selfClosing] of xml.matchAll(TOKEN)) {
    if (token === '<' || token === '&') return `a bare ${token}`;
    if (name === undefined) {
      if (open.length === 0) return 'text outside the root';
    } else if (slash) {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else if (!selfClosing) {
      if (open.length === 0) roots += 1;
      open.push(name);
    }
  }
  return open.length > 0 || roots !== 1 ? 'not exactly one root, closed' : undefined;
}

/** What is heard of SSML: its text, with a gap at every tag. */
export function heard(ssml: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return ssml
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
