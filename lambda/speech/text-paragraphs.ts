import { ENTRY } from './signals';
import { createLine } from './text-line';

/** What begins the entries of a list that no markup tells: a dash, a point, a check, or an emoji that all of them have. */
const BULLET = /^([-–—•·・▪●◦‣▸►»→➜➤]|[✓✔✅☑✗✘❌✖❎])\ufe0f? ?(?=[^\s\d])|^(\p{Extended_Pictographic})\ufe0f? ?(?=\S)/u;
const POINTS = '-–—•·・▪●◦‣▸►»→➜➤';

/** What kind of list a line is an entry of, by its sign. */
function bulletOf(line: string | undefined): string | undefined {
  const [, sign, drawn] = BULLET.exec(line ?? '') ?? [];
  if (sign === undefined) return drawn;
  return POINTS.includes(sign) ? sign : 'check';
}

/** The lines of a paragraph that begin with a sign, as the line before or behind them does. */
function drawnEntries(lines: readonly string[]): readonly string[] {
  const signs = lines.map(bulletOf);
  return lines.filter(
    (_, at) => signs[at] !== undefined && (signs[at] === signs[at - 1] || signs[at] === signs[at + 1]),
  );
}

/** Lines and paragraphs while words are added to them. */
export function createParagraphs() {
  const paragraphs: string[][] = [];
  const entries = new Set<string>();
  let lines: string[] = [];
  let line = createLine();
  let atSoftBreak = false;
  let atCell = false;

  function endLine(): void {
    const text = line.text();
    const said = text.startsWith(ENTRY) ? text.slice(1) : text;
    if (said !== text) entries.add(said);
    if (said !== '') lines.push(said);
    line = createLine();
    atSoftBreak = false;
    atCell = false;
  }

  function endParagraph(): void {
    endLine();
    if (lines.length > 0) paragraphs.push(lines);
    for (const entry of drawnEntries(lines)) entries.add(entry);
    lines = [];
  }

  return {
    entries,
    endLine,
    endParagraph,
    /** What is said on a line of its own, wherever the line that is read ends. */
    addLine(text: string): void {
      lines.push(text);
    },
    /** Takes the last line away. */
    takeBack(): void {
      lines.pop();
    },
    /** Within a line, without beginning one. */
    add(words: string): void {
      line.add(words);
    },
    /**
     * Words, which begin a line where none is open, or where the source broke it.
     *
     * @param shown the words as they are to be said
     * @param marker stands before them where they are the first of a line
     */
    addWords(words: string, shown: string, marker: string): void {
      if (atSoftBreak && line.isWrapped() && /^\s*\p{Ll}/u.test(words)) line.add(' ');
      else if (atSoftBreak) endLine();
      atSoftBreak = false;
      if (line.isBlank()) line = createLine(marker);
      else if (atCell) line.separate();
      atCell = false;
      line.add(shown);
    },
    softBreak(): void {
      atSoftBreak = true;
    },
    cell(): void {
      atCell = true;
    },
    finish(): readonly (readonly string[])[] {
      endParagraph();
      return paragraphs;
    },
  };
}
