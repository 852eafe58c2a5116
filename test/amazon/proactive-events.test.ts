import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AlexaApiClient, createAlexaApiClient } from '../../lambda/amazon/api-client';
import { createTokenSource, type TokenSource } from '../../lambda/amazon/login-with-amazon';
import { referenceIdOf } from '../../lambda/amazon/message-alert';
import { createProactiveEvents, type ProactiveEvents } from '../../lambda/amazon/proactive-events';
import { NO_TELEMETRY } from '../../lambda/telemetry/telemetry';
import { type Amazon, startAmazon } from '../../simulator/amazon';
import type { Notification } from '../../simulator/amazon/alert';

const CREDENTIALS = { clientId: 'id', clientSecret: 'secret' };
const USER = 'amzn1.ask.account.ANNE';
const ALERT = { referenceId: referenceIdOf('anne', 3), count: 2, creator: 'Rosa' };
const DAY = 24 * 60 * 60_000;
const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function startSimulated(stage: 'live' | 'development' = 'live', skillStage = stage) {
  const amazon = await startAmazon({ ...CREDENTIALS, stage });
  amazon.events.permit(USER);
  const tokens = createTokenSource({ url: amazon.lwaUrl, ...CREDENTIALS, telemetry: NO_TELEMETRY });
  const apiClient = createAlexaApiClient({ baseUrl: amazon.apiUrl, timeoutMs: 1000 });
  closers.push(amazon.close, tokens.close, apiClient.close);
  return { amazon, tokens, client: createProactiveEvents({ apiClient, tokens, stage: skillStage }) };
}

const send = (client: ProactiveEvents, alert = ALERT) => client.send({ userId: USER }, alert);

describe('against the simulated API', () => {
  let amazon: Amazon;
  let client: ProactiveEvents;
  let tokens: TokenSource;
  beforeEach(async () => {
    ({ amazon, client, tokens } = await startSimulated());
  });

  test('an alert says how many wait, from whom, and is good for a day', async () => {
    const notifications: Notification[] = [];
    amazon.events.onNotification((notification) => notifications.push(notification));
    expect(await send(client)).toEqual({ kind: 'accepted' });
    expect(amazon.events.read(USER)).toEqual(['You have two new messages from Rosa']);
    const { at = 0, expiresAt = 0 } = notifications[0] ?? {};
    expect(expiresAt - at).toBeGreaterThan(DAY - 10 * 60_000);
    expect(amazon.events.violations).toEqual([]);
  });

  test('sent again it is no second one', async () => {
    await send(client);
    expect(await send(client)).toEqual({ kind: 'duplicate' });
    expect(await send(client, { ...ALERT, referenceId: referenceIdOf('anne', 4) })).toEqual({ kind: 'accepted' });
  });

  test('a user who takes none', async () => {
    amazon.events.permit(USER, false);
    expect(await send(client)).toEqual({ kind: 'unsubscribed' });
    expect(amazon.login.requests).toBe(1);
  });

  test('a user whose day is full', async () => {
    amazon.events.behaviour.perDay = 0;
    expect(await send(client)).toEqual({ kind: 'day_full' });
  });

  test('too many, with and without a word when to come back', async () => {
    Object.assign(amazon.events.behaviour, { perSecond: 0, retryAfterSeconds: 20 });
    expect(await send(client)).toEqual({ kind: 'throttled', retryAfterMs: 20_000 });
    amazon.events.behaviour.retryAfterSeconds = undefined;
    expect(await send(client)).toEqual({ kind: 'throttled' });
  });

  test.each([401, 403] as const)('a token that has become bad (%d) is replaced, unnoticed', async (status) => {
    amazon.events.behaviour.badTokenStatus = status;
    await tokens.get();
    amazon.login.revoke();
    expect(await send(client)).toEqual({ kind: 'accepted' });
    expect(amazon.login.requests).toBe(2);
    expect(amazon.events.violations).toHaveLength(1);
  });

  test('when the new one is no better, that is all', async () => {
    amazon.events.behaviour.userFaults.set(USER, 403);
    expect(await send(client)).toEqual({ kind: 'bad_token', reason: 'HTTP 403' });
    expect(await send(client)).toEqual({ kind: 'bad_token', reason: 'HTTP 403' });
    expect(amazon.login.requests).toBe(2);
  });

  test('without a token nothing is sent, and it is known when there may be one', async () => {
    await tokens.close();
    const begun = Date.now();
    const outcome = await send(client);
    expect(outcome).toEqual({ kind: 'no_token', retryAt: expect.any(Number) });
    expect('retryAt' in outcome && outcome.retryAt).toBeGreaterThan(begun);
    expect([...amazon.events.answers]).toEqual([]);
  });

  test.each([
    [400, { kind: 'rejected', reason: 'HTTP 400' }],
    [404, { kind: 'failed', reason: 'HTTP 404' }],
    [500, { kind: 'failed', reason: 'HTTP 500' }],
    [503, { kind: 'failed', reason: 'HTTP 503' }],
  ])('HTTP %d', async (status, outcome) => {
    amazon.events.behaviour.faults.push(status);
    expect(await send(client)).toEqual(outcome);
  });

  test.each(['hang', 'reset', 'garbage'] as const)(
    'no answer (%s): nobody knows, so it is sent again',
    async (fault) => {
      amazon.events.behaviour.faults.push(fault);
      expect(await send(client)).toEqual({ kind: 'failed', reason: expect.stringMatching(/^no answer \([\w ]+\)$/) });
      expect(await send(client)).toEqual({ kind: 'duplicate' });
      expect(amazon.events.pending(USER)).toHaveLength(1);
    },
  );
});

test('a skill in development uses the stage of its own', async () => {
  const { client, amazon } = await startSimulated('development');
  expect(await send(client)).toEqual({ kind: 'accepted' });
  expect(amazon.events.violations).toEqual([]);
});

test('the wrong stage is no matter of the user', async () => {
  const { client } = await startSimulated('live', 'development');
  expect(await send(client)).toEqual({ kind: 'bad_token', reason: 'HTTP 403' });
});

describe('what an answer means', () => {
  async function serve(answer: (response: ServerResponse) => void): Promise<ProactiveEvents> {
    const server: Server = createServer((request, response) => {
      request.resume().once('end', () => answer(response));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const apiClient = createAlexaApiClient({ baseUrl: `http://127.0.0.1:${port}`, timeoutMs: 2000 });
    closers.push(() => new Promise((resolve) => server.close(resolve)), apiClient.close);
    const answered = async () => ({ token: 'x' });
    return createProactiveEvents({ apiClient, tokens: { get: answered, replace: answered }, stage: 'live' });
  }

  test.each([
    [202, '', { kind: 'accepted' }],
    [200, '{}', { kind: 'accepted' }],
    [403, '{"message":"User may not be subscribed to this event"}', { kind: 'unsubscribed' }],
    [403, 'The USER is\nnot subscribed.', { kind: 'unsubscribed' }],
    [403, '{"message":"The skill has no permission"}', { kind: 'bad_token', reason: 'HTTP 403' }],
    [403, '', { kind: 'bad_token', reason: 'HTTP 403' }],
    [302, '', { kind: 'failed', reason: 'HTTP 302' }],
    [400, `{"message":"expiryTime is bad for ${USER}"}`, { kind: 'rejected', reason: 'HTTP 400, about expiryTime' }],
    [400, `{"message":"no such user: ${USER}"}`, { kind: 'rejected', reason: 'HTTP 400' }],
    [432, '<html>', { kind: 'day_full' }],
  ])('%d %j', async (status, body, outcome) => {
    const client = await serve((response) => response.writeHead(status, { location: '/' }).end(body));
    expect(await send(client)).toEqual(outcome);
  });

  test.each<[string, object]>([
    ['30', { retryAfterMs: 30_000 }],
    ['999999999', { retryAfterMs: DAY }],
    [new Date(Date.now() - 5000).toUTCString(), { retryAfterMs: 0 }],
    ['soon', {}],
    ['-5', {}],
  ])('Retry-After: %s', async (header, waits) => {
    const client = await serve((response) => response.writeHead(429, { 'Retry-After': header }).end());
    expect(await send(client)).toEqual({ kind: 'throttled', ...waits });
  });

  test('Retry-After as a date, and with a failure', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString();
    const client = await serve((response) => response.writeHead(503, { 'Retry-After': date }).end());
    const outcome = await send(client);
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'HTTP 503' });
    const { retryAfterMs } = outcome as { retryAfterMs: number };
    expect(retryAfterMs).toBeGreaterThan(50_000);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
  });
});

describe('the region', () => {
  /** Hears where a request would have gone, and sends nothing. */
  function listen() {
    const urls: string[] = [];
    const apiClient: AlexaApiClient = {
      async invoke({ url }) {
        urls.push(url);
        return { statusCode: 202, headers: [], body: '' };
      },
      close: async () => {},
    };
    const answered = async () => ({ token: 'x' });
    const client = createProactiveEvents({ apiClient, tokens: { get: answered, replace: answered }, stage: 'live' });
    return { urls, client };
  }

  test.each([
    ['https://api.eu.amazonalexa.com', 'https://api.eu.amazonalexa.com/v1/proactiveEvents/'],
    ['https://api.fe.amazonalexa.com/', 'https://api.fe.amazonalexa.com/v1/proactiveEvents/'],
    [undefined, 'https://api.amazonalexa.com/v1/proactiveEvents/'],
    ['', 'https://api.amazonalexa.com/v1/proactiveEvents/'],
  ])('of a user at %j', async (apiEndpoint, url) => {
    const { urls, client } = listen();
    await client.send({ userId: USER, apiEndpoint }, ALERT);
    expect(urls).toEqual([url]);
  });

  test.each(['https://evil.example', 'http://api.amazonalexa.com', 'nonsense'])(
    '%s gets no token',
    async (apiEndpoint) => {
      const apiClient = createAlexaApiClient();
      const answered = async () => ({ token: 'x' });
      const client = createProactiveEvents({ apiClient, tokens: { get: answered, replace: answered }, stage: 'live' });
      expect(await client.send({ userId: USER, apiEndpoint }, ALERT)).toEqual({
        kind: 'failed',
        reason: expect.stringMatching(/^not (?:one of Amazon's hosts|a URL)$/),
      });
      await apiClient.close();
    },
  );
});

test('references are letters and digits, differ from user to user and notification to notification, and tell no key', () => {
  const key = 'a'.repeat(32);
  const ids = [referenceIdOf(key, 0), referenceIdOf(key, 1), referenceIdOf('b'.repeat(32), 0)];
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]{40}$/);
  expect(ids.join()).not.toContain(key);
  expect(referenceIdOf(key, 0)).toBe(ids[0]);
});
