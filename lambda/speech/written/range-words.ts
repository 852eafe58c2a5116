/** Stands before words that are to go behind what follows, and behind them a sign that tells how long that is. */
const HELD = '\ue000';
const LENGTHS = 0xe100;
const HELD_WORDS = /\ue000([^\ue000\ue100-\ue1ff]*)([\ue100-\ue1ff])/u;

/** How the two ends of a range are put in words. */
export interface RangeWords {
  /** What is said instead of the dash behind its first end; the last one, which follows, may have words behind it. */
  joined(from: string, to: string): string;
  /** A range of which both ends are known. */
  whole(from: string, to: string): string;
  /** Puts words where they belong, when all ranges of a line are joined. */
  settled(line: string): string;
}

/** Of "to", or of a template: "{{from}}から{{to}}まで". */
export function rangeWords(range: string): RangeWords {
  const template = range.includes('{{from}}') ? range : `{{from}} ${range} {{to}}`;
  const [before = '', rest = ''] = template.split('{{from}}');
  const [between = '', after = ''] = rest.split('{{to}}');
  return {
    joined: (from, to) => {
      const held = after && `${HELD}${after}${String.fromCharCode(LENGTHS + Math.min(to.length, 0xff))}`;
      return before + from + between + held;
    },
    whole: (from, to) => before + from + between + to + after,
    settled,
  };
}

/** From the last one to the first, so that none has words of another within its length. */
function settled(line: string): string {
  let said = line;
  // Before each of them stands the first end of its range.
  for (let at = said.lastIndexOf(HELD); at > 0; at = said.lastIndexOf(HELD, at - 1)) {
    const held = HELD_WORDS.exec(said.slice(at));
    if (held === null) continue;
    const [all, words = '', length = ''] = held;
    const start = at + all.length;
    const end = start + length.charCodeAt(0) - LENGTHS;
    said = said.slice(0, at) + said.slice(start, end) + words + said.slice(end);
  }
  return said;
}
