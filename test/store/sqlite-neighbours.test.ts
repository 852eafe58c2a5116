import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'libsql';
import type { Arrival, Store } from '../../lambda/conversation/ports/store';
import { openSqlite } from '../../lambda/store/sqlite';
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

/** Lets the file go when timers have come so often: had the wait held them up, it would be held until the store gives up. */
async function commitAfterTicks(): Promise<void> {
  for (let ticks = 0; ticks < 10; ticks++) await delay(10);
  neighbour.exec('COMMIT');
}

describe('while another process holds the file', () => {
  test('everything else goes on, and what was to be written is written as soon as it can be', async () => {
    const { version } = await store.open('anne', IDENTITY);
    neighbour.exec('BEGIN IMMEDIATE');
    const saving = store.save('anne', document('one'), version);
    const released: unknown[] = [];
    const release = commitAfterTicks().then(() => released.push('released'));
    expect(await saving.then((saved) => [...released, saved])).toEqual(['released', true]);
    await release;
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

  test('who has less patience is told so before others are', async () => {
    const { version } = await store.open('anne', IDENTITY);
    neighbour.exec('BEGIN IMMEDIATE');
    const appending = store.append([arrival('m1')], 1);
    const saving = store.save('anne', document('one'), version, { patienceMs: 100 });
    await expect(saving).rejects.toMatchObject({ code: 'ALOUD_STORE_BUSY' });
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
    const released: string[] = [];
    const release = commitAfterTicks().then(() => released.push('released'));
    expect(await erasing.then(() => [...released])).toEqual(['released']);
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

describe('what another process puts into inboxes', () => {
  let other: Store;
  beforeEach(async () => {
    other = openSqlite(path, { secret: SECRET, now: () => Date.now() + later });
    for (const key of ['anne', 'ben']) await store.open(key, IDENTITY);
  });
  afterEach(() => other.close());

  const bring = (ids: readonly string[], key = 'anne') =>
    other.append(
      ids.map((id) => ({ ...arrival(id), to: { key } })),
      Date.now(),
    );
  const range = (name: string, length: number) => Array.from({ length }, (_, index) => `${name} ${index}`);
  /** Whom of Anne and Ben the work of another process concerns. */
  async function concerned(work: () => Promise<unknown>): Promise<boolean[]> {
    const before = await store.changes(['anne', 'ben']);
    await work();
    const after = await store.changes(['anne', 'ben']);
    return after.map((word, index) => word !== before[index]);
  }

  test('is told everybody where it is a flood, and only to whom it concerns again after it', async () => {
    expect(await concerned(() => bring(range('many', 1500)))).toEqual([true, false]);
    expect(await concerned(() => bring(range('flood', 2500)))).toEqual([true, true]);
    expect(await concerned(() => bring(['one'], 'ben'))).toEqual([false, true]);
  });

  test('is told of each that comes', async () => {
    for (const id of ['one', 'two', 'three']) expect(await concerned(() => bring([id]))).toEqual([true, false]);
  });

  test('is told also where all that came before was parked once, and is gone', async () => {
    await other.append([{ ...arrival('early'), to: { thread: 't1' } }], Date.now());
    await other.link('t1', 'anne');
    await store.changes(['anne']);
    for (; later <= 10 * DAY_MS; later += DAY_MS) await other.sweep();
    expect(await other.unread('anne', 10)).toEqual([]);
    expect(await concerned(() => bring(['one'], 'ben'))).toEqual([false, true]);
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
