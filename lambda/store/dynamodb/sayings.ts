import type { Arrival } from '../../conversation/ports/store';
import { AHEAD_MS, cameAtOf, repeatsUntil, type Saying, unanswered } from '../saying';
import type { Access } from './access';
import { seenKey } from './keys';
import { seconds } from './tombstones';
import type { Write } from './writes';

/** What is kept of a content without an id and a time, in place of an id that was seen. */
export interface SayingItem {
  readonly came_at: number;
  readonly repeats_until: number;
}

export function toSaying({ came_at: cameAt, repeats_until }: SayingItem): Saying {
  return { cameAt, repeatsUntil: repeats_until };
}

/**
 * Part of the transaction that brings it. Refused where it may be a repetition, as far as is known; with what was found
 * then as `last`, where it has come again since.
 */
export function putSaying({ id, item }: Arrival, last: Saying | undefined): Write {
  const { cameAt, repeatsUntil: until } = unanswered(cameAtOf(item));
  const saying: SayingItem = { came_at: cameAt, repeats_until: until };
  const put = { kind: 'put', item: { ...seenKey(id), ...saying, expires: seconds(until) } } as const;
  if (last) return { ...put, condition: 'came_at = :last', values: { last: last.cameAt } };
  return {
    ...put,
    condition: 'attribute_not_exists(pk) OR repeats_until <= :came OR came_at > :ahead',
    values: { came: cameAt, ahead: cameAt + AHEAD_MS },
  };
}

/** Makes the function that notes that what came was answered well. */
export function createAnswered({ update }: Pick<Access, 'update'>) {
  return async function answered(arrivals: readonly Arrival[], at: number): Promise<void> {
    const until = repeatsUntil(at);
    await Promise.all(
      arrivals.map(({ id, item }) =>
        update({
          key: seenKey(id),
          set: 'SET repeats_until = :until, expires = :expires',
          condition: 'came_at = :came',
          values: { until, expires: seconds(until), came: cameAtOf(item) },
        }),
      ),
    );
  };
}
