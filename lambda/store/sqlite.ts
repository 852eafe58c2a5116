import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'libsql';
import { type Conversation, NEW_CONVERSATION } from '../conversation/conversation';
import { AloudError } from '../errors';
import { createGroupCommit } from './group-commit';
import { createSeal, type Seal } from './seal';
import type { Store, StoredUser } from './store';

/** One entry per version of the schema: entry n brings `PRAGMA user_version` from n to n + 1. Entries never change. */
const MIGRATIONS = [
  `CREATE TABLE users (
     key TEXT PRIMARY KEY,
     user_id BLOB NOT NULL,
     locale TEXT NOT NULL,
     api_endpoint TEXT NOT NULL,
     conversation TEXT NOT NULL,
     version INTEGER NOT NULL
   ) STRICT`,
];

interface UserRow {
  readonly conversation: string;
  readonly version: number;
  readonly locale: string;
  readonly api_endpoint: string;
}

interface IdentityRow {
  readonly user_id: Uint8Array;
  readonly locale: string;
  readonly api_endpoint: string;
}

/**
 * The embedded store: one file, readable by its owner only.
 *
 * @param path file of the database; it and its folder are created. `:memory:` keeps nothing.
 * @param secret seals the Alexa ids (ALOUD_SECRET).
 * @throws AloudError ALOUD_STORE_UNAVAILABLE when the file cannot be opened or was written by a newer version.
 */
export function openSqlite(path: string, secret: string): Store {
  return guard(`open ${path}`, () => createStore(openDatabase(path), createSeal(secret)));
}

function createStore(db: Database.Database, { seal, open }: Seal): Store {
  const { write, drain } = createGroupCommit(db);

  const selectUser = db.prepare('SELECT conversation, version, locale, api_endpoint FROM users WHERE key = ?');
  const selectIdentity = db.prepare('SELECT user_id, locale, api_endpoint FROM users WHERE key = ?');
  const insertUser = db.prepare(
    `INSERT INTO users (key, user_id, locale, api_endpoint, conversation, version) VALUES (?, ?, ?, ?, ?, 0)
     ON CONFLICT (key) DO UPDATE SET locale = excluded.locale, api_endpoint = excluded.api_endpoint`,
  );
  const updateConversation = db.prepare(
    'UPDATE users SET conversation = ?, version = version + 1 WHERE key = ? AND version = ?',
  );
  const deleteUser = db.prepare('DELETE FROM users WHERE key = ?');

  const read = (key: string) => selectUser.get(key) as UserRow | undefined;

  return {
    user: (key, { userId, locale, apiEndpoint = '' }) =>
      guardAsync('read a user', async () => {
        const known = read(key);
        if (known?.locale === locale && known.api_endpoint === apiEndpoint) return toUser(key, known);
        const sealed = seal(userId, key);
        await write(() => insertUser.run(key, sealed, locale, apiEndpoint, JSON.stringify(NEW_CONVERSATION)));
        return toUser(key, read(key));
      }),
    identity: (key) =>
      guardAsync('read an identity', async () => {
        const row = selectIdentity.get(key) as IdentityRow | undefined;
        return (
          row && { userId: open(row.user_id, key), locale: row.locale, apiEndpoint: row.api_endpoint || undefined }
        );
      }),
    save: (key, conversation, version) =>
      guardAsync('save a conversation', async () => {
        const text = JSON.stringify(conversation);
        const { changes } = await write(() => updateConversation.run(text, key, version));
        return changes === 1;
      }),
    erase: (key) =>
      guardAsync('erase a user', async () => {
        await write(() => deleteUser.run(key));
        // The write-ahead log still holds the rows as they were.
        db.pragma('wal_checkpoint(TRUNCATE)');
      }),
    ready: () => guardAsync('read', async () => void db.prepare('SELECT 1').get()),
    async close() {
      await drain();
      if (db.open) db.close();
    },
  };
}

function toUser(key: string, row: UserRow | undefined): StoredUser {
  if (!row) throw new Error('the user was erased while it was being read');
  return { key, conversation: JSON.parse(row.conversation) as Conversation, version: row.version };
}

function openDatabase(path: string): Database.Database {
  // Native, so it is loaded only where it is used: the Lambda artifact comes without it.
  const Libsql = require('libsql') as typeof Database;
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // SQLite gives its side files (-wal, -shm) the mode of the main file.
    closeSync(openSync(path, 'a', 0o600));
    chmodSync(path, 0o600);
  }
  const db = new Libsql(path);
  try {
    db.exec('PRAGMA busy_timeout = 2000');
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    // What is erased is overwritten, not just unlinked.
    db.exec('PRAGMA secure_delete = ON');
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Brings the schema up to date. Two processes that start at once migrate once: the version is read under the lock. */
function migrate(db: Database.Database): void {
  db.transaction(() => {
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version > MIGRATIONS.length) throw new Error('the file was written by a newer version of Aloud');
    for (const migration of MIGRATIONS.slice(version)) db.exec(migration);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  }).immediate();
}

function guard<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unavailable(what, error);
  }
}

async function guardAsync<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unavailable(what, error);
  }
}

function unavailable(what: string, error: unknown): AloudError {
  if (error instanceof AloudError) return error;
  const why = error instanceof Error ? error.message : 'unknown reason';
  return new AloudError('ALOUD_STORE_UNAVAILABLE', `cannot ${what}: ${why}`, { cause: error });
}
