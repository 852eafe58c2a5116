import type { Screen, Style } from '../screen';
import type { Finding, Outcome } from './finding';

const STYLES: Readonly<Record<Outcome, Style>> = { good: 'green', warning: 'yellow', bad: 'red', 'not checked': 'dim' };
const WIDTH = Math.max(...Object.keys(STYLES).map(({ length }) => length));

/** How many of each outcome there are. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<Outcome, number>> {
  const count = (outcome: Outcome) => findings.filter((finding) => finding.outcome === outcome).length;
  return { good: count('good'), warning: count('warning'), bad: count('bad'), 'not checked': count('not checked') };
}

/** The findings for people: a line each, with what to do below it. What has to be mended comes last, where it is seen. */
export function textOf(findings: readonly Finding[], style: Screen['style']): string {
  const order: readonly Outcome[] = ['good', 'not checked', 'warning', 'bad'];
  const sorted = order.flatMap((outcome) => findings.filter((finding) => finding.outcome === outcome));
  const lines = sorted.flatMap(({ id, outcome, what, remedy }) => [
    `${style(STYLES[outcome], outcome.padEnd(WIDTH))}  ${what}${style('dim', `  [${id}]`)}`,
    ...(remedy === undefined ? [] : [`${' '.repeat(WIDTH)}  -> ${remedy}`]),
  ]);
  return [...lines, '', summary(findings)].join('\n');
}

function summary(findings: readonly Finding[]): string {
  const { good, warning, bad, 'not checked': unchecked } = countsOf(findings);
  const begin = bad > 0 ? `${bad} to mend` : 'Nothing has to be mended';
  return `${begin}; ${warning} to look at, ${good} good, ${unchecked} not checked.`;
}

/** The findings for programs: one JSON document. */
export function jsonOf(findings: readonly Finding[]): string {
  return JSON.stringify({ counts: countsOf(findings), findings }, null, 2);
}
