import type { PlatformName } from '../conversation/ports/platform';
import { botdistrikt } from './botdistrikt';
import type { PlatformDefinition } from './definition';
import { klaunch } from './klaunch';
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
