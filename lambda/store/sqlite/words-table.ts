import type { Database } from 'libsql';
import type { SaveOptions, WordsClaim } from '../../conversation/ports/store';

/** When the queued words of users are due, beside their documents. */
export function createWordsTable(db: Database) {
  const put = db.prepare('UPDATE users SET words_due_at = ? WHERE key = ?');
  const bringForward = db.prepare('UPDATE users SET words_due_at = ?1 WHERE key = ?2 AND words_due_at > ?1');
  const selectDue = db.prepare('SELECT key FROM users WHERE words_due_at <= ? ORDER BY words_due_at LIMIT ?');
  const selectNext = db.prepare('SELECT min(words_due_at) AS due_at FROM users WHERE words_due_at IS NOT NULL');

  return {
    put: (key: string, { dueAt }: NonNullable<SaveOptions['words']>) => void put.run(dueAt ?? null, key),
    /** Without effect where nothing is queued, or due before. */
    free: (key: string, dueAt: number) => void bringForward.run(dueAt, key),
    claim({ now, limit, leaseMs }: WordsClaim): string[] {
      const keys = (selectDue.all(now, limit) as { readonly key: string }[]).map(({ key }) => key);
      for (const key of keys) put.run(Math.trunc(now + leaseMs), key);
      return keys;
    },
    next: () => (selectNext.get() as { readonly due_at: number | null }).due_at ?? undefined,
  };
}

export type WordsTable = ReturnType<typeof createWordsTable>;
