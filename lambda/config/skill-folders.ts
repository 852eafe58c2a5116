import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { SKILLS_FOLDER, type SkillEnvironment, skillFile } from './environment';
import { readTextFile } from './text-file';

/**
 * The skills of a project, by name: each folder in `skills/` is one. None: the project's own files are the one skill.
 *
 * @param root the project's folder
 */
export function readSkillFolders(root: string): readonly SkillEnvironment[] {
  const folder = join(root, SKILLS_FOLDER);
  return entriesOf(folder)
    .filter((name) => !name.startsWith('.') && isFolder(join(folder, name)))
    .toSorted()
    .map((name) => readSkill(root, name));
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function readSkill(root: string, name: string): SkillEnvironment {
  const read = readTextFile(join(root, skillFile(name)));
  if ('text' in read) return { name, environment: parseEnv(read.text) };
  const isMissing = read.fault === 'missing';
  return { name, environment: {}, fault: isMissing ? `${read.why}, which each folder in skills/ has` : read.why };
}
