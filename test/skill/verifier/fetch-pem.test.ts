import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchPem } from '../../../lambda/skill/verifier/fetch-pem';

let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener).listen(0, '127.0.0.1');
  server = started;
  await new Promise((resolve) => started.once('listening', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/echo.api/x.pem`;
}

afterEach(async () => {
  const stopped = new Promise((resolve) => server?.close(resolve));
  server?.closeAllConnections();
  await stopped;
});

const NEVER = new AbortController().signal;

test('gets a file of up to 64 KB', async () => {
  const pem = 'x'.repeat(64 * 1024);
  const url = await serve((_req, res) => res.end(pem));
  expect(await fetchPem(url, NEVER)).toBe(pem);
});

test('refuses one byte more, announced', async () => {
  const url = await serve((_req, res) => res.end('x'.repeat(64 * 1024 + 1)));
  await expect(fetchPem(url, NEVER)).rejects.toThrow('too large');
});

test('refuses an endless answer', async () => {
  const url = await serve((_req, res) => {
    const more = () => {
      while (!res.destroyed && res.write('x'.repeat(16 * 1024)));
    };
    res.on('drain', more);
    more();
  });
  await expect(fetchPem(url, NEVER)).rejects.toThrow('too large');
});

test('follows no redirect', async () => {
  const asked: (string | undefined)[] = [];
  const url = await serve((req, res) => {
    asked.push(req.url);
    res.writeHead(302, { Location: '/other-bucket/x.pem' }).end();
  });
  await expect(fetchPem(url, NEVER)).rejects.toThrow();
  expect(asked).toEqual(['/echo.api/x.pem']);
});

test.each([204, 206, 403, 404, 500])('refuses status %i', async (status) => {
  const url = await serve((_req, res) => res.writeHead(status).end());
  await expect(fetchPem(url, NEVER)).rejects.toThrow(`HTTP ${status}`);
});

test('gives up on a server that does not answer', async () => {
  const url = await serve(() => {});
  await expect(fetchPem(url, AbortSignal.timeout(50))).rejects.toThrow();
});

test('gives up on a server that stops in the middle', async () => {
  const url = await serve((_req, res) => res.write('-----BEGIN CERTIFICATE-----'));
  await expect(fetchPem(url, AbortSignal.timeout(50))).rejects.toThrow();
});

test('refuses a broken connection', async () => {
  const url = await serve((_req, res) => {
    res.write('-----BEGIN');
    res.destroy();
  });
  await expect(fetchPem(url, NEVER)).rejects.toThrow();
});
