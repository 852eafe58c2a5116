/** @jest-environment node */
// Node's own time-outs go by the real time.
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { createHttpServer } from '../../lambda/server/http-server';

let server: Server;
afterEach(() => server.closeAllConnections());
afterEach(() => server.close());

/** What is answered to a request whose body comes by a byte now and then, and how long the connection lives. */
async function trickle(head: string): Promise<{ readonly answer: string; readonly ms: number }> {
  server = createHttpServer((request, response) => {
    request.on('error', () => {});
    request.on('end', () => response.end('whole'));
    request.resume();
  }, 600).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const started = performance.now();
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(head);
  const drip = setInterval(() => socket.write('x'), 50);
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  await once(socket, 'close');
  clearInterval(drip);
  return { answer, ms: performance.now() - started };
}

test.each([
  ['a body', 'POST /alexa HTTP/1.1\r\nHost: aloud\r\nContent-Length: 100000\r\n\r\n'],
  ['headers', 'POST /alexa HTTP/1.1\r\nHost: aloud\r\nX-Long: '],
])('%s that comes too slowly ends when its time is over', async (_what, head) => {
  const { answer, ms } = await trickle(head);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(ms).toBeGreaterThan(500);
});
