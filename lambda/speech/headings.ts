import type { Phrases } from './phrases';
import { spokenName } from './spoken-text';

const LONGEST_HEADING = 60;
const MOST_HEADINGS = 50;
/** `# Delivery`, which may end with such signs, too, and a line that is all bold: `**Delivery**`. */
const LINE = /^(?:#{1,6}\s+(?<marked>\S.*?)(?:\s#+)?|(?:\*\*|__)(?<bold>[^*_]{1,80})(?:\*\*|__)\s*:?)$/;
const ELEMENT = /<h[1-6](?:\s[^<>]{0,200})?>([^<>]{1,200})<\/h[1-6]>/gi;

/** The headings in a text as a vendor wrote it, as they are said, in their order. */
export function headingsIn(text: string, words: Phrases): readonly string[] {
  if (!/[#*_]|<h[1-6]/i.test(text)) return [];
  const lines = text.split('\n').map((line) => line.trim());
  const marked = lines.flatMap((line) => {
    const { marked, bold } = LINE.exec(line.slice(0, 200))?.groups ?? {};
    return marked ?? bold ?? [...line.matchAll(ELEMENT)].map(([, heading = '']) => heading);
  });
  const said = marked.slice(0, MOST_HEADINGS).map((heading) => spokenName(heading, LONGEST_HEADING, words));
  return said.filter((heading) => heading !== '');
}
