/** @jest-environment node */

import { describeDynamo, LOCAL_ENVIRONMENT, makeTestTable } from '../support/dynamodb';
import { findingsOf, removeFolders, serverWith } from './setups';

afterAll(removeFolders);

/** What is found of the database alone. */
async function storeOf(table: string, change: Readonly<Record<string, string>> = {}) {
  // The AWS SDK looks into the environment of the process.
  Object.assign(process.env, LOCAL_ENVIRONMENT, change);
  const env = { ...LOCAL_ENVIRONMENT, ...change };
  const network = { at: () => ({ host: '127.0.0.1', port: 1 }) };
  const file = serverWith('wotnot', { ALOUD_STORE: `dynamodb:${table}`, ...env });
  const findings = await findingsOf({ file, offline: false, network });
  return findings.find(({ id }) => id === 'store');
}

describeDynamo('on DynamoDB', () => {
  test('a table is read, and not written', async () => {
    const table = await makeTestTable();
    expect(await storeOf(table.name)).toMatchObject({ outcome: 'good' });
    await table.dispose();
  });

  test('a table that is not there is told with the command that makes it', async () => {
    expect(await storeOf('nobodys-table')).toMatchObject({
      outcome: 'bad',
      what: expect.stringContaining('nobodys-table'),
      remedy: expect.stringContaining('npm run table'),
    });
  });
});

test('a DynamoDB that does not answer is told', async () => {
  const nowhere = { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' };
  expect(await storeOf('aloud', nowhere)).toMatchObject({ outcome: 'bad', what: expect.stringContaining('no answer') });
});
