import { areClear, behindName, LEAST_COLUMNS } from './columns';
import type { Phrases } from './phrases';
import { spokenName } from './spoken-text';

const LONGEST_CELL = 40;
const MOST_COLUMNS = 6;
/** Fewer are heard without being told of. */
const LEAST_ROWS = 4;
const LEAST_ITEMS = 6;
const RULE = /^[\s|:=+-]+$/;
const ITEM = /^(?:[-*+•]|\d{1,3}[.)])\s+\S/;
const HTML_ROW = /<tr[\s>]/gi;
const HTML_NAME = /<th[\s>]/i;
const HTML_VALUE = /<td[\s>]/i;
const HTML_ITEM = /<li[\s>]/gi;

/** A sentence on the shape of a long text, and the line that it stands before: of a table or a list. */
export interface Shape {
  readonly said: string;
  /** How what it introduces begins, as it is said; absent: it is all of the text. */
  readonly before?: string;
}

/** What a text that is longer than a page is, where it is a table or a list. */
export function shapeOf(text: string, words: Phrases): Shape | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  return tableIn(lines, words) ?? htmlIn(text, words) ?? listIn(lines, words);
}

function tableIn(lines: readonly string[], words: Phrases): Shape | undefined {
  const rows = lines.filter((line) => line.includes('|') && !RULE.test(line)).map(cellsOf);
  const hasHeader = lines.some((line) => line.includes('|') && line.includes('-') && RULE.test(line));
  const [first = [], ...others] = rows;
  const body = hasHeader ? others : rows;
  if (body.length < LEAST_ROWS) return undefined;
  const cell = (text = '') => spokenName(text, LONGEST_CELL, words);
  const values = { first: cell(body[0]?.[0]), last: cell(body.at(-1)?.[0]) };
  const columns = first
    .slice(1, MOST_COLUMNS)
    .map(cell)
    .filter((name) => name !== '');
  const named = hasHeader && columns.length > 0 && values.first !== '' && values.last !== '';
  return {
    said: named
      ? words.counted('shape.table_named', body.length, {
          values: { ...values, columns: words.listed(columns, 'and') },
        })
      : words.counted('shape.table', body.length),
    // A table whose values are named begins with its first row.
    before: hasHeader && first.length >= LEAST_COLUMNS ? firstValue(body, first, cell) : cell(first[0]),
  };
}

/** What the first row begins with: behind the name of its column, where some rows need that. */
function firstValue(
  body: readonly (readonly string[])[],
  [name]: readonly string[],
  cell: (text?: string) => string,
): string {
  const value = cell(body[0]?.[0]);
  return areClear(body) ? value : behindName(value, name);
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function htmlIn(text: string, words: Phrases): Shape | undefined {
  const rows = htmlRows(text);
  if (rows >= LEAST_ROWS) return { said: words.counted('shape.table', rows) };
  const items = (text.match(HTML_ITEM) ?? []).length;
  return items >= LEAST_ITEMS ? { said: words.counted('shape.list', items) } : undefined;
}

/** How many rows it has beside one of names. */
function htmlRows(text: string): number {
  const [, ...rows] = text.split(HTML_ROW);
  const [first = ''] = rows;
  return HTML_NAME.test(first) && !HTML_VALUE.test(first) ? rows.length - 1 : rows.length;
}

function listIn(lines: readonly string[], words: Phrases): Shape | undefined {
  const items = lines.filter((line) => ITEM.test(line));
  if (items.length < LEAST_ITEMS) return undefined;
  return {
    said: words.counted('shape.list', items.length),
    before: spokenName(items[0] ?? '', LONGEST_CELL, words),
  };
}
