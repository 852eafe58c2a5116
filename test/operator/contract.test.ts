import { createHmac } from 'node:crypto';
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

test('RiveScript, whose description has signs of failure, breaks none of it', async () => {
  const all = await checkBot(readOwnBot(join(__dirname, '../../examples/rivescript/bot.yaml')));
  expect(all.filter(({ outcome }) => outcome === 'broken')).toEqual([]);
});

test.each(['template/my-bot.js', 'direct-line/direct-line.js'])('the example %s holds all of it', async (file) => {
  const all = await checkBot(readOwnBot(join(__dirname, '../../examples', file)));
  expect(all.filter(({ outcome }) => outcome !== 'holds')).toEqual([]);
});

test("the template's webhook takes what its vendor has signed, and nothing else", async () => {
  const { platform, stopVendor } = await readOwnBot(join(__dirname, '../../examples/template/my-bot.js')).start({
    reply: () => [],
  });
  const body = JSON.stringify({ user: 'a'.repeat(32), reply: { id: 'one', text: 'It is ready.' } });
  const call = (key: string) => {
    const headers = { 'x-signature': createHmac('sha256', key).update(body).digest('hex') };
    return platform.receive({ method: 'POST', headers, query: new URLSearchParams(), body });
  };
  expect(call('of somebody else')).toEqual({ refused: 'unauthorized' });
  expect(call('the-key-of-the-fake')).toMatchObject({
    events: [{ to: { key: 'a'.repeat(32) }, message: { id: 'one', text: 'It is ready.' } }],
  });
  await platform.close();
  await stopVendor();
});
