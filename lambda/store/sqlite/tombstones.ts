import { createHash } from 'node:crypto';
import type { Database } from 'libsql';

/** What is kept of an erased user and their threads: enough to know them again when an event for them comes late. */
export interface Tombstones {
  /** @param owner the user whose thread it was */
  leave(id: string, owner?: string): void;
  has(id: string): boolean;
  /** The user is back: the tombstones of them and of their threads go. */
  clear(user: string): void;
}

export function createTombstones(db: Database, now: () => number): Tombstones {
  const insert = db.prepare('INSERT OR REPLACE INTO erased (id, owner, at) VALUES (?, ?, ?)');
  const select = db.prepare('SELECT at FROM erased WHERE id = ?');
  const remove = db.prepare('DELETE FROM erased WHERE owner = ?');
  return {
    leave: (id, owner = id) => void insert.run(erasedHash(id), erasedHash(owner), now()),
    has: (id) => select.get(erasedHash(id)) !== undefined,
    clear: (user) => void remove.run(erasedHash(user)),
  };
}

function erasedHash(id: string): string {
  return createHash('sha256').update(`erased ${id}`).digest('base64url').slice(0, 16);
}
