import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AloudError } from '../errors';
import { BUSINESS_CONTENT, type Business, businessOf, NO_BUSINESS } from './words';

/** What stands beside a bundle. */
export const BUSINESS_JSON = 'business.json';

/** The skill whose words stand right beside the bundle; those of others stand in folders of their names. */
const DEFAULT_SKILL = 'default';

/** Where the words of a skill stand, seen from the bundle. */
export function businessPath(skill: string = DEFAULT_SKILL): string {
  return skill === DEFAULT_SKILL ? BUSINESS_JSON : join('skills', skill, BUSINESS_JSON);
}

/**
 * Reads what the owner's file of a skill was made into, once at a start.
 *
 * @param folder where the bundle is. Without a file there the words of Aloud serve
 * @param skill its name; default: the one whose settings have no name in front
 * @throws AloudError ALOUD_BUSINESS_UNREADABLE for a file that `npm run build` did not make
 */
export function readBusiness(folder: string, skill?: string): Business {
  const path = businessPath(skill);
  let text: string;
  try {
    text = readFileSync(join(folder, path), 'utf8');
  } catch {
    return NO_BUSINESS;
  }
  return businessIn(parsed(text) ?? null, `${path} beside the bundle`);
}

/**
 * A business by what its file was made into.
 *
 * @param content `undefined`: it has no file
 * @param where it stands, for the operator
 * @throws AloudError ALOUD_BUSINESS_UNREADABLE for anything else than words of a business
 */
export function businessIn(content: unknown, where: string): Business {
  if (content === undefined) return NO_BUSINESS;
  const result = BUSINESS_CONTENT.safeParse(content);
  if (!result.success) throw new AloudError('ALOUD_BUSINESS_UNREADABLE', where);
  return businessOf(result.data);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
