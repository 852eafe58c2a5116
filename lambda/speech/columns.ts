/** The line under the names of a table's columns. */
const RULE = /^[\s|:+-]*-[\s|:+-]*$/;
/** With fewer columns it is clear what a value is of. */
export const LEAST_COLUMNS = 3;
/** Of the rows behind these its listener knows the columns by then: a week has seven, a year twelve. */
export const MOST_ROWS = 12;
/** Of one paragraph. */
const MOST_TABLES = 20;
const LONGEST_NAME = 40;
const NOTHING = /^[\s–—-]*$/;

/** The lines of a paragraph, where each value of a table of several columns stands behind the name of its column. */
export function withNamedColumns(lines: readonly string[], most = MOST_TABLES): readonly string[] {
  if (most === 0) return lines;
  const at = lines.findIndex((line, index) => index > 0 && line.includes('|') && RULE.test(line));
  if (at < 1) return lines;
  const names = cellsOf(lines[at - 1] ?? '');
  const end = lines.findIndex((line, index) => index > at && !line.includes('|'));
  const rows = lines
    .slice(at + 1, end < 0 ? undefined : end)
    .filter((line) => !RULE.test(line))
    .map(cellsOf);
  const isTable = rows.length > 0 && rows.every(({ length }) => length <= names.length);
  const isClear = areClear(rows);
  // Of two columns it is where the first says what its row is of: "Basic | £5", but not "S | £5".
  if (!isTable || names.length < (isClear ? LEAST_COLUMNS : LEAST_COLUMNS - 1)) return lines;
  const isOfAll = isClear && wordsAmidTimes(rows);
  const said = rows.map((cells, row) => {
    if (row >= MOST_ROWS) return cells.join('|');
    if (isOfAll && isOneWord(cells)) return cells.slice(0, 2).join('|');
    return cells.map((cell, column) => saidCell(cell, column === 0 && isClear ? '' : names[column])).join('|');
  });
  return [...lines.slice(0, at - 1), ...said, ...(end < 0 ? [] : withNamedColumns(lines.slice(end), most - 1))];
}

/** A time alone, as it stands where one column opens and the next one closes. */
const TIME = /^\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?$/i;

/** A word that stands in all columns of its row, or in the first of them: "Sunday | closed | closed". */
function isOneWord([, word = '', ...others]: readonly string[]): boolean {
  return others.length > 0 && saysItself(word) && others.every((cell) => cell === word || saysNothing(cell));
}

/** Whether all other rows of a table hold only times: such a word is of none of the columns, "Opens: closed". */
function wordsAmidTimes(rows: readonly (readonly string[])[]): boolean {
  const others = rows.filter((cells) => !isOneWord(cells));
  return others.length > 0 && others.every(([, ...cells]) => cells.every((cell) => TIME.test(cell)));
}

function saidCell(cell: string, name: string | undefined): string {
  return saysNothing(cell) ? '' : behindName(cell, name);
}

/** Whether what each row begins with tells what it is. One that begins with nothing goes on with the row above. */
export function areClear(rows: readonly (readonly string[])[]): boolean {
  return rows.every(([cell = '']) => saysNothing(cell) || saysItself(cell));
}

/** Whether it is a word: "Express", but not "S" or "12". */
export function saysItself(cell: string): boolean {
  return /\p{L}{3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(cell);
}

/** Nothing stands in a cell but a dash. */
export function saysNothing(cell: string): boolean {
  return NOTHING.test(cell);
}

/** A value behind the name of its column. */
export function behindName(value: string, name = ''): string {
  return name === '' || name.length > LONGEST_NAME ? value : `${name}: ${value}`;
}

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}
