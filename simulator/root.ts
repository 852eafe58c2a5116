import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where Aloud itself is, with its templates and assets; found from here upwards, as this file runs from `simulator/` and, bundled,
 * from `dist/`. Where it is run, with settings, the business file and data, is another folder unless that is a checkout.
 */
export function projectRoot(folder = __dirname): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('no package.json is found above this file');
  return projectRoot(parent);
}
