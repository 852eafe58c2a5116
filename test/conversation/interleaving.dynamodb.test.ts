import { describeDynamo, makeTestTable, type TestTable } from '../support/dynamodb';
import { BOTS, holds, PROMISE, RUNS } from './interleaving';

/** DynamoDB Local takes as long for one as SQLite for ten. */
const DYNAMO_RUNS = Math.ceil(RUNS / 10);

describeDynamo('on DynamoDB', () => {
  const tables: TestTable[] = [];
  afterEach(async () => {
    await Promise.all(tables.splice(0).map((table) => table.dispose()));
  });

  test.each(BOTS)(
    `with %s ${PROMISE}`,
    async (_name, traits) => {
      // Ids of messages are remembered for longer than users: each run has a table of its own, also where one that failed is
      // made smaller.
      const openDisk = async () => {
        const table = await makeTestTable();
        tables.push(table);
        return table.open();
      };
      await holds(traits, openDisk, DYNAMO_RUNS);
    },
    60_000 + DYNAMO_RUNS * 10_000,
  );
});
