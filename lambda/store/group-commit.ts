import type { Database } from 'libsql';

/** Writes to SQLite that arrive together share one transaction, and so one wait for the disk. */
export interface GroupCommit {
  /** Runs one statement. Resolves with its result when it is on disk; rejects, alone, when the statement fails. */
  write<T>(statement: () => T): Promise<T>;
  /** The same for several statements, of which all or none are done. */
  writeAll<T>(statements: () => T): Promise<T>;
  /** Resolves when everything written so far is on disk. */
  drain(): Promise<void>;
}

interface Job {
  run(): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** A disk that has stalled must not make the next writes wait for as long again; milliseconds. */
const LONGEST_REST_MS = 20;

/**
 * A commit holds up everything else in the process while it waits for the disk, and Node accepts one connection per turn
 * of its event loop. So the next commit waits for as long as the last one took: others get at least half of the time,
 * and more writes share a commit. A process that is not busy does not notice.
 */
export function createGroupCommit(db: Database): GroupCommit {
  let waiting: Job[] = [];
  /** When the next commit may begin, by `performance.now()`. */
  let restUntil = 0;

  function commit(): void {
    const begun = performance.now();
    const jobs = waiting;
    waiting = [];
    try {
      db.exec('BEGIN IMMEDIATE');
      const settle = jobs.map((job) => {
        // After a rollback of its own SQLite would write each further statement at once.
        if (!db.inTransaction) throw new Error('SQLite rolled the transaction back');
        return attempt(job);
      });
      // A full disk or an I/O error makes SQLite roll the whole transaction back by itself; COMMIT then fails.
      db.exec('COMMIT');
      for (const done of settle) done();
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      for (const job of jobs) job.reject(error);
    }
    const ended = performance.now();
    restUntil = ended + Math.min(ended - begun, LONGEST_REST_MS);
  }

  function schedule(): void {
    const rest = restUntil - performance.now();
    if (rest < 1) setImmediate(commit);
    else setTimeout(commit, rest);
  }

  function write<T>(run: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (waiting.length === 0) schedule();
      waiting.push({ run, resolve: resolve as (value: unknown) => void, reject });
    });
  }
  return {
    write,
    writeAll: (statements) =>
      write(() => {
        db.exec('SAVEPOINT several');
        try {
          return statements();
        } catch (error) {
          if (db.inTransaction) db.exec('ROLLBACK TO several');
          throw error;
        } finally {
          if (db.inTransaction) db.exec('RELEASE several');
        }
      }),
    async drain() {
      while (waiting.length > 0) await new Promise(setImmediate);
    },
  };
}

/** Runs a job now; the result is told only after the commit. */
function attempt(job: Job): () => void {
  try {
    const value = job.run();
    return () => job.resolve(value);
  } catch (error) {
    return () => job.reject(error);
  }
}
