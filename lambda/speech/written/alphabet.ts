import { once } from '../../conversation/answers/once';
import type { Form, Written } from '../../languages/written';
import { memoize } from '../memoize';
import { sharedPattern } from '../shared-pattern';

const CLASS = /\[(?:\\.|[^\]\\])*\]|\\p\{\w+\}/g;
const NAMED = /\\p\{\w+\}/g;

/** A table whose words become patterns in the letters of its language. */
export interface Table extends Written {
  /** Where its `alphabet` says so, `\p{L}` is not every letter: Japanese has no bound of a word but that of Latin letters. */
  pattern(source: string, flags?: string): RegExp;
}

/**
 * The table with the characters of its language in place of Unicode's classes of letters. Each of these takes the better part
 * of a millisecond to compile, in every pattern that holds it, and the first text waits for all of them.
 */
export const inAlphabet = memoize((table: Written): Table => {
  const known = (pattern: string) => inRanges(pattern, table);
  const all = (forms: readonly Form[]): readonly Form[] =>
    forms.map(([pattern = '', said = '']) => [known(pattern), said]);
  const grouped = (groups: Written['early']) =>
    groups.map(({ signs, holds, forms }) => {
      // Most groups are for signs that no line of a text holds.
      const inItsLetters = once(() => all(forms));
      return {
        signs,
        ...(holds && { holds: known(holds) }),
        get forms() {
          return inItsLetters();
        },
      };
    });
  return {
    ...table,
    pattern: (source, flags = 'u') => sharedPattern(known(source), flags),
    blank: all(table.blank),
    struck: all(table.struck),
    ranges: all(table.ranges),
    early: grouped(table.early),
    late: grouped(table.late),
  };
});

/** A pattern with the characters of a language in place of Unicode's classes. */
export function inRanges(pattern: string, { alphabet }: Pick<Written, 'alphabet'>): string {
  const ranges = (part: string) => part.replace(NAMED, (name) => alphabet[name] ?? name);
  return pattern.replace(CLASS, (found) => (alphabet[found] === undefined ? ranges(found) : `[${alphabet[found]}]`));
}
