import { describeDynamo, makeTestTable } from '../support/dynamodb';
import { describeSaidAgain } from './said-again.contract';
import { describeStore, type StoreHarness } from './store.contract';

describeDynamo('DynamoDB', () => {
  const start = async (now: () => number) => {
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
  };

  describeStore('dynamodb', start);
  describeSaidAgain('dynamodb', start);
});
