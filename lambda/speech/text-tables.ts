import { behindName, LEAST_COLUMNS, MOST_ROWS, saysItself, saysNothing } from './columns';

/** A value that no column is called by. */
const VALUE = /^\s*[$€£₹]?\d/;

/** The table around the words of a text, and the name of the column they stand in. */
export function createTextTables() {
  let names: string[] = [];
  /** What stands in the first row where it names no columns by its tags. */
  let first: string[] = [];
  let rows = 0;
  let column = -1;
  /** How many of them the cell stands in. */
  let spanned = 1;
  /** The words of a cell that names its column are read. */
  let isNaming = false;
  let isUnnamed = false;
  let isHeader = true;
  /** Its values stand behind the names of their columns. */
  let isNamed = false;

  /** Of two columns where the first row does not say what it is of, and of several whose names only its values tell from values. */
  function isNamedBy(words: string): boolean {
    if (isNamed || rows !== 2) return false;
    if (column === 0) return isHeader && names.length === LEAST_COLUMNS - 1 && !saysItself(words);
    const isFirst = column === 1 && names.length === 0 && first.length >= LEAST_COLUMNS;
    return isFirst && VALUE.test(words) && first.every((name) => saysItself(name) && !/\d/.test(name));
  }

  return {
    /** Whether what opens is the first row behind one of names, which each value then stands behind. */
    isBehindNames: (tag: string): boolean => tag === 'tr' && rows === 1 && isHeader && names.length >= LEAST_COLUMNS,
    /** @param span how many columns a cell stands in */
    open(tag: string, span = 1): void {
      if (tag === 'table') [names, first, rows, isHeader, isNamed] = [[], [], 0, true, false];
      else if (tag === 'tr') [rows, column, spanned, isUnnamed] = [rows + 1, -1, 1, false];
      else if (tag === 'th' || tag === 'td') {
        column += spanned;
        spanned = Math.max(1, span || 1);
        isNaming = tag === 'th' && rows === 1;
        isNamed ||= tag === 'td' && names.length >= LEAST_COLUMNS;
        // A value of several columns is of none of them.
        isUnnamed = tag === 'td' && spanned === 1 && rows <= MOST_ROWS + 1 && isNamed;
      }
    },
    close(tag: string): void {
      if (tag === 'th' || tag === 'td') [isNaming, isUnnamed] = [false, false];
    },
    /** Whether words are the first to tell that the row before theirs is one of names: it is not to be said. */
    reveals(words: string): boolean {
      if (!isNamedBy(words)) return false;
      if (names.length === 0) names = first;
      isNamed = true;
      isUnnamed = true;
      return true;
    },
    /** Whether words are a dash in place of a value, which is said no more than the name of its column. */
    isEmpty: (words: string): boolean => isUnnamed && column > 0 && saysNothing(words),
    /** What stands between words of a cell that are apart: "<b>Unit</b> <i>price</i>". */
    space(blank: string): void {
      const cells = isNaming ? names : first;
      if (cells[column] !== undefined) cells[column] += blank;
    },
    /** Words of a cell, the first of them behind the name of its column. */
    named(words: string, shown: string): string {
      if (isNaming) names[column] = `${names[column] ?? ''}${words}`;
      else if (rows === 1) {
        isHeader = false;
        if (column >= 0) first[column] = `${first[column] ?? ''}${words}`;
      }
      if (!isUnnamed) return shown;
      isUnnamed = false;
      if (column === 0 && saysItself(words)) return shown;
      return behindName(shown, names[column]?.trim());
    },
  };
}
