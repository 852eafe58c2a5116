import { anyText, type Settings, text, url } from '../../config/setting';
import { AloudError } from '../../errors';
import type { OptionsOf } from '../definition';

/** Settings of a custom channel. */
export const VOXIMPLANT_SETTINGS = {
  account: {
    name: 'VOXIMPLANT_ACCOUNT',
    schema: anyText,
    doc: "The account's name, from Administration > Security > API tokens > API access data.",
    required: true,
    example: 'bluebell',
  },
  region: {
    name: 'VOXIMPLANT_REGION',
    schema: text((value) => /^[a-z0-9-]+$/.test(value), 'must be a region in lower case: us, br, eu, kz, ru or ru2'),
    doc: "The account's region, as in its custom channel API hostname `kit-im-<region>.voximplant.com`: `us`, `br`, `eu`, `kz`, `ru` or `ru2`. Not needed with `VOXIMPLANT_BASE_URL`.",
    example: 'eu',
  },
  apiToken: {
    name: 'VOXIMPLANT_API_TOKEN',
    schema: anyText,
    doc: 'The API token that is selected in the settings of the channel.',
    required: true,
    secret: true,
  },
  channelUuid: {
    name: 'VOXIMPLANT_CHANNEL_UUID',
    schema: text((value) => /^[\w-]+$/.test(value), 'must be the UUID alone, the last part of the link'),
    doc: "The channel's UUID: the last part of the link in its settings.",
    required: true,
    example: '00000000-0000-0000-0000-000000000000',
  },
  salt: {
    name: 'VOXIMPLANT_SALT',
    schema: anyText,
    doc: 'The Security salt of the channel.',
    required: true,
    secret: true,
  },
  baseUrl: {
    name: 'VOXIMPLANT_BASE_URL',
    schema: url,
    doc: 'The custom channel API, where it is not at the host of the region.',
    example: 'https://kit-im-eu.voximplant.com',
  },
  startOverWords: {
    name: 'VOXIMPLANT_START_OVER',
    schema: anyText,
    doc: 'What the bot is told when the user wants to start over: the word that one would type in its web chat. Default: "start over", in the language of the user.',
    example: 'restart',
  },
} as const satisfies Settings;

export type VoximplantOptions = OptionsOf<typeof VOXIMPLANT_SETTINGS>;

/**
 * Where the custom channel API is.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID where neither setting says it
 */
export function baseUrlOf({ baseUrl, region }: Partial<Pick<VoximplantOptions, 'baseUrl' | 'region'>>): string {
  if (baseUrl) return baseUrl;
  if (region) return `https://kit-im-${region}.voximplant.com`;
  throw new AloudError('ALOUD_CONFIG_INVALID', "VOXIMPLANT_REGION is missing: The account's region.");
}
