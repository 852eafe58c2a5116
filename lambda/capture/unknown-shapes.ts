import type { WebhookRefusal } from '../conversation/ports/platform';
import { AloudError } from '../errors';
import type { Telemetry } from '../telemetry/telemetry';

/** Tells the operator of each kind of thing that a vendor sends and nobody could read: once, however often it comes. */
export function createUnknownShapes(platform: string, { error }: Pick<Telemetry, 'error'>) {
  const told = new Set<string>();
  return (found: WebhookRefusal | readonly string[]): void => {
    const kinds = typeof found === 'string' ? (found === 'malformed' ? ['webhook'] : []) : found;
    for (const kind of kinds.filter((name) => !told.has(name))) {
      told.add(kind);
      error(new AloudError('ALOUD_PLATFORM_UNKNOWN_SHAPE', `${platform}: no known form of ${kind}`), 'platform');
    }
  };
}
