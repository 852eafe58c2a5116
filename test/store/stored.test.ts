import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../lambda/store/sqlite';
import { describeStored, EXPECTED, FIXTURES } from './stored-0.1.0';

describe('a SQLite file written by 0.1.0', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aloud-stored-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let copies = 0;

  describeStored(async () => {
    const file = join(folder, `${copies++}.db`);
    copyFileSync(join(FIXTURES, 'sqlite.db'), file);
    return openSqlite(file, { secret: EXPECTED.secret });
  });
});
