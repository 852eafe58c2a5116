import { join } from 'node:path';
import { readOwnBot } from '../../operator/contract/own';
import { checkBot } from '../../operator/contract/run';

test('the plain example holds all that every platform must', async () => {
  const all = await checkBot(readOwnBot(join(__dirname, '../../examples/plain/bot.yaml')));
  expect(all.filter(({ outcome }) => outcome !== 'holds')).toEqual([
    {
      name: 'says that a forgotten thread is gone, and opens it again',
      outcome: 'not-checked',
      why: 'the fake has no forget()',
    },
  ]);
  expect(all.length).toBeGreaterThan(40);
});
