import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { Arrival, Store } from '../../lambda/conversation/ports/store';
import { openSqlite } from '../../lambda/store/sqlite';
import { momentOf } from '../../lambda/store/sqlite/sweep';
import { botMessage } from '../support/talk';

const SECRET = 'a secret of at least 32 characters';
const IDENTITY = { userId: 'amzn1.ask.account.ANNE', locale: 'en-US' };
const DAY_MS = 24 * 60 * 60_000;

let folder: string;
let path: string;
let store: Store;
/** As another process has it open. */
let neighbour: Database.Database;
/** Moves the store's clock. */
let later: number;

beforeEach(() => {
  later = 0;
  folder = mkdtempSync(join(tmpdir(), 'aloud-sweep-'));
  path = join(folder, 'aloud.db');
  store = openSqlite(path, { secret: SECRET, now: () => Date.now() + later });
  neighbour = new Database(path);
});
afterEach(async () => {
  if (neighbour.open) neighbour.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const arrival = (id: string): Arrival => ({
  id,
  to: { key: 'anne' },
  item: { kind: 'message', message: botMessage(id) },
});

describe('a sweep of many rows', () => {
  const ROWS = 2300;
  beforeEach(async () => {
    await store.open('anne', IDENTITY);
    await store.append(
      Array.from({ length: ROWS }, (_, index) => arrival(`old ${index}`)),
      Date.now(),
    );
  });

  /** Sweeps until all is gone, as the days go by. */
  async function sweepForDays(): Promise<void> {
    for (let day = 1; day <= 9; day++) {
      later = day * DAY_MS;
      await store.sweep();
    }
  }

  test('goes in small steps, between which everything else goes on', async () => {
    const counts = new Set<number>();
    const count = () => counts.add((neighbour.prepare('SELECT count(*) AS n FROM inbox').get() as { n: number }).n);
    let isOver = false;
    const sweeping = sweepForDays().finally(() => {
      isOver = true;
    });
    while (!isOver) {
      count();
      await new Promise(setImmediate);
    }
    await sweeping;
    count();
    const seen = [...counts].sort((a, b) => b - a);
    expect([seen[0], seen.at(-1)]).toEqual([ROWS, 0]);
    for (const [index, rows] of seen.entries()) expect((seen[index - 1] ?? rows) - rows).toBeLessThanOrEqual(500);
  });

  test('ends where it is when the store is closed', async () => {
    const count = () => (neighbour.prepare('SELECT count(*) AS n FROM inbox').get() as { n: number }).n;
    let sweeping = Promise.resolve();
    for (later = 0; count() === ROWS; later += DAY_MS) {
      let isOver = false;
      sweeping = store.sweep().finally(() => {
        isOver = true;
      });
      while (!isOver && count() === ROWS) await new Promise(setImmediate);
    }
    await store.close();
    await expect(sweeping).resolves.toBeUndefined();
    expect(count()).toBeGreaterThan(0);
    store = openSqlite(path, { secret: SECRET });
  });

  test('keeps no write waiting until it is over', async () => {
    const order: string[] = [];
    const sweeping = sweepForDays().then(() => order.push('swept'));
    const writing = store.append([arrival('new')], Date.now() + 30 * DAY_MS).then(() => order.push('written'));
    await Promise.all([sweeping, writing]);
    expect(order).toEqual(['written', 'swept']);
  });
});

describe('threads that nobody has used for long', () => {
  /** By what becomes of a message for it: parked, where nobody knows whose the thread is. */
  const isKnown = async (thread: string) => {
    const [delivery] = await store.append([{ ...arrival(`for ${thread} at ${later}`), to: { thread } }], Date.now());
    return delivery?.outcome === 'stored';
  };
  async function sweepUntil(day: number): Promise<void> {
    for (; later < day * DAY_MS; later += DAY_MS) await store.sweep();
    await store.sweep();
  }

  test('go, but for the one that a user had last', async () => {
    await store.open('anne', IDENTITY);
    for (const thread of ['left', 'written to', 'back to', 'last']) await store.link(thread, 'anne');
    await store.link('back to', 'anne');
    await sweepUntil(100);
    expect(await isKnown('written to')).toBe(true);
    await sweepUntil(190);
    expect([await isKnown('back to'), await isKnown('written to'), await isKnown('left')]).toEqual([true, true, false]);
    await sweepUntil(400);
    expect([await isKnown('back to'), await isKnown('written to')]).toEqual([true, false]);
  });

  test('go from a file of an earlier version, too', async () => {
    await store.open('anne', IDENTITY);
    for (const thread of ['left', 'last']) await store.link(thread, 'anne');
    await store.close();
    neighbour.exec(`DROP TABLE capture; DROP TABLE unmatched; DROP TABLE usage; DROP INDEX users_words_due; ALTER TABLE users DROP COLUMN words_due_at; DROP TABLE sayings; DROP TABLE lines; DROP TABLE sweeps; DROP INDEX dead_notices_age; DROP INDEX erased_age; DROP INDEX threads_idle;
      ALTER TABLE threads DROP COLUMN idle_since; PRAGMA user_version = 3`);
    neighbour.close();
    store = openSqlite(path, { secret: SECRET, now: () => Date.now() + later });
    expect([await isKnown('left'), await isKnown('last')]).toEqual([true, true]);
    await sweepUntil(200);
    expect([await isKnown('left'), await isKnown('last')]).toEqual([false, true]);
  });
});

test('the id of what was kept for long enough is forgotten, and may come again', async () => {
  await store.open('anne', IDENTITY);
  await store.append([arrival('one')], Date.now());
  for (; later < 10 * DAY_MS; later += DAY_MS) await store.sweep();
  expect(await store.append([arrival('one')], Date.now())).toEqual([{ outcome: 'stored', key: 'anne' }]);
});

test('a sweep goes by the clock of the one before, which follows by a day at most', () => {
  const now = 100 * DAY_MS;
  expect(momentOf(now, now + 1000)).toEqual({ moment: now, next: now + 1000 });
  expect(momentOf(now, now + 30 * DAY_MS)).toEqual({ moment: now, next: now + DAY_MS });
  expect(momentOf(now + 0.5, now + 0.5)).toEqual({ moment: now, next: now });
  expect(momentOf(now, now - 30 * DAY_MS)).toEqual({ moment: now - 30 * DAY_MS, next: now - DAY_MS });
});

test('when a content came that has neither an id nor a time is forgotten once that tells nothing any more', async () => {
  const saying: Arrival = { ...arrival('Okay.'), byContent: true };
  await store.open('anne', IDENTITY);
  await store.append([saying], Date.now());
  const count = () => (neighbour.prepare('SELECT count(*) AS rows FROM sayings').get() as { rows: number }).rows;
  await store.sweep();
  expect(count()).toBe(1);
  for (const day of [1, 2]) {
    later = day * DAY_MS;
    await store.sweep();
  }
  expect(count()).toBe(0);
});
