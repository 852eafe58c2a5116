import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../simulator/root';

/** A table in markdown: the first column to the left, the others to the right. */
export function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = `|${head.map((_, column) => (column === 0 ? '---|' : '--:|')).join('')}`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/**
 * Puts what was measured into a page of the docs, between the markers of its name.
 *
 * @param page in `docs/`
 * @throws when the page has no such markers
 */
export function writeSection(page: string, name: string, text: string): void {
  const path = join(projectRoot(), 'docs', page);
  const [from, to] = [`<!-- bench ${name} -->`, `<!-- /bench ${name} -->`];
  const before = readFileSync(path, 'utf8');
  const [begin, end] = [before.indexOf(from), before.indexOf(to)];
  if (begin < 0 || end < begin) throw new Error(`docs/${page} has no place for ${name}: ${from} … ${to}`);
  writeFileSync(path, `${before.slice(0, begin + from.length)}\n${text}\n${before.slice(end)}`);
}
