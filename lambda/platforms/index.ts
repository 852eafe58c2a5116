import { botdistrikt } from './botdistrikt';
import type { PlatformDefinition } from './definition';
import type { PlatformName } from './platform';

/** Every platform that ALOUD_PLATFORM may name. */
export const PLATFORMS: Readonly<Partial<Record<PlatformName, PlatformDefinition>>> = { botdistrikt };
