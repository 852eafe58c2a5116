import { describeDynamo, LOCAL_ENVIRONMENT, makeTestTable, type TestTable } from '../support/dynamodb';
import { describeCounting } from './usage';

describeDynamo('on one table', () => {
  let table: TestTable;
  beforeAll(async () => {
    Object.assign(process.env, LOCAL_ENVIRONMENT);
    table = await makeTestTable();
  });
  afterAll(() => table.dispose());

  describeCounting('dynamodb', () => `dynamodb:${table.name}`);
});
