import type { Platform, PlatformInput } from '../../../lambda/conversation/ports/platform';
import { CHOICE_FIELDS, MESSAGE_FIELDS, parseTemplate } from '../../../lambda/platforms/botdistrikt/message';
import { parseReply } from '../../../lambda/platforms/botdistrikt/reply';
import type { BotDistriktOptions } from '../../../lambda/platforms/botdistrikt/settings';
import { type Behaviour, type BotDistriktServer, startBotDistrikt } from '../../../simulator/platforms/botdistrikt';
import { createAdapter } from '../../support/adapter';

const DOMAIN = 'https://a9sn38h.app.link';
const USER = { key: 'h3xh3xh3xh3xh3xh3xh3xh3xh3xh3xh3', locale: 'en-US' };

let vendor: BotDistriktServer;
let platform: Platform;
let said: string[];

async function start(behaviour: Partial<Behaviour> = {}, options: Partial<BotDistriktOptions> = {}): Promise<void> {
  said = [];
  const bot = {
    reply(_user: string, text: string) {
      said.push(text);
      return [{ text: 'Hi' }];
    },
  };
  vendor = await startBotDistrikt({ webchatAppId: '1234', domain: DOMAIN, bot, behaviour });
  const { baseUrl } = vendor;
  platform = createAdapter('botdistrikt', { baseUrl, webchatAppId: '1234', domain: DOMAIN, ...options }, options);
}

afterEach(async () => {
  await platform.close();
  await vendor.close();
});

function template<Field extends string>(json: string, fields: readonly Field[]) {
  const parsed = parseTemplate(json, fields);
  if (typeof parsed === 'string') throw new Error(parsed);
  return parsed;
}

const signal = () => AbortSignal.timeout(5000);
const open = () => platform.open(USER, signal());
const send = async (input: PlatformInput) => (await platform.send(await open(), input, signal())).messages;
const text = (words: string): PlatformInput => ({ kind: 'text', text: words });

describe('on the wire', () => {
  it("registers a user as the vendor's page says", async () => {
    await start();
    await open();
    const [{ url, headers, body } = { url: '', headers: {}, body: '' }] = vendor.requests;
    expect(url).toBe('/api/webchat_apps/1234/user');
    expect(headers).toMatchObject({ 'content-type': 'application/json', accept: 'application/json' });
    expect(headers.authorization).toBeUndefined();
    expect(body).toBe(
      `{"domain":"${DOMAIN}","webchat_id":"${USER.key}","user":{"first_name":"Guest","last_name":"Alexa 4051"}}`,
    );
  });

  it("sends a message as the vendor's page says, with the user exactly as registered", async () => {
    await start();
    const thread = await open();
    await platform.send(thread, text('Hello "you" 😀'), signal());
    const [, { url, headers, body } = { url: '', headers: {}, body: '' }] = vendor.requests;
    expect(url).toBe('/api/webchat_apps/1234/message');
    expect(headers.authorization).toBe(USER.key);
    expect(body).toBe(
      `{"domain":"${DOMAIN}","user":{"id": 9007199254740993, "webchat_id":"${USER.key}","last_name":"Alexa 4051",` +
        `"active":true,"is_group":false,"channel":"web","first_name":"Guest","attributes":{"source":"${DOMAIN}"}},` +
        '"message":{"text":"Hello \\"you\\" 😀"}}',
    );
  });

  it('tells the platform nothing of a user but the key', async () => {
    await start();
    await platform.send(await open(), text('hello'), signal());
    expect(vendor.requests.map(({ body }) => body).join()).not.toContain(USER.locale);
  });

  it('sends nothing for the start of a conversation', async () => {
    await start();
    expect(await send({ kind: 'start' })).toEqual([]);
    expect(vendor.requests).toHaveLength(1);
  });
});

describe('what the vendor leaves open', () => {
  it.each([
    { wrappers: ['user'] },
    { wrappers: ['bot_user'] },
    { wrappers: ['data', 'user'] },
    { wrappers: ['result'] },
    { webchatId: 'generated' as const },
    { webchatId: 'generated' as const, wrappers: ['data'] },
    { webchatId: 'unsaid' as const },
    { webchatId: 'unsaid' as const, wrappers: ['user'] },
  ])('a registered user as %j', async (behaviour) => {
    await start(behaviour);
    expect(await send(text('hello'))).toMatchObject([{ text: 'Hi' }]);
  });

  it.each([409, 422] as const)('a second registration that answers %i', async (duplicate) => {
    await start({ duplicate });
    await open();
    expect(await send(text('hello'))).toMatchObject([{ text: 'Hi' }]);
  });

  it.each([401, 403, 404] as const)('an unknown sender who is answered %i', async (unknownUser) => {
    await start({ unknownUser });
    const thread = await open();
    vendor.forget();
    await expect(platform.send(thread, text('hello'), signal())).rejects.toMatchObject({
      code: 'ALOUD_PLATFORM_THREAD_GONE',
      message: `botdistrikt send: HTTP ${unknownUser}`,
    });
  });

  it('the form of a message', async () => {
    const textOf: Behaviour['textOf'] = ({ type, body }) => (type === 'text' ? body : undefined);
    await start({ textOf }, { messageTemplate: template('{"type":"text","body":"{{text}}"}', MESSAGE_FIELDS) });
    await send(text('hello'));
    expect(said).toEqual(['hello']);
  });

  it('the form of a picked choice', async () => {
    const textOf: Behaviour['textOf'] = ({ event }) => JSON.stringify(event);
    await start(
      { textOf },
      { choiceTemplate: template('{"event":{"name":"{{title}}","payload":"{{payload}}"}}', CHOICE_FIELDS) },
    );
    const options = [
      { title: 'Tea', payload: { id: 7 } },
      { title: 'Tea', value: 'T' },
      'tea',
      { title: 'Tea' },
      undefined,
    ];
    for (const option of options) await send({ kind: 'choice', choice: { label: 'Tea', option } });
    expect(said.map((event) => JSON.parse(event).payload)).toEqual([{ id: 7 }, 'T', 'tea', 'Tea', 'Tea']);
  });

  const card = (title: string, ...buttons: unknown[]) => ({ title, buttons });
  const view = (payload?: unknown) => ({ title: 'View', ...(payload !== undefined && { payload }) });

  it.each<[string, unknown[], string[]]>([
    ['their payload', [card('Quay', view('see quay')), card('Mill', view('see mill'))], ['see quay', 'see mill']],
    [
      'their card, where no payload tells',
      [card('Quay', view('V')), card('Mill', view('V'))],
      ['View Quay', 'View Mill'],
    ],
    ['their card, where there is no payload', [card('Quay', view()), card('Mill', view())], ['View Quay', 'View Mill']],
    [
      'their card, where the payload is no text',
      [card('Quay', view({ id: 1 })), card('Mill', view({ id: 2 }))],
      ['View Quay', 'View Mill'],
    ],
    ['their title, where it is theirs alone', [card('Quay', view('see quay')), card('Mill', 'Book')], ['View', 'Book']],
    ['nothing, where there is nothing', [{ buttons: [view()] }, { buttons: [view()] }], ['View', 'View']],
  ])('options told apart by %s', async (_title, cards, words) => {
    await start();
    const [message] = parseReply([{ text: 'Here.', cards }], 0);
    const choices = message?.cards.flatMap((one) => one.choices) ?? [];
    for (const choice of choices) await send({ kind: 'choice', choice });
    expect(said).toEqual(words);
  });

  it('the form of a choice that is told apart keeps its title and its payload', async () => {
    const textOf: Behaviour['textOf'] = ({ title, payload }) => JSON.stringify([title, payload]);
    await start(
      { textOf },
      { choiceTemplate: template('{"title":"{{title}}","payload":"{{payload}}"}', CHOICE_FIELDS) },
    );
    const [message] = parseReply(
      [{ text: 'Here.', cards: [card('Quay', view({ id: 1 })), card('Mill', view('m'))] }],
      0,
    );
    for (const choice of message?.cards.flatMap((one) => one.choices) ?? []) await send({ kind: 'choice', choice });
    expect(said.map((event) => JSON.parse(event))).toEqual([
      ['View', { id: 1 }],
      ['View', 'm'],
    ]);
  });

  it('the scheme of the authorization', async () => {
    await start({}, { authorization: 'Bearer {{webchat_id}}' });
    await expect(send(text('hello'))).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_THREAD_GONE' });
    expect(vendor.requests.at(-1)?.headers.authorization).toBe(`Bearer ${USER.key}`);
  });
});

it('times its messages by its clock', async () => {
  await start({}, { now: () => 1_760_000_000_000 });
  expect(await send(text('hello'))).toMatchObject([{ sentAt: 1_760_000_000_000 }]);
});

it('says that its messages came in the answer', async () => {
  await start();
  expect(await send(text('hello'))).toMatchObject([{ channel: 'inline' }]);
});

it.each(['ours', 'generated'] as const)('knows a thread by its webchat_id where that is %s', async (webchatId) => {
  await start({ webchatId });
  const thread = await open();
  expect(platform.threadId?.(thread)).toBe(webchatId === 'ours' ? USER.key : 'webchat.1');
});

it('tells wrong credentials from a wrong bot', async () => {
  await start({}, { domain: 'https://another.example' });
  await expect(open()).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_UNAUTHORIZED' });
  await platform.close();
  platform = createAdapter('botdistrikt', { baseUrl: vendor.baseUrl, webchatAppId: '99', domain: DOMAIN });
  await expect(open()).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_NOT_FOUND' });
});
