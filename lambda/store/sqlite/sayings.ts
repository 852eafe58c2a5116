import type { Database } from 'libsql';
import type { InboxItem } from '../../conversation/ports/store';
import { cameAtOf, markRepetition, repeatsUntil, type Saying, unanswered } from '../saying';

/** When contents without an id and a time came last, by the hashes of their ids. */
export function createSayingTable(db: Database) {
  const select = db.prepare('SELECT came_at AS cameAt, repeats_until AS repeatsUntil FROM sayings WHERE id = ?');
  const upsert = db.prepare('INSERT OR REPLACE INTO sayings (id, came_at, repeats_until) VALUES (?, ?, ?)');
  const update = db.prepare('UPDATE sayings SET repeats_until = ? WHERE id = ? AND came_at = ?');
  return {
    /** Notes that it came, and marks it where it may be a repetition. */
    come(hash: string, item: InboxItem): InboxItem {
      const last = select.get(hash) as Saying | undefined;
      const { cameAt, repeatsUntil: until } = unanswered(cameAtOf(item));
      upsert.run(hash, cameAt, until);
      return markRepetition(item, last);
    },
    /** What came was answered well. */
    answered: (hash: string, item: InboxItem, at: number) => void update.run(repeatsUntil(at), hash, cameAtOf(item)),
  };
}

export type SayingTable = ReturnType<typeof createSayingTable>;
