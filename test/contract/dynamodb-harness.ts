import { makeTestTable } from '../support/dynamodb';
import type { StoreHarness } from './store.contract';

/** A store in a table of its own, for the suites that every store runs. */
export async function startDynamoStore(now: () => number): Promise<StoreHarness> {
  const table = await makeTestTable();
  const harness: StoreHarness = {
    store: table.open({ now }),
    async reopen() {
      await harness.store.close();
      harness.store = table.open({ now });
    },
    another: async () => table.open({ now }),
    dispose: table.dispose,
  };
  return harness;
}
