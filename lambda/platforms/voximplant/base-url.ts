import { AloudError } from '../../errors';
import type { VoximplantOptions } from './types';

/**
 * Where the custom channel API is.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID where neither option says it
 */
export function baseUrlOf({ baseUrl, region }: Pick<VoximplantOptions, 'baseUrl' | 'region'>): string {
  if (baseUrl) return baseUrl;
  if (region) return `https://kit-im-${region}.voximplant.com`;
  throw new AloudError('ALOUD_CONFIG_INVALID', "VOXIMPLANT_REGION is missing: The account's region.");
}
