import type Database from 'libsql';
import { PARKED_MS, type Store, type StoreOptions } from '../../conversation/ports/store';
import { createSeal } from '../seal';
import { guard, guardAsync } from './errors';
import { BUSY_MS, openDatabase } from './file';
import { createInbox } from './inbox';
import { createNotifications } from './notifications';
import { createTables, type Tables } from './tables';
import { createUsers } from './users';

const DAY_MS = 24 * 60 * 60_000;

/**
 * The embedded store: one file, readable by its owner only.
 *
 * @param path file of the database; it and its folder are created. `:memory:` keeps nothing.
 * @throws AloudError ALOUD_STORE_UNAVAILABLE when the file cannot be opened or was written by a newer version.
 */
export function openSqlite(path: string, { secret, days = 7, now = Date.now }: StoreOptions): Store {
  return guard(`open ${path}`, () => {
    const db = openDatabase(path);
    return createStore(db, createTables(db, createSeal(secret), now), days * DAY_MS);
  });
}

function createStore(db: Database.Database, tables: Tables, keepMs: number): Store {
  const { inbox, notifications, tombstones, commits, now } = tables;

  /**
   * The write-ahead log still holds rows as they were before they were deleted. While another process reads the file,
   * as for a backup, it cannot be emptied: then the next sweep does, without waiting.
   */
  function emptyLog(waitMs: number): void {
    db.exec(`PRAGMA busy_timeout = ${waitMs}`);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  }

  return {
    ...createUsers(tables, () => emptyLog(BUSY_MS)),
    ...createInbox(tables, db),
    ...createNotifications(tables),
    sweep: () =>
      guardAsync('sweep the inboxes', () =>
        commits
          .writeAll(() => {
            const items = now() - keepMs;
            inbox.sweep({ items, parked: now() - PARKED_MS });
            notifications.sweep(items);
            tombstones.sweep(items);
          })
          .then(() => emptyLog(0)),
      ),
    ready: () => guardAsync('read', () => void db.prepare('SELECT 1').get()),
    async close() {
      await commits.drain();
      if (db.open) db.close();
    },
  };
}
