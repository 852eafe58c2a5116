import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AlexaApiClient, createAlexaApiClient } from '../../lambda/amazon/api-client';

const URL_OF_AMAZON = 'https://api.eu.amazonalexa.com/v1/directives?x=1';
const TOKEN = 'secret-token';
let server: Server | undefined;
let client: AlexaApiClient;

async function serve(listener: RequestListener, timeoutMs = 5000, path = ''): Promise<void> {
  const made = createServer(listener);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const { port } = made.address() as AddressInfo;
  client = createAlexaApiClient({ baseUrl: `http://127.0.0.1:${port}${path}`, timeoutMs });
}

afterEach(async () => {
  await client.close();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

const post = (signal?: AbortSignal, url = URL_OF_AMAZON, body: string | undefined = '{"a":"Zähne"}') =>
  client.invoke({ url, method: 'POST', headers: [{ key: 'Authorization', value: `Bearer ${TOKEN}` }], body }, signal);

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error: Error) => error.message,
  );

test('sends what the SDK asks for, and answers as the SDK reads it', async () => {
  const bytes = Buffer.from('{"message":"Zähne 🦷"}');
  await serve(
    async (request, response) => {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk;
      expect([request.method, request.url, request.headers.authorization, body]).toEqual([
        'POST',
        '/base/v1/directives?x=1',
        `Bearer ${TOKEN}`,
        '{"a":"Zähne"}',
      ]);
      response.writeHead(400, { 'Content-Type': 'application/json', 'Set-Cookie': ['a=1', 'b=2'] });
      const middle = bytes.indexOf('🦷') + 2;
      response.write(bytes.subarray(0, middle), () => response.end(bytes.subarray(middle)));
    },
    5000,
    '/base/',
  );
  const { statusCode, body, headers } = await post();
  expect([statusCode, body]).toEqual([400, bytes.toString()]);
  expect(headers).toEqual(
    expect.arrayContaining([
      { key: 'content-type', value: 'application/json' },
      { key: 'set-cookie', value: 'a=1' },
      { key: 'set-cookie', value: 'b=2' },
    ]),
  );
});

test('keeps its connection from one request to the next', async () => {
  const ports = new Set<number | undefined>();
  await serve((request, response) => {
    ports.add(request.socket.remotePort);
    response.writeHead(204).end();
  });
  for (let n = 0; n < 3; n++) {
    expect(await post()).toMatchObject({ statusCode: 204, body: '' });
    await new Promise(setImmediate);
  }
  expect(ports.size).toBe(1);
});

test('reads no answer without end', async () => {
  await serve((_request, response) => void response.end('x'.repeat(1_000_000)));
  expect(await post()).toMatchObject({ statusCode: 200, body: undefined });
});

test('waits no longer than it may', async () => {
  await serve(() => {}, 30);
  expect(await failure(post())).toBe('no answer (not in time)');
});

test('ends with the signal, and sends nothing after it', async () => {
  const controller = new AbortController();
  let asked = 0;
  await serve(() => {
    asked++;
    controller.abort();
  });
  expect(await failure(post(controller.signal))).toBe('no answer (not in time)');
  expect(await failure(post(controller.signal))).toBe('no answer (not in time)');
  expect(asked).toBe(1);
});

test('closing ends what still runs', async () => {
  let closing: Promise<void> | undefined;
  await serve(() => {
    closing = client.close();
  });
  expect(await failure(post())).toMatch(/^no answer \(\w+\)$/);
  await closing;
});

test('follows no redirection', async () => {
  let asked = 0;
  await serve((_request, response) => {
    asked++;
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect(await post()).toMatchObject({ statusCode: 302 });
  expect(asked).toBe(1);
});

test('an error tells nothing of the request', async () => {
  client = createAlexaApiClient({ baseUrl: 'http://127.0.0.1:1' });
  expect(await failure(post())).toBe('no answer (ECONNREFUSED)');
  const injected = { key: 'Authorization', value: `Bearer ${TOKEN}\r\nX: y` };
  const message = await failure(client.invoke({ url: URL_OF_AMAZON, method: 'POST', headers: [injected] }));
  expect(message).toMatch(/^no answer \(\w+\)$/);
});

describe('without a base URL a token goes to Amazon only', () => {
  beforeEach(() => {
    client = createAlexaApiClient();
  });

  test.each([
    'http://api.amazonalexa.com/v1/directives',
    'https://api.amazonalexa.com:8443/v1/directives',
    'https://user@api.amazonalexa.com/v1/directives',
    'https://amazonalexa.com.example/v1/directives',
    'https://api-amazonalexa.com/v1/directives',
    'https://api.amazonalexa.com.example/v1/directives',
    'https://api.example/amazonalexa.com',
    'https://fe.amazon.com/v1/directives',
    'https://api.fe.x.amazon.com/v1/directives',
    'https://api.fe.amazon.com.example/',
    'https://127.0.0.1/v1/directives',
    '/v1/directives',
    'javascript:alert(1)',
    '',
  ])('%j is refused', async (url) => {
    expect(await failure(post(undefined, url))).toMatch(/^not (?:one of Amazon's hosts|a URL)$/);
  });

  test.each([
    'https://api.amazonalexa.com/v1/directives',
    'https://api.eu.amazonalexa.com/v1/directives',
    'https://api.fe.amazonalexa.com:443/v1/directives',
    'https://API.fe.amazon.com/v1/directives',
  ])('%j is Amazon', async (url) => {
    // Given up before it begins, so that nothing leaves this machine.
    expect(await failure(post(AbortSignal.abort(), url))).toBe('no answer (not in time)');
  });
});
