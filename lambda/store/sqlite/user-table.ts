import { randomInt } from 'node:crypto';
import type { Database } from 'libsql';
import { type Conversation, NEW_CONVERSATION } from '../../conversation/conversation';
import type { ChannelIdentity, Standing, StoredUser, Subscription } from '../../conversation/ports/store';
import { fromStored, toStored } from '../../conversation/stored-conversation';
import type { Seal } from '../seal';
import { INBOX_COLUMNS } from './inbox-table';

/** A user who was erased and comes back does not begin with a version that a turn from before still holds. */
const MAX_FIRST_VERSION = 2 ** 31;

const USER_COLUMNS = 'conversation, version, locale, api_endpoint, subscribed, subscribed_at';

interface SubscriptionRow {
  readonly subscribed: number | null;
  readonly subscribed_at: number;
}

export interface UserRow extends SubscriptionRow {
  readonly conversation: string;
  readonly version: number;
  readonly locale: string;
  readonly api_endpoint: string;
}

export interface OpenedRow extends UserRow {
  readonly mark: number;
  /** Whether anything waits in the inbox. */
  readonly waits: number;
}

/** Its columns in their order. */
type OpenedColumns = readonly [string, number, string, string, number | null, number, number, number];

function toOpened(columns: OpenedColumns | undefined): OpenedRow | undefined {
  if (!columns) return undefined;
  const [conversation, version, locale, api_endpoint, subscribed, subscribed_at, mark, waits] = columns;
  return { conversation, version, locale, api_endpoint, subscribed, subscribed_at, mark, waits };
}

interface StandingRow extends SubscriptionRow {
  readonly user_id: Uint8Array;
  readonly account: string | null;
  readonly locale: string;
  readonly api_endpoint: string;
  readonly conversation: string;
  readonly active_until: number;
}

/** The users in SQLite, one row each, with the Alexa id sealed. */
export function createUserTable(db: Database, { seal, open }: Seal) {
  const select = db.prepare(`SELECT ${USER_COLUMNS} FROM users WHERE key = ?`);
  // In one statement, as each costs more than what it looks for; and of one moment. Columns without names cost half.
  const selectOpened = db.prepare(`SELECT ${USER_COLUMNS}, ${INBOX_COLUMNS} FROM users WHERE key = ?`).raw();
  const selectStanding = db.prepare(
    'SELECT user_id, locale, api_endpoint, account, conversation, active_until, subscribed, subscribed_at FROM users WHERE key = ?',
  );
  const selectActive = db.prepare('SELECT active_until FROM users WHERE key = ?');
  const selectSpeakers = db.prepare('SELECT key FROM users WHERE account = ?');
  const insert = db.prepare(
    `INSERT INTO users (key, user_id, locale, api_endpoint, conversation, account, version) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET locale = excluded.locale, api_endpoint = excluded.api_endpoint`,
  );
  const updateConversation = db.prepare(
    'UPDATE users SET conversation = ?, version = version + 1, active_until = coalesce(?, active_until) WHERE key = ? AND version = ?',
  );
  const updateSubscription = db.prepare(
    'UPDATE users SET subscribed = ?, subscribed_at = ? WHERE key = ? AND subscribed_at <= ?',
  );
  const remove = db.prepare('DELETE FROM users WHERE key = ?');

  return {
    read: (key: string) => select.get(key) as UserRow | undefined,
    readOpened: (key: string) => toOpened(selectOpened.get([key]) as OpenedColumns | undefined),
    standing(key: string): Standing | undefined {
      const row = selectStanding.get(key) as StandingRow | undefined;
      if (!row) return undefined;
      const identity = {
        userId: open(row.user_id, key),
        locale: row.locale,
        apiEndpoint: row.api_endpoint || undefined,
      };
      return {
        identity: row.account === null ? identity : { ...identity, account: row.account },
        conversation: fromStored(JSON.parse(row.conversation)),
        subscription: toSubscription(row),
        activeUntil: row.active_until,
      };
    },
    activeUntil: (key: string) =>
      (selectActive.get(key) as { readonly active_until: number } | undefined)?.active_until,
    /** The account itself and its recognised speakers. */
    withSpeakers: (account: string): readonly string[] => [
      account,
      ...(selectSpeakers.all(account) as { readonly key: string }[]).map(({ key }) => key),
    ],
    /** Makes a user known, or notes where they are now. */
    put(key: string, { userId, locale, apiEndpoint = '', account }: ChannelIdentity): void {
      const empty = JSON.stringify(toStored(NEW_CONVERSATION));
      const version = randomInt(MAX_FIRST_VERSION);
      insert.run(key, seal(userId, key), locale, apiEndpoint, empty, account ?? null, version);
    },
    /** `false`: the version is not the newest. */
    save: (key: string, document: string, version: number, activeUntil: number | undefined) =>
      updateConversation.run([document, activeUntil ?? null, key, version]).changes === 1,
    /** `false`: something newer is known. */
    subscribe: (key: string, { subscribed, at }: Subscription) =>
      updateSubscription.run(subscribed ? 1 : 0, at, key, at).changes === 1,
    remove: (key: string) => void remove.run(key),
  };
}

export type UserTable = ReturnType<typeof createUserTable>;

/** A conversation as the database keeps it. */
export function toDocument(conversation: Conversation): string {
  return JSON.stringify(toStored(conversation));
}

/** What the core is told of a user. */
export function toUser(key: string, row: UserRow): StoredUser {
  const conversation = fromStored(JSON.parse(row.conversation));
  return { key, conversation, version: row.version, subscription: toSubscription(row) };
}

function toSubscription({ subscribed, subscribed_at: at }: SubscriptionRow): Subscription | undefined {
  return subscribed === null ? undefined : { subscribed: subscribed === 1, at };
}
