import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { PlatformDefinition } from '../../platforms/definition';
import { ownDefinition } from '../../platforms/own/definition';
import type { Named } from '../../platforms/own/name';
import { plainBot } from '../../platforms/plain';
import { readDescription } from './describe';
import { loadModule } from './module';
import { unreadable } from './unreadable';

/** What a description's file ends in. */
export const DESCRIPTIONS: readonly string[] = ['.yaml', '.yml', '.json'];
/** And a module's. */
export const MODULES: readonly string[] = ['.js', '.mjs', '.cjs', '.ts'];

/** What was loaded before, by file: a process asks for its settings more than once. */
const known = new Map<string, { readonly changed: number; readonly definition: PlatformDefinition }>();

/**
 * The definition that a file of the operator's own has, or describes.
 *
 * @param named its path is from the working directory, which is the project's folder
 * @throws AloudError ALOUD_BOT_UNREADABLE with a line for each thing that is wrong with it
 */
export function loadBot(named: Named): PlatformDefinition {
  const path = resolve(named.file);
  const changed = changedAt(path, named.file);
  const before = known.get(path);
  if (before?.changed === changed) return before.definition;
  const definition = read(named, path);
  known.set(path, { changed, definition });
  return definition;
}

function read(named: Named, path: string): PlatformDefinition {
  const { file } = named;
  const kind = extname(path);
  if (DESCRIPTIONS.includes(kind)) return plainBot(readDescription(path, file), file);
  if (MODULES.includes(kind)) return ownDefinition(loadModule(path, file), { ...named, file });
  throw unreadable(file, `it must be ${[...MODULES, ...DESCRIPTIONS].join(', ')}`);
}

function changedAt(path: string, file: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw unreadable(file, 'there is no such file');
  return found.mtimeMs;
}
