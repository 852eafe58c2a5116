import { randomInt, randomUUID } from 'node:crypto';
import type { Database } from 'libsql';
import type { DueNotification, NotificationClaim, NotificationResult } from '../../conversation/ports/store';

/** Who was told that something waits, and has not come to hear it, is not told of more for a while; milliseconds. */
const GAP_MS = 10 * 60_000;
/** A user who was erased and comes back does not begin with a number under which Amazon was told something before. */
const MAX_FIRST_NUMBER = 2 ** 31;

interface DueRow {
  readonly user_key: string;
  readonly number: number;
  readonly attempts: number;
}

interface DeadLetterRow {
  readonly user_key: string;
  readonly at: number;
  readonly reason: string;
}

/**
 * The notifications in SQLite, one row per user who ever had one. `due_at` is empty while nothing is due; while a
 * notifier holds the row it is the end of the lease, so one index finds all that may be claimed. `asks` counts what
 * asked for the notification: what came during the lease makes it due again. A row that was put off keeps a lease that
 * no notifier holds: what comes meanwhile must not bring it forward.
 */
export function createNotificationTable(db: Database) {
  // What was sent in the future was sent before the clock was set back.
  const floor = `(CASE WHEN sent_at = 0 OR sent_at > excluded.due_at THEN 0 ELSE sent_at + ${GAP_MS} END)`;
  const ask = db.prepare(
    `INSERT INTO notices (user_key, due_at, asks, number)
     SELECT key, ?, 1, ? FROM users WHERE key = ? AND subscribed IS NOT 0
     ON CONFLICT (user_key) DO UPDATE SET asks = asks + 1, due_at = CASE
       WHEN due_at IS NULL THEN max(excluded.due_at, ${floor})
       WHEN lease IS NULL THEN min(due_at, max(excluded.due_at, ${floor}))
       ELSE due_at END`,
  );
  const selectDue = db.prepare(
    'SELECT user_key, number, attempts FROM notices WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at LIMIT ?',
  );
  const takeLease = db.prepare('UPDATE notices SET lease = ?, due_at = ?, claimed_asks = asks WHERE user_key = ?');
  const selectPace = db.prepare('SELECT next_at FROM pace WHERE id = 1');
  const updatePace = db.prepare('UPDATE pace SET next_at = ? WHERE id = 1');
  const sent = db.prepare(
    `UPDATE notices SET lease = NULL, number = number + 1, attempts = 0, sent_at = ?,
       due_at = CASE WHEN asks > claimed_asks THEN ? END WHERE user_key = ? AND lease = ?`,
  );
  const needless = db.prepare(
    `UPDATE notices SET lease = NULL, attempts = 0, due_at = CASE WHEN asks > claimed_asks THEN 0 END
     WHERE user_key = ? AND lease = ?`,
  );
  const later = db.prepare(
    'UPDATE notices SET lease = ?, attempts = attempts + ?, due_at = ? WHERE user_key = ? AND lease = ?',
  );
  const giveUp = db.prepare(
    `UPDATE notices SET lease = NULL, number = number + 1, attempts = 0, due_at = NULL
     WHERE user_key = ? AND lease = ?`,
  );
  const insertDeadLetter = db.prepare('INSERT INTO dead_notices (user_key, at, reason) VALUES (?, ?, ?)');
  const selectDeadLetters = db.prepare('SELECT user_key, at, reason FROM dead_notices ORDER BY id DESC LIMIT ?');
  const selectNext = db.prepare('SELECT min(due_at) AS due_at FROM notices WHERE due_at IS NOT NULL');
  const countPending = db.prepare('SELECT count(*) AS pending FROM notices WHERE due_at IS NOT NULL');
  const forgetSent = db.prepare('UPDATE notices SET sent_at = 0 WHERE user_key = ? AND sent_at > 0');
  const bringForward = db.prepare(
    "UPDATE notices SET lease = NULL, due_at = min(due_at, ?) WHERE user_key = ? AND lease = 'put off' AND due_at <= ?",
  );
  const deleteNotification = db.prepare('DELETE FROM notices WHERE user_key = ?');
  const deleteDeadLetters = db.prepare('DELETE FROM dead_notices WHERE user_key = ?');
  const deleteOldDeadLetters = db.prepare('DELETE FROM dead_notices WHERE at < ?');

  return {
    /** Without effect for a user who takes no notifications. */
    ask: (key: string, at: number) => void ask.run(Math.trunc(at), randomInt(MAX_FIRST_NUMBER), key),
    claim({ now, limit, leaseMs, paceMs }: NotificationClaim): DueNotification[] {
      const rows = selectDue.all(now, limit) as DueRow[];
      if (rows.length === 0) return [];
      const { next_at: next } = selectPace.get() as { readonly next_at: number };
      // A clock that was set back must not silence the business for as long.
      const start = Math.min(Math.max(next, now), now + leaseMs);
      updatePace.run(Math.trunc(start + rows.length * paceMs));
      return rows.map(({ user_key: key, number, attempts }, index) => {
        const lease = randomUUID();
        takeLease.run(lease, now + leaseMs, key);
        return { key, lease, sendAt: Math.trunc(start + index * paceMs), number, attempts };
      });
    },
    settle({ key, lease }: DueNotification, result: NotificationResult): void {
      switch (result.kind) {
        case 'sent':
          sent.run(result.at, result.at + GAP_MS, key, lease);
          return;
        case 'needless':
          needless.run(key, lease);
          return;
        case 'later':
          later.run(result.yields ? null : 'put off', result.failed ? 1 : 0, Math.trunc(result.dueAt), key, lease);
          return;
        case 'dead':
          if (giveUp.run(key, lease).changes === 1) insertDeadLetter.run(key, result.at, result.reason);
      }
    },
    deadLetters: (limit: number) =>
      (selectDeadLetters.all(limit) as DeadLetterRow[]).map(({ user_key: key, at, reason }) => ({ key, at, reason })),
    next: () => (selectNext.get() as { readonly due_at: number | null }).due_at ?? undefined,
    pending: () => (countPending.get() as { readonly pending: number }).pending,
    /** The user has come to hear what waits: what comes from now on is worth a notification at once. */
    heard: (key: string) => void forgetSent.run(key),
    /** The user has left, who might have been here until then: what was put off for that is due now. */
    left: (key: string, until: number, now: number) => void bringForward.run(now, key, until),
    sweep: (before: number) => void deleteOldDeadLetters.run(before),
    erase(key: string): void {
      deleteNotification.run(key);
      deleteDeadLetters.run(key);
    },
  };
}
