/** @jest-environment node */
import { join } from 'node:path';
import { faultsOf, runBroadcast } from '../../bench/broadcast';
import { describeDynamo, LOCAL_ENVIRONMENT, makeTestTable } from '../support/dynamodb';

/** What `npm run build` made. */
const script = join(__dirname, '../../dist/broadcast.js');

describeDynamo('on DynamoDB', () => {
  /** `npm run bench broadcast 100000 10 400 dynamodb` is the same for as many users as one likes. */
  test('a broadcast reaches everybody once, though two processes share it and are killed again and again', async () => {
    Object.assign(process.env, LOCAL_ENVIRONMENT);
    const table = await makeTestTable();
    const size = { users: 150, kills: 4, paceMs: 8, answerMs: 5, loseOneIn: 0, leaseMs: 3000, lookMs: 50 };
    const result = await runBroadcast({ ...size, location: `dynamodb:${table.name}`, servers: 2, script });
    await table.dispose();
    expect(faultsOf(result)).toEqual([]);
    expect(result).toMatchObject({ told: { 0: 6, 1: 144 }, inboxes: 150, kills: 4 });
  }, 120_000);
});
