import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDeliveries, PROMPT_DELIVERY } from '../../../simulator/platforms/deliveries';

type Answer = 'well' | 'error' | 'never';

/** What a vendor delivers to a webhook of a customer who answers its calls so, one after the other. */
async function deliver(answers: Answer[], behaviour: Partial<typeof PROMPT_DELIVERY>, bodies = ['a']) {
  const came: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    came.push(Buffer.concat(chunks).toString());
    const answer = answers.shift() ?? 'well';
    if (answer !== 'never') response.writeHead(answer === 'well' ? 200 : 503).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const deliveries = createDeliveries({ ...PROMPT_DELIVERY, retryMs: 1, ...behaviour });
  deliveries.sendTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await deliveries.answer(bodies.map((body) => ({ headers: {}, body })));
  await deliveries.idle();
  server.closeAllConnections();
  server.close();
  return came;
}

test.each<[string, Answer[], string[]]>([
  ['what was answered well is not', ['well'], ['a']],
  ['what was answered by an error is', ['error', 'error'], ['a', 'a', 'a']],
  ['what was not answered in time is', ['never'], ['a', 'a']],
])('a vendor repeats only what was not answered well: %s', async (_what, answers, came) => {
  expect(await deliver(answers, { patienceMs: 100 })).toEqual(came);
});

test('copies come at once, and in the order of the answer', async () => {
  expect(await deliver([], { copies: 2, gapMs: 5 }, ['a', 'b'])).toEqual(['a', 'a', 'b', 'b']);
});
