import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDemoBot } from '../../../simulator/platforms/bot';
import type { Bot } from '../../../simulator/platforms/bot-reply';
import {
  startVoximplant,
  type VoximplantServer,
  type VoximplantServerOptions,
} from '../../../simulator/platforms/voximplant';

const UUID = '0b8f3d52-5c5f-4c69-9a3e-2f1f6f2c9d01';
const CHANNEL = { account: 'acme', apiToken: 'tok', channelUuid: UUID, salt: 'abc' };
const LOGIN = '/api/v3/botService/login?domain=acme&access_token=tok';
const REFRESH = '/api/v3/botService/refreshToken';
const MINUTE = 60_000;

let vendor: VoximplantServer;
let hook: Server;
let received: { method?: string; authorization?: string; body: string }[];
let status: number;
let clock: number;

const echo: Bot = { reply: (clientId, said) => [{ text: `${clientId}: ${said}` }] };

async function start({ bot = echo, ...options }: Partial<VoximplantServerOptions> = {}): Promise<void> {
  clock = 1_760_000_000_000;
  vendor = await startVoximplant({ bot, ...CHANNEL, now: () => clock, ...options });
  vendor.sendWebhooksTo(`http://127.0.0.1:${(hook.address() as AddressInfo).port}/`);
}

beforeEach(async () => {
  received = [];
  status = 200;
  hook = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ method: request.method, authorization: request.headers.authorization, body });
    response.writeHead(status).end('OK');
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  await vendor.close();
  await new Promise((resolve) => hook.close(resolve));
});

interface Call {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | URLSearchParams;
}

interface Pair {
  readonly access_token: string;
  readonly refresh_token: string;
}

interface Answer {
  readonly success: boolean;
  readonly result: Pair;
}

async function call({ method = 'POST', url, headers, body }: Call) {
  const response = await fetch(vendor.baseUrl + url, { method, headers, body });
  const json = (await response.json()) as Answer;
  await vendor.idle();
  return { status: response.status, json };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const login = (url = LOGIN, fields: Record<string, string> = { channel_uuid: UUID }) =>
  call({ url, body: form(fields) });
const refresh = (refresh_token: string) => call({ url: REFRESH, body: form({ refresh_token }) });
const pair = async () => (await login()).json.result;

/** As the vendor's page has it, with all that may be left out. */
const EVENT = {
  client_data: {
    client_id: '107804195',
    client_phone: '',
    client_avatar: '',
    client_display_name: 'James Smith',
    client_email: '',
    client_language: '',
    utm: { source: '', campaign: '', content: '', medium: '', term: '' },
    page: { url: '', title: '' },
    location: {
      latitude: 33.1212,
      longitude: 33.1212,
      country: '',
      country_code: '',
      region: '',
      region_code: '',
      city: '',
      ip_address: '',
    },
    device: { type: '', model: '', user_agent: '' },
  },
  event_id: '123',
  event_type: 'send_message',
  event_data: {
    message: {
      message_id: '123',
      text: 'hello',
      payload: [{ type: 'photo', file_name: 'a.jpg', file_url: 'https://x.example/a.jpg' }],
    },
  },
};
const MINIMAL = {
  client_data: { client_id: '7' },
  event_id: 'e1',
  event_type: 'send_message',
  event_data: { message: { message_id: 'm1', text: 'hello' } },
};

async function send(event: unknown, token?: string) {
  const bearer = token ?? (await pair()).access_token;
  return call({
    url: `/${UUID}`,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: typeof event === 'string' ? event : JSON.stringify(event),
  });
}

const callbacks = () => received.map(({ body }) => JSON.parse(body));
const md5 = (text: string) => createHash('md5').update(text).digest('hex');

describe('tokens', () => {
  it('are given for a login, and new ones for a refresh', async () => {
    await start();
    const first = await login();
    expect(first).toEqual({
      status: 200,
      json: { success: true, result: { access_token: expect.any(String), refresh_token: expect.any(String) } },
    });
    const second = await refresh(first.json.result.refresh_token);
    expect(second).toMatchObject({ status: 200, json: { success: true } });
    expect(second.json.result).not.toEqual(first.json.result);
    expect((await send(MINIMAL, second.json.result.access_token)).status).toBe(200);
    expect(vendor.requests.map(({ operation }) => operation)).toEqual(['open', 'open', 'send']);
  });

  it('refresh once, unless the vendor is more lenient', async () => {
    await start();
    const { refresh_token } = await pair();
    expect((await refresh(refresh_token)).status).toBe(200);
    expect((await refresh(refresh_token)).status).toBe(401);
    vendor.behaviour.refreshes = 'again';
    const again = await pair();
    expect((await refresh(again.refresh_token)).status).toBe(200);
    expect((await refresh(again.refresh_token)).status).toBe(200);
  });

  it('hold for 15 minutes and 24 hours', async () => {
    await start();
    const { access_token, refresh_token } = await pair();
    clock += 15 * MINUTE - 1;
    expect((await send(MINIMAL, access_token)).status).toBe(200);
    clock += 1;
    expect((await send({ ...MINIMAL, event_id: 'e2' }, access_token)).status).toBe(401);
    clock += 24 * 60 * MINUTE;
    expect((await refresh(refresh_token)).status).toBe(401);
  });

  it('end when the vendor ends them', async () => {
    await start();
    const { access_token, refresh_token } = await pair();
    vendor.endTokens('access');
    expect((await send(MINIMAL, access_token)).status).toBe(401);
    const next = (await refresh(refresh_token)).json.result;
    vendor.endTokens('all');
    expect((await refresh(next.refresh_token)).status).toBe(401);

    vendor.behaviour.sessions = 'one';
    const old = await pair();
    await pair();
    expect((await send(MINIMAL, old.access_token)).status).toBe(401);
  });

  it('may stand at the top of the answer', async () => {
    await start({ behaviour: { tokensIn: 'top' } });
    expect((await login()).json).toEqual({
      success: true,
      access_token: expect.any(String),
      refresh_token: expect.any(String),
    });
  });

  it.each<[string, Call, number]>([
    ['a login by GET', { method: 'GET', url: LOGIN }, 404],
    ['a login without a body', { url: LOGIN }, 415],
    ['a login in JSON', { url: LOGIN, body: '{}', headers: { 'content-type': 'application/json' } }, 415],
    ['a login without a channel', { url: LOGIN, body: form({}) }, 400],
    ['a login with more', { url: LOGIN, body: form({ channel_uuid: UUID, a: 'b' }) }, 400],
    ['a login to another channel', { url: LOGIN, body: form({ channel_uuid: 'x' }) }, 404],
    ['a login of another account', { url: LOGIN.replace('acme', 'x'), body: form({ channel_uuid: UUID }) }, 401],
    ['a login with another token', { url: LOGIN.replace('=tok', '=x'), body: form({ channel_uuid: UUID }) }, 401],
    [
      'a login without a token',
      { url: LOGIN.replace('&access_token=tok', ''), body: form({ channel_uuid: UUID }) },
      400,
    ],
    [
      'a login with the token in the body',
      { url: LOGIN.split('?')[0] ?? '', body: form({ channel_uuid: UUID, access_token: 'tok', domain: 'acme' }) },
      400,
    ],
    ['a refresh with a query', { url: `${REFRESH}?domain=acme`, body: form({ refresh_token: 'x' }) }, 400],
    ['a refresh without a token', { url: REFRESH, body: form({ refresh_token: '' }) }, 400],
    ['a refresh with more', { url: REFRESH, body: form({ refresh_token: 'x', channel_uuid: UUID }) }, 400],
    ['a refresh with another token', { url: REFRESH, body: form({ refresh_token: 'x' }) }, 401],
    ['another path', { url: '/api/v3/botService/logout' }, 404],
    ['an event to another channel', { url: '/x', body: JSON.stringify(MINIMAL) }, 404],
    ['an event without a token', { url: `/${UUID}`, body: JSON.stringify(MINIMAL) }, 401],
  ])('are not given for %s', async (_what, request, expected) => {
    await start();
    const answer = await call(request);
    expect(answer).toEqual({
      status: expected,
      json: { success: false, result: { error: expect.any(String), code: expected } },
    });
  });

  it('are refused with a success, where the vendor has it so', async () => {
    await start({ behaviour: { errorStatus: 'ok', refusals: [1001] } });
    expect(await refresh('x')).toMatchObject({ status: 200, json: { success: false, result: { code: 401 } } });
    expect(await send(MINIMAL)).toMatchObject({ status: 200, json: { success: false, result: { code: 1001 } } });
    expect(received).toEqual([]);
  });
});

describe('an event', () => {
  it("in the form of the vendor's page is answered, and its bot's replies come back", async () => {
    await start();
    expect(await send(EVENT)).toEqual({ status: 200, json: { success: true, result: true } });
    const [{ event_id, ...rest }] = callbacks();
    expect(rest).toEqual({
      client_data: { client_id: '107804195' },
      event_type: 'send_message',
      event_data: {
        sender_data: { sender_id: 1, sender_display_name: 'Bot', sender_type: 'bot', is_bot: true },
        message: { message_id: expect.any(String), text: '107804195: hello', payload: [] },
      },
    });
    expect(received[0]).toMatchObject({ method: 'POST', authorization: md5(`abc:tok:${event_id}`) });
  });

  it('without words reaches no bot', async () => {
    await start();
    expect((await send({ ...MINIMAL, event_data: { message: { message_id: 'm1' } } })).status).toBe(200);
    expect(received).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['half of one', JSON.stringify(MINIMAL).slice(0, -1)],
    ['a list', [MINIMAL]],
    ['null', 'null'],
    ['no client', { ...MINIMAL, client_data: {} }],
    ['a number for the client', { ...MINIMAL, client_data: { client_id: 7 } }],
    ['an empty client', { ...MINIMAL, client_data: { client_id: '' } }],
    ['an unknown member of the client', { ...MINIMAL, client_data: { client_id: '7', name: 'x' } }],
    ['a place in words', { ...MINIMAL, client_data: { client_id: '7', location: { latitude: '33' } } }],
    ['no event id', { ...MINIMAL, event_id: undefined }],
    ['a number for the event id', { ...MINIMAL, event_id: 123 }],
    ['another type', { ...MINIMAL, event_type: 'typing' }],
    ['no data', { ...MINIMAL, event_data: undefined }],
    ['no message', { ...MINIMAL, event_data: {} }],
    ['no message id', { ...MINIMAL, event_data: { message: { text: 'x' } } }],
    ['a number for the message id', { ...MINIMAL, event_data: { message: { message_id: 1, text: 'x' } } }],
    ['a text that is none', { ...MINIMAL, event_data: { message: { message_id: 'm', text: 7 } } }],
    ['a payload that is none', { ...MINIMAL, event_data: { message: { message_id: 'm', payload: {} } } }],
    [
      'a file without an address',
      { ...MINIMAL, event_data: { message: { message_id: 'm', payload: [{ type: 'photo' }] } } },
    ],
    [
      'a file of another type',
      { ...MINIMAL, event_data: { message: { message_id: 'm', payload: [{ type: 'x', file_url: 'u' }] } } },
    ],
    ['an unknown member', { ...MINIMAL, sender: 'x' }],
  ])('with %s is refused', async (_what, event) => {
    await start();
    expect(await send(event)).toMatchObject({ status: 400, json: { success: false } });
    expect(received).toEqual([]);
  });

  it('that is no JSON is refused', async () => {
    await start();
    const headers = { authorization: `Bearer ${(await pair()).access_token}` };
    expect((await call({ url: `/${UUID}`, headers, body: JSON.stringify(MINIMAL) })).status).toBe(415);
  });

  it('that comes again is refused, dropped or accepted; one that was refused may come again', async () => {
    await start({ behaviour: { refusals: [500] } });
    expect((await send(MINIMAL)).status).toBe(500);
    expect((await send(MINIMAL)).status).toBe(200);
    expect((await send(MINIMAL)).status).toBe(400);
    vendor.behaviour.repeated = 'dropped';
    expect((await send(MINIMAL)).status).toBe(200);
    expect(received).toHaveLength(1);
    vendor.behaviour.repeated = 'accepted';
    await send(MINIMAL);
    expect(received).toHaveLength(2);
    vendor.behaviour.repeated = 'refused';
    vendor.forget();
    expect((await send(MINIMAL)).status).toBe(200);
  });
});

describe('callbacks', () => {
  it('test the URL', async () => {
    await start({ deliveries: { retries: 0 } });
    expect([await vendor.checkWebhook(), await vendor.checkWebhook('POST')]).toEqual([200, 200]);
    const authorization = md5('abc:tok');
    expect(received).toEqual([
      { method: 'GET', authorization, body: '' },
      { method: 'POST', authorization, body: '' },
    ]);
    status = 401;
    expect([await vendor.checkWebhook(), await vendor.checkWebhook('POST')]).toEqual([401, 401]);
  });

  it('lets an agent write, and says what our webhook answered', async () => {
    await start();
    expect(await vendor.agentSays('anna', 'Rosa here', { id: 3, name: 'Rosa' })).toBe(200);
    expect(callbacks()[0]).toMatchObject({
      client_data: { client_id: 'anna' },
      event_data: {
        sender_data: { sender_id: 3, sender_display_name: 'Rosa', sender_type: 'agent', is_bot: false },
        message: { text: 'Rosa here' },
      },
    });
  });

  it('close a conversation', async () => {
    await start();
    expect(await vendor.closeConversation('anna')).toBe(200);
    await vendor.closeConversation('anna', 'CLOSED_BY_BOT');
    expect(callbacks()).toMatchObject([
      {
        event_type: 'close_conversation',
        event_data: { close_reason: 'CLOSED_BY_AGENT', sender_data: { is_bot: false } },
      },
      {
        event_type: 'close_conversation',
        event_data: { close_reason: 'CLOSED_BY_BOT', sender_data: { is_bot: true } },
      },
    ]);
  });

  it('may be of any kind', async () => {
    await start();
    expect(await vendor.sendEvent('anna', { event_type: 'typing', event_data: { on: true } })).toBe(200);
    const [event] = callbacks();
    expect(event).toMatchObject({ client_data: { client_id: 'anna' }, event_type: 'typing', event_data: { on: true } });
    expect(received[0]?.authorization).toBe(md5(`abc:tok:${event.event_id}`));
  });

  it('may be signed in other ways', async () => {
    await start({ callbacks: { prefix: 'Bearer ', upperCase: true, separator: ': ' } });
    await vendor.checkWebhook();
    expect(received[0]?.authorization).toBe(`Bearer ${md5('abc: tok').toUpperCase()}`);
  });

  it.each([
    ['is_bot', { sender_id: 1, sender_display_name: 'Bot', is_bot: true }],
    ['none', undefined],
  ] as const)('may tell the sender by %s', async (sender, expected) => {
    await start({ callbacks: { sender } });
    await send(MINIMAL);
    expect(callbacks()[0].event_data.sender_data).toEqual(expected);
  });

  it('may write ids as numbers, also such as no double holds', async () => {
    await start({ callbacks: { ids: 'number' } });
    await send(MINIMAL);
    expect(callbacks()[0]).toMatchObject({
      client_data: { client_id: 7 },
      event_id: expect.any(Number),
      event_data: { message: { message_id: expect.any(Number) } },
    });
    vendor.callbacks.ids = 'long';
    await vendor.agentSays('anna', 'x', { id: 3, name: 'Rosa' });
    const [, id] = /"event_id":(\d+),/.exec(received[1]?.body ?? '') ?? [];
    expect(Number.isSafeInteger(Number(id))).toBe(false);
    expect(received[1]).toMatchObject({
      authorization: md5(`abc:tok:${id}`),
      body: expect.stringContaining('{"client_id":"anna"}'),
    });
  });

  const RICH = {
    text: 'Look',
    image: { url: 'https://x.example/i.png', title: 'Map' },
    location: { title: 'Here', latitude: 1.5, longitude: 2.5 },
    links: [{ title: 'Site', url: 'https://x.example' }],
    cards: [
      { title: 'Card', text: 'Words', imageUrl: 'https://x.example/c.png', options: [{ title: 'Go', payload: 'G' }] },
    ],
    options: [{ title: 'Yes', payload: 'Y' }],
  };

  it('write out what the channel has no form for', async () => {
    await start({ bot: { reply: () => [RICH, { image: RICH.image }] } });
    await send(MINIMAL);
    const [rich, picture] = callbacks().map(({ event_data }) => event_data.message);
    expect(rich).toMatchObject({
      text: 'Look\nSite: https://x.example\nCard\nWords',
      payload: [
        { type: 'photo', file_name: 'Map', file_url: 'https://x.example/i.png' },
        { type: 'photo', file_name: 'Card', file_url: 'https://x.example/c.png' },
        { type: 'location', latitude: 1.5, longitude: 2.5, address: 'Here' },
        {
          type: 'webchat_inline_buttons',
          buttons: [
            { type: 'text', text: 'Yes', data: 'Y' },
            { type: 'text', text: 'Go', data: 'G' },
          ],
        },
      ],
    });
    expect(picture).not.toHaveProperty('text');
  });

  it('may leave out buttons, and name addresses otherwise', async () => {
    await start({ bot: { reply: () => [RICH] }, callbacks: { buttons: 'none', files: 'url' } });
    await send(MINIMAL);
    const [{ event_data }] = callbacks();
    expect(event_data.message.payload.map(({ type }: { type: string }) => type)).toEqual([
      'photo',
      'photo',
      'location',
    ]);
    expect(event_data.message.payload[0]).toEqual({ type: 'photo', file_name: 'Map', url: RICH.image.url });
  });
});

it('has the settings of its channel, and the demo bot behind it', async () => {
  await start({ bot: createDemoBot() });
  expect(vendor.environment).toEqual({
    ALOUD_PLATFORM: 'voximplant',
    VOXIMPLANT_BASE_URL: vendor.baseUrl,
    VOXIMPLANT_ACCOUNT: 'acme',
    VOXIMPLANT_REGION: 'eu',
    VOXIMPLANT_API_TOKEN: 'tok',
    VOXIMPLANT_CHANNEL_UUID: UUID,
    VOXIMPLANT_SALT: 'abc',
  });
  await send(MINIMAL);
  expect(callbacks()[0].event_data.message.text).toContain('Molly');
});
