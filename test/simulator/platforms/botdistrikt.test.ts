import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BotDistriktServer, startBotDistrikt } from '../../../simulator/platforms/botdistrikt';

const DOMAIN = 'https://a9sn38h.app.link';
const ID = 'h3xh3xh3xh3xh3xh';

let server: BotDistriktServer;

beforeEach(async () => {
  const bot = { reply: (user: string, said: string) => [{ text: `${user}: ${said}` }] };
  server = await startBotDistrikt({ webchatAppId: '1234', domain: DOMAIN, bot });
});

afterEach(() => server.close());

interface Call {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

async function call({ method = 'POST', path = '/webchat_apps/1234/message', headers = {}, body }: Call) {
  const response = await fetch(server.baseUrl + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, text, json: JSON.parse(text) };
}

const register = (body: object = {}) =>
  call({
    path: '/webchat_apps/1234/user',
    body: JSON.stringify({ domain: DOMAIN, webchat_id: ID, user: {}, ...body }),
  });

const send = (user: string, more: object = {}, headers = { authorization: ID }) => {
  const rest = JSON.stringify({ domain: DOMAIN, message: { text: 'hello' }, ...more });
  return call({ headers, body: `{"user":${user},${rest.slice(1)}` });
};

it('registers, answers the user, and lets the bot answer', async () => {
  const { text, json } = await register({ user: { first_name: 'Guest' } });
  expect(json).toMatchObject({ webchat_id: ID, first_name: 'Guest', channel: 'web' });
  expect((await send(text)).json).toEqual({ responses: [{ text: `${ID}: hello` }] });
});

it('makes an id for a user who brings none', async () => {
  const { json, text } = await register({ webchat_id: undefined });
  expect(json.webchat_id).toMatch(/^webchat\./);
  expect((await send(text, {}, { authorization: json.webchat_id })).status).toBe(200);
});

it('refuses a user whose long id was rounded', async () => {
  const { text, json } = await register();
  expect((await send(JSON.stringify(json))).status).toBe(422);
  expect((await send(text)).status).toBe(200);
});

it.each<[string, Call, number]>([
  ['another method', { method: 'PUT', body: '{}' }, 404],
  ['another path', { path: '/webchat_apps/1234/messages', body: '{}' }, 404],
  ['an id that is no number', { path: '/webchat_apps/abc/user', body: '{}' }, 404],
  ['an unknown app', { path: '/webchat_apps/99/user', body: '{}' }, 404],
  ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' }, 415],
  ['half a body', { body: '{"domain":' }, 400],
  ['no object', { body: '[]' }, 422],
  ['a wrong domain', { path: '/webchat_apps/1234/user', body: '{"domain":"https://other.example","user":{}}' }, 401],
])('refuses %s, as LoopBack does', async (_what, request, status) => {
  const answer = await call(request);
  expect(answer.status).toBe(status);
  expect(answer.json.error).toEqual({ statusCode: status, name: 'Error', message: expect.any(String) });
});

it.each([
  ['a user that is no object', { user: 'x' }],
  ['an id that is no string', { webchat_id: 7 }],
  ['what the model does not know', { email: 'x@example.com' }],
])('refuses a registration with %s', async (_what, body) => {
  expect((await register(body)).status).toBe(422);
});

it('refuses a sender who is not registered, or is forgotten', async () => {
  const { text } = await register();
  expect((await send(text, {}, { authorization: `Bearer ${ID}` })).status).toBe(401);
  server.forget();
  expect((await send(text)).status).toBe(401);
});

it.each([
  ['text', { message: 'hello' }],
  ['a message without words', { message: {} }],
  ['what the model does not know', { webchat_id: ID }],
])('refuses %s for a message', async (_what, more) => {
  const { text } = await register();
  expect((await send(text, more)).status).toBe(422);
});

describe('the Event Webhook', () => {
  interface Event {
    readonly headers: IncomingHttpHeaders;
    readonly json: unknown;
  }

  let events: Event[];
  let close: () => Promise<unknown>;
  let status: number;

  beforeEach(async () => {
    events = [];
    status = 200;
    const receiver = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      events.push({ headers: request.headers, json: JSON.parse(Buffer.concat(chunks).toString()) });
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    server.sendWebhooksTo(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}`);
    close = () => {
      receiver.closeAllConnections();
      return new Promise((resolve) => receiver.close(resolve));
    };
  });

  afterEach(() => close());

  const talk = async () => send((await register()).text);

  it('tells by headers who spoke', async () => {
    await register();
    await server.agentSays(ID, 'Rosa here', { id: 77, name: 'Rosa' });
    await server.broadcast(ID, 'We moved', 12);
    expect(events).toMatchObject([
      {
        headers: { 'x-botdistrikt-source': 'human', 'x-botdistrikt-source-id': '77' },
        json: { user: { webchat_id: ID }, responses: [{ text: 'Rosa here' }], agent: { name: 'Rosa' } },
      },
      {
        headers: { 'x-botdistrikt-source': 'broadcast', 'x-botdistrikt-source-id': '12' },
        json: { user: { webchat_id: ID }, responses: [{ text: 'We moved' }] },
      },
    ]);
  });

  it('tells what the bot has answered, unless it is switched off', async () => {
    await talk();
    server.events.botEvents = false;
    await talk();
    await server.idle();
    expect(events).toMatchObject([
      { headers: { 'x-botdistrikt-source': 'bot' }, json: { responses: [{ text: `${ID}: hello` }] } },
    ]);
  });

  it('may come before the answer to the send', async () => {
    server.deliveries.early = true;
    await talk();
    expect(events).toHaveLength(1);
  });

  it('comes for an answer that nobody waited for', async () => {
    const { text } = await register();
    server.behaviour.faults.send.push('reset');
    await expect(send(text)).rejects.toThrow();
    await server.idle();
    expect(events).toMatchObject([{ json: { responses: [{ text: `${ID}: hello` }] } }]);
  });

  it('has ids, times and no source if it is told so', async () => {
    Object.assign(server.events, { shape: 'flat', ids: 'unique', times: 'milliseconds', sourceHeaders: false });
    await talk();
    await talk();
    await server.idle();
    expect(events.map(({ json }) => json)).toEqual(
      ['1', '2'].map((id) => ({ webchat_id: ID, id, timestamp: expect.any(Number), text: `${ID}: hello` })),
    );
    expect(events.map(({ headers }) => headers['x-botdistrikt-source'])).toEqual([undefined, undefined]);
  });

  it('says how it was answered', async () => {
    server.deliveries.retries = 0;
    status = 503;
    expect(await server.agentSays(ID, 'Rosa here', { id: 77, name: 'Rosa' })).toBe(503);
  });
});
