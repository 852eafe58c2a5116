import { behindName, LEAST_COLUMNS, MOST_ROWS } from './columns';

/** The table around the words of a text, and the name of the column they stand in. */
export function createTextTables() {
  let names: string[] = [];
  let rows = 0;
  let column = -1;
  /** The words of a cell that names its column are read. */
  let isNaming = false;
  let isUnnamed = false;
  return {
    open(tag: string): void {
      if (tag === 'table') [names, rows] = [[], 0];
      else if (tag === 'tr') [rows, column, isUnnamed] = [rows + 1, -1, false];
      else if (tag === 'th' || tag === 'td') {
        column += 1;
        isNaming = tag === 'th' && rows === 1;
        isUnnamed = tag === 'td' && column > 0 && rows <= MOST_ROWS + 1 && names.length >= LEAST_COLUMNS;
      }
    },
    close(tag: string): void {
      if (tag === 'th' || tag === 'td') [isNaming, isUnnamed] = [false, false];
    },
    /** Words of a cell, the first of them behind the name of its column. */
    named(words: string, shown: string): string {
      if (isNaming) names[column] = `${names[column] ?? ''}${words}`.trim();
      if (!isUnnamed) return shown;
      isUnnamed = false;
      return behindName(shown, names[column]);
    },
  };
}
