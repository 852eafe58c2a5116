/** @jest-environment node */
import { join } from 'node:path';
import { faultsOf, runBroadcast } from '../../bench/broadcast';

/** What `npm run build` made. */
const script = join(__dirname, '../../dist/broadcast.js');

/** `npm run bench broadcast` is the same for 100,000 users. */
test('a broadcast reaches everybody once, though our process is killed again and again', async () => {
  const size = { users: 300, kills: 3, paceMs: 4, answerMs: 5, loseOneIn: 0, leaseMs: 1500, lookMs: 50 };
  const result = await runBroadcast({ ...size, script });
  expect(faultsOf(result)).toEqual([]);
  expect(result).toMatchObject({ told: { 0: 12, 1: 288 }, inboxes: 300, kills: 3 });
}, 90_000);
