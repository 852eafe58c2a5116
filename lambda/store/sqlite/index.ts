import { randomInt } from 'node:crypto';
import type Database from 'libsql';
import { NEW_CONVERSATION } from '../../conversation/conversation';
import {
  ADOPTED_MS,
  type ChannelIdentity,
  PARKED_MS,
  type Store,
  type StoredUser,
  type StoreOptions,
  type Subscription,
} from '../../conversation/ports/store';
import { fromStored, toStored } from '../../conversation/stored-conversation';
import { AloudError } from '../../errors';
import { createSeal, type Seal } from '../seal';
import { BUSY_MS, openDatabase } from './file';
import { createGroupCommit } from './group-commit';
import { createInboxTable, INBOX_COLUMNS } from './inbox';
import { createNotificationTable } from './notifications';
import { createTombstones } from './tombstones';

/** A user who was erased and comes back does not begin with a version that a turn from before still holds. */
const MAX_FIRST_VERSION = 2 ** 31;
const DAY_MS = 24 * 60 * 60_000;

const USER_COLUMNS = 'conversation, version, locale, api_endpoint, subscribed, subscribed_at';

interface UserRow extends SubscriptionRow {
  readonly conversation: string;
  readonly version: number;
  readonly locale: string;
  readonly api_endpoint: string;
}

interface OpenedRow extends UserRow {
  readonly mark: number;
  /** Whether anything waits in the inbox. */
  readonly waits: number;
}

interface IdentityRow {
  readonly user_id: Uint8Array;
  readonly account: string | null;
  readonly locale: string;
  readonly api_endpoint: string;
}

interface ActiveRow {
  readonly active_until: number;
}

interface StandingRow extends IdentityRow, SubscriptionRow, ActiveRow {
  readonly conversation: string;
}

interface SubscriptionRow {
  readonly subscribed: number | null;
  readonly subscribed_at: number;
}

/**
 * The embedded store: one file, readable by its owner only.
 *
 * @param path file of the database; it and its folder are created. `:memory:` keeps nothing.
 * @throws AloudError ALOUD_STORE_UNAVAILABLE when the file cannot be opened or was written by a newer version.
 */
export function openSqlite(path: string, { secret, days = 7, now = Date.now }: StoreOptions): Store {
  return guard(`open ${path}`, () => createStore(openDatabase(path), createSeal(secret), { days, now }));
}

function createStore(
  db: Database.Database,
  { seal, open }: Seal,
  { days, now }: Pick<Required<StoreOptions>, 'days' | 'now'>,
): Store {
  const { write, writeAll, drain } = createGroupCommit(db);
  const tombstones = createTombstones(db);
  const inbox = createInboxTable(db, tombstones);
  const notifications = createNotificationTable(db);

  const selectUser = db.prepare(`SELECT ${USER_COLUMNS} FROM users WHERE key = ?`);
  // In one statement, as each costs more than what it looks for; and of one moment.
  const selectOpened = db.prepare(`SELECT ${USER_COLUMNS}, ${INBOX_COLUMNS} FROM users WHERE key = ?`);
  const selectIdentity = db.prepare('SELECT user_id, locale, api_endpoint, account FROM users WHERE key = ?');
  const insertUser = db.prepare(
    `INSERT INTO users (key, user_id, locale, api_endpoint, conversation, account, version) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET locale = excluded.locale, api_endpoint = excluded.api_endpoint`,
  );
  const updateConversation = db.prepare(
    'UPDATE users SET conversation = ?, version = version + 1, active_until = coalesce(?, active_until) WHERE key = ? AND version = ?',
  );
  const selectActive = db.prepare('SELECT active_until FROM users WHERE key = ?');
  const selectStanding = db.prepare(
    'SELECT user_id, locale, api_endpoint, account, conversation, active_until, subscribed, subscribed_at FROM users WHERE key = ?',
  );
  const updateSubscription = db.prepare(
    'UPDATE users SET subscribed = ?, subscribed_at = ? WHERE key = ? AND subscribed_at <= ?',
  );
  // Changes with the commits of other connections only.
  const selectDataVersion = db.prepare('PRAGMA data_version');
  const selectSpeakers = db.prepare('SELECT key FROM users WHERE account = ?');
  const deleteUser = db.prepare('DELETE FROM users WHERE key = ?');

  const read = (key: string) => selectUser.get(key) as UserRow | undefined;
  const readOpened = (key: string) => selectOpened.get(key) as OpenedRow | undefined;

  function insert(key: string, { userId, locale, apiEndpoint = '', account }: ChannelIdentity): void {
    insertUser.run(
      key,
      seal(userId, key),
      locale,
      apiEndpoint,
      JSON.stringify(toStored(NEW_CONVERSATION)),
      account ?? null,
      randomInt(MAX_FIRST_VERSION),
    );
  }

  function toIdentity(key: string, { user_id, locale, api_endpoint, account }: IdentityRow): ChannelIdentity {
    const identity = { userId: open(user_id, key), locale, apiEndpoint: api_endpoint || undefined };
    return account === null ? identity : { ...identity, account };
  }

  /**
   * The write-ahead log still holds rows as they were before they were deleted. While another process reads the file,
   * as for a backup, it cannot be emptied: then the next sweep does, without waiting.
   */
  function emptyLog(waitMs: number): void {
    db.exec(`PRAGMA busy_timeout = ${waitMs}`);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  }

  /** Who takes notifications from now on is told of what waits already, and so are the speakers of an account. */
  function askForWaiting(account: string): void {
    const speakers = selectSpeakers.all(account) as { readonly key: string }[];
    for (const key of [account, ...speakers.map((row) => row.key)]) {
      if (inbox.unread(key, 1).length > 0) notifications.ask(key, now());
    }
  }

  return {
    open: (key, identity, limit = 0) =>
      guardAsync('read a user', async () => {
        const { locale, apiEndpoint = '' } = identity;
        let row = readOpened(key);
        if (row?.locale !== locale || row.api_endpoint !== apiEndpoint) {
          const isKnown = row !== undefined;
          await writeAll(() => {
            insert(key, identity);
            if (!isKnown) tombstones.clear(key);
          });
          row = readOpened(key);
        }
        if (!row) throw new Error('the user was erased while it was being read');
        // Behind the mark: what another process writes in between is found by that, or makes the save fail.
        const unread = row.waits === 1 && limit > 0 ? inbox.unread(key, limit) : [];
        return { ...toUser(key, row), unread, mark: String(row.mark) };
      }),
    find: (key) =>
      guardAsync('read a user', async () => {
        const row = read(key);
        return row && toUser(key, row);
      }),
    identity: (key) =>
      guardAsync('read an identity', async () => {
        const row = selectIdentity.get(key) as IdentityRow | undefined;
        return row && toIdentity(key, row);
      }),
    save: (key, conversation, version, { taken = [], activeUntil } = {}) =>
      guardAsync('save a conversation', async () => {
        const text = JSON.stringify(toStored(conversation));
        const update = () => updateConversation.run(text, activeUntil ?? null, key, version).changes === 1;
        if (taken.length === 0 && activeUntil !== 0) return write(update);
        return writeAll(() => {
          const before = activeUntil === 0 ? (selectActive.get(key) as ActiveRow | undefined) : undefined;
          if (!update()) return false;
          inbox.take(key, taken);
          if (taken.length > 0) notifications.heard(key);
          if (before) notifications.left(key, before.active_until, now());
          return true;
        });
      }),
    append: (arrivals, at) =>
      guardAsync('write to an inbox', () =>
        writeAll(() =>
          arrivals.map((arrival) => {
            const delivery = inbox.append(arrival, at);
            const { notificationAt } = arrival;
            if (delivery.outcome === 'stored' && notificationAt !== undefined)
              notifications.ask(delivery.key, notificationAt);
            return delivery;
          }),
        ),
      ),
    unread: (key, limit, since) => guardAsync('read an inbox', async () => inbox.unread(key, limit, since)),
    changes: (keys) =>
      guardAsync('read', async () => {
        const { data_version: version } = selectDataVersion.get() as { readonly data_version: number };
        return keys.map(() => String(version));
      }),
    link: (thread, key) =>
      guardAsync('link a thread', () =>
        writeAll(() => {
          // When it came the owner was not known. A turn that is still waiting hears it before this is due.
          if (inbox.link(thread, key) > 0) notifications.ask(key, now() + ADOPTED_MS);
        }),
      ),
    sweep: () =>
      guardAsync('sweep the inboxes', () =>
        writeAll(() => {
          const items = now() - days * DAY_MS;
          inbox.sweep({ items, parked: now() - PARKED_MS });
          notifications.sweep(items);
          tombstones.sweep(items);
        }).then(() => emptyLog(0)),
      ),
    subscribe: (key, identity, { subscribed, at }) =>
      guardAsync('write a subscription', () =>
        writeAll(() => {
          const before = read(key);
          if (!before && tombstones.has(key)) return;
          insert(key, identity);
          const isNewest = updateSubscription.run(subscribed ? 1 : 0, at, key, at).changes === 1;
          if (isNewest && subscribed && before?.subscribed !== 1) askForWaiting(key);
        }),
      ),
    standing: (key) =>
      guardAsync('read a user', async () => {
        const row = selectStanding.get(key) as StandingRow | undefined;
        if (!row) return undefined;
        const conversation = fromStored(JSON.parse(row.conversation));
        const activeUntil = row.active_until;
        return { identity: toIdentity(key, row), conversation, subscription: toSubscription(row), activeUntil };
      }),
    claimNotifications: (claim) => guardAsync('claim notifications', () => writeAll(() => notifications.claim(claim))),
    settleNotification: (notification, result) =>
      guardAsync('settle a notification', () => writeAll(() => notifications.settle(notification, result))),
    deadLetters: (limit) => guardAsync('read dead letters', async () => notifications.deadLetters(limit)),
    nextNotification: () => guardAsync('read notifications', async () => notifications.next()),
    pendingNotifications: () => guardAsync('count notifications', async () => notifications.pending()),
    erase: (key) =>
      guardAsync('erase a user', async () => {
        await writeAll(() => {
          const speakers = selectSpeakers.all(key) as { readonly key: string }[];
          for (const erased of [key, ...speakers.map((row) => row.key)]) {
            deleteUser.run(erased);
            tombstones.leave(erased);
            inbox.erase(erased);
            notifications.erase(erased);
          }
        });
        emptyLog(BUSY_MS);
      }),
    ready: () => guardAsync('read', async () => void db.prepare('SELECT 1').get()),
    async close() {
      await drain();
      if (db.open) db.close();
    },
  };
}

function toUser(key: string, row: UserRow): StoredUser {
  const conversation = fromStored(JSON.parse(row.conversation));
  return { key, conversation, version: row.version, subscription: toSubscription(row) };
}

function toSubscription({ subscribed, subscribed_at: at }: SubscriptionRow): Subscription | undefined {
  return subscribed === null ? undefined : { subscribed: subscribed === 1, at };
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
  // What JSON.parse says of a damaged row quotes it.
  const why =
    error instanceof SyntaxError ? 'a row is damaged' : error instanceof Error ? error.message : 'unknown reason';
  return new AloudError('ALOUD_STORE_UNAVAILABLE', `cannot ${what}: ${why}`, { cause: error });
}
