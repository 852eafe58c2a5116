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
