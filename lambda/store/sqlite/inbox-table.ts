import { createHash, randomUUID } from 'node:crypto';
import type { Database } from 'libsql';
import type { Arrival, Delivery, Unread } from '../../conversation/ports/store';
import { itemFromStored } from '../../conversation/stored-conversation';
import { USED_EVERY_MS } from '../thread-use';
import type { SayingTable } from './sayings';
import type { Tombstones } from './tombstones';

/**
 * Columns of a row of users: the `mark` of the inboxes, behind which all stands that arrives later, and whether anything
 * `waits` for the user. SQLite would look for that through all that the user has heard already, but for the index.
 */
export const INBOX_COLUMNS = `(SELECT coalesce(max(seq), 0) FROM inbox) AS mark,
  EXISTS (SELECT 1 FROM inbox INDEXED BY inbox_unread WHERE user_key = users.key AND item IS NOT NULL) AS waits`;

interface Owned {
  readonly owner: string;
}

interface UnreadRow {
  readonly seq: number;
  readonly item: string;
}

/**
 * The inboxes in SQLite. A row stays when its item was taken or its user erased, without the item: its id goes on
 * recognising duplicates. Ids are kept as hashes, as a vendor may put anything into them. The thread that a user had last
 * is theirs for as long as they are known; one that they have left is idle from then on, and since it was used last.
 */
export function createInboxTable(db: Database, tombstones: Tombstones, sayings: SayingTable) {
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
     ON CONFLICT (thread) DO UPDATE SET user_key = excluded.user_key, idle_since = NULL`,
  );
  const selectParked = db.prepare('SELECT seq FROM inbox WHERE thread = ? AND user_key IS NULL ORDER BY seq');
  // It arrives now: a turn that has marked the inbox meanwhile finds it.
  const adopt = db.prepare(
    'UPDATE inbox SET user_key = ?, thread = NULL, seq = (SELECT max(seq) + 1 FROM inbox) WHERE seq = ?',
  );
  // An id that was given once is not given again, also when what had it is gone.
  const moveSequence = db.prepare(
    "UPDATE sqlite_sequence SET seq = max(seq, (SELECT max(seq) FROM inbox)) WHERE name = 'inbox'",
  );
  const leaveIdle = db.prepare(
    'UPDATE threads SET idle_since = ? WHERE user_key = ? AND thread <> ? AND idle_since IS NULL',
  );
  const useIdle = db.prepare('UPDATE threads SET idle_since = ? WHERE thread = ? AND idle_since < ?');
  const blankItems = db.prepare('UPDATE inbox SET item = NULL, user_key = NULL WHERE user_key = ?');
  const selectThreads = db.prepare('SELECT thread FROM threads WHERE user_key = ?');
  const deleteThreads = db.prepare('DELETE FROM threads WHERE user_key = ?');

  function ownerOf({ key, thread, also = [] }: Arrival['to'], now: number): string | undefined {
    const user = key === undefined ? undefined : (selectUser.get(key) as Owned | undefined);
    if (user) return user.owner;
    for (const name of thread === undefined ? [] : [thread, ...also]) {
      const found = selectOwner.get(name) as Owned | undefined;
      if (!found) continue;
      useIdle.run(now, name, now - USED_EVERY_MS);
      return found.owner;
    }
    return undefined;
  }

  /** Whether an owner may still come: not for a user who is named, and not for one who was erased. */
  function mayWait({ key, thread }: Arrival['to']): boolean {
    return key === undefined && thread !== undefined && !tombstones.has(thread);
  }

  return {
    append({ id, byContent, to, item }: Arrival, at: number, now: number): Delivery {
      const hash = hashOf(id);
      if (!byContent && selectId.get(hash)) return { outcome: 'repeated' };
      const key = ownerOf(to, now);
      if (key === undefined && !mayWait(to)) return { outcome: 'unknown' };
      const sentAt = Math.trunc(item.kind === 'message' ? item.message.sentAt : item.at);
      const row = byContent ? { id: randomUUID(), item: sayings.come(hash, item) } : { id: hash, item };
      insert.run(row.id, key ?? null, key === undefined ? to.thread : null, sentAt, at, JSON.stringify(row.item));
      return key === undefined ? { outcome: 'parked' } : { outcome: 'stored', key };
    },
    answered({ id, item }: Arrival, at: number): void {
      sayings.answered(hashOf(id), item, at);
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
    link(thread: string, key: string, now: number): number {
      if (upsertThread.run(thread, key).changes !== 1) return 0;
      leaveIdle.run(now, key, thread);
      const parked = selectParked.all(thread) as { readonly seq: number }[];
      for (const { seq } of parked) adopt.run(key, seq);
      if (parked.length > 0) moveSequence.run();
      return parked.length;
    },
    erase(key: string): void {
      blankItems.run(key);
      for (const { thread } of selectThreads.all(key) as { readonly thread: string }[]) tombstones.leave(thread, key);
      deleteThreads.run(key);
    },
  };
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}

export type InboxTable = ReturnType<typeof createInboxTable>;
