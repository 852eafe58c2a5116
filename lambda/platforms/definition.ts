import { NO_RECORDER, type Recorder } from '../capture/recorder';
import type { Settings, ValuesOf } from '../config/setting';
import type { Platform } from '../conversation/ports/platform';
import type { Telemetry } from '../telemetry/telemetry';

/** What an adapter is given beside its settings. */
export interface AdapterDeps {
  /** Its name in the map of platforms. */
  readonly name: string;
  readonly telemetry: Telemetry;
  /** Default: nothing is recorded. */
  readonly recorder?: Recorder;
  /** Epoch milliseconds. Default: the clock of the process. */
  readonly now?: () => number;
}

/** What an adapter is made of: its settings as they were read, defaults included, and what goes with them. */
export type OptionsOf<S extends Settings> = ValuesOf<S> & Required<AdapterDeps>;

/** What makes a platform one that can be chosen. */
export interface PlatformDefinition {
  /** The vendor's name, as its customers know it. */
  readonly title: string;
  /** By the name under which `create` gets the value. */
  readonly settings: Settings;
  create(values: Readonly<Record<string, unknown>>, deps: AdapterDeps): Platform;
}

/**
 * @param create gets the values of the settings, each as its schema reads it
 */
export function definePlatform<const S extends Settings>(
  title: string,
  settings: S,
  create: (options: OptionsOf<S>) => Platform<AbortSignal>,
): PlatformDefinition {
  return {
    title,
    settings,
    create: (values, deps) =>
      create({ ...(values as ValuesOf<S>), recorder: NO_RECORDER, ...deps, now: deps.now ?? Date.now }),
  };
}
