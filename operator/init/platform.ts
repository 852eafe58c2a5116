import { nearest } from '../../business/nearest';
import { loadConfig, platformNameIn, settingsFor } from '../../lambda/app/config';
import type { ListedSetting } from '../../lambda/config/settings';
import { AloudError } from '../../lambda/errors';
import { PLATFORM_NAMES, PLATFORMS, type PlatformName } from '../../lambda/platforms';
import { isPath } from '../../lambda/platforms/own/name';

/** One of our platforms by its name, or the file of a bot of one's own: what ALOUD_PLATFORM takes. */
export type Chosen = string;

/** What a platform is, as far as an operator is told. */
export interface Described {
  /** Absent: a bot of one's own, whose title is in its file. */
  readonly title?: string;
  /** Where it stands how it is connected. */
  readonly page: string;
}

export function describePlatform(chosen: Chosen): Described {
  const name = vendorIn(chosen);
  return name ? { title: PLATFORMS[name].title, page: `docs/platforms/${name}.md` } : { page: 'docs/own-bot.md' };
}

export function vendorIn(chosen: string | undefined): PlatformName | undefined {
  return PLATFORM_NAMES.find((name) => name === chosen);
}

/** What was chosen, where it can be chosen; else nothing. */
export function chosenIn(value: string | undefined): Chosen | undefined {
  return value !== undefined && isPath(value) ? value : vendorIn(value);
}

/** Every setting that there is with this platform: those of every skill, and its own. */
export function settingsWith(chosen: Chosen | undefined): readonly ListedSetting[] {
  const env = { ALOUD_PLATFORM: chosen };
  const name = platformNameIn(env);
  return settingsFor(env).filter(({ platform }) => !platform || platform === name);
}

/** What keeps it from being chosen, a line each. */
export function platformFaults(value: string): readonly string[] {
  if (!isPath(value)) {
    if (vendorIn(value)) return [];
    const meant = nearest(value, PLATFORM_NAMES);
    const known = meant ? `did you mean ${meant}?` : `it is one of ${PLATFORM_NAMES.join(', ')}`;
    return [`There is no platform ${value}: ${known}; or the file of a bot of your own, such as ./my-bot.yaml`];
  }
  try {
    loadConfig({ ALOUD_PLATFORM: value });
    return [];
  } catch (error) {
    if (!(error instanceof AloudError)) throw error;
    return error.code === 'ALOUD_BOT_UNREADABLE' ? error.message.split('\n') : [];
  }
}
