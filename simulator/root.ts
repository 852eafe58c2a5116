import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's root, found from here upwards: this file runs from `simulator/` and, bundled, from `dist/`. */
export function projectRoot(folder = __dirname): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('no package.json is found above this file');
  return projectRoot(parent);
}
