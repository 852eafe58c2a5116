import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type Connection from 'libsql/promise';
import { AloudError } from '../../errors';
import { HELD_AT_MOST_MS, isBusy, PATIENCE_MS, pauseBefore } from './busy';

/**
 * What was written and is not in the file itself yet. It still holds rows as they were before they were deleted, until it is
 * emptied.
 */
export interface WriteAheadLog {
  /** Something was written. Where the log has become long, it is soon carried over into the file. */
  grown(): void;
  /** Resolves when a log that had become long has been carried over, as far as that is possible now. */
  keepShort(): Promise<void>;
  /**
   * Resolves when what was deleted before the call is gone from the files.
   *
   * @throws AloudError ALOUD_STORE_BUSY when another process reads the file for so long, as for a backup, that it cannot be
   */
  empty(): Promise<void>;
  /** The same without waiting for others: what cannot be emptied now stays for the next time. */
  tryToEmpty(): Promise<void>;
  /** Waits for what is going on. */
  close(): Promise<void>;
}

/** SQLite's own measure: a thousand pages. It would carry them over in a commit, while the event loop stands still. */
const LONG_BYTES = 1000 * 4096;
/** How often it is looked whether the log has become long, at most; milliseconds. */
const LOOK_EVERY_MS = 100;

/** Carried over by a connection of its own, whose work is done off the event loop: it copies pages and waits for the disk. */
export function createWriteAheadLog(path: string): WriteAheadLog {
  const { checkpoint, close } = createCheckpoints(path);
  const open = new Set<Promise<unknown>>();
  let next: Promise<boolean> | undefined;
  let look: NodeJS.Timeout | undefined;

  /** Who asks while one is waiting shares it; who asks while one is running has the next, as that one began too early. */
  function truncate(): Promise<boolean> {
    next ??= checkpoint('TRUNCATE', () => {
      next = undefined;
    });
    return next;
  }

  async function empty(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    for (let tries = 0; !(await truncate()); tries++) {
      if (performance.now() >= until) {
        const text = 'what was erased still stands in the log of the database, as another process reads the file';
        throw new AloudError('ALOUD_STORE_BUSY', text);
      }
      await delay(pauseBefore(tries));
    }
  }

  async function keepShort(): Promise<void> {
    const { size } = await stat(`${path}-wal`).catch(() => ({ size: 0 }));
    if (size > LONG_BYTES) await checkpoint('PASSIVE');
  }

  function untilClosed<T>(work: Promise<T>): Promise<T> {
    const ended: Promise<unknown> = work.catch(() => {}).then(() => open.delete(ended));
    open.add(ended);
    return work;
  }

  return {
    grown() {
      look ??= setTimeout(() => {
        look = undefined;
        // What fails now is tried again after the next write; SQLite itself sees to a log that has become very long.
        void untilClosed(keepShort()).catch(() => {});
      }, LOOK_EVERY_MS).unref();
    },
    keepShort: () => untilClosed(keepShort()),
    empty: () => untilClosed(empty()),
    tryToEmpty: () => untilClosed(truncate().then(() => {})),
    async close() {
      clearTimeout(look);
      await Promise.all(open);
      await close();
    },
  };
}

/** Nothing of a database in memory is in any file. */
export const NO_LOG: WriteAheadLog = {
  grown() {},
  async keepShort() {},
  async empty() {},
  async tryToEmpty() {},
  async close() {},
};

/** Checkpoints, one after the other. */
function createCheckpoints(path: string) {
  let connection: Promise<Connection> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** `false`: another process was in the way. */
  async function run(mode: 'PASSIVE' | 'TRUNCATE'): Promise<boolean> {
    connection ??= connect(path);
    try {
      const statement = await (await connection).prepare(`PRAGMA wal_checkpoint(${mode})`);
      const [{ busy }] = (await statement.all()) as [{ readonly busy: number }];
      return busy === 0;
    } catch (error) {
      if (isBusy(error)) return false;
      connection = undefined;
      throw error;
    }
  }

  return {
    checkpoint(mode: 'PASSIVE' | 'TRUNCATE', onBegun = () => {}): Promise<boolean> {
      const result = last.then(() => {
        onBegun();
        return run(mode);
      });
      last = result.catch(() => {});
      return result;
    },
    async close(): Promise<void> {
      (await connection)?.close();
      connection = undefined;
    },
  };
}

async function connect(path: string): Promise<Connection> {
  const Libsql = require('libsql/promise') as typeof Connection;
  const connection = new Libsql(path, {});
  await connection.exec(`PRAGMA busy_timeout = ${HELD_AT_MOST_MS}`);
  return connection;
}
