import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { LoadedBusiness } from '../../../business/load';
import { type PackageFiles, skillPackage } from '../../../business/package';
import { type Call, textOf } from '../../command';
import { ownBusiness } from '../../own-skill';
import { OperatorProblem } from '../../problem';

/** A skill package, and whose words the skill has. */
export interface Found {
  /** As it is told to people. */
  readonly name: string;
  readonly files: PackageFiles;
  /** Absent where there is no business file, or one that is not in order. */
  readonly business?: LoadedBusiness;
  /** Why there is no package, a line each. */
  readonly problems: readonly string[];
}

const MOST_FILES = 1000;

/**
 * The package that the options name, or that of the business file, or of the template where there is none.
 *
 * @throws OperatorProblem for a folder that is not there, or is no package by its size
 */
export function findPackage(call: Pick<Call, 'root' | 'env' | 'options' | 'skill'>, template: LoadedBusiness): Found {
  const { root, options } = call;
  const loaded = ownBusiness(call);
  const folder = textOf(options, 'package');
  if (folder !== undefined) {
    const business = 'problems' in loaded || loaded.isTemplate ? undefined : loaded;
    return {
      name: folder,
      files: readFolder(isAbsolute(folder) ? folder : join(root, folder)),
      business,
      problems: [],
    };
  }
  if ('problems' in loaded) return { name: 'your business file', files: {}, problems: loaded.problems };
  const made = skillPackage(loaded, template);
  if ('incomplete' in made) {
    const problems = made.incomplete.map(
      (locale) => `${loaded.file}: ${locale}: write a summary and a description in that language`,
    );
    return { name: loaded.file, files: {}, problems };
  }
  if (loaded.isTemplate) return { name: 'the template, as there is no business.yaml', files: made.files, problems: [] };
  return { name: loaded.file, files: made.files, business: loaded, problems: [] };
}

/** All that lies in a folder: what ask-cli uploads, and hidden files, which tell of a mistake. */
function readFolder(folder: string): PackageFiles {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new OperatorProblem([`There is no folder ${folder}`]);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
  if (paths.length > MOST_FILES) {
    throw new OperatorProblem([`${folder} holds ${paths.length} files: name the folder that holds skill.json`]);
  }
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))]));
}
