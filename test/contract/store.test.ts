import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../lambda/store/sqlite';
import { describeSaidAgain } from './said-again.contract';
import { describeStore, type StoreHarness } from './store.contract';

const start = async (now: () => number) => {
  const folder = mkdtempSync(join(tmpdir(), 'aloud-store-'));
  const open = () => openSqlite(join(folder, 'aloud.db'), { secret: 'a secret of at least 32 characters', now });
  const harness: StoreHarness = {
    store: open(),
    async reopen() {
      await harness.store.close();
      harness.store = open();
    },
    another: async () => open(),
    async dispose() {
      await harness.store.close();
      rmSync(folder, { recursive: true });
    },
  };
  return harness;
};

describeStore('sqlite', start);
describeSaidAgain('sqlite', start);
