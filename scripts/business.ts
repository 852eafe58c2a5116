import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentOf } from '../business/content';
import { loadBusiness } from '../business/load';
import { BUSINESS_JSON } from '../lambda/business/read';
import { projectRoot } from '../simulator/root';

/** Where what runs looks for it: beside its bundle. */
const PLACES = ['dist', 'dist/lambda'] as const;

/**
 * Checks the owner's business file and writes what is heard of it beside the bundles; without a file nothing stands there.
 * Returns whether it is in order; else each fault is told in a line.
 */
export function main(): boolean {
  const root = projectRoot();
  const loaded = loadBusiness(root, process.env);
  if ('problems' in loaded) {
    for (const line of loaded.problems) console.error(line);
    return false;
  }
  for (const line of loaded.warnings) if (!loaded.isTemplate) console.error(`${line} (a warning)`);
  const content = contentOf(loaded);
  for (const place of PLACES) {
    const path = join(root, place, BUSINESS_JSON);
    if (!content) rmSync(path, { force: true });
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(content));
    }
  }
  return true;
}
