import type { Database } from 'libsql';
import type { Store, StoreOptions } from '../../conversation/ports/store';
import { createSeal } from '../seal';
import { expiryOf } from '../unmatched';
import { whenFree } from './busy';
import { guard, guardAsync, guardRead } from './errors';
import { openDatabase } from './file';
import { createInbox } from './inbox';
import { createNotifications } from './notifications';
import { createSweeper } from './sweep';
import { createTables, type Tables } from './tables';
import { createUsers } from './users';
import { createWriteAheadLog, NO_LOG } from './write-ahead-log';

const DAY_MS = 24 * 60 * 60_000;
const IN_MEMORY = ':memory:';

/**
 * The embedded store: one file, readable by its owner only.
 *
 * @param path file of the database; it and its folder are created. `:memory:` keeps nothing.
 * @throws AloudError ALOUD_STORE_UNAVAILABLE when the file cannot be opened or was written by a newer version.
 */
export function openSqlite(path: string, { secret, days = 7, now = Date.now }: StoreOptions): Store {
  return guard(`open ${path}`, () => {
    const db = openDatabase(path);
    const log = path === IN_MEMORY ? NO_LOG : createWriteAheadLog(path);
    return createStore(db, createTables(db, createSeal(secret), log, now), days * DAY_MS);
  });
}

function createStore(db: Database, tables: Tables, keepMs: number): Store {
  const { lines, words, usage, unmatched, capture, commits, now } = tables;
  const sweeper = createSweeper(db, tables, keepMs);
  return {
    ...createUsers(tables),
    ...createInbox(tables, db),
    ...createNotifications(tables),
    claimWords: (claim) =>
      guardAsync('claim queued words', async () => {
        // Nearly always there are none: looking takes no lock.
        const next = await whenFree(() => words.next());
        return next === undefined || next > claim.now ? [] : commits.writeAll(() => words.claim(claim));
      }),
    nextWords: () => guardRead('read queued words', () => words.next()),
    sweep: () =>
      guardAsync('sweep the inboxes', async () => {
        if (capture.hasExpired(now())) await commits.writeAll(() => capture.end());
        await sweeper.sweep();
      }),
    beginCapture: (state, expires) =>
      guardAsync('begin a capture', () => commits.writeAll(() => capture.begin(state, expires))),
    capture: () => guardRead('read a capture', () => capture.state(now())),
    keepCaptured: (state, entry) =>
      guardAsync('keep what was captured', () => commits.writeAll(() => capture.keep(state, entry, now()))),
    captured: () => guardRead('read a capture', () => capture.all()),
    endCapture: () =>
      guardAsync('end a capture', async () => {
        await commits.writeAll(() => capture.end());
        await tables.log.empty();
      }),
    takePlace: (request) => guardAsync('take a place', () => commits.writeAll(() => lines.takePlace(request, now()))),
    count: (scope, counts) => guardAsync('count', () => commits.writeAll(() => usage.count(scope, counts))),
    counts: (scope) => guardRead('read counts', () => usage.counts(scope)),
    keepUnmatched: (skill, all, days) =>
      guardAsync('keep unmatched answers', () =>
        commits.writeAll(() => unmatched.keep(skill, all, expiryOf(now(), days))),
      ),
    unmatched: (skill) => guardRead('read unmatched answers', () => unmatched.all(skill, now())),
    ready: () => guardRead('read', () => void db.prepare('SELECT 1').get()),
    async close() {
      sweeper.stop();
      await tables.commits.drain();
      await tables.log.close();
      if (db.open) db.close();
    },
  };
}
