import type { Platform } from '../../lambda/conversation/ports/platform';
import { PLATFORMS, type PlatformName } from '../../lambda/platforms';
import { NO_TELEMETRY, type Telemetry } from '../../lambda/telemetry/telemetry';

interface Deps {
  readonly telemetry?: Telemetry;
  readonly now?: () => number;
}

/**
 * A platform's adapter as an operator would have it.
 *
 * @param values of its settings, as they are once they are read; the defaults of the others are theirs
 */
export function createAdapter(
  name: PlatformName,
  values: Readonly<Record<string, unknown>>,
  { telemetry = NO_TELEMETRY, now }: Deps = {},
): Platform {
  const { settings, create } = PLATFORMS[name];
  const defaults = Object.entries(settings).flatMap(([key, { fallback, schema }]) =>
    fallback === undefined ? [] : [[key, schema.parse(fallback)]],
  );
  return create({ ...Object.fromEntries(defaults), ...values }, { name, telemetry, now });
}
