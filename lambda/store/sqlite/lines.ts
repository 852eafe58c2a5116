import type { Database } from 'libsql';
import type { PlaceRequest } from '../../conversation/ports/store';
import { endAfter, nextPlace } from '../line';

/** The lines in which all processes wait for their place, one row for each. */
export function createLineTable(db: Database) {
  const select = db.prepare('SELECT next_at FROM lines WHERE name = ?');
  const upsert = db.prepare(
    'INSERT INTO lines (name, next_at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next_at = excluded.next_at',
  );
  return {
    takePlace(request: PlaceRequest, now: number): number | undefined {
      const row = select.get(request.line) as { readonly next_at: number } | undefined;
      const place = nextPlace(row?.next_at, request, now);
      if (place !== undefined) upsert.run(request.line, endAfter(place, request));
      return place;
    },
  };
}

export type LineTable = ReturnType<typeof createLineTable>;
