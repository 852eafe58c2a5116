import { type Business, type BusinessContent, businessOf, NO_BUSINESS } from '../lambda/business/words';
import type { Environment } from '../lambda/config/environment';
import { contentOf } from './content';
import { loadBusiness } from './load';

/** What is heard of the owner's business file, as what runs reads it. */
export interface Heard {
  /** Absent without a file: Aloud has those words itself. */
  readonly content?: BusinessContent;
  readonly business: Business;
}

/**
 * Checks the owner's business file, and takes out of it what is heard.
 *
 * @param tell of each fault and warning, a line each
 * @returns `undefined` where the file is not in order
 */
export function heardOf(root: string, env: Environment, tell: (line: string) => void): Heard | undefined {
  const loaded = loadBusiness(root, env);
  if ('problems' in loaded) {
    for (const line of loaded.problems) tell(line);
    return undefined;
  }
  for (const line of loaded.warnings) if (!loaded.isTemplate) tell(`${line} (a warning)`);
  const content = contentOf(loaded);
  return content ? { content, business: businessOf(content) } : { business: NO_BUSINESS };
}
