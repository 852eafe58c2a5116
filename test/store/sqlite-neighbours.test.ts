import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
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
  folder = mkdtempSync(join(tmpdir(), 'aloud-neighbours-'));
  path = join(folder, 'aloud.db');
  store = openSqlite(path, { secret: SECRET, now: () => Date.now() + later });
  neighbour = new Database(path);
});
afterEach(async () => {
  if (neighbour.open) neighbour.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const document = (text: string) => ({ turns: 1, said: [{ text }], rest: [], outbox: [] });
const arrival = (id: string): Arrival => ({
  id,
  to: { key: 'anne' },
  item: { kind: 'message', message: botMessage(id) },
});
const bytesContain = (text: string) =>
  readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(text));

/** How often a timer of ten milliseconds came while something was waited for. */
async function ticksDuring(work: Promise<unknown>): Promise<number> {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 10);
  await work.finally(() => clearInterval(timer));
  return ticks;
}

describe('while another process holds the file', () => {
  test('everything else goes on, and what was to be written is written as soon as it can be', async () => {
    const { version } = await store.open('anne', IDENTITY);
    neighbour.exec('BEGIN IMMEDIATE');
    const saving = store.save('anne', document('one'), version);
    const release = delay(400).then(() => neighbour.exec('COMMIT'));
    // Of forty: the machine may be busy with other things.
    expect(await ticksDuring(saving)).toBeGreaterThan(8);
    await release;
    expect(await saving).toBe(true);
    expect((await store.find('anne'))?.conversation.said).toEqual([{ text: 'one' }]);
  });

  test('what is read is read', async () => {
    await store.open('anne', IDENTITY);
    neighbour.exec('BEGIN IMMEDIATE');
    expect(await store.find('anne')).toBeDefined();
    expect(await store.open('anne', IDENTITY, 10)).toBeDefined();
    neighbour.exec('COMMIT');
  });

  test('for too long, what could not be written says so, and what comes later is written', async () => {
    const { version } = await store.open('anne', IDENTITY);
    neighbour.exec('BEGIN IMMEDIATE');
    const saving = store.save('anne', document('one'), version);
    await expect(saving).rejects.toMatchObject({ code: 'ALOUD_STORE_BUSY' });
    const appending = store.append([arrival('m1')], 1);
    neighbour.exec('COMMIT');
    expect(await appending).toEqual([{ outcome: 'stored', key: 'anne' }]);
    expect((await store.find('anne'))?.conversation.turns).toBe(0);
  });

  test('closing waits for what is still to be written', async () => {
    await store.open('anne', IDENTITY);
    neighbour.exec('BEGIN IMMEDIATE');
    const appending = store.append([arrival('m1')], 1);
    const closing = store.close();
    await delay(50);
    neighbour.exec('COMMIT');
    expect(await appending).toEqual([{ outcome: 'stored', key: 'anne' }]);
    await closing;
  });
});

describe('an erase, while another process reads the file', () => {
  beforeEach(async () => {
    const { version } = await store.open('anne', IDENTITY);
    await store.save('anne', document('secret of anne'), version);
    neighbour.exec('BEGIN');
    neighbour.prepare('SELECT count(*) FROM users').get();
  });

  test('is confirmed when what was said is gone from the files, and holds nobody up', async () => {
    const erasing = store.erase('anne');
    const release = delay(400).then(() => neighbour.exec('COMMIT'));
    expect(await ticksDuring(erasing)).toBeGreaterThan(8);
    await release;
    expect(bytesContain('secret of anne')).toBe(false);
  });

  test('is not confirmed as long as that cannot be; once more, and it is', async () => {
    await expect(store.erase('anne')).rejects.toMatchObject({ code: 'ALOUD_STORE_BUSY' });
    expect(await store.find('anne')).toBeUndefined();
    neighbour.exec('COMMIT');
    await store.erase('anne');
    expect(bytesContain('secret of anne')).toBe(false);
  });

  test('lets others write meanwhile', async () => {
    await store.open('ben', IDENTITY);
    const erasing = store.erase('anne');
    await delay(100);
    expect(await store.append([{ ...arrival('m1'), to: { key: 'ben' } }], 1)).toEqual([
      { outcome: 'stored', key: 'ben' },
    ]);
    neighbour.exec('COMMIT');
    await erasing;
  });
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

  test('keeps no write waiting until it is over', async () => {
    const order: string[] = [];
    const sweeping = sweepForDays().then(() => order.push('swept'));
    const writing = store.append([arrival('new')], Date.now() + 30 * DAY_MS).then(() => order.push('written'));
    await Promise.all([sweeping, writing]);
    expect(order).toEqual(['written', 'swept']);
  });
});

test('what was written much of is carried over into the file without a further write', async () => {
  await store.open('anne', IDENTITY);
  const long = { ...botMessage('long'), text: 'words '.repeat(10_000) };
  await store.append(
    Array.from({ length: 100 }, (_, index) => ({ ...arrival(`m${index}`), item: { kind: 'message', message: long } })),
    1,
  );
  const until = Date.now() + 10_000;
  while (statSync(path).size < 4_000_000 && Date.now() < until) await delay(20);
  expect(statSync(path).size).toBeGreaterThan(4_000_000);
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
    neighbour.exec(`DROP TABLE sweeps; DROP INDEX dead_notices_age; DROP INDEX erased_age; DROP INDEX threads_idle;
      ALTER TABLE threads DROP COLUMN idle_since; PRAGMA user_version = 3`);
    neighbour.close();
    store = openSqlite(path, { secret: SECRET, now: () => Date.now() + later });
    expect([await isKnown('left'), await isKnown('last')]).toEqual([true, true]);
    await sweepUntil(200);
    expect([await isKnown('left'), await isKnown('last')]).toEqual([false, true]);
  });
});

test('a sweep goes by the clock of the one before, which follows by a day at most', () => {
  const now = 100 * DAY_MS;
  expect(momentOf(now, now + 1000)).toEqual({ moment: now, next: now + 1000 });
  expect(momentOf(now, now + 30 * DAY_MS)).toEqual({ moment: now, next: now + DAY_MS });
  expect(momentOf(now, now - 30 * DAY_MS)).toEqual({ moment: now - 30 * DAY_MS, next: now - DAY_MS });
});
