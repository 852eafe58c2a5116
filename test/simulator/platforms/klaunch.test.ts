import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDemoBot } from '../../../simulator/platforms/bot';
import type { Bot } from '../../../simulator/platforms/bot-reply';
import { type KlaunchServer, type KlaunchServerOptions, startKlaunch } from '../../../simulator/platforms/klaunch';

const CHANNEL = { channelID: 'D9LjuWl0jappznT5', token: 'token', hashtag: '#hotel' };

let vendor: KlaunchServer;
let hook: Server;
let received: string[];
let status: number;

async function start({ bot = echo, ...options }: Partial<KlaunchServerOptions> = {}): Promise<void> {
  vendor = await startKlaunch({ bot, ...CHANNEL, ...options });
  vendor.sendWebhooksTo(`http://127.0.0.1:${(hook.address() as AddressInfo).port}/`);
}

const echo: Bot = { reply: (userID, said) => [{ text: `${userID}: ${said}` }] };

beforeEach(async () => {
  received = [];
  status = 200;
  hook = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push(body);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  await vendor.close();
  await new Promise((resolve) => hook.close(resolve));
});

interface Call {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

async function call({ method = 'POST', url = vendor.url, headers = {}, body }: Call) {
  const response = await fetch(url, { method, headers: { 'content-type': 'application/json', ...headers }, body });
  const text = await response.text();
  await vendor.idle();
  return { status: response.status, text, json: JSON.parse(text) };
}

const post = (more: object = {}) =>
  call({ body: JSON.stringify({ channelID: CHANNEL.channelID, token: CHANNEL.token, message: 'hello', ...more }) });
const begin = () => post({ message: '#hotel' });
const webhooks = () => received.map((body) => JSON.parse(body));

it("answers and replies as the vendor's page says", async () => {
  await start();
  const { status, json } = await begin();
  expect([status, json]).toEqual([200, { channelID: CHANNEL.channelID, message: '#hotel', userID: 1, success: true }]);
  expect(webhooks()).toEqual([
    { channelID: CHANNEL.channelID, message: '1: hello', userID: 1, timestamp: expect.any(Number) },
  ]);
  expect((await post({ message: 'Hi', userID: 1 })).json).toMatchObject({ message: 'Hi', userID: 1, success: true });
  expect(webhooks()[1]).toMatchObject({ message: '1: Hi', userID: 1 });
  expect(vendor.requests.map(({ operation }) => operation)).toEqual(['open', 'send']);
});

it('has the settings of its channel', async () => {
  await start();
  expect(vendor.environment).toEqual({
    ALOUD_PLATFORM: 'klaunch',
    KLAUNCH_URL: vendor.url,
    KLAUNCH_CHANNEL_ID: CHANNEL.channelID,
    KLAUNCH_TOKEN: 'token',
    KLAUNCH_HASHTAG: '#hotel',
  });
});

it('makes a new user for each message without one', async () => {
  await start();
  expect([(await begin()).json.userID, (await begin()).json.userID]).toEqual([1, 2]);
  vendor.forget();
  expect((await begin()).json.userID).toBe(3);
});

it('has numbers that no double holds, and knows when they were rounded', async () => {
  await start({ behaviour: { userIDs: 'long' } });
  expect((await begin()).text).toContain('"userID":9007199254740993,');
  expect(received[0]).toContain('"userID":9007199254740993,');
  const body = (userID: string) =>
    `{"channelID":"${CHANNEL.channelID}","token":"token","message":"x","userID":${userID}}`;
  expect((await call({ body: body('9007199254740992') })).status).toBe(400);
  expect((await call({ body: body(' 9007199254740993 ') })).status).toBe(200);
  vendor.behaviour.writtenAs = 'string';
  expect((await begin()).json.userID).toBe('9007199254740995');
});

it('times its messages one after the other', async () => {
  await start({ bot: { reply: () => Array.from({ length: 20 }, () => ({ text: 'again' })) } });
  await begin();
  const times = webhooks().map(({ timestamp }) => timestamp);
  expect(new Set(times).size).toBe(20);
  expect(times).toEqual([...times].sort((one, other) => one - other));
});

it.each<[string, Call, number]>([
  ['another method', { method: 'PUT', body: '{}' }, 404],
  ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' }, 415],
  ['half a body', { body: '{"channelID":' }, 400],
  ['no object', { body: '[]' }, 400],
])('refuses %s', async (_what, request, expected) => {
  await start();
  const { status, json } = await call(request);
  expect([status, json]).toEqual([expected, { success: false, message: expect.any(String) }]);
});

it.each<[object, number]>([
  [{ channelID: 'other' }, 404],
  [{ token: 'other' }, 401],
  [{ channelID: undefined }, 400],
  [{ token: undefined }, 400],
  [{ message: undefined }, 400],
  [{ message: '' }, 400],
  [{ message: 7 }, 400],
  [{ message: ['hello'] }, 400],
  [{ userID: '1' }, 400],
  [{ userID: null }, 400],
  [{ userID: 1.5 }, 400],
  [{ userID: -1 }, 400],
  [{ userID: 99 }, 400],
  [{ text: 'hello' }, 400],
  [{ attachments: {} }, 400],
  [{ attachments: ['https://x.example/a.png'] }, 400],
  [{ attachments: [{}] }, 400],
  [{ attachments: [{ base64: 'AAAA' }] }, 400],
  [{ attachments: [{ url: 'a.png' }] }, 400],
  [{ attachments: [{ url: 'https://x.example/a.png', offset: 1 }] }, 400],
])('refuses %j', async (more, expected) => {
  await start();
  await begin();
  const { status, json } = await post({ userID: 1, ...more });
  expect([status, json.success]).toEqual([expected, false]);
  expect(received).toHaveLength(1);
});

it("takes both forms of an attachment that the vendor's page shows", async () => {
  await start();
  await begin();
  const attachments = [
    { base64: 'data:image/jpeg;base64,/12345/base64content' },
    { url: 'https://www.example.com/image.jpg' },
  ];
  expect((await post({ userID: 1, attachments })).status).toBe(200);
});

describe('where the page is silent', () => {
  it.each([
    ['message', { success: false, message: 'Invalid token' }],
    ['error', { success: false, error: 'Invalid token' }],
    ['nested', { success: false, error: { code: 7, message: 'Invalid token' } }],
  ] as const)('an error may look like %s', async (errorShape, expected) => {
    await start({ behaviour: { errorShape } });
    expect(await post({ token: 'other' })).toMatchObject({ status: 401, json: expected });
    vendor.behaviour.errorStatus = 'ok';
    expect(await post({ token: 'other' })).toMatchObject({ status: 200, json: expected });
  });

  it('an unknown user may be any error, or a new user', async () => {
    await start({ behaviour: { unknownUser: { status: 404, message: 'No such user' } } });
    expect(await post({ userID: 7 })).toMatchObject({ status: 404, json: { message: 'No such user' } });
    vendor.behaviour.unknownUser = 'created';
    expect((await post({ userID: 7 })).json).toMatchObject({ userID: 1, success: true });
  });

  it.each([
    ['ignored', 200, 0],
    ['refused', 400, 0],
    ['accepted', 200, 1],
  ] as const)('words before the hashtag may be %s', async (beforeStart, expected, replies) => {
    await start({ behaviour: { beforeStart } });
    expect((await post()).status).toBe(expected);
    expect(received).toHaveLength(replies);
  });
});

it('begins its bot at the hashtag, again too, and so the demo bot greets', async () => {
  await start({ bot: createDemoBot() });
  await begin();
  await post({ userID: 1, message: ' #HOTEL ' });
  const [hello, offer, ...again] = webhooks();
  expect(hello.message).toContain('Molly');
  expect(offer.quickReplies).toContain('Prices');
  expect(again.map(({ message }) => message)).toEqual([hello.message, offer.message]);
});

it('writes out what the medium has no form for', async () => {
  const reply = {
    text: 'Look',
    image: { url: 'https://x.example/i.png', title: 'Map' },
    location: { title: 'Here', latitude: 1.5, longitude: 2.5 },
    links: [{ title: 'Site', url: 'https://x.example' }],
    cards: [
      { title: 'Card', text: 'Words', imageUrl: 'https://x.example/c.png', options: [{ title: 'Go', payload: 'G' }] },
    ],
    options: [{ title: 'Yes', payload: 'Y' }],
  };
  await start({ bot: { reply: () => [reply, { image: reply.image }] } });
  await begin();
  const [all, picture] = webhooks();
  const before = 'Look\nHere: https://maps.example/?q=1.5,2.5\nSite: https://x.example\nCard';
  expect(all).toMatchObject({
    message: `${before}\nWords`,
    quickReplies: ['Yes', 'Go'],
    attachments: [
      { offset: 4, url: 'https://x.example/i.png' },
      { offset: before.length, url: 'https://x.example/c.png' },
    ],
  });
  expect(picture).toMatchObject({ message: '', attachments: [{ offset: 0, url: 'https://x.example/i.png' }] });
  expect(picture).not.toHaveProperty('quickReplies');
});

it('lets an agent write, and says what our webhook answered', async () => {
  await start();
  await begin();
  expect(await vendor.agentSays('1', 'Rosa here', { id: 3, name: 'Rosa' })).toBe(200);
  expect(webhooks()[1]).toEqual({
    channelID: CHANNEL.channelID,
    message: 'Rosa here',
    userID: 1,
    adminID: 3,
    timestamp: expect.any(Number),
  });
});

it('tests the webhook with a sample', async () => {
  await start({ deliveries: { retries: 0 } });
  expect(await vendor.testWebhook()).toBe(200);
  expect(await vendor.testWebhook({ test: true })).toBe(200);
  status = 503;
  expect(await vendor.testWebhook()).toBe(503);
  const [first, second] = webhooks();
  expect(first.channelID).not.toBe(CHANNEL.channelID);
  expect(second).toEqual({ test: true });
});
