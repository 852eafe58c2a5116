import { AloudError } from '../errors';

/** So many are told; a template with a name of its own for each user must not fill the log. */
const MOST_NAMES = 100;

/** Tells the operator of each placeholder that a bot has sent instead of a value: once, however often it comes. */
export function createUnfilledReport(
  report: (error: unknown, where: string) => void,
): (names: readonly string[]) => void {
  const told = new Set<string>();
  return (names) => {
    const fresh = names.filter((name) => !told.has(name));
    if (fresh.length === 0 || told.size >= MOST_NAMES) return;
    for (const name of fresh) told.add(name);
    report(
      new AloudError('ALOUD_TEMPLATE_UNFILLED', `a bot sent a template without its values: ${fresh.join(', ')}`),
      'speech',
    );
  };
}
