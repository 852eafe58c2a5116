import type { Platform, PlatformInput, Thread } from '../../../lambda/conversation/ports/platform';
import type { VoximplantOptions } from '../../../lambda/platforms/voximplant/settings';
import {
  startVoximplant,
  type VoximplantServer,
  type VoximplantServerOptions,
} from '../../../simulator/platforms/voximplant';
import { createAdapter } from '../../support/adapter';

const USER = { key: 'h3xh3xh3xh3xh3xh3xh3xh3xh3xh3xh3', locale: 'en-US' };
const CHANNEL = {
  account: 'blue bell',
  apiToken: 'api/token+1',
  channelUuid: '0b8f3d52-5c5f-4c69-9a3e-2f1f6f2c9d01',
  salt: 'salt',
};
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

let vendor: VoximplantServer;
let platform: Platform;
let said: { user: string; words: string }[];

async function start(
  options: Partial<VoximplantServerOptions> = {},
  wrong: Partial<VoximplantOptions> = {},
): Promise<void> {
  said = [];
  const bot = {
    reply(user: string, words: string) {
      said.push({ user, words });
      return [];
    },
  };
  vendor = await startVoximplant({ bot, ...CHANNEL, ...options });
  platform = createAdapter('voximplant', { ...CHANNEL, baseUrl: vendor.baseUrl, ...wrong });
}

afterEach(async () => {
  await platform.close();
  await vendor.close();
});

const signal = () => AbortSignal.timeout(5000);
const open = () => platform.open(USER, signal());
const send = (thread: Thread, input: PlatformInput) => platform.send(thread, input, signal());
const text = (words: string): PlatformInput => ({ kind: 'text', text: words });
const events = () => vendor.requests.flatMap(({ operation, body }) => (operation === 'send' ? [JSON.parse(body)] : []));

describe('on the wire', () => {
  it('makes no call to open a thread, nor to start a conversation', async () => {
    await start();
    const thread = await open();
    expect(thread).toEqual({ clientId: USER.key, locale: 'en-US' });
    expect(await send(thread, { kind: 'start' })).toEqual({ thread, messages: [], pending: false });
    expect(vendor.requests).toEqual([]);
  });

  it("logs in as the vendor's page says: credentials in the query, the channel in a form", async () => {
    await start();
    await send(await open(), text('hello'));
    const [login] = vendor.requests;
    expect(login).toMatchObject({
      method: 'POST',
      url: '/api/v3/botService/login?domain=blue+bell&access_token=api%2Ftoken%2B1',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: `channel_uuid=${CHANNEL.channelUuid}`,
    });
    expect(login?.headers.authorization).toBeUndefined();
  });

  it("sends words as an event of the vendor's form", async () => {
    await start();
    const thread = await open();
    expect(await send(thread, text('Hello "you" 😀'))).toEqual({ thread, messages: [], pending: true });
    const [, request] = vendor.requests;
    expect(request).toMatchObject({
      method: 'POST',
      url: `/${CHANNEL.channelUuid}`,
      headers: {
        'content-type': 'application/json',
        authorization: expect.stringMatching(/^Bearer simulated-access-token\./),
      },
    });
    expect(events()).toEqual([
      {
        client_data: { client_id: USER.key, client_display_name: 'Guest Alexa 4051', client_language: 'en-US' },
        event_id: expect.stringMatching(UUID),
        event_type: 'send_message',
        event_data: { message: { message_id: expect.stringMatching(UUID), text: 'Hello "you" 😀', payload: [] } },
      },
    ]);
    expect(said).toEqual([{ user: USER.key, words: 'Hello "you" 😀' }]);
  });

  it('gives each event ids of its own', async () => {
    await start();
    const thread = await open();
    await send(thread, text('one'));
    await send(thread, text('one'));
    const ids = events().flatMap(({ event_id, event_data }) => [event_id, event_data.message.message_id]);
    expect(new Set(ids).size).toBe(4);
    expect(vendor.requests.map(({ operation }) => operation)).toEqual(['open', 'send', 'send']);
  });

  it('says the label of a picked choice, whatever data it has, and the words of an answer', async () => {
    await start();
    const thread = await open();
    const option = { type: 'text', text: 'Tea ☕', data: 'TEA' };
    await send(thread, { kind: 'choice', choice: { label: 'Tea ☕', option } });
    await send(thread, { kind: 'answer', inputRequest: { kind: 'number' }, text: 'thirty', number: 30 });
    expect(said.map(({ words }) => words)).toEqual(['Tea ☕', 'thirty']);
  });

  it('needs no language', async () => {
    await start();
    await send({ clientId: USER.key }, text('hello'));
    await send({ clientId: USER.key, locale: 7 }, text('hello'));
    for (const { client_data } of events()) expect(client_data).not.toHaveProperty('client_language');
    expect(said).toHaveLength(2);
  });

  it('keeps the path of a base URL', async () => {
    await start();
    await platform.close();
    platform = createAdapter('voximplant', { ...CHANNEL, baseUrl: `${vendor.baseUrl}/proxy` });
    await expect(send(await open(), text('hello'))).rejects.toMatchObject({
      code: 'ALOUD_PLATFORM_NOT_FOUND',
      message: 'voximplant login: HTTP 404',
    });
  });
});

describe('a thread', () => {
  it.each([{}, { clientId: '' }, { clientId: 7 }, { clientId: null }, { client_id: USER.key }])(
    '%j takes no words, and makes no call',
    async (thread) => {
      await start();
      await expect(send(thread, text('hello'))).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_THREAD_GONE' });
      expect(vendor.requests).toEqual([]);
    },
  );
});

describe('wrong settings', () => {
  it.each<[string, Partial<VoximplantOptions>, VoximplantServerOptions['behaviour'], string, string]>([
    ['token', { apiToken: 'x' }, {}, 'ALOUD_PLATFORM_UNAUTHORIZED', 'HTTP 401'],
    [
      'token, answered 200',
      { apiToken: 'x' },
      { errorStatus: 'ok' },
      'ALOUD_PLATFORM_UNAUTHORIZED',
      'HTTP 200, success: false, code 401',
    ],
    ['account', { account: 'x' }, {}, 'ALOUD_PLATFORM_UNAUTHORIZED', 'HTTP 401'],
    ['channel', { channelUuid: 'x' }, {}, 'ALOUD_PLATFORM_NOT_FOUND', 'HTTP 404'],
    [
      'channel, answered 200',
      { channelUuid: 'x' },
      { errorStatus: 'ok' },
      'ALOUD_PLATFORM_NOT_FOUND',
      'HTTP 200, success: false, code 404',
    ],
  ])('a wrong %s is told to the operator', async (_what, wrong, behaviour, code, reason) => {
    await start({ behaviour }, wrong);
    const failing = send(await open(), text('hello'));
    await expect(failing).rejects.toMatchObject({ code, message: `voximplant login: ${reason}` });
    expect(vendor.requests).toHaveLength(1);
  });
});
