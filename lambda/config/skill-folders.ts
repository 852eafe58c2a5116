import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { SKILLS_FOLDER, type SkillEnvironment, skillFile } from './environment';

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
  try {
    return { name, environment: parseEnv(readFileSync(join(root, skillFile(name)), 'utf8')) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const fault =
      code === 'ENOENT' ? 'there is no such file, which each folder in skills/ has' : `cannot be read (${code})`;
    return { name, environment: {}, fault };
  }
}
