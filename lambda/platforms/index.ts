import { botdistrikt } from './botdistrikt';
import type { PlatformDefinition } from './definition';
import { klaunch } from './klaunch';
import { voximplant } from './voximplant';
import { chataibot, wotnot } from './wotnot';

/** Every platform that ALOUD_PLATFORM may name, in the order of the docs. */
export const PLATFORMS = {
  botdistrikt,
  voximplant,
  klaunch,
  wotnot,
  chataibot,
} as const satisfies Readonly<Record<string, PlatformDefinition>>;

export type PlatformName = keyof typeof PLATFORMS;

export const PLATFORM_NAMES = Object.keys(PLATFORMS) as PlatformName[];
