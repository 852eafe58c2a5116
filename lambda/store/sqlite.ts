import type Database from 'libsql';
import { type Conversation, NEW_CONVERSATION } from '../conversation/conversation';
import { AloudError } from '../errors';
import { createGroupCommit } from './group-commit';
import { createSeal, type Seal } from './seal';
import { openDatabase } from './sqlite-file';
import { createInboxTable } from './sqlite-inbox';
import type { Store, StoredUser } from './store';

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
  const { write, writeAll, drain } = createGroupCommit(db);
  const inbox = createInboxTable(db);

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
    save: (key, conversation, version, taken = []) =>
      guardAsync('save a conversation', async () => {
        const text = JSON.stringify(conversation);
        const update = () => updateConversation.run(text, key, version).changes === 1;
        if (taken.length === 0) return write(update);
        return writeAll(() => update() && inbox.take(key, taken));
      }),
    append: (arrivals, at) =>
      guardAsync('write to an inbox', () => writeAll(() => arrivals.map((arrival) => inbox.append(arrival, at)))),
    unread: (key, limit, since) => guardAsync('read an inbox', async () => inbox.unread(key, limit, since)),
    mark: () => guardAsync('read an inbox', async () => inbox.mark()),
    link: (thread, key) => guardAsync('link a thread', () => writeAll(() => inbox.link(thread, key))),
    sweep: (before) => guardAsync('sweep the inboxes', () => writeAll(() => inbox.sweep(before))),
    erase: (key) =>
      guardAsync('erase a user', async () => {
        await writeAll(() => {
          deleteUser.run(key);
          inbox.erase(key);
        });
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
