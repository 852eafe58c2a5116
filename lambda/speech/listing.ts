import type { Resource } from '../languages/resource';

/** Joins two names or more as a language does. */
export function listing(
  { 'as-in': locale, joins }: Resource['list'],
  join: 'and' | 'or',
): (names: readonly string[]) => string {
  const known = joins?.[locale]?.[join];
  if (!known) {
    const format = new Intl.ListFormat(locale, { type: join === 'and' ? 'conjunction' : 'disjunction' });
    return (names) => format.format(names);
  }
  const [pair = '', between = '', last = ''] = known;
  return (names) => {
    const first = names.slice(0, -1);
    return `${first.join(between)}${first.length === 1 ? pair : last}${names.at(-1)}`;
  };
}
