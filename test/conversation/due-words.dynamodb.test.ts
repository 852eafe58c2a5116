import { describeDynamo, makeTestTable, type TestTable } from '../support/dynamodb';
import { describeDueWords } from './due-words';

describeDynamo('on DynamoDB, what is queued', () => {
  const tables: TestTable[] = [];
  afterAll(async () => {
    await Promise.all(tables.map((table) => table.dispose()));
  });

  describeDueWords(async () => {
    const table = await makeTestTable();
    tables.push(table);
    return table.open();
  });
});
