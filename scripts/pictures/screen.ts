/** How a sign looks: what of SGR the commands use. */
export interface Look {
  /** 0 to 15, as terminals number their colours. */
  readonly colour?: number;
  readonly isBold?: boolean;
  readonly isDim?: boolean;
  readonly isInverse?: boolean;
}

interface Cell {
  readonly sign: string;
  readonly look: Look;
}

/** Signs beside each other that look alike. */
export interface Span {
  readonly text: string;
  readonly look: Look;
}

/** A movement, a colour, or one sign. What is neither shown nor moves anything (titles, modes) is read over. */
const PARTS = new RegExp(
  String.raw`ESC\[([?\d;]*)([A-Za-z])|ESC\][^BELLESC]*(?:BELL|ESC\\)|ESC[()][0-9A-Z]|ESC.|[^ESC]`
    .replaceAll('ESC', String.raw`\u001b`)
    .replaceAll('BELL', String.raw`\u0007`),
  'gu',
);
const PLAIN: Look = {};

/**
 * What a terminal shows after all that was written to it: the lines of the page, the first at the top, with no end to the page.
 * It knows what prompts and reports use of the control sequences of ECMA-48: movements, erasing and colours.
 */
export function screenOf(written: string, cols: number): readonly (readonly Span[])[] {
  const page = new Page(cols);
  for (const [sign, values = '', final] of written.matchAll(PARTS)) {
    if (final) page.obey(final, numbersIn(values));
    else if (!sign.startsWith('\u001b')) page.put(sign);
  }
  return page.lines();
}

/** The page, and the cursor on it. */
class Page {
  private readonly rows: Cell[][] = [[]];
  private row = 0;
  private column = 0;
  private look = PLAIN;

  constructor(private readonly cols: number) {}

  put(sign: string): void {
    if (sign === '\r') this.column = 0;
    else if (sign === '\n') this.down(1);
    else if (sign === '\b') this.column = Math.max(0, this.column - 1);
    else if (sign >= ' ') this.write(sign);
  }

  obey(final: string, values: readonly number[]): void {
    const [first = 0] = values;
    const count = Math.max(1, first);
    if (final === 'A') this.row = Math.max(0, this.row - count);
    else if (final === 'B') this.down(count);
    else if (final === 'C') this.column = Math.min(this.cols - 1, this.column + count);
    else if (final === 'D') this.column = Math.max(0, this.column - count);
    else if (final === 'G') this.column = count - 1;
    else if (final === 'K') this.eraseLine(first);
    else if (final === 'J') this.eraseBelow();
    else if (final === 'm') for (const code of values) this.look = lookAfter(this.look, code);
  }

  lines(): readonly (readonly Span[])[] {
    return this.rows.map(spansOf);
  }

  private down(count: number): void {
    this.row += count;
    while (this.rows.length <= this.row) this.rows.push([]);
  }

  private write(sign: string): void {
    if (this.column >= this.cols) {
      this.column = 0;
      this.down(1);
    }
    const cells = this.rows[this.row] ?? [];
    while (cells.length < this.column) cells.push({ sign: ' ', look: PLAIN });
    cells[this.column++] = { sign, look: this.look };
  }

  private eraseLine(which: number): void {
    const cells = this.rows[this.row] ?? [];
    if (which === 0) cells.length = Math.min(cells.length, this.column);
    else if (which === 2) cells.length = 0;
  }

  private eraseBelow(): void {
    this.eraseLine(0);
    this.rows.length = this.row + 1;
  }
}

function lookAfter(look: Look, code: number): Look {
  if (code === 0) return PLAIN;
  if (code === 1) return { ...look, isBold: true };
  if (code === 2) return { ...look, isDim: true };
  if (code === 22) return { ...look, isBold: false, isDim: false };
  if (code === 7 || code === 27) return { ...look, isInverse: code === 7 };
  if (code >= 30 && code <= 37) return { ...look, colour: code - 30 };
  if (code >= 90 && code <= 97) return { ...look, colour: code - 90 + 8 };
  return code === 39 ? { ...look, colour: undefined } : look;
}

function spansOf(cells: readonly Cell[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { sign, look } of cells) {
    const last = spans.at(-1);
    if (last && JSON.stringify(last.look) === JSON.stringify(look))
      spans[spans.length - 1] = { text: last.text + sign, look };
    else spans.push({ text: sign, look });
  }
  return spans;
}

function numbersIn(values: string): readonly number[] {
  return values.split(';').map((value) => Number.parseInt(value, 10) || 0);
}
