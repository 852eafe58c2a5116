/** Between two cells of a row that is set with spaces. */
const GAP = /\t+| {2,}/;
/** Lines that hold such gaps: a name for each column, and rows below them. */
const LEAST_COLUMNS = 3;
const LEAST_ROWS = 2;
const LONGEST_NAME = 20;
/** A thing and its price, apart by the room that was left between them. */
const PRICED =
  /(?<=[\p{L}\p{N})"”.%](?<!:|(?<![\p{L}\p{N}])[A-Z]{3})) {3,}(?=[-−–]?[$€£₹]? ?\d{1,6}(?:[.,]\d{1,3})*[ \t]*$)/gmu;

/** A text in which a table that is set with spaces is one of markdown, and a price stands behind a comma. */
export function withRuledTables(text: string): string {
  if (!/\S {2,}\S|\S\t+\S/.test(text)) return text;
  const lines = text.split('\n');
  const said: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const rows = rowsAt(lines, at);
    const end = at + Math.max(1, rows.length);
    if (isTable(rows)) said.push(...ruled(rows));
    // None of them is looked at twice.
    else said.push(...lines.slice(at, end));
    at = end;
  }
  return said.join('\n').replace(PRICED, ', ');
}

/** Lines of as many cells as the one of names with which they begin; none where it is no such line. */
function rowsAt(lines: readonly string[], at: number): readonly (readonly string[])[] {
  const names = cellsOf(lines[at] ?? '');
  if (names.length < LEAST_COLUMNS || !names.every(isName)) return [];
  const rows = [names];
  for (let next = at + 1; next < lines.length; next += 1) {
    const cells = cellsOf(lines[next] ?? '');
    if (cells.length !== names.length) break;
    rows.push(cells);
  }
  return rows;
}

/** A column of figures, which no text that is set wide has. */
function isTable([names = [], ...values]: readonly (readonly string[])[]): boolean {
  const isOfFigures = (column: number) => values.every((cells) => /\d/.test(cells[column] ?? ''));
  return values.length >= LEAST_ROWS && names.some((_name, column) => isOfFigures(column));
}

function isName(cell: string): boolean {
  return cell.length <= LONGEST_NAME && /^\p{L}[^\d|.!?]*\.?$/u.test(cell);
}

function cellsOf(line: string): readonly string[] {
  return line.includes('|') ? [] : line.trim().split(GAP);
}

function ruled(rows: readonly (readonly string[])[]): readonly string[] {
  const [names = [], ...values] = rows.map((cells) => `| ${cells.join(' | ')} |`);
  return [names as string, `|${'---|'.repeat(rows[0]?.length ?? 0)}`, ...values];
}
