import type { PlatformEvent, Received } from '../../conversation/ports/platform';

export const UNAUTHORIZED: Received = { refused: 'unauthorized' };
export const MALFORMED: Received = { refused: 'malformed' };

/** A webhook that was taken, with what it tells, and the kinds of what nobody could read. */
export function taken(events: readonly PlatformEvent[] = [], unknown: readonly string[] = []): Received {
  return { response: { status: 200, body: 'OK' }, events, ...(unknown.length > 0 && { unknown }) };
}
