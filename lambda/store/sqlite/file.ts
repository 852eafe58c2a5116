import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'libsql';
import { HELD_AT_MOST_MS } from './busy';

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
  `CREATE TABLE inbox (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     user_key TEXT,
     thread TEXT,
     sent_at INTEGER NOT NULL,
     received_at INTEGER NOT NULL,
     item TEXT
   ) STRICT;
   CREATE INDEX inbox_unread ON inbox (user_key, sent_at, seq) WHERE item IS NOT NULL;
   CREATE INDEX inbox_parked ON inbox (thread) WHERE user_key IS NULL AND thread IS NOT NULL;
   CREATE INDEX inbox_parked_age ON inbox (received_at) WHERE user_key IS NULL AND thread IS NOT NULL;
   CREATE INDEX inbox_age ON inbox (received_at);
   CREATE INDEX inbox_user ON inbox (user_key) WHERE user_key IS NOT NULL;
   CREATE TABLE threads (
     thread TEXT PRIMARY KEY,
     user_key TEXT NOT NULL
   ) STRICT;
   CREATE INDEX threads_user ON threads (user_key)`,
  `ALTER TABLE users ADD COLUMN account TEXT;
   CREATE INDEX users_account ON users (account) WHERE account IS NOT NULL;
   ALTER TABLE users ADD COLUMN active_until INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE users ADD COLUMN subscribed INTEGER;
   ALTER TABLE users ADD COLUMN subscribed_at INTEGER NOT NULL DEFAULT 0;
   CREATE TABLE notices (
     user_key TEXT PRIMARY KEY,
     due_at INTEGER,
     lease TEXT,
     asks INTEGER NOT NULL DEFAULT 0,
     claimed_asks INTEGER NOT NULL DEFAULT 0,
     number INTEGER NOT NULL DEFAULT 0,
     attempts INTEGER NOT NULL DEFAULT 0,
     sent_at INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE INDEX notices_due ON notices (due_at) WHERE due_at IS NOT NULL;
   CREATE TABLE dead_notices (
     id INTEGER PRIMARY KEY,
     user_key TEXT NOT NULL,
     at INTEGER NOT NULL,
     reason TEXT NOT NULL
   ) STRICT;
   CREATE INDEX dead_notices_user ON dead_notices (user_key);
   CREATE TABLE erased (id TEXT PRIMARY KEY, owner TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
   CREATE INDEX erased_owner ON erased (owner);
   CREATE TABLE pace (id INTEGER PRIMARY KEY CHECK (id = 1), next_at INTEGER NOT NULL) STRICT;
   INSERT INTO pace VALUES (1, 0)`,
  `ALTER TABLE threads ADD COLUMN idle_since INTEGER;
   UPDATE threads SET idle_since = unixepoch() * 1000
     WHERE rowid NOT IN (SELECT max(rowid) FROM threads GROUP BY user_key);
   CREATE INDEX threads_idle ON threads (idle_since) WHERE idle_since IS NOT NULL;
   CREATE INDEX dead_notices_age ON dead_notices (at);
   CREATE INDEX erased_age ON erased (at);
   CREATE TABLE sweeps (id INTEGER PRIMARY KEY CHECK (id = 1), swept_at INTEGER NOT NULL) STRICT;
   INSERT INTO sweeps VALUES (1, unixepoch() * 1000)`,
  'CREATE TABLE lines (name TEXT PRIMARY KEY, next_at INTEGER NOT NULL) STRICT',
  `CREATE TABLE sayings (id TEXT PRIMARY KEY, came_at INTEGER NOT NULL, repeats_until INTEGER NOT NULL) STRICT;
   CREATE INDEX sayings_age ON sayings (repeats_until)`,
  `ALTER TABLE users ADD COLUMN words_due_at INTEGER;
   CREATE INDEX users_words_due ON users (words_due_at) WHERE words_due_at IS NOT NULL`,
  `CREATE TABLE usage (month TEXT NOT NULL, skill TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,
   PRIMARY KEY (month, skill, name)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE unmatched (id TEXT PRIMARY KEY, skill TEXT NOT NULL, expires_at INTEGER NOT NULL, sealed BLOB NOT NULL)
   STRICT, WITHOUT ROWID;
   CREATE INDEX unmatched_skill ON unmatched (skill);
   CREATE INDEX unmatched_age ON unmatched (expires_at)`,
  `CREATE TABLE capture (seq INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL, expires INTEGER) STRICT`,
];

/** Which version of the schema is this code's. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** How long another process is waited for at the start, when there is nothing yet that this could hold up; milliseconds. */
const START_MS = 2000;

const LONGEST_LOG_PAGES = 16_000;

/** Opens the file, created if need be for its owner only, and brings its schema up to date. */
export function openDatabase(path: string): Database.Database {
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
    db.exec(`PRAGMA busy_timeout = ${START_MS}`);
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    // The log is kept short off the event loop; this is only for when that fails.
    db.exec(`PRAGMA wal_autocheckpoint = ${LONGEST_LOG_PAGES}`);
    // What is erased is overwritten, not just unlinked.
    db.exec('PRAGMA secure_delete = ON');
    migrate(db);
    db.exec(`PRAGMA busy_timeout = ${HELD_AT_MOST_MS}`);
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
