import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from 'libsql';
import { isBusy, PATIENCE_MS, pauseBefore } from './busy';

/** Writes to SQLite that arrive together share one transaction, and so one wait for the disk. */
export interface GroupCommit {
  /**
   * Runs one statement. Resolves with its result when it is on disk; rejects, alone, when the statement fails. While another
   * process has the file locked it waits, without holding up anything, for as long as it has patience: two seconds, or less if
   * that is asked for.
   */
  write<T>(statement: () => T, patienceMs?: number): Promise<T>;
  /** The same for several statements, of which all or none are done. */
  writeAll<T>(statements: () => T, patienceMs?: number): Promise<T>;
  /** Resolves when everything written so far is on disk. */
  drain(): Promise<void>;
}

interface Job {
  /** When it has waited for another process for long enough. */
  readonly until: number;
  run(): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** As long as others have something to do a commit waits for more writes, but no longer than this; milliseconds. */
const LONGEST_WAIT_MS = { least: 5, most: 50 };
/** Where the disk is slow it waits longer, within these bounds, so that a tenth of the time goes into commits. */
const WAIT_PER_COMMIT = 9;

/**
 * A commit holds up everything else in the process while it waits for the disk. So it is made when the event loop has
 * nothing else to do, which is at once in a process that is not busy, or when a write has waited for long enough: where
 * much goes on, more writes share a commit, and the disk takes less of the time.
 */
export function createGroupCommit(db: Database, onCommitted: () => void): GroupCommit {
  let waiting: Job[] = [];
  let longestWaitMs = LONGEST_WAIT_MS.least;
  /** How often the file was found locked in a row. */
  let tries = 0;

  function commit(): void {
    const jobs = waiting;
    waiting = [];
    const begun = performance.now();
    try {
      db.exec('BEGIN IMMEDIATE');
    } catch (error) {
      if (isBusy(error)) postpone(jobs, error);
      else rejectAll(jobs, error);
      return;
    }
    tries = 0;
    carryOut(jobs);
    const wait = WAIT_PER_COMMIT * (performance.now() - begun);
    longestWaitMs = Math.min(Math.max(wait, LONGEST_WAIT_MS.least), LONGEST_WAIT_MS.most);
  }

  function carryOut(jobs: readonly Job[]): void {
    try {
      const settle = jobs.map((job) => {
        // After a rollback of its own SQLite would write each further statement at once.
        if (!db.inTransaction) throw new Error('SQLite rolled the transaction back');
        return attempt(job);
      });
      // A full disk or an I/O error makes SQLite roll the whole transaction back by itself; COMMIT then fails.
      db.exec('COMMIT');
      for (const done of settle) done();
      onCommitted();
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      rejectAll(jobs, error);
    }
  }

  /** What comes meanwhile joins what waits already. */
  function postpone(jobs: readonly Job[], error: unknown): void {
    const now = performance.now();
    rejectAll(
      jobs.filter(({ until }) => until <= now),
      error,
    );
    waiting = jobs.filter(({ until }) => until > now);
    if (waiting.length > 0) setTimeout(commit, pauseBefore(tries++));
  }

  function commitWhenQuiet(): void {
    const latest = performance.now() + longestWaitMs;
    let seen = -1;
    const look = () => {
      const events = eventsSoFar();
      if (events === seen || performance.now() >= latest) return commit();
      seen = events;
      setImmediate(look);
    };
    setImmediate(look);
  }

  function write<T>(run: () => T, patienceMs = PATIENCE_MS): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (waiting.length === 0) commitWhenQuiet();
      const until = performance.now() + Math.min(patienceMs, PATIENCE_MS);
      waiting.push({ until, run, resolve: resolve as (value: unknown) => void, reject });
    });
  }

  return {
    write,
    writeAll: (statements, patienceMs) => write(() => allOrNone(db, statements), patienceMs),
    async drain() {
      while (waiting.length > 0) await delay(1);
    },
  };
}

function rejectAll(jobs: readonly Job[], error: unknown): void {
  for (const job of jobs) job.reject(error);
}

function allOrNone<T>(db: Database, statements: () => T): T {
  db.exec('SAVEPOINT several');
  try {
    return statements();
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK TO several');
    throw error;
  } finally {
    if (db.inTransaction) db.exec('RELEASE several');
  }
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

/**
 * How many events the loop has handled: no more than at its last turn, and there was nothing else to do. Node 22 tells
 * only since 22.8; before, a commit waits for nothing.
 */
function eventsSoFar(): number {
  const { uvMetricsInfo: metrics } = performance.nodeTiming as { readonly uvMetricsInfo?: { readonly events: number } };
  return metrics?.events ?? -1;
}
