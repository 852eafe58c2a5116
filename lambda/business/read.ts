import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AloudError } from '../errors';
import { BUSINESS_CONTENT, type Business, businessOf, NO_BUSINESS } from './words';

/** What stands beside a bundle. */
export const BUSINESS_JSON = 'business.json';

/**
 * Reads what the owner's file was made into, once at a start.
 *
 * @param folder where the bundle is. Without a file there the words of Aloud serve
 * @throws AloudError ALOUD_BUSINESS_UNREADABLE for a file that `npm run build` did not make
 */
export function readBusiness(folder: string): Business {
  let text: string;
  try {
    text = readFileSync(join(folder, BUSINESS_JSON), 'utf8');
  } catch {
    return NO_BUSINESS;
  }
  const result = BUSINESS_CONTENT.safeParse(parsed(text));
  if (!result.success) throw new AloudError('ALOUD_BUSINESS_UNREADABLE', `${BUSINESS_JSON} beside the bundle`);
  return businessOf(result.data);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
