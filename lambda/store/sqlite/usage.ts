import type { Database } from 'libsql';
import type { Counts, UsageScope } from '../../conversation/ports/usage-store';

/** What was counted in a month, one row for each count. */
export function createUsageTable(db: Database) {
  const add = db.prepare(
    `INSERT INTO usage (month, skill, name, count) VALUES (?, ?, ?, ?)
     ON CONFLICT (month, skill, name) DO UPDATE SET count = count + excluded.count`,
  );
  const select = db.prepare('SELECT name, count FROM usage WHERE month = ? AND skill = ?');
  return {
    count({ month, skill }: UsageScope, counts: Counts): void {
      for (const [name, count] of Object.entries(counts)) add.run(month, skill, name, count);
    },
    counts({ month, skill }: UsageScope): Counts {
      const rows = select.all(month, skill) as readonly { readonly name: string; readonly count: number }[];
      return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
    },
  };
}

export type UsageTable = ReturnType<typeof createUsageTable>;
