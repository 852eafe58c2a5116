import { parseArgs } from 'node:util';
import { AloudError } from '../lambda/errors';
import { PLATFORM_NAMES, type PlatformName } from '../lambda/platforms';

/** What `npm run chat` may be told. */
export interface ChatOptions {
  /** The demo's platform. */
  readonly platform?: PlatformName;
  /** Whether what the bot offers is kept. */
  readonly record?: boolean;
}

/**
 * The arguments of its command line.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID for what is no platform, or another option
 */
export function chatOptions(args: readonly string[]): ChatOptions {
  const { platform, record } = parse(args);
  if (platform === undefined) return { record };
  const known = PLATFORM_NAMES.find((name) => name === platform);
  if (known) return { platform: known, record };
  throw new AloudError('ALOUD_CONFIG_INVALID', `--platform must be one of: ${PLATFORM_NAMES.join(', ')}`);
}

function parse(args: readonly string[]): { readonly platform?: string; readonly record?: boolean } {
  try {
    const options = { platform: { type: 'string' }, record: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw new AloudError('ALOUD_CONFIG_INVALID', 'the options are --platform <name> and --record', { cause });
  }
}
