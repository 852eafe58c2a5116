import { createHash } from 'node:crypto';
import type { Database } from 'libsql';

/** What is kept of an erased user and their threads: enough to know them again when a word of them comes late. */
export interface Traces {
  /** @param owner the user whose thread it was */
  leave(id: string, owner?: string): void;
  has(id: string): boolean;
  /** The user is back: they, and threads that are opened for them again, are nobody's past any more. */
  clear(user: string): void;
  sweep(before: number): void;
}

export function createTraces(db: Database): Traces {
  const insert = db.prepare('INSERT OR REPLACE INTO erased (id, owner, at) VALUES (?, ?, ?)');
  const select = db.prepare('SELECT at FROM erased WHERE id = ?');
  const remove = db.prepare('DELETE FROM erased WHERE owner = ?');
  const deleteOld = db.prepare('DELETE FROM erased WHERE at < ?');
  return {
    leave: (id, owner = id) => void insert.run(traceOf(id), traceOf(owner), Date.now()),
    has: (id) => select.get(traceOf(id)) !== undefined,
    clear: (user) => void remove.run(traceOf(user)),
    sweep: (before) => void deleteOld.run(before),
  };
}

function traceOf(id: string): string {
  return createHash('sha256').update(`erased ${id}`).digest('base64url').slice(0, 16);
}
