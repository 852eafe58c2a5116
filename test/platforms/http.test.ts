import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';
import { type AloudError, toAloudError } from '../../lambda/errors';
import { codeOfStatus, createHttp, type Http, MAX_CONNECTIONS } from '../../lambda/platforms/shared/http';
import { NO_TELEMETRY } from '../../lambda/telemetry/telemetry';

let server: Server | TcpServer;
let http: Http;

async function serve(made: Server | TcpServer, protocol = 'http'): Promise<void> {
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const baseUrl = `${protocol}://127.0.0.1:${(made.address() as AddressInfo).port}/v1/`;
  http = createHttp({ platform: 'botdistrikt', baseUrl, telemetry: NO_TELEMETRY });
}

function post(signal = AbortSignal.timeout(5000)) {
  return http.request({ operation: 'send', method: 'POST', path: '/x', body: '{}' }, signal);
}

async function failure(promise: Promise<unknown>): Promise<AloudError> {
  return toAloudError(
    await promise.then(
      () => 'no error',
      (thrown) => thrown,
    ),
  );
}

const answering = (listener: RequestListener) => serve(createServer(listener));

/** Answers each request in one piece of the connection; `undefined` closes it without a word. */
function rawServer(answers: readonly (string | undefined)[], seen: string[]): TcpServer {
  return createTcpServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const answer = answers[seen.length];
      seen.push(data.toString());
      if (answer === undefined) socket.resetAndDestroy();
      else socket.write(answer);
    });
  });
}

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';

describe('createHttp', () => {
  afterEach(async () => {
    await http.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it("appends the path to the base URL's own, and says what it takes and sends", async () => {
    await answering((request, response) => {
      const { method, url, headers } = request;
      response.end(JSON.stringify({ method, url, type: headers['content-type'], accept: headers.accept }));
    });
    const { body } = await post();
    expect(body).toEqual({ method: 'POST', url: '/v1/x', type: 'application/json', accept: 'application/json' });
  });

  it('takes an empty answer for none', async () => {
    await answering((_request, response) => response.writeHead(204).end());
    expect(await post()).toEqual({ status: 204, body: undefined, text: '' });
  });

  it('reads characters that arrive in halves, and a byte order mark', async () => {
    const bytes = Buffer.from('\uFEFF{"text":"Zähne 🦷"}');
    await answering((_request, response) => {
      const middle = bytes.indexOf('🦷') + 2;
      response.write(bytes.subarray(0, middle), () => response.end(bytes.subarray(middle)));
    });
    expect((await post()).body).toEqual({ text: 'Zähne 🦷' });
  });

  it.each<[string | undefined, number | undefined]>([
    ['2', 2000],
    ['0', 0],
    [undefined, undefined],
    ['soon', undefined],
  ])('tells after how long to ask again where it says Retry-After: %s', async (header, retryAfterMs) => {
    await answering((_request, response) => {
      response.writeHead(429, header === undefined ? {} : { 'retry-after': header }).end('{}');
    });
    const error = await failure(post());
    expect([error.code, error.retryAfterMs]).toEqual(['ALOUD_PLATFORM_RATE_LIMITED', retryAfterMs]);
  });

  it('does not follow a redirection', async () => {
    let asked = 0;
    await answering((_request, response) => {
      asked++;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await failure(post())).toMatchObject({
      code: 'ALOUD_PLATFORM_BAD_ANSWER',
      message: 'botdistrikt send: HTTP 302',
    });
    expect(asked).toBe(1);
  });

  it('lets the caller interpret an answer', async () => {
    await answering((_request, response) => response.writeHead(409).end('{"known":true}'));
    const call = { operation: 'open', method: 'GET', path: '/x' } as const;
    const interpret = (status: number, body: unknown) => {
      expect([status, body]).toEqual([409, { known: true }]);
      return undefined;
    };
    const { status } = await http.request({ ...call, interpret }, AbortSignal.timeout(5000));
    expect(status).toBe(409);
    const refuse = () => 'ALOUD_PLATFORM_THREAD_GONE' as const;
    expect((await failure(http.request({ ...call, interpret: refuse }, AbortSignal.timeout(5000)))).code).toBe(
      'ALOUD_PLATFORM_THREAD_GONE',
    );
  });

  it('uses one connection for calls that follow each other at once', async () => {
    const seen: string[] = [];
    let connections = 0;
    await serve(rawServer([OK, OK, OK], seen).on('connection', () => connections++));
    await post();
    await post();
    await post();
    expect([seen.length, connections]).toEqual([3, 1]);
  });

  it('does not send again when a kept-alive connection turns out to be closed', async () => {
    const seen: string[] = [];
    await serve(rawServer([OK, undefined, OK], seen));
    await post();
    expect((await failure(post())).code).toBe('ALOUD_PLATFORM_UNREACHABLE');
    expect(seen).toHaveLength(2);
    await post();
    expect(seen).toHaveLength(3);
  });

  it('ends at the signal while it still connects', async () => {
    // Takes the connection and never says a word of TLS.
    const sockets: Socket[] = [];
    await serve(
      createTcpServer((socket) => sockets.push(socket.on('error', () => {}))),
      'https',
    );
    const started = performance.now();
    expect((await failure(post(AbortSignal.timeout(50)))).code).toBe('ALOUD_PLATFORM_TIMEOUT');
    expect(performance.now() - started).toBeLessThan(1000);
    for (const socket of sockets) socket.destroy();
  });

  it('never sends what was given up while all connections were taken', async () => {
    const waiting: ServerResponse[] = [];
    const asked: string[] = [];
    await answering(({ url = '' }, response) => {
      asked.push(url);
      waiting.push(response);
      if (waiting.length === MAX_CONNECTIONS) deadline.abort();
    });
    const deadline = new AbortController();
    const others = Array.from({ length: MAX_CONNECTIONS }, () => post());
    const late = http.request({ operation: 'send', method: 'POST', path: '/late', body: '{}' }, deadline.signal);
    expect((await failure(late)).code).toBe('ALOUD_PLATFORM_TIMEOUT');

    for (const response of waiting) response.end('{}');
    await Promise.all(others);
    const last = post();
    await once(server, 'request');
    waiting.at(-1)?.end('{}');
    await last;
    expect(asked).toEqual(Array.from({ length: MAX_CONNECTIONS + 1 }, () => '/v1/x'));
  });

  it('names the reason of a refused connection, and no address', async () => {
    await answering(() => {});
    await new Promise((resolve) => server.close(resolve));
    const error = await failure(post());
    expect(error.code).toBe('ALOUD_PLATFORM_UNREACHABLE');
    expect(error.message).toBe('botdistrikt send: no answer (ECONNREFUSED)');
    expect(error.cause).toBeUndefined();
  });

  it('refuses JSON that is nested too deep', async () => {
    await answering((_request, response) => response.end('['.repeat(100_000) + ']'.repeat(100_000)));
    expect((await failure(post())).code).toBe('ALOUD_PLATFORM_BAD_ANSWER');
  });
});

test.each([
  [200, undefined],
  [204, undefined],
  [301, 'ALOUD_PLATFORM_BAD_ANSWER'],
  [400, 'ALOUD_PLATFORM_REJECTED'],
  [401, 'ALOUD_PLATFORM_UNAUTHORIZED'],
  [403, 'ALOUD_PLATFORM_UNAUTHORIZED'],
  [404, 'ALOUD_PLATFORM_NOT_FOUND'],
  [413, 'ALOUD_PLATFORM_REJECTED'],
  [429, 'ALOUD_PLATFORM_RATE_LIMITED'],
  [500, 'ALOUD_PLATFORM_FAILED'],
  [599, 'ALOUD_PLATFORM_FAILED'],
])('HTTP %i is %s', (status, code) => {
  expect(codeOfStatus(status)).toBe(code);
});
