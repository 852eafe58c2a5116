import { createHash } from 'node:crypto';
import type { Database } from 'libsql';
import type { Arrival, Delivery, Unread } from '../../conversation/ports/store';
import { itemFromStored } from '../../conversation/stored-conversation';
import type { Tombstones } from './tombstones';

/**
 * Columns of a row of users: the `mark` of the inboxes, behind which all stands that arrives later, and whether anything
 * `waits` for the user. SQLite would look for that through all that the user has heard already, but for the index.
 */
export const INBOX_COLUMNS = `(SELECT coalesce(max(seq), 0) FROM inbox) AS mark,
  EXISTS (SELECT 1 FROM inbox INDEXED BY inbox_unread WHERE user_key = users.key AND item IS NOT NULL) AS waits`;

interface UnreadRow {
  readonly seq: number;
  readonly item: string;
}

/**
 * The inboxes in SQLite. A row stays when its item was taken or its user erased, without the item: its id goes on
 * recognising duplicates. Ids are kept as hashes, as a vendor may put anything into them.
 */
export function createInboxTable(db: Database, tombstones: Tombstones) {
  const selectUser = db.prepare('SELECT key AS owner FROM users WHERE key = ?');
  const selectOwner = db.prepare('SELECT user_key AS owner FROM threads WHERE thread = ?');
  const selectId = db.prepare('SELECT seq FROM inbox WHERE id = ?');
  const insert = db.prepare(
    'INSERT INTO inbox (id, user_key, thread, sent_at, received_at, item) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const selectUnread = db.prepare(
    'SELECT seq, item FROM inbox WHERE user_key = ? AND item IS NOT NULL AND seq > ? ORDER BY sent_at, seq LIMIT ?',
  );
  const takeItem = db.prepare('UPDATE inbox SET item = NULL WHERE seq = ? AND user_key = ?');
  const upsertThread = db.prepare(
    `INSERT INTO threads (thread, user_key) SELECT ?, key FROM users WHERE key = ?
     ON CONFLICT (thread) DO UPDATE SET user_key = excluded.user_key`,
  );
  const selectParked = db.prepare('SELECT seq FROM inbox WHERE thread = ? AND user_key IS NULL ORDER BY seq');
  // It arrives now: a turn that has marked the inbox meanwhile finds it.
  const adopt = db.prepare(
    'UPDATE inbox SET user_key = ?, thread = NULL, seq = (SELECT max(seq) + 1 FROM inbox) WHERE seq = ?',
  );
  const deleteOld = db.prepare('DELETE FROM inbox WHERE received_at < ?');
  const deleteParked = db.prepare(
    'DELETE FROM inbox WHERE user_key IS NULL AND thread IS NOT NULL AND received_at < ?',
  );
  const blankItems = db.prepare('UPDATE inbox SET item = NULL, user_key = NULL WHERE user_key = ?');
  const selectThreads = db.prepare('SELECT thread FROM threads WHERE user_key = ?');
  const deleteThreads = db.prepare('DELETE FROM threads WHERE user_key = ?');

  function ownerOf({ key, thread }: Arrival['to']): string | undefined {
    const user = key === undefined ? undefined : selectUser.get(key);
    const row = user ?? (thread === undefined ? undefined : selectOwner.get(thread));
    return (row as { readonly owner: string } | undefined)?.owner;
  }

  /** What is on its way to an erased user must not wait for an owner either. */
  function isErased({ key, thread }: Arrival['to']): boolean {
    return [key, thread].some((id) => id !== undefined && tombstones.has(id));
  }

  return {
    append({ id, to, item }: Arrival, at: number): Delivery {
      const hash = createHash('sha256').update(id).digest('base64url');
      if (selectId.get(hash)) return { outcome: 'repeated' };
      const key = ownerOf(to);
      if (key === undefined && (to.thread === undefined || isErased(to))) return { outcome: 'unknown' };
      const sentAt = Math.trunc(item.kind === 'message' ? item.message.sentAt : item.at);
      insert.run(hash, key ?? null, key === undefined ? to.thread : null, sentAt, at, JSON.stringify(item));
      return key === undefined ? { outcome: 'parked' } : { outcome: 'stored', key };
    },
    unread(key: string, limit: number, since = '0'): Unread[] {
      const rows = selectUnread.all(key, Number(since), limit) as UnreadRow[];
      return rows.map(({ seq, item }) => ({ ref: String(seq), item: itemFromStored(JSON.parse(item)) }));
    },
    take(key: string, refs: readonly string[]): true {
      for (const ref of refs) takeItem.run(Number(ref), key);
      return true;
    },
    /** Returns how many items were waiting for the owner of the thread. */
    link(thread: string, key: string): number {
      if (upsertThread.run(thread, key).changes !== 1) return 0;
      const parked = selectParked.all(thread) as { readonly seq: number }[];
      for (const { seq } of parked) adopt.run(key, seq);
      return parked.length;
    },
    sweep({ items, parked }: { readonly items: number; readonly parked: number }): void {
      deleteOld.run(items);
      deleteParked.run(parked);
    },
    erase(key: string): void {
      blankItems.run(key);
      for (const { thread } of selectThreads.all(key) as { readonly thread: string }[]) tombstones.leave(thread, key);
      deleteThreads.run(key);
    },
  };
}

export type InboxTable = ReturnType<typeof createInboxTable>;
