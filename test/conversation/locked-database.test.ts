import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'libsql';
import { openSqlite } from '../../lambda/store/sqlite';
import { botMessage, scriptedPlatform, startTalk } from '../support/talk';

const folder = mkdtempSync(join(tmpdir(), 'aloud-locked-'));
const path = join(folder, 'aloud.db');
const store = openSqlite(path, { secret: 'a secret of at least 32 characters' });
const neighbour = new Database(path);
afterAll(async () => {
  neighbour.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

test('a turn whose time is over answers before a database that stays locked is given up', async () => {
  const ended: string[] = [];
  let waiting: Promise<unknown> = Promise.resolve();
  const { platform } = scriptedPlatform(async () => {
    // A backup begins while the bot is thinking.
    await delay(400);
    neighbour.exec('BEGIN IMMEDIATE');
    // With all the patience that the store has.
    waiting = store
      .append([{ id: 'm1', to: { key: 'anne' }, item: { kind: 'message', message: botMessage('Hi.') } }], 1)
      .catch(() => ended.push('given up'));
    return [botMessage('We open at nine.')];
  });
  const talk = startTalk(platform, { store });
  await talk.say('When do you open?', { budgetMs: 1200, newSession: true });
  ended.push('answered');
  await waiting;
  neighbour.exec('COMMIT');
  expect(ended).toEqual(['answered', 'given up']);
  expect(talk.errors.map(({ code }) => code)).toContain('ALOUD_STORE_BUSY');
  // Nothing of the answer is lost: it was not taken for heard.
  expect((await store.find('anne'))?.conversation.said).toEqual([]);
});
