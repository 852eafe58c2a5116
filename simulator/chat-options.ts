import { parseArgs } from 'node:util';
import { AloudError } from '../lambda/errors';
import { PLATFORM_NAMES, type PlatformName } from '../lambda/platforms';

/** What `npm run chat` may be told. */
export interface ChatOptions {
  /** The demo's platform. */
  readonly platform?: PlatformName;
  /** Whether what the bot offers is kept. */
  readonly record?: boolean;
  /** Whether only these options are to be told. */
  readonly help?: boolean;
}

/** What `npm run chat -- --help` prints. */
export const CHAT_HELP = `A conversation with the bot in the terminal: your own where ALOUD_PLATFORM is set, else the demo's.

npm run chat [-- <options>]

  --platform <name>  the platform that the demo's bot is on: ${PLATFORM_NAMES.join(', ')}
  --record           keep the labels that the bot offers, for the business file
  --help             print this
`;

/**
 * The arguments of its command line.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID for what is no platform, or another option
 */
export function chatOptions(args: readonly string[]): ChatOptions {
  const { platform, record, help } = parse(args);
  if (help) return { help };
  if (platform === undefined) return { record };
  const known = PLATFORM_NAMES.find((name) => name === platform);
  if (known) return { platform: known, record };
  throw new AloudError('ALOUD_CONFIG_INVALID', `--platform must be one of: ${PLATFORM_NAMES.join(', ')}`);
}

function parse(args: readonly string[]): Omit<ChatOptions, 'platform'> & { readonly platform?: string } {
  try {
    const options = {
      platform: { type: 'string' },
      record: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw new AloudError('ALOUD_CONFIG_INVALID', 'the options are --platform <name>, --record and --help', { cause });
  }
}
