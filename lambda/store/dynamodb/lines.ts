import type { PlaceRequest } from '../../conversation/ports/store';
import { endAfter, nextPlace } from '../line';
import type { Access } from './access';
import { lineKey } from './keys';

interface LineItem {
  readonly next_at: number;
}

/** Each try is lost to another process that has taken the place. */
const MOST_TRIES = 20;

/** The lines in which all processes wait for their place, one item for each. */
export function createLines({ get, update }: Pick<Access, 'get' | 'update'>, now: () => number) {
  return {
    async takePlace(request: PlaceRequest): Promise<number | undefined> {
      const key = lineKey(request.line);
      let item = await get<LineItem>(key);
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const place = nextPlace(item?.next_at, request, now());
        if (place === undefined) return undefined;
        const seen = item?.next_at;
        const result = await update<LineItem>({
          key,
          set: 'SET next_at = :end',
          condition: seen === undefined ? 'attribute_not_exists(pk)' : 'next_at = :seen',
          values: { end: endAfter(place, request), ...(seen !== undefined && { seen }) },
        });
        if (!result.refused) return place;
        item = result.item;
      }
      return undefined;
    },
  };
}
