import type { Database } from 'libsql';
import { PARKED_MS, THREAD_MS } from '../../conversation/ports/store';
import { USAGE_MS } from '../../conversation/ports/usage-store';
import { monthOf } from '../../conversation/visit';
import type { Tables } from './tables';

const DAY_MS = 24 * 60 * 60_000;
/** Each is overwritten, and in the meantime nothing else can be done: as many at once as take so many milliseconds. */
const MOST_MS = 4;
const ROWS_PER_COMMIT = { least: 20, most: 500 };

/** Deletes what is too old, and can be told to stop. */
export interface Sweeper {
  sweep(): Promise<void>;
  stop(): void;
}

/** What too old means, by the moment that a sweep goes by. */
interface Deletion {
  readonly sql: string;
  readonly ageMs: number;
}

export function createSweeper(db: Database, { commits: { write }, log, now }: Tables, keepMs: number): Sweeper {
  const selectMark = db.prepare('SELECT swept_at FROM sweeps WHERE id = 1');
  const updateMark = db.prepare('UPDATE sweeps SET swept_at = ? WHERE id = 1');
  const deletions = deletionsFor(keepMs).map(({ sql, ageMs }) => ({ statement: db.prepare(sql), ageMs }));
  const deleteUsage = db.prepare('DELETE FROM usage WHERE month < ?');
  let running: Promise<void> | undefined;
  let isStopped = false;

  function moveMark(): number {
    const { swept_at: mark } = selectMark.get() as { readonly swept_at: number };
    const { moment, next } = momentOf(mark, now());
    updateMark.run(next);
    return moment;
  }

  async function sweepAll(): Promise<void> {
    const moment = await write(moveMark);
    for (const { statement, ageMs } of deletions) {
      let rows = ROWS_PER_COMMIT.least;
      const some = () => {
        const begun = performance.now();
        const isAll = statement.run(moment - ageMs, rows).changes < rows;
        rows = rowsFor((rows * MOST_MS) / (performance.now() - begun));
        return isAll;
      };
      // Else the log would become as long as all that is overwritten.
      while (!isStopped && !(await write(some))) await log.keepShort();
    }
    if (!isStopped) await write(() => deleteUsage.run(monthOf(moment - USAGE_MS)));
    if (!isStopped) await log.tryToEmpty();
  }

  return {
    /** One at a time: the skills of a process all ask for it. */
    sweep() {
      running ??= sweepAll().finally(() => {
        running = undefined;
      });
      return running;
    },
    stop() {
      isStopped = true;
    },
  };
}

function rowsFor(wanted: number): number {
  return Math.trunc(Math.min(Math.max(wanted, ROWS_PER_COMMIT.least), ROWS_PER_COMMIT.most));
}

/**
 * The moment that a sweep goes by, and the mark that it leaves for the next. The mark follows the clock by a day at most,
 * and a sweep goes by the mark of the one before: so a clock that is wrong once deletes nothing.
 */
export function momentOf(mark: number, now: number): { readonly moment: number; readonly next: number } {
  const next = Math.min(Math.max(now, mark - DAY_MS), mark + DAY_MS);
  return { moment: Math.trunc(Math.min(now, mark)), next: Math.trunc(next) };
}

function deletionsFor(keepMs: number): readonly Deletion[] {
  const oldest = (table: string, key: string, condition: string) =>
    `DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE ${condition} < ? LIMIT ?)`;
  return [
    { sql: oldest('inbox', 'seq', 'received_at'), ageMs: keepMs },
    {
      sql: oldest('inbox', 'seq', 'user_key IS NULL AND thread IS NOT NULL AND received_at'),
      ageMs: PARKED_MS,
    },
    { sql: oldest('sayings', 'id', 'repeats_until'), ageMs: 0 },
    { sql: oldest('unmatched', 'id', 'expires_at'), ageMs: 0 },
    { sql: oldest('threads', 'thread', 'idle_since'), ageMs: THREAD_MS },
    { sql: oldest('dead_notices', 'id', 'at'), ageMs: keepMs },
    { sql: oldest('erased', 'id', 'at'), ageMs: keepMs },
  ];
}
