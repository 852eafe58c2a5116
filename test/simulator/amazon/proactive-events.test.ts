import { type Amazon, startAmazon } from '../../../simulator/amazon';

const USER = 'amzn1.ask.account.ANNE';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = 1_800_000_000_000;
let now = START;
let amazon: Amazon;
let token: string;

async function start(stage: 'live' | 'development' = 'live') {
  amazon = await startAmazon({ clientId: 'id', clientSecret: 'secret', stage, now: () => now });
  token = await login();
  amazon.events.permit(USER);
}

async function login(): Promise<string> {
  const answer = await fetch(amazon.lwaUrl, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'id',
      client_secret: 'secret',
      scope: 'alexa::proactive_events',
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

beforeEach(async () => {
  now = START;
  await start();
});
afterEach(() => amazon.close());

const iso = (at: number) => new Date(at).toISOString();

function alert({ user = USER, referenceId = 'ref1' as unknown, count = 2 as unknown, name = 'Rosa' as unknown } = {}) {
  return {
    timestamp: iso(now) as unknown,
    referenceId,
    expiryTime: iso(now + HOUR) as unknown,
    event: {
      name: 'AMAZON.MessageAlert.Activated',
      payload: { state: { status: 'UNREAD', freshness: 'NEW' }, messageGroup: { creator: { name }, count } },
    },
    localizedAttributes: [] as unknown,
    relevantAudience: { type: 'Unicast', payload: { user } } as unknown,
  };
}

function send(body: unknown, { path = '/v1/proactiveEvents/', bearer = token, type = 'application/json' } = {}) {
  return fetch(amazon.apiUrl + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': type },
    body: JSON.stringify(body),
  });
}

const status = async (body: unknown, call?: Parameters<typeof send>[1]) => (await send(body, call)).status;

test('a notification waits for the user, is read out once, and is told to who listens', async () => {
  const heard: unknown[] = [];
  amazon.events.onNotification(({ userId, count, creator }) => heard.push([userId, count, creator]));
  expect(await status(alert())).toBe(202);
  expect(heard).toEqual([[USER, 2, 'Rosa']]);
  expect(amazon.events.pending(USER)).toMatchObject([{ count: 2, creator: 'Rosa', expiresAt: now + HOUR }]);
  expect(amazon.events.read(USER)).toEqual(['You have two new messages from Rosa']);
  expect(amazon.events.read(USER)).toEqual([]);
  expect(amazon.events.pending(USER)).toEqual([]);
});

test('a newer notification takes the place of an older one', async () => {
  await send(alert({ count: 1 }));
  await send(alert({ count: 12, referenceId: 'ref2' }));
  expect(amazon.events.read(USER)).toEqual(['You have 12 new messages from Rosa']);
});

test('one message is one', async () => {
  await send(alert({ count: 1 }));
  expect(amazon.events.read(USER)).toEqual(['You have one new message from Rosa']);
});

test('a notification that nobody reads is over at its time', async () => {
  await send(alert());
  now += HOUR;
  expect(amazon.events.pending(USER)).toEqual([]);
  expect(amazon.events.read(USER)).toEqual([]);
});

test('the same reference is accepted once for a user', async () => {
  amazon.events.permit('amzn1.ask.account.BEN');
  expect(await status(alert())).toBe(202);
  expect(await status(alert())).toBe(409);
  expect(await status(alert({ user: 'amzn1.ask.account.BEN' }))).toBe(202);
});

test('a user who has not allowed it gets none', async () => {
  const answer = await send(alert({ user: 'amzn1.ask.account.BEN' }));
  expect([answer.status, await answer.json()]).toEqual([403, { message: 'User may not be subscribed to this event' }]);
  amazon.events.permit(USER, false);
  expect(await status(alert())).toBe(403);
  expect(amazon.events.violations).toEqual([]);
});

test('a bad token is refused, with the status that was chosen', async () => {
  expect(await status(alert(), { bearer: 'x' })).toBe(401);
  amazon.events.behaviour.badTokenStatus = 403;
  expect(await status(alert(), { bearer: 'x' })).toBe(403);
  now += HOUR;
  expect(await status(alert())).toBe(403);
  expect(amazon.events.pending(USER)).toEqual([]);
});

test('a day brings a user no more than so many, and rolls on', async () => {
  amazon.login.behaviour.tokenSeconds = 48 * 3600;
  amazon.events.behaviour.perDay = 1;
  token = await login();
  expect(await status(alert({ referenceId: 'a' }))).toBe(202);
  expect(await status(alert({ referenceId: 'b' }))).toBe(432);
  now += 24 * HOUR;
  expect(await status(alert({ referenceId: 'b' }))).toBe(202);
});

test('a second takes no more than so many, and says when to come back', async () => {
  Object.assign(amazon.events.behaviour, { perSecond: 1, retryAfterSeconds: 7 });
  expect(await status(alert({ referenceId: 'a' }))).toBe(202);
  const answer = await send(alert({ referenceId: 'b' }));
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
  now += 1000;
  expect(await status(alert({ referenceId: 'b' }))).toBe(202);
});

test('a skill in development has a stage of its own, and no limits', async () => {
  await amazon.close();
  await start('development');
  Object.assign(amazon.events.behaviour, { perSecond: 1, perDay: 1 });
  const path = '/v1/proactiveEvents/stages/development';
  expect(await status(alert(), { path })).toBe(202);
  expect(await status(alert({ referenceId: 'b' }), { path })).toBe(202);
  expect(await status(alert({ referenceId: 'c' }))).toBe(403);
});

const { event } = alert();
test.each<[string, object]>([
  ['no timestamp', { timestamp: undefined }],
  ['a timestamp without a zone', { timestamp: '2027-01-15T08:00:00' }],
  ['a timestamp in the future', { timestamp: iso(START + 6 * MINUTE) }],
  ['an expiry too soon', { expiryTime: iso(START + 5 * MINUTE - 1) }],
  ['an expiry too late', { expiryTime: iso(START + 24 * HOUR + 1) }],
  ['an event that is over', { timestamp: iso(START - 2 * HOUR), expiryTime: iso(START - HOUR) }],
  ['a reference with a dash', { referenceId: 'a-b' }],
  ['a long reference', { referenceId: 'a'.repeat(101) }],
  ['no reference', { referenceId: '' }],
  ['another event', { event: { ...event, name: 'AMAZON.WeatherAlert.Activated' } }],
  ['no creator', { event: { ...event, payload: { ...event.payload, messageGroup: { count: 1 } } } }],
  ['a member too many', { text: 'Our sale begins!' }],
  ['no localizedAttributes', { localizedAttributes: undefined }],
  ['everybody', { relevantAudience: { type: 'Multicast', payload: {} } }],
  ['no user', { relevantAudience: { type: 'Unicast', payload: {} } }],
])('%s is refused', async (_name, change) => {
  expect(await status({ ...alert(), ...change })).toBe(400);
  expect(amazon.events.violations).toMatchObject([{ status: 400 }]);
  expect(amazon.events.pending(USER)).toEqual([]);
});

test.each([
  ['count', { count: 0 }],
  ['count', { count: '2' }],
  ['creator.name', { name: '' }],
  ['creator.name', { name: '<b>Rosa</b>' }],
  ['creator.name', { name: 'Rosa\u0007' }],
])('%s as in %j is refused', async (path, change) => {
  const answer = await send(alert(change));
  expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([
    400,
    expect.stringContaining(path),
  ]);
});

test.each([
  ['another path', { path: '/v1/proactiveEvents/all' }, 404],
  ['another service', { path: '/v1/reminders' }, 404],
  ['another content type', { type: 'text/plain' }, 400],
])('%s is refused', async (_name, call, expected) => {
  expect(await status(alert(), call)).toBe(expected);
});

test('fails as it is told to: with a status it takes nothing, on the wire it does', async () => {
  amazon.events.behaviour.faults.push(500, 'reset');
  expect(await status(alert())).toBe(500);
  expect(amazon.events.pending(USER)).toEqual([]);
  await expect(send(alert())).rejects.toThrow();
  expect(amazon.events.pending(USER)).toHaveLength(1);
  amazon.events.behaviour.userFaults.set(USER, 400);
  expect(await status(alert({ referenceId: 'b' }))).toBe(400);
});

test('the Directive service is at the same address', async () => {
  amazon.directives.begin('amzn1.echo-api.request.1', 'token');
  const answer = await fetch(`${amazon.apiUrl}/v1/directives`, {
    method: 'POST',
    headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
    body: JSON.stringify({
      header: { requestId: 'amzn1.echo-api.request.1' },
      directive: { type: 'VoicePlayer.Speak', speech: 'One moment.' },
    }),
  });
  expect(answer.status).toBe(204);
  expect(amazon.directives.spoken('amzn1.echo-api.request.1')).toEqual(['<speak>One moment.</speak>']);
});
