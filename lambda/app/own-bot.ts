import type { Environment } from '../config/environment';
import { unpackSettings } from '../config/packed-settings';
import { AloudError } from '../errors';
import { PLATFORMS } from '../platforms';
import type { PlatformDefinition } from '../platforms/definition';
import { isPath, type Named, namedBy } from '../platforms/own/name';

/** The platforms that may be chosen, and the environment that chooses one of them by its name. */
export interface Choosable {
  readonly env: Environment;
  readonly platforms: Readonly<Record<string, PlatformDefinition>>;
}

/**
 * What ALOUD_PLATFORM may name: our platforms, and where it is a path the one of the operator's own that the file there
 * describes.
 *
 * @throws AloudError ALOUD_BOT_UNREADABLE, ALOUD_CONFIG_INVALID
 */
export function platformsFor(environment: Environment): Choosable {
  const env = unpackSettings(environment);
  const file = env.ALOUD_PLATFORM?.trim() ?? '';
  if (!isPath(file)) return { env, platforms: PLATFORMS };
  const named = namedBy(file, Object.keys(PLATFORMS));
  return { env: { ...env, ALOUD_PLATFORM: named.name }, platforms: { ...PLATFORMS, [named.name]: load(named) } };
}

/** The name that the platform of an environment goes by; not whether there is one. */
export function platformNameIn(env: Environment): string | undefined {
  const value = env.ALOUD_PLATFORM?.trim();
  return value && isPath(value) ? namedBy(value, Object.keys(PLATFORMS)).name : value;
}

/** On AWS the bot is in a file beside the bundle, which is there only where there is such a bot. */
function load(named: Named): PlatformDefinition {
  let own: typeof import('./own');
  try {
    own = require('./own') as typeof import('./own');
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'MODULE_NOT_FOUND') throw error;
    throw new AloudError('ALOUD_BOT_UNREADABLE', notBuilt(named.file));
  }
  return own.loadBot(named);
}

/** What is said of a bot that an artifact does not have. */
export function notBuilt(file: string): string {
  return `ALOUD_PLATFORM ${file}: it is not in what was built: set it where npm run build runs, too`;
}
