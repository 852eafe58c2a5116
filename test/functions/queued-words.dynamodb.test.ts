import { describeDynamo, LOCAL_ENVIRONMENT, makeTestTable, type TestTable } from '../support/dynamodb';
import { describeQueuedWords } from './queued-words';

describeDynamo('queued words on AWS Lambda, on DynamoDB', () => {
  const tables: TestTable[] = [];
  beforeAll(() => void Object.assign(process.env, LOCAL_ENVIRONMENT));
  afterAll(async () => {
    await Promise.all(tables.map((table) => table.dispose()));
  });

  describeQueuedWords(async () => {
    const table = await makeTestTable();
    tables.push(table);
    return `dynamodb:${table.name}`;
  });
});
