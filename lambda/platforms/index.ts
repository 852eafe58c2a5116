import { botdistrikt } from './botdistrikt';
import type { PlatformDefinition } from './definition';
import { klaunch } from './klaunch';
import type { PlatformName } from './platform';
import { voximplant } from './voximplant';
import { chataibot, wotnot } from './wotnot';

/** Every platform that ALOUD_PLATFORM may name. */
export const PLATFORMS: Readonly<Record<PlatformName, PlatformDefinition>> = {
  botdistrikt,
  voximplant,
  klaunch,
  wotnot,
  chataibot,
};
