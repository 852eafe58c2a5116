import { createLine } from './text-line';

/** Lines and paragraphs while words are added to them. */
export function createParagraphs() {
  const paragraphs: string[][] = [];
  let lines: string[] = [];
  let line = createLine();
  let atSoftBreak = false;
  let atCell = false;

  function endLine(): void {
    const text = line.text();
    if (text !== '') lines.push(text);
    line = createLine();
    atSoftBreak = false;
    atCell = false;
  }

  function endParagraph(): void {
    endLine();
    if (lines.length > 0) paragraphs.push(lines);
    lines = [];
  }

  return {
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
      if (atSoftBreak && line.isWrapped && /^\s*\p{Ll}/u.test(words)) line.add(' ');
      else if (atSoftBreak) endLine();
      atSoftBreak = false;
      if (line.isBlank) line = createLine(marker);
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
