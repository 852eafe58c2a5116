import { randomUUID } from 'node:crypto';
import type { Database } from 'libsql';
import type {
  DeadLetter,
  DueNotification,
  NotificationClaim,
  NotificationResult,
} from '../../conversation/ports/store';
import {
  asked,
  firstState,
  heard,
  leased,
  left,
  lengthOfLine,
  type NotificationState,
  placeInLine,
  settled,
  startOfLine,
} from '../notification-policy';

interface NotificationRow {
  readonly user_key: string;
  readonly due_at: number | null;
  readonly lease: string | null;
  readonly asks: number;
  readonly claimed_asks: number;
  readonly number: number;
  readonly attempts: number;
  /** 0: never, or the user has come since. */
  readonly sent_at: number;
}

const COLUMNS = 'due_at, lease, asks, claimed_asks, number, attempts, sent_at';

/** The notifications in SQLite, one row per user who ever had one: the policy's state, as it is. */
export function createNotificationTable(db: Database) {
  const states = createStates(db);
  const selectDue = db.prepare(
    `SELECT user_key, ${COLUMNS} FROM notices WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at LIMIT ?`,
  );
  const selectPace = db.prepare('SELECT next_at FROM pace WHERE id = 1');
  const updatePace = db.prepare('UPDATE pace SET next_at = ? WHERE id = 1');
  const insertDeadLetter = db.prepare('INSERT INTO dead_notices (user_key, at, reason) VALUES (?, ?, ?)');
  const selectDeadLetters = db.prepare('SELECT user_key AS key, at, reason FROM dead_notices ORDER BY id DESC LIMIT ?');
  const deleteDeadLetters = db.prepare('DELETE FROM dead_notices WHERE user_key = ?');
  const selectNext = db.prepare('SELECT min(due_at) AS due_at FROM notices WHERE due_at IS NOT NULL');
  const countPending = db.prepare('SELECT count(*) AS pending FROM notices WHERE due_at IS NOT NULL');

  return {
    /** Without effect for a user who takes no notifications. */
    ask(key: string, at: number): void {
      const state = states.askable(key);
      if (state) states.write(key, asked(state, at));
    },
    claim(claim: NotificationClaim): DueNotification[] {
      const rows = selectDue.all(claim.now, claim.limit) as NotificationRow[];
      if (rows.length === 0) return [];
      const { next_at: next } = selectPace.get() as { readonly next_at: number };
      const start = startOfLine(next, claim);
      updatePace.run(start + lengthOfLine(rows.length, claim));
      return rows.map((row, index) => {
        const lease = randomUUID();
        states.write(row.user_key, leased(toState(row), lease, claim));
        const sendAt = placeInLine(start, index, claim);
        return { key: row.user_key, lease, sendAt, number: row.number, attempts: row.attempts };
      });
    },
    settle({ key, lease }: DueNotification, result: NotificationResult): void {
      const state = states.read(key);
      if (state?.lease !== lease) return;
      states.write(key, settled(state, result));
      if (result.kind === 'dead') insertDeadLetter.run(key, result.at, result.reason);
    },
    deadLetters: (limit: number) =>
      (selectDeadLetters.all(limit) as DeadLetter[]).map(({ key, at, reason }) => ({ key, at, reason })),
    next: () => (selectNext.get() as { readonly due_at: number | null }).due_at ?? undefined,
    pending: () => (countPending.get() as { readonly pending: number }).pending,
    heard: (key: string) => states.change(key, heard),
    left: (key: string, until: number, now: number) => states.change(key, (state) => left(state, until, now)),
    erase(key: string): void {
      states.remove(key);
      deleteDeadLetters.run(key);
    },
  };
}

export type NotificationTable = ReturnType<typeof createNotificationTable>;

/** The rows, as the policy sees them. */
function createStates(db: Database) {
  const select = db.prepare(`SELECT ${COLUMNS} FROM notices WHERE user_key = ?`);
  const selectAskable = db.prepare(
    `SELECT user_key, ${COLUMNS} FROM users LEFT JOIN notices ON user_key = key WHERE key = ? AND subscribed IS NOT 0`,
  );
  const put = db.prepare(
    `INSERT INTO notices (user_key, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (user_key) DO UPDATE SET due_at = excluded.due_at, lease = excluded.lease, asks = excluded.asks,
       claimed_asks = excluded.claimed_asks, number = excluded.number, attempts = excluded.attempts, sent_at = excluded.sent_at`,
  );
  const remove = db.prepare('DELETE FROM notices WHERE user_key = ?');

  function read(key: string): NotificationState | undefined {
    const row = select.get(key) as NotificationRow | undefined;
    return row && toState(row);
  }

  function write(key: string, state: NotificationState): void {
    const { dueAt, lease, asks, claimedAsks, number, attempts, sentAt } = state;
    put.run(key, dueAt ?? null, lease ?? null, asks, claimedAsks, number, attempts, sentAt ?? 0);
  }

  return {
    read,
    write,
    /** Of a user who is known and takes notifications. */
    askable(key: string): NotificationState | undefined {
      const row = selectAskable.get(key) as (NotificationRow & { readonly user_key: string | null }) | undefined;
      return row && (row.user_key === null ? firstState() : toState(row));
    },
    change(key: string, change: (state: NotificationState) => NotificationState): void {
      const state = read(key);
      const changed = state && change(state);
      if (changed && changed !== state) write(key, changed);
    },
    remove: (key: string) => void remove.run(key),
  };
}

function toState(row: NotificationRow): NotificationState {
  const { due_at, lease, asks, claimed_asks: claimedAsks, number, attempts, sent_at } = row;
  return {
    ...{ asks, claimedAsks, number, attempts },
    sentAt: sent_at === 0 ? undefined : sent_at,
    lease: lease ?? undefined,
    dueAt: due_at ?? undefined,
  };
}
