import type { Settings, ValuesOf } from '../config/setting';
import type { Platform } from '../conversation/ports/platform';
import type { Telemetry } from '../telemetry/telemetry';

/** What makes a platform one that can be chosen. */
export interface PlatformDefinition {
  /** The vendor's name, as its customers know it. */
  readonly title: string;
  /** By the name under which `create` gets the value. */
  readonly settings: Settings;
  create(values: Readonly<Record<string, unknown>>, telemetry: Telemetry): Platform;
}

/**
 * @param create gets the values of the settings, each as its schema reads it
 */
export function definePlatform<const S extends Settings>(
  title: string,
  settings: S,
  create: (values: ValuesOf<S>, telemetry: Telemetry) => Platform,
): PlatformDefinition {
  return { title, settings, create: (values, telemetry) => create(values as ValuesOf<S>, telemetry) };
}
