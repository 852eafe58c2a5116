import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { heardOf } from '../business/heard';
import { businessPath } from '../lambda/business/read';
import { SKILLS_FOLDER } from '../lambda/config/environment';
import { projectRoot } from '../simulator/root';

/** Where what runs looks for it: beside its bundle. */
const PLACES = ['dist', 'dist/lambda'] as const;

/**
 * Checks the owner's business files and writes what is heard of them beside the bundles; where a skill has no file, nothing stands there.
 * Returns whether all are in order; else each fault is told in a line.
 *
 * @param root where the files are, and `dist/`
 */
export function main(root: string = projectRoot()): boolean {
  const heard = heardOf(root, process.env, console.error);
  if (!heard) return false;
  for (const place of PLACES) {
    // Of a skill that is there no more nothing is left.
    rmSync(join(root, place, businessPath()), { force: true });
    rmSync(join(root, place, SKILLS_FOLDER), { recursive: true, force: true });
    for (const [skill, content] of heard.contents) {
      if (!content) continue;
      const path = join(root, place, businessPath(skill));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(content));
    }
  }
  return true;
}
