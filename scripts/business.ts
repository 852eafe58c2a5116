import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentOf } from '../business/content';
import { type BrokenBusiness, type LoadedBusiness, loadBusiness } from '../business/load';
import { businessPath } from '../lambda/business/read';
import type { BusinessContent } from '../lambda/business/words';
import { SKILLS_FOLDER, skillFolder } from '../lambda/config/environment';
import { environmentOf } from '../lambda/config/skill-environment';
import { readSkillFolders } from '../lambda/config/skill-folders';
import { projectRoot } from '../simulator/root';

/** Where what runs looks for it: beside its bundle. */
const PLACES = ['dist', 'dist/lambda'] as const;

/** The business file of a skill; without a name that of the only one. */
interface Read {
  readonly skill?: string;
  readonly loaded: LoadedBusiness | BrokenBusiness;
}

/**
 * Checks the owner's business files and writes what is heard of them beside the bundles; where a skill has no file, nothing stands there.
 * Returns whether all are in order; else each fault is told in a line.
 */
export function main(): boolean {
  const root = projectRoot();
  const all = readAll(root);
  const problems = all.flatMap(({ loaded }) => ('problems' in loaded ? loaded.problems : []));
  for (const line of problems) console.error(line);
  if (problems.length > 0) return false;
  for (const place of PLACES) {
    // Of a skill that is there no more nothing is left.
    rmSync(join(root, place, businessPath()), { force: true });
    rmSync(join(root, place, SKILLS_FOLDER), { recursive: true, force: true });
  }
  for (const { skill, loaded } of all) if (!('problems' in loaded)) write(root, skill, loaded);
  return true;
}

function readAll(root: string): readonly Read[] {
  const skills = readSkillFolders(root);
  if (skills.length === 0) return [{ loaded: loadBusiness(root, process.env) }];
  return skills.map((skill) => ({
    skill: skill.name,
    loaded: loadBusiness(root, environmentOf(skill, process.env), skillFolder(skill.name)),
  }));
}

function write(root: string, skill: string | undefined, loaded: LoadedBusiness): void {
  for (const line of loaded.warnings) if (!loaded.isTemplate) console.error(`${line} (a warning)`);
  const content: BusinessContent | undefined = contentOf(loaded);
  if (!content) return;
  for (const place of PLACES) {
    const path = join(root, place, businessPath(skill));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(content));
  }
}
