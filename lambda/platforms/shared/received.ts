import type { PlatformEvent, Received } from '../../conversation/ports/platform';

export const UNAUTHORIZED: Received = { refused: 'unauthorized' };
export const MALFORMED: Received = { refused: 'malformed' };

/** A webhook that was taken, with what it tells. */
export function taken(events: readonly PlatformEvent[] = []): Received {
  return { response: { status: 200, body: 'OK' }, events };
}
