import type { PlaceRequest } from '../conversation/ports/store';

/** Longer than any turn waits for its place: a line that ends later was made by a clock that was ahead. */
const LONGEST_WAIT_MS = 10_000;

/**
 * When the next place in a line is: at once, or where the line ends; `undefined` where that is too late for who asks.
 *
 * @param end of the line, if there is one
 */
export function nextPlace(end = 0, { everyMs, latest }: PlaceRequest, now: number): number | undefined {
  const place = Math.max(end <= now + everyMs + LONGEST_WAIT_MS ? end : 0, Math.trunc(now));
  return place > latest ? undefined : place;
}

/** Where a line ends once a place was taken. */
export function endAfter(place: number, { everyMs }: PlaceRequest): number {
  return place + Math.ceil(everyMs);
}
