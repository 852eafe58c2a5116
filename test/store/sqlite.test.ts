import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openSqlite } from '../../lambda/store/sqlite';

const SECRET = 'a secret of at least 32 characters';
const IDENTITY = { userId: 'amzn1.ask.account.THE-ALEXA-ID', locale: 'en-US' };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aloud-sqlite-'));
  path = join(folder, 'data', 'aloud.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = () => readdirSync(join(folder, 'data')).map((name) => join(folder, 'data', name));
const bytesContain = (text: string) => files().some((file) => readFileSync(file).includes(text));

test('the database and its side files are readable by their owner only', async () => {
  const store = openSqlite(path, { secret: SECRET });
  await store.open('anne', IDENTITY);
  expect(files().length).toBeGreaterThan(1);
  expect(files().map((file) => statSync(file).mode & 0o777)).toEqual(files().map(() => 0o600));
  await store.close();
});

test('no Alexa id stands in the files, and another secret does not open it', async () => {
  const store = openSqlite(path, { secret: SECRET });
  await store.open('anne', IDENTITY);
  expect(bytesContain('anne')).toBe(true);
  expect(bytesContain('THE-ALEXA-ID')).toBe(false);
  await store.close();

  const stranger = openSqlite(path, { secret: 'quite another secret of 32 characters' });
  await expect(stranger.standing('anne')).rejects.toMatchObject({ code: 'ALOUD_STORE_SEALED' });
  await stranger.close();
});

test('a sealed identity cannot be moved to another user', async () => {
  const store = openSqlite(path, { secret: SECRET });
  await store.open('anne', IDENTITY);
  await store.open('ben', { ...IDENTITY, userId: 'amzn1.ask.account.BEN' });
  const db = new Database(path);
  db.exec("UPDATE users SET user_id = (SELECT user_id FROM users WHERE key = 'anne') WHERE key = 'ben'");
  db.close();
  await expect(store.standing('ben')).rejects.toMatchObject({ code: 'ALOUD_STORE_SEALED' });
  await store.close();
});

test('erasing leaves none of what was said in the files', async () => {
  const store = openSqlite(path, { secret: SECRET });
  for (const key of ['anne', 'ben']) {
    const { version } = await store.open(key, IDENTITY);
    await store.save(key, { turns: 1, said: [{ text: `secret of ${key}` }], rest: [], outbox: [] }, version);
  }
  expect(bytesContain('secret of anne')).toBe(true);
  await store.erase('anne');
  expect(bytesContain('secret of anne')).toBe(false);
  expect(bytesContain('secret of ben')).toBe(true);
  await store.close();
});

test('what could not leave the log while somebody read the file leaves it with the next sweep', async () => {
  const store = openSqlite(path, { secret: SECRET });
  const { version } = await store.open('anne', IDENTITY);
  await store.save('anne', { turns: 1, said: [{ text: 'secret of anne' }], rest: [], outbox: [] }, version);
  const backup = new Database(path);
  backup.exec('BEGIN');
  backup.prepare('SELECT count(*) FROM users').get();
  await expect(store.erase('anne')).rejects.toMatchObject({ code: 'ALOUD_STORE_BUSY' });
  expect(bytesContain('secret of anne')).toBe(true);
  await store.sweep();
  backup.exec('COMMIT');
  backup.close();
  await store.sweep();
  expect(bytesContain('secret of anne')).toBe(false);
  await store.close();
});

test('what was saved survives a process that is killed: it is in the files before the promise resolves', async () => {
  const store = openSqlite(path, { secret: SECRET });
  const { version } = await store.open('anne', IDENTITY);
  await store.save('anne', { turns: 42, said: [], rest: [], outbox: [] }, version);
  // A copy of the files as they are now is what a killed process leaves behind.
  const copy = join(folder, 'copy.db');
  for (const file of files()) writeFileSync(file.replace(path, copy), readFileSync(file));
  const afterKill = openSqlite(copy, { secret: SECRET });
  expect((await afterKill.open('anne', IDENTITY)).conversation.turns).toBe(42);
  await afterKill.close();
  await store.close();
});

test('many writers at once are all on disk', async () => {
  const store = openSqlite(path, { secret: SECRET });
  const keys = Array.from({ length: 200 }, (_, index) => `user-${index}`);
  const made = await Promise.all(keys.map((key) => store.open(key, IDENTITY)));
  const saved = await Promise.all(
    made.map(({ key, version }, turns) => store.save(key, { turns, said: [], rest: [], outbox: [] }, version)),
  );
  expect(saved.every(Boolean)).toBe(true);
  await store.close();
  const again = openSqlite(path, { secret: SECRET });
  const users = await Promise.all(keys.map((key) => again.open(key, IDENTITY)));
  expect(users.map((user) => user.conversation.turns)).toEqual(keys.map((_, index) => index));
  await again.close();
});

test('what is for nobody is not kept', async () => {
  const store = openSqlite(path, { secret: SECRET });
  const item = { kind: 'closed', at: 1 } as const;
  expect(await store.append([{ id: 'one', to: {}, item }], 1)).toEqual([{ outcome: 'unknown' }]);
  await store.close();
});

test('a user who goes while a notification is on its way is gone', async () => {
  const store = openSqlite(path, { secret: SECRET });
  const item = { kind: 'closed', at: 1 } as const;
  await store.open('anne', IDENTITY);
  await store.append([{ id: 'one', to: { key: 'anne' }, item, notificationAt: 1 }], 1);
  const [held] = await store.claimNotifications({ now: 2, limit: 1, leaseMs: 60_000, paceMs: 0 });
  await store.erase('anne');
  if (held) await store.settleNotification(held, { kind: 'sent', at: 3 });
  expect([held?.key, await store.pendingNotifications()]).toEqual(['anne', 0]);
  await store.close();
});

test('a write that fails takes no other write of its transaction with it', async () => {
  const store = openSqlite(path, { secret: SECRET });
  const { version } = await store.open('anne', IDENTITY);
  const unfit = { turns: 1, said: [], rest: [], outbox: [], toJSON: () => undefined };
  const [bad, good] = await Promise.allSettled([
    store.save('anne', unfit, version),
    store.save('anne', { turns: 2, said: [], rest: [], outbox: [] }, version),
  ]);
  expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'ALOUD_STORE_UNAVAILABLE' } });
  expect(good).toEqual({ status: 'fulfilled', value: true });
  await store.close();
});

test('of a damaged row the operator is told that it is, and not what stands in it', async () => {
  const store = openSqlite(path, { secret: SECRET });
  await store.open('anne', IDENTITY);
  const db = new Database(path);
  db.exec("UPDATE users SET conversation = 'my private words'");
  db.close();
  const reading = store.find('anne');
  await expect(reading).rejects.toMatchObject({ code: 'ALOUD_STORE_UNAVAILABLE' });
  await expect(reading).rejects.toThrow(/a row is damaged$/);
  await store.close();
});

test.each([
  ['a file that is no database', () => writeFileSync(join(folder, 'x.db'), 'not a database '.repeat(100)), 'x.db'],
  ['a path whose folder is a file', () => writeFileSync(join(folder, 'file'), ''), 'file/x.db'],
  [
    'a database of a newer version',
    () => {
      const db = new Database(join(folder, 'x.db'));
      db.exec('PRAGMA user_version = 999');
      db.close();
    },
    'x.db',
  ],
])('%s is refused with a coded error', (_name, prepare, file) => {
  prepare();
  expect(() => openSqlite(join(folder, file), { secret: SECRET })).toThrow(
    expect.objectContaining({ code: 'ALOUD_STORE_UNAVAILABLE' }),
  );
});
