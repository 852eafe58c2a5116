import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { heardOf } from '../business/heard';
import { BUSINESS_JSON } from '../lambda/business/read';
import { projectRoot } from '../simulator/root';

/** Where what runs looks for it: beside its bundle. */
const PLACES = ['dist', 'dist/lambda'] as const;

/**
 * Checks the owner's business file and writes what is heard of it beside the bundles; without a file nothing stands there.
 * Returns whether it is in order; else each fault is told in a line.
 *
 * @param root where the file is, and `dist/`
 */
export function main(root: string = projectRoot()): boolean {
  const heard = heardOf(root, process.env, console.error);
  if (!heard) return false;
  for (const place of PLACES) {
    const path = join(root, place, BUSINESS_JSON);
    if (!heard.content) rmSync(path, { force: true });
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(heard.content));
    }
  }
  return true;
}
