import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { Unmatched } from '../../lambda/conversation/ports/usage-store';
import { openSqlite } from '../../lambda/store/sqlite';
import { expiryOf } from '../../lambda/store/unmatched';

const DAY_MS = 24 * 60 * 60_000;
const SECRET = 'a secret of at least 32 characters';
const ZEBRA: Unmatched = { said: 'the zebra please', offered: ['Lion', 'Giraffe'], outcome: 'sent' };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aloud-unmatched-'));
  path = join(folder, 'aloud.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytesOf = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));

test('no word of it can be read in the files', async () => {
  const store = openSqlite(path, { secret: SECRET });
  await store.keepUnmatched('default', [ZEBRA], 3);
  for (const bytes of bytesOf()) expect(bytes).not.toMatch(/zebra|Giraffe/);
  await store.close();
});

test('another secret opens none of it, and tells how many there are', async () => {
  const store = openSqlite(path, { secret: SECRET });
  await store.keepUnmatched('default', [ZEBRA, ZEBRA], 3);
  await store.close();
  const other = openSqlite(path, { secret: 'another secret of at least 32 characters' });
  expect(await other.unmatched('default')).toEqual({ unmatched: [], sealed: 2 });
  await other.keepUnmatched('default', [ZEBRA], 3);
  expect(await other.unmatched('default')).toEqual({ unmatched: [ZEBRA], sealed: 2 });
  await other.close();
});

test('a row cannot be moved to another skill', async () => {
  const store = openSqlite(path, { secret: SECRET });
  await store.keepUnmatched('default', [ZEBRA], 3);
  const neighbour = new Database(path);
  neighbour.exec(`UPDATE unmatched SET skill = 'other'`);
  neighbour.close();
  expect(await store.unmatched('other')).toEqual({ unmatched: [], sealed: 1 });
  await store.close();
});

test('a sweep deletes what is over', async () => {
  let later = 0;
  const store = openSqlite(path, { secret: SECRET, now: () => Date.now() + later });
  await store.keepUnmatched('default', [ZEBRA], 1);
  await store.keepUnmatched('default', [ZEBRA], 30);
  const rows = () => {
    const neighbour = new Database(path);
    const count = neighbour.prepare('SELECT id FROM unmatched').all().length;
    neighbour.close();
    return count;
  };
  await store.sweep();
  expect(rows()).toBe(2);
  // A sweep goes by the mark of the one before.
  for (let day = 1; day <= 2; day++) {
    later = day * DAY_MS;
    await store.sweep();
  }
  expect(rows()).toBe(1);
  await store.close();
});

test('nothing is kept for longer than its days, and its end tells the hour only', () => {
  const now = Date.UTC(2026, 10, 30, 14, 35, 12, 345);
  expect(new Date(expiryOf(now, 2)).toISOString()).toBe('2026-12-02T14:00:00.000Z');
});
