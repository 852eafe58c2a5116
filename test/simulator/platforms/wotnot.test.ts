import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BotReply } from '../../../simulator/platforms/bot-reply';
import { startWotNot, type WotNotServer } from '../../../simulator/platforms/wotnot';

const ANNA = 'annaannaannaannaannaannaannaanna';
const TEXT = { type: 'text', data: { body: 'Hello' } };
const START = { channel: 'API', message: TEXT, bot_key: 'b0t', from: { user_external_id: ANNA, type: 'VISITOR' } };
const VISITOR = { type: 'VISITOR' };

interface Answer {
  readonly code?: string;
  readonly conversation: { readonly id: string };
}
interface Hook {
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly token?: string; readonly events?: readonly Told[] };
}
interface Told {
  readonly event: { readonly type: string; readonly payload: Readonly<Record<string, unknown>> };
  readonly conversation: unknown;
  readonly visitor?: unknown;
}

let vendor: WotNotServer;
let ours: Server;
let hooks: Hook[];
let answerHook: string;
let said: string[];
let replies: readonly BotReply[];

beforeEach(async () => {
  said = [];
  replies = [{ text: 'Hi <you> & me' }];
  hooks = [];
  answerHook = 'OK';
  const bot = {
    reply(_user: string, words: string) {
      said.push(words);
      return replies;
    },
  };
  vendor = await startWotNot({ bot, token: 'jwt', botKey: 'b0t', webhookToken: 'T' });
  ours = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    hooks.push({ headers: request.headers, body: JSON.parse(body) });
    response.end(answerHook);
  });
  await new Promise<void>((resolve) => ours.listen(0, '127.0.0.1', resolve));
  vendor.sendWebhooksTo(`http://127.0.0.1:${(ours.address() as AddressInfo).port}/`);
});

afterEach(async () => {
  await vendor.close();
  await new Promise((resolve) => ours.close(resolve).closeAllConnections());
});

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(vendor.baseUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer jwt', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, json: (await response.json()) as Answer };
}

async function begin(): Promise<string> {
  const { json } = await post('/conversations', START);
  return json.conversation.id;
}

const send = (id: string, message: unknown) => post(`/conversation/${id}/messages`, { message, user: VISITOR });

async function told(): Promise<Told[]> {
  await vendor.idle();
  return hooks.flatMap(({ body }) => body.events ?? []);
}

const botMessages = async () =>
  (await told())
    .map(({ event }) => event.payload)
    .flatMap(({ message, message_by }) => {
      return (message_by as { type?: string })?.type === 'bot' ? [message] : [];
    });

it("starts a conversation, and answers as the vendor's page says", async () => {
  const { status, json } = await post('/conversations', START);
  expect(status).toBe(200);
  expect(json).toEqual({
    ok: true,
    conversation: {
      id: expect.stringMatching(/^[0-9a-f]{32}\d{10}$/),
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/),
      assignee: { id: expect.any(String), to: expect.any(String) },
    },
    contact: { name: null, email: null, phone: null, visitor_key: `${ANNA}_476` },
  });
  expect((await send(json.conversation.id, TEXT)).json).toEqual({
    ok: true,
    message_id: expect.stringMatching(/^6HRB.{28}$/),
  });
  expect(said).toEqual(['Hello', 'Hello']);
});

it.each([
  [
    'variables',
    { variables: { system: { timezone: 'Asia/Calcutta', browserLanguage: 'en-GB' }, contact: { name: 'A' } } },
  ],
  ['empty variables', { variables: {} }],
])('takes a start with %s', async (_what, more) => {
  expect((await post('/conversations', { ...START, ...more })).status).toBe(200);
});

it.each<[string, string, unknown, Record<string, string>, number, string]>([
  ['an unknown path', '/conversation', START, {}, 404, 'RESOURCE_NOT_FOUND'],
  [
    'messages in the plural',
    '/conversations/1/messages',
    { message: TEXT, user: VISITOR },
    {},
    404,
    'RESOURCE_NOT_FOUND',
  ],
  ['another token', '/conversations', START, { authorization: 'Bearer x' }, 401, 'JWT_SIGNATURE_EXCEPTION'],
  ['a bare token', '/conversations', START, { authorization: 'jwt' }, 401, 'JWT_SIGNATURE_EXCEPTION'],
  ['another channel', '/conversations', { ...START, channel: 'WEB' }, {}, 400, 'CHANNEL_NOT_ENABLED'],
  ['another bot', '/conversations', { ...START, bot_key: 'x' }, {}, 400, 'CONVERSATION_CREATION_EXCEPTION'],
  [
    'another name for the bot',
    '/conversations',
    { ...START, bot_key: undefined, publish_key: 'b0t' },
    {},
    400,
    'CONVERSATION_CREATION_EXCEPTION',
  ],
  [
    'an unknown conversation',
    '/conversation/x/messages',
    { message: TEXT, user: VISITOR },
    {},
    404,
    'CONVERSATION_NOT_FOUND',
  ],
])('refuses %s by a code', async (_what, path, body, headers, status, code) => {
  const answer = await post(path, body, headers);
  expect(answer).toEqual({ status, json: { ok: false, error: code, code, message: expect.any(String), status } });
});

it.each<[string, unknown, Record<string, string>]>([
  ['a form', 'channel=API', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['half a body', '{"channel":', {}],
  ['a list', [START], {}],
  ['no message', { ...START, message: undefined }, {}],
  ['no words', { ...START, message: { type: 'text', data: { body: '' } } }, {}],
  ['another kind', { ...START, message: { type: 'button.response', data: { body: 'Hi' } } }, {}],
  ['no visitor', { ...START, from: { type: 'VISITOR' } }, {}],
  ['a numeric visitor', { ...START, from: { user_external_id: 7, type: 'VISITOR' } }, {}],
  ['another type of visitor', { ...START, from: { user_external_id: ANNA, type: 'visitor' } }, {}],
  ['an unknown member', { ...START, more: 1 }, {}],
  ['an unknown variable', { ...START, variables: { system: { locale: 'en' } } }, {}],
])('refuses a start with %s', async (_what, body, headers) => {
  expect(await post('/conversations', body, headers)).toEqual({ status: 400, json: { error: 'Invalid request' } });
  expect(said).toEqual([]);
});

const FILE = { filename: 'a.png', link: 'https://x.example/a.png', mime_type: 'image/png', extension: 'png' };
const VARIABLES = {
  contact_variables: [{ name: 'a', value: '1' }],
  non_contact_variables: [{ name: 'b', value: '2' }],
};

it.each<[object, string]>([
  [{ type: 'slider.response', data: { body: '30', value: 30, callback: null } }, '30'],
  [{ type: 'file_upload.response', data: { files: [FILE, FILE] } }, 'a.png, a.png'],
  [{ type: 'javascript.response', data: { variables: VARIABLES } }, 'a=1, b=2'],
])('takes %j', async (message, words) => {
  expect((await send(await begin(), message)).status).toBe(200);
  expect(said.at(-1)).toBe(words);
});

it.each([
  { type: 'slider.response', data: { body: '30', value: '30', callback: null } },
  { type: 'slider.response', data: { body: 30, value: 30, callback: null } },
  { type: 'slider.response', data: { body: '30', value: 30 } },
  { type: 'file_upload.response', data: { files: [{ filename: 'a.png' }] } },
  { type: 'file_upload.response', data: { files: FILE } },
  { type: 'javascript.response', data: { variables: { contact_variables: [] } } },
  { type: 'javascript.response', data: VARIABLES },
  { type: 'button.response', data: { body: 'Tea', callback: 'TEA', next_dialog: 'dialog-0', key: 'button-0' } },
  { type: 'text', data: { body: 'Hello' }, more: 1 },
  { type: 'text', data: 'Hello' },
  { type: 'unknown', data: { body: 'Hello' } },
])('refuses %j', async (message) => {
  expect(await send(await begin(), message)).toEqual({ status: 400, json: { error: 'Invalid request' } });
  expect(said).toHaveLength(1);
});

it('refuses a visitor of another type, and members beside the message', async () => {
  const path = `/conversation/${await begin()}/messages`;
  for (const body of [
    { message: TEXT },
    { message: TEXT, user: { type: 'BOT' } },
    { message: TEXT, user: VISITOR, more: 1 },
  ]) {
    expect((await post(path, body)).status).toBe(400);
  }
});

it('takes the answer to a button that it offered, whole', async () => {
  replies = [{ text: 'Sure?', options: [{ title: 'Yes', payload: 'YES' }] }];
  const id = await begin();
  const data = { body: 'Yes', callback: 'YES', next_dialog: 'dialog-0', key: 'button-0' };
  expect((await send(id, { type: 'button.response', data: { ...data, key: undefined } })).status).toBe(400);
  expect((await send(id, { type: 'button.response', data })).status).toBe(200);
  expect(said).toEqual(['Hello', 'Yes']);
});

it('tells of the conversation, of what the visitor said, and of what the bot says', async () => {
  const id = await begin();
  const events = await told();
  expect(events.map(({ event }) => event.type)).toEqual(['conversation_create', 'message', 'message']);
  expect(events[1]?.event.payload).toMatchObject({
    message: { type: 'text', text: 'Hello' },
    message_by: { type: 'visitor' },
  });
  expect(events[2]).toEqual({
    event: {
      type: 'message',
      payload: {
        message: { type: 'text', text: '<p>Hi &lt;you&gt; &amp; me</p>' },
        message_by: { type: 'bot' },
        message_id: expect.any(String),
        created_at: expect.any(String),
      },
    },
    conversation: { key: id },
    visitor: { key: `${ANNA}_476` },
  });
  expect(hooks.map(({ body }) => body.token)).toEqual(['T', 'T', 'T']);
});

it('renders all that a bot can say', async () => {
  vendor.events.html = false;
  replies = [
    {
      text: 'Look',
      image: { url: 'https://x.example/i.png', title: 'Map' },
      location: { title: 'Here', latitude: 1.5, longitude: 2.5 },
    },
    { text: 'Read', links: [{ title: 'Site', url: 'https://x.example' }], options: [{ title: 'Go', payload: 'GO' }] },
    {
      text: 'Team',
      cards: [
        {
          title: 'Ann',
          text: 'Boss',
          imageUrl: 'https://x.example/a.png',
          options: [{ title: 'Call', payload: 'CALL' }],
        },
      ],
    },
  ];
  await begin();
  const go = { title: 'Go', type: 'branch', callback: 'GO', next_dialog: 'dialog-0', key: 'button-0' };
  expect(await botMessages()).toMatchObject([
    { type: 'text', text: 'Look' },
    { type: 'image', payload: { url: 'https://x.example/i.png', title: 'Map' } },
    { type: 'location', payload: { latitude: 1.5, longitude: 2.5 } },
    {
      type: 'button',
      payload: { title: 'Read', buttons: [go, { title: 'Site', type: 'url', url: 'https://x.example' }] },
    },
    {
      type: 'carousel',
      payload: { title: 'Team', cards: [{ title: 'Ann', description: 'Boss', buttons: [{ callback: 'CALL' }] }] },
    },
  ]);
});

it('tells all events in one call, without a visitor, with the token in the header, if it is so set', async () => {
  Object.assign(vendor.events, { grouping: 'together', visitor: false, tokenIn: 'bearer', echo: false, ids: 'number' });
  const { json } = await post('/conversations', START);
  const [{ event, ...around } = { event: undefined }] = await told();
  expect(event?.type).toBe('conversation_create');
  expect(around).toEqual({ conversation: { key: json.conversation.id } });
  expect(typeof json.conversation.id).toBe('number');
  expect(hooks).toHaveLength(1);
  expect([hooks[0]?.headers.authorization, hooks[0]?.body.token]).toEqual(['Bearer T', undefined]);
});

it('lets agents speak, and tests say anything', async () => {
  await begin();
  await told();
  expect(await vendor.agentSays(ANNA, 'Rosa here', { id: 7, name: 'Rosa' })).toBe(200);
  expect(await vendor.say(ANNA, { type: 'slider', payload: { title: 'How much?', min: 1, max: 9 } })).toBe(200);
  const payloads = (await told()).slice(-2).map(({ event }) => event.payload);
  expect(payloads).toMatchObject([
    { message: { text: '<p>Rosa here</p>' }, message_by: { type: 'agent', id: 7, name: 'Rosa' } },
    { message: { type: 'slider' }, message_by: { type: 'bot' } },
  ]);
});

it('closes a conversation, and starts another for the same visitor', async () => {
  vendor.behaviour.known = 'refused';
  const id = await begin();
  expect((await post('/conversations', START)).json.code).toBe('CONVERSATION_CREATION_EXCEPTION');
  await told();
  await vendor.closeConversation(ANNA);
  expect((await told()).at(-1)?.event).toMatchObject({ type: 'conversation_status', payload: { is_closed: true } });
  expect(await send(id, TEXT)).toMatchObject({ status: 400, json: { code: 'CONVERSATION_CLOSED' } });
  expect((await post('/conversations', START)).status).toBe(200);
});

it('forgets its visitors', async () => {
  const id = await begin();
  vendor.forget();
  expect((await send(id, TEXT)).status).toBe(404);
  await expect(vendor.agentSays(ANNA, 'Hello?', { id: 7, name: 'Rosa' })).rejects.toThrow('no conversation');
});

it('saves a webhook that repeats its token', async () => {
  expect(await vendor.saveWebhook()).toBe(false);
  answerHook = '{"token":"T"}';
  expect(await vendor.saveWebhook()).toBe(true);
  vendor.behaviour.handshake = 'text';
  expect(await vendor.saveWebhook()).toBe(false);
  answerHook = 'T';
  expect(await vendor.saveWebhook()).toBe(true);
  expect(hooks.map(({ body }) => body)).toEqual(Array.from({ length: 4 }, () => ({ token: 'T' })));
});

it("is set up by the brand's own settings", async () => {
  expect(vendor.environment).toEqual({
    ALOUD_PLATFORM: 'wotnot',
    WOTNOT_TOKEN: 'jwt',
    WOTNOT_BOT_KEY: 'b0t',
    WOTNOT_WEBHOOK_TOKEN: 'T',
    WOTNOT_BASE_URL: vendor.baseUrl,
  });
  const other = await startWotNot({ bot: { reply: () => [] }, brand: 'chataibot' });
  expect(Object.keys(other.environment)).toContain('CHATAIBOT_WEBHOOK_TOKEN');
  expect(other.environment.ALOUD_PLATFORM).toBe('chataibot');
  await other.close();
});
