import { cpSync, existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { projectRoot } from '../../simulator/root';

/** The owner's from the first deployment on: regions, names, and which settings are in use. */
const RESOURCES = 'ask-resources.json';
const FOLDER = 'infrastructure';

/**
 * Puts what a deployment reads into the folder that is deployed from. In a checkout it is there. The stack and the version of the
 * ASK CLI are always those of the Aloud that deploys.
 */
export function provideFiles(root: string): void {
  const home = projectRoot();
  if (relative(home, resolve(root)) === '') return;
  const place = join(root, RESOURCES);
  if (!existsSync(place)) cpSync(join(home, RESOURCES), place);
  for (const name of ['package.json', 'package-lock.json', 'skill-stack.yaml']) {
    cpSync(join(home, FOLDER, name), join(root, FOLDER, name));
  }
}
