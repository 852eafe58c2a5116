import { describeDynamo, LOCAL_ENVIRONMENT, makeTestTable, type TestTable } from '../support/dynamodb';
import { describeSeveralSkills } from './several-skills';

describeDynamo('on one table', () => {
  let table: TestTable;
  beforeAll(async () => {
    Object.assign(process.env, LOCAL_ENVIRONMENT);
    table = await makeTestTable();
  });
  afterAll(() => table.dispose());

  describeSeveralSkills('dynamodb', () => `dynamodb:${table.name}`);
});
