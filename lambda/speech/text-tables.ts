import { behindName, LEAST_COLUMNS, MOST_ROWS, saysItself } from './columns';

/** The table around the words of a text, and the name of the column they stand in. */
export function createTextTables() {
  let names: string[] = [];
  let rows = 0;
  let column = -1;
  /** The words of a cell that names its column are read. */
  let isNaming = false;
  let isUnnamed = false;
  let isHeader = true;
  return {
    /** Whether what opens is the first row behind one of names, which each value then stands behind. */
    isBehindNames: (tag: string): boolean => tag === 'tr' && rows === 1 && isHeader && names.length >= LEAST_COLUMNS,
    open(tag: string): void {
      if (tag === 'table') [names, rows, isHeader] = [[], 0, true];
      else if (tag === 'tr') [rows, column, isUnnamed] = [rows + 1, -1, false];
      else if (tag === 'th' || tag === 'td') {
        column += 1;
        isNaming = tag === 'th' && rows === 1;
        isUnnamed = tag === 'td' && rows <= MOST_ROWS + 1 && names.length >= LEAST_COLUMNS;
      }
    },
    close(tag: string): void {
      if (tag === 'th' || tag === 'td') [isNaming, isUnnamed] = [false, false];
    },
    /** Words of a cell, the first of them behind the name of its column. */
    named(words: string, shown: string): string {
      if (isNaming) names[column] = `${names[column] ?? ''}${words}`.trim();
      else if (rows === 1) isHeader = false;
      if (!isUnnamed) return shown;
      isUnnamed = false;
      if (column === 0 && saysItself(words)) return shown;
      return behindName(shown, names[column]);
    },
  };
}
