/** Templates that were not grown yet. */
export interface Seeds {
  /** The template of a line. */
  readonly template: (line: number) => string;
  /** The lines whose templates may begin with a word, or with a place, each the first time that one of its words is asked for. */
  readonly beginningWith: (word: string) => readonly number[];
}

const BRACKETS = /[()[\]|\n]/g;
/** What may stand for no word, within brackets that are no option. */
const OPTIONAL = /\[|[(|]\s*[|)]/;

/** @param text templates whose words stand apart by spaces, each on a line @param done lines that are not asked for */
export function createSeeds(text: string, done: ReadonlySet<number>): Seeds {
  const lines = text.split('\n');
  const starts = startsOf(lines);
  // Together, as it takes longer to look at each.
  const words = ` ${text.replace(BRACKETS, ' ')} `;
  const waiting = new Set<string>(words.match(/\S+/g));
  const taken = new Set(done);
  return {
    template: (line) => lines[line] ?? '',
    beginningWith(word) {
      if (!waiting.delete(word)) return [];
      const found: number[] = [];
      for (let at = words.indexOf(` ${word} `); at >= 0; at = words.indexOf(` ${word} `, at + 1)) {
        const line = lineAt(starts, at);
        if (taken.has(line) || !mayBegin(text, starts[line] ?? 0, at)) continue;
        taken.add(line);
        found.push(line);
      }
      return found;
    },
  };
}

/** Where each line begins in a text of them. */
export function startsOf(lines: readonly string[]): readonly number[] {
  let next = 0;
  return lines.map(({ length }) => {
    const start = next;
    next += length + 1;
    return start;
  });
}

/** The line that a place of the text stands in. */
export function lineAt(starts: readonly number[], at: number): number {
  let from = 0;
  for (let to = starts.length - 1; from < to; ) {
    const middle = Math.ceil((from + to) / 2);
    if ((starts[middle] ?? 0) <= at) from = middle;
    else to = middle - 1;
  }
  return from;
}

/** Whether nothing has to be said of a template before a word of it. Of some it is said that do need a word. */
function mayBegin(text: string, start: number, word: number): boolean {
  for (let at = word - 1; at >= start; at--) {
    const sign = text.charAt(at);
    if (sign === ' ' || sign === '(' || sign === '[') continue;
    if (sign !== '|' && sign !== ']' && sign !== ')') return false;
    // An option may be left out, and one alternative stands for all: on with what stands before them.
    const opening = openingOf(text, start, at);
    if (sign === ')' && !OPTIONAL.test(text.slice(opening, at + 1))) return false;
    at = opening;
  }
  return true;
}

/** Where the brackets open that something stands in, or that it closes; before the template where that has none. */
function openingOf(text: string, start: number, inside: number): number {
  let depth = 0;
  for (let at = inside - 1; at >= start; at--) {
    const sign = text.charAt(at);
    if (sign === ')' || sign === ']') depth++;
    if (sign !== '(' && sign !== '[') continue;
    if (depth === 0) return at;
    depth--;
  }
  return start - 1;
}
