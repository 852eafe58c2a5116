import type { Platform, PlatformInput, Thread } from '../../../lambda/conversation/ports/platform';
import type { KlaunchOptions } from '../../../lambda/platforms/klaunch/settings';
import { type KlaunchBehaviour, type KlaunchServer, startKlaunch } from '../../../simulator/platforms/klaunch';
import { createAdapter } from '../../support/adapter';

const USER = { key: 'h3xh3xh3xh3xh3xh3xh3xh3xh3xh3xh3', locale: 'en-US' };
const CHANNEL = { channelID: 'D9LjuWl0jappznT5', token: 'tok"en', hashtag: '#hotel' };

let vendor: KlaunchServer;
let platform: Platform;
let said: string[];

async function start(
  behaviour: Partial<KlaunchBehaviour> = {},
  options: Partial<KlaunchOptions> = {},
  path?: string,
): Promise<void> {
  said = [];
  const bot = {
    reply(_userID: string, words: string) {
      said.push(words);
      return [];
    },
  };
  vendor = await startKlaunch({ bot, ...CHANNEL, behaviour, path });
  platform = createAdapter('klaunch', { url: vendor.url, ...CHANNEL, ...options });
}

afterEach(async () => {
  await platform.close();
  await vendor.close();
});

const signal = () => AbortSignal.timeout(5000);
const send = (thread: Thread, input: PlatformInput) => platform.send(thread, input, signal());
const text = (words: string): PlatformInput => ({ kind: 'text', text: words });
const lastBody = () => vendor.requests.at(-1)?.body;

/** A thread whose bot was started. */
async function begin(): Promise<Thread> {
  return (await send(await platform.open(USER, signal()), { kind: 'start' })).thread;
}

describe('on the wire', () => {
  it('learns of a user with the first message: the hashtag, without a userID', async () => {
    await start();
    const opened = await platform.open(USER, signal());
    expect(vendor.requests).toEqual([]);
    expect(platform.threadId?.(opened)).toBeUndefined();

    const result = await send(opened, { kind: 'start' });
    expect(result).toMatchObject({ messages: [], pending: true });
    expect(platform.threadId?.(result.thread)).toBe('1');
    expect(said).toEqual(['hello']);
    expect(vendor.requests).toHaveLength(1);
    expect(vendor.requests[0]).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
    expect(lastBody()).toBe('{"channelID":"D9LjuWl0jappznT5","token":"tok\\"en","message":"#hotel"}');
  });

  it("sends words as the vendor's page says, the userID as a number", async () => {
    await start();
    const { thread, pending } = await send(await begin(), text('Hello "you" 😀'));
    expect(pending).toBe(true);
    expect(platform.threadId?.(thread)).toBe('1');
    expect(lastBody()).toBe(
      '{"channelID":"D9LjuWl0jappznT5","token":"tok\\"en","message":"Hello \\"you\\" 😀","userID":1}',
    );
  });

  it.each(['number', 'string'] as const)('keeps every digit of a long userID, answered as a %s', async (writtenAs) => {
    await start({ userIDs: 'long', writtenAs });
    const thread = await begin();
    expect(platform.threadId?.(thread)).toBe('9007199254740993');
    await send(JSON.parse(JSON.stringify(thread)), text('hello'));
    expect(lastBody()).toMatch(/,"userID":9007199254740993\}$/);
    expect(said).toEqual(['hello', 'hello']);
  });

  it('starts over as the same user', async () => {
    await start();
    const thread = await begin();
    const again = await send(thread, { kind: 'start' });
    expect(again.thread).toEqual(thread);
    expect(lastBody()).toMatch(/"message":"#hotel","userID":1\}$/);
  });

  it('says the label of a picked quick reply, and the words of an answer', async () => {
    await start();
    const thread = await begin();
    await send(thread, { kind: 'choice', choice: { label: '#Tea & "milk" ☕' } });
    await send(thread, { kind: 'answer', inputRequest: { kind: 'number' }, text: 'thirty', number: 30 });
    expect(said.slice(1)).toEqual(['#Tea & "milk" ☕', 'thirty']);
  });

  it('tells the platform nothing of a user', async () => {
    await start();
    await send(await begin(), text('hello'));
    const all = vendor.requests.map(({ body, headers }) => body + JSON.stringify(headers)).join();
    expect(all).not.toContain(USER.key);
    expect(all).not.toContain(USER.locale);
  });

  it.each(['/', '/api', '/api/', '/api/?version=2&key=a%2Fb'])('uses the address %s as it is', async (path) => {
    await start({}, {}, path);
    expect(platform.threadId?.(await begin())).toBe('1');
  });
});

describe('a bot that must not begin by accident', () => {
  it.each([
    ['#hotel', 'hotel'],
    ['  ##Hotel', 'Hotel'],
    ['＃hotel', 'hotel'],
    ['# 1', '1'],
    ['#hotel California', 'hotel California'],
    ['room #7', 'room #7'],
    ['hotel', 'hotel'],
    ['#', '#'],
  ])('hears %j as %j', async (words, heard) => {
    await start();
    await send(await begin(), text(words));
    expect(JSON.parse(lastBody() ?? '').message).toBe(heard);
  });

  it.each(['hotel', 'Hotel', ' HOTEL ', '#hotel'])('whose keyword has no #, when the user says %j', async (words) => {
    await start();
    await platform.close();
    platform = createAdapter('klaunch', { url: vendor.url, ...CHANNEL, hashtag: 'hotel' });
    const thread = { user: USER.key, userID: '7' };
    await send(thread, text(words)).catch(() => {});
    expect(JSON.parse(lastBody() ?? '').message).toMatch(/^hotel\.$/i);
  });
});

describe('a thread', () => {
  it.each([
    {},
    { user: USER.key },
    { userID: 'x' },
    { userID: '1e3' },
    { userID: -1 },
    { userID: '01' },
    { userID: {} },
  ])('%j takes no words, and makes no call', async (thread) => {
    await start();
    await expect(send(thread, text('hello'))).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_THREAD_GONE' });
    expect(platform.threadId?.(thread)).toBeUndefined();
    expect(vendor.requests).toEqual([]);
  });

  it('of a user whom the platform has forgotten is gone, and opens anew', async () => {
    await start();
    const thread = await begin();
    vendor.forget();
    for (const input of [text('hello'), { kind: 'start' } as const]) {
      await expect(send(thread, input)).rejects.toMatchObject({
        code: 'ALOUD_PLATFORM_THREAD_GONE',
        message: 'klaunch send: HTTP 400',
      });
    }
    expect(platform.threadId?.(await begin())).toBe('2');
  });

  it('follows a platform that makes a new user of an unknown one', async () => {
    await start({ unknownUser: 'created', beforeStart: 'accepted' });
    const thread = await begin();
    vendor.forget();
    const { thread: moved } = await send(thread, text('hello'));
    expect(platform.threadId?.(moved)).toBe('2');
    expect(moved).toMatchObject({ user: USER.key });
  });
});

describe('wrong settings', () => {
  it.each<[string, Partial<KlaunchOptions>, Partial<KlaunchBehaviour>]>([
    ['a wrong token', { token: 'other' }, {}],
    ['a wrong token, answered 200', { token: 'other' }, { errorStatus: 'ok' }],
    ['a wrong token, in another form', { token: 'other' }, { errorStatus: 'ok', errorShape: 'nested' }],
    ['a wrong channel', { channelID: 'other' }, { errorShape: 'error' }],
    ['a wrong channel, answered 200', { channelID: 'other' }, { errorStatus: 'ok' }],
  ])('%s: unauthorized', async (_what, options, behaviour) => {
    await start(behaviour, options);
    await expect(begin()).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_UNAUTHORIZED' });
  });

  it('a wrong address: not found', async () => {
    await start();
    await platform.close();
    platform = createAdapter('klaunch', { url: new URL('/other', vendor.url).href, ...CHANNEL });
    await expect(begin()).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_NOT_FOUND' });
  });
});

it('holds words back until the bot has greeted, and sends one message at a time', async () => {
  await start();
  expect(platform).toMatchObject({ name: 'klaunch', greetsFirst: true, oneAtATime: true });
});
