import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idleMsOf, openStoreAt, pollMsOf, sqlitePath, tableName } from '../../lambda/store/open';

const OPTIONS = { secret: 'a secret of at least 32 characters' };

test('a location names a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aloud-open-'));
  const path = join(folder, 'aloud.db');
  const location = `sqlite:${path}`;
  expect([sqlitePath(location), tableName(location)]).toEqual([path, undefined]);
  for (let times = 0; times < 2; times++) {
    const store = openStoreAt(location, OPTIONS);
    await store.open(`user ${times}`, { userId: 'amzn1.ask.account.ANNE', locale: 'en-US' });
    expect(await store.find('user 0')).toBeDefined();
    await store.close();
    expect(existsSync(path)).toBe(true);
  }
  rmSync(folder, { recursive: true });
});

test('or a table, which is asked less often, as each look costs', () => {
  const location = 'dynamodb:aloud';
  expect([sqlitePath(location), tableName(location)]).toEqual([undefined, 'aloud']);
  expect([pollMsOf(location), idleMsOf(location)]).toEqual([300, 5000]);
  expect([pollMsOf('sqlite:x'), idleMsOf('sqlite:x')]).toEqual([undefined, undefined]);
  expect([sqlitePath('my dynamodb:'), tableName('my sqlite:')]).toEqual([undefined, undefined]);
});
