import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AttributeValue, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describeDynamo, makeTestTable, type TestTable } from '../support/dynamodb';
import { describeStored, EXPECTED, FIXTURES } from './stored-0.1.0';

type Item = Record<string, AttributeValue>;

describeDynamo('a DynamoDB table written by 0.1.0', () => {
  const items: readonly Item[] = JSON.parse(readFileSync(join(FIXTURES, 'dynamodb.json'), 'utf8'), (key, value) =>
    key === 'B' && typeof value === 'string' ? Buffer.from(value, 'base64') : value,
  );
  const tables: TestTable[] = [];
  afterEach(async () => {
    await Promise.all(tables.splice(0).map((table) => table.dispose()));
  });

  describeStored(async () => {
    const table = await makeTestTable();
    tables.push(table);
    for (const Item of items) await table.client.send(new PutItemCommand({ TableName: table.name, Item }));
    return table.open({ secret: EXPECTED.secret });
  });
});
