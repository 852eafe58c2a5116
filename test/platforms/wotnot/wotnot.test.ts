import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InputRequest } from '../../../lambda/conversation/message';
import type { Platform, PlatformInput, SendResult } from '../../../lambda/conversation/ports/platform';
import type { WotNotOptions } from '../../../lambda/platforms/wotnot/settings';
import { startWebhookReceiver, type WebhookReceiver } from '../../../operator/contract/webhook-receiver';
import type { BotReply } from '../../../simulator/platforms/bot-reply';
import { type Behaviour, startWotNot, type WotNotServer } from '../../../simulator/platforms/wotnot';
import type { EventBehaviour } from '../../../simulator/platforms/wotnot-events';
import { createAdapter } from '../../support/adapter';

const USER = { key: 'h3xh3xh3xh3xh3xh3xh3xh3xh3xh3xh3', locale: 'en-GB' };
const START: PlatformInput = { kind: 'start' };
const FILE = {
  filename: '7df2d331_foo.png',
  link: 'https://wotnot.example/images/7df2d331_foo.png',
  mime_type: 'image/png',
  extension: 'png',
};

let vendor: WotNotServer;
let platform: Platform;
let receiver: WebhookReceiver;
let said: string[];
let replies: readonly BotReply[];

interface Stage {
  readonly behaviour?: Partial<Behaviour>;
  readonly events?: Partial<EventBehaviour>;
  readonly options?: Partial<WotNotOptions>;
  readonly brand?: 'wotnot' | 'chataibot';
}

async function start({ behaviour = {}, events = {}, options = {}, brand = 'wotnot' }: Stage = {}): Promise<void> {
  said = [];
  replies = [{ text: 'Hi' }];
  const bot = {
    reply(_user: string, text: string) {
      said.push(text);
      return replies;
    },
  };
  const secrets = { token: 'jwt', webhookToken: 'T' };
  vendor = await startWotNot({ bot, botKey: 'b0t', ...secrets, behaviour, events });
  const { baseUrl } = vendor;
  platform = createAdapter(brand, { baseUrl, botKey: 'b0t', ...secrets, ...options });
  receiver = await startWebhookReceiver(platform);
  vendor.sendWebhooksTo(receiver.url);
}

afterEach(async () => {
  await platform.close();
  await vendor.close();
  await receiver.close();
});

const signal = () => AbortSignal.timeout(5000);
const text = (words: string): PlatformInput => ({ kind: 'text', text: words });
const bodies = () => vendor.requests.map(({ body }) => JSON.parse(body));

/** A conversation that has begun, and what the platform is told of all that follows. */
async function begin(): Promise<SendResult> {
  return platform.send(await platform.open(USER, signal()), START, signal());
}

async function heard(result: SendResult) {
  await vendor.idle();
  return receiver.messages(result);
}

async function lastMessage(input: PlatformInput): Promise<unknown> {
  const { thread } = await begin();
  await platform.send(thread, input, signal());
  return bodies().at(-1).message;
}

describe('on the wire', () => {
  it('opens a thread without a call', async () => {
    await start();
    expect(await platform.open(USER, signal())).toEqual({ user: USER.key, locale: 'en-GB' });
    expect(vendor.requests).toHaveLength(0);
  });

  it("starts a conversation as the vendor's page says", async () => {
    await start();
    const { thread, pending } = await begin();
    const [{ method, url, headers } = { method: '', url: '', headers: {} }] = vendor.requests;
    expect([method, url]).toEqual(['POST', '/api/v1/conversations']);
    expect(headers).toMatchObject({ 'content-type': 'application/json', authorization: 'Bearer jwt' });
    expect(bodies()).toEqual([
      {
        channel: 'API',
        message: { type: 'text', data: { body: 'Hello' } },
        variables: { system: { browserLanguage: 'en-GB' } },
        bot_key: 'b0t',
        from: { user_external_id: USER.key, type: 'VISITOR' },
      },
    ]);
    expect(thread).toEqual({
      user: USER.key,
      locale: 'en-GB',
      conversation: expect.stringMatching(/^[0-9a-f]{32}\d+$/),
    });
    expect(platform.threadId?.(thread)).toBe(thread.conversation);
    expect(pending).toBe(true);
  });

  it("sends a message as the vendor's page says", async () => {
    await start();
    const { thread } = await begin();
    const result = await platform.send(thread, text('Hello "you" 😀'), signal());
    const [, { url, headers } = { url: '', headers: {} }] = vendor.requests;
    expect(url).toBe(`/api/v1/conversation/${thread.conversation}/messages`);
    expect(headers.authorization).toBe('Bearer jwt');
    expect(bodies()[1]).toEqual({
      message: { type: 'text', data: { body: 'Hello "you" 😀' } },
      user: { type: 'VISITOR' },
    });
    expect(result).toEqual({ thread, messages: [], pending: true });
  });

  it('starts with the words of the user who has no conversation', async () => {
    await start();
    const { thread } = await platform.send(await platform.open(USER, signal()), text('Opening hours?'), signal());
    expect(said).toEqual(['Opening hours?']);
    expect(thread.conversation).toBeDefined();
  });

  it.each<[PlatformInput, string]>([
    [{ kind: 'choice', choice: { label: 'Tea', option: { callback: 'c' } } }, 'Tea'],
    [{ kind: 'answer', inputRequest: { kind: 'number' }, text: 'thirty', number: 30 }, 'thirty'],
    [{ kind: 'answer', inputRequest: { kind: 'script' }, text: '' }, 'Hello'],
  ])('starts with the words of %j', async (input, words) => {
    await start();
    await platform.send(await platform.open(USER, signal()), input, signal());
    expect(said).toEqual([words]);
  });

  it('tells the platform nothing of a user but the key and the language', async () => {
    await start();
    await begin();
    const { from, variables, ...rest } = bodies()[0];
    expect(Object.keys(rest).sort()).toEqual(['bot_key', 'channel', 'message']);
    expect([from.user_external_id, variables]).toEqual([USER.key, { system: { browserLanguage: 'en-GB' } }]);
  });

  it('keeps a conversation whose id is a number beyond a double', async () => {
    await start({ events: { ids: 'number' } });
    const { thread } = await begin();
    expect(thread.conversation).toBe('9007199254740993');
    await platform.send(thread, text('hello'), signal());
    expect(said).toEqual(['Hello', 'hello']);
  });
});

describe('a start of a conversation that is there', () => {
  it('begins another', async () => {
    await start();
    const before = await begin();
    await heard(before);
    const after = await platform.send(before.thread, START, signal());
    expect(after.thread.conversation).not.toBe(before.thread.conversation);
    expect(bodies()[1].variables).toEqual({ system: { browserLanguage: 'en-GB' } });
    expect((await heard(after)).map(({ text }) => text)).toEqual(['<p>Hi</p>']);
  });

  it('goes on in it where the platform makes no second one', async () => {
    await start({ behaviour: { known: 'refused' } });
    const before = await begin();
    const after = await platform.send(before.thread, START, signal());
    expect(after).toEqual({ thread: before.thread, messages: [], pending: true });
    expect(said).toEqual(['Hello', 'Hello']);
    expect(vendor.requests.at(-1)?.url).toBe(`/api/v1/conversation/${before.thread.conversation}/messages`);
  });
});

describe('what the user puts to the bot', () => {
  const option = { title: 'Yes', type: 'branch', callback: 'c', next_dialog: 'd', key: 'k' };
  const slider: InputRequest = { kind: 'number', min: 0, max: 100 };

  it('answers a button with its data, and the bot takes it', async () => {
    await start();
    replies = [
      {
        text: 'Sure?',
        options: [
          { title: 'Yes', payload: 'YES' },
          { title: 'No', payload: 'NO' },
        ],
      },
    ];
    const first = await begin();
    const [message] = await heard(first);
    const choice = message?.choices[1] ?? { label: 'none' };
    await platform.send(first.thread, { kind: 'choice', choice }, signal());
    expect(bodies()[1].message).toEqual({
      type: 'button.response',
      data: { body: 'No', callback: 'NO', next_dialog: 'dialog-1', key: 'button-1' },
    });
    expect(said.at(-1)).toBe('No');
  });

  it.each<[string, unknown, object]>([
    ['all that a button has', option, { body: 'Yes', callback: 'c', next_dialog: 'd', key: 'k' }],
    ['a part of it', { key: 'k' }, { body: 'Yes', key: 'k' }],
    ['an empty part', { callback: null, key: 'k' }, { body: 'Yes', callback: null, key: 'k' }],
    [
      'several positions',
      [
        { key: 'k', selected_button_index: [0] },
        { key: 'k', selected_button_index: [2] },
      ],
      { body: 'Yes', key: 'k', selected_button_index: [0, 2] },
    ],
    ['a position', { key: 'k', selected_button_index: [1] }, { body: 'Yes', key: 'k', selected_button_index: [1] }],
  ])('a choice with %s', async (_what, option, data) => {
    await start();
    const { thread } = await begin();
    const sent = platform.send(thread, { kind: 'choice', choice: { label: 'Yes', option } }, signal());
    // The bot offered no such button.
    await expect(sent).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_REJECTED' });
    expect(bodies()[1].message).toEqual({ type: 'button.response', data });
  });

  it.each([undefined, 'YES', {}, { callback: null, next_dialog: null, key: null }, { id: 7, title: 'Yes' }])(
    'a choice with the option %j is its label',
    async (option) => {
      await start();
      const input: PlatformInput = { kind: 'choice', choice: { label: 'Yes', option } };
      expect(await lastMessage(input)).toEqual({ type: 'text', data: { body: 'Yes' } });
    },
  );

  it('answers buttons by another type, or by their labels, where it is set so', async () => {
    await start({ options: { buttonAnswer: 'text' } });
    expect(await lastMessage({ kind: 'choice', choice: { label: 'Yes', option } })).toEqual({
      type: 'text',
      data: { body: 'Yes' },
    });
    await platform.close();
    await vendor.close();
    await receiver.close();
    await start({ behaviour: { buttonAnswer: 'reply' }, options: { buttonAnswer: 'reply' } });
    replies = [{ text: 'Sure?', options: [{ title: 'Yes', payload: 'YES' }] }];
    const first = await begin();
    const [choice = { label: 'none' }] = (await heard(first))[0]?.choices ?? [];
    await platform.send(first.thread, { kind: 'choice', choice }, signal());
    expect(said.at(-1)).toBe('Yes');
  });

  it.each<[string, PlatformInput, object]>([
    [
      'a number',
      { kind: 'answer', inputRequest: slider, text: 'thirty', number: 30 },
      { type: 'slider.response', data: { body: '30', value: 30, callback: null } },
    ],
    [
      'a number for a callback',
      { kind: 'answer', inputRequest: { ...slider, option: { callback: 'cb' } }, text: 'half', number: 0.5 },
      { type: 'slider.response', data: { body: '0.5', value: 0.5, callback: 'cb' } },
    ],
    [
      'words for a number',
      { kind: 'answer', inputRequest: slider, text: 'quite a lot' },
      { type: 'text', data: { body: 'quite a lot' } },
    ],
    [
      'words for a date',
      { kind: 'answer', inputRequest: { kind: 'date' }, text: 'next Monday', number: 1 },
      { type: 'text', data: { body: 'next Monday' } },
    ],
    [
      'words for a form',
      { kind: 'answer', inputRequest: { kind: 'form', fields: ['Name'] }, text: 'Ann' },
      { type: 'text', data: { body: 'Ann' } },
    ],
    [
      'words for a file',
      { kind: 'answer', inputRequest: { kind: 'file' }, text: 'I have none' },
      { type: 'text', data: { body: 'I have none' } },
    ],
    [
      'nothing for a script',
      { kind: 'answer', inputRequest: { kind: 'script' }, text: '' },
      { type: 'javascript.response', data: { variables: { contact_variables: [], non_contact_variables: [] } } },
    ],
  ])('answers with %s', async (_what, input, message) => {
    await start();
    expect(await lastMessage(input)).toEqual(message);
    expect(said).toHaveLength(2);
  });

  it('answers a script with the configured variables', async () => {
    const scriptVariables = {
      contact_variables: [{ name: 'name', value: 'John' }],
      non_contact_variables: [{ name: 'ans', value: '2' }],
    };
    await start({ options: { scriptVariables } });
    expect(await lastMessage({ kind: 'answer', inputRequest: { kind: 'script' }, text: '' })).toEqual({
      type: 'javascript.response',
      data: { variables: scriptVariables },
    });
    expect(said.at(-1)).toBe('name=John, ans=2');
  });

  it('answers an upload with the configured files', async () => {
    await start({ options: { fileAnswer: [FILE] } });
    expect(await lastMessage({ kind: 'answer', inputRequest: { kind: 'file' }, text: 'here you are' })).toEqual({
      type: 'file_upload.response',
      data: { files: [FILE] },
    });
    expect(said.at(-1)).toBe(FILE.filename);
  });

  it('starts with the configured text', async () => {
    await start({ options: { startText: 'Guten Tag' } });
    await begin();
    expect(said).toEqual(['Guten Tag']);
  });

  it.each([
    ['publish_key', { publish_key: 'b0t' }, 'publish_key'],
    ['both', { bot_key: 'b0t', publish_key: 'b0t' }, 'bot_key'],
  ] as const)('names the bot by %s', async (field, expected, asked) => {
    await start({ behaviour: { botKeyField: asked }, options: { botKeyField: field } });
    await begin();
    const { bot_key, publish_key } = bodies()[0];
    expect({ bot_key, publish_key }).toEqual({ bot_key: undefined, ...expected });
    expect(said).toEqual(['Hello']);
  });
});

describe('messages in the answer to a start', () => {
  it.each(['too', 'only'] as const)('are read where there are some (%s), and marked as such', async (inline) => {
    await start({ behaviour: { inline } });
    const result = await begin();
    expect(result.messages).toMatchObject([{ text: '<p>Hi</p>', from: { kind: 'bot' }, channel: 'inline' }]);
    const events = await heard(result);
    expect(events.map(({ channel }) => channel)).toEqual(inline === 'too' ? ['event'] : []);
  });
});

describe('errors', () => {
  const failure = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('says that the channel is not enabled', async () => {
    await start({ behaviour: { channelEnabled: false } });
    expect(await failure(begin())).toMatchObject({
      code: 'ALOUD_PLATFORM_UNAUTHORIZED',
      message: 'wotnot open: HTTP 400, CHANNEL_NOT_ENABLED',
    });
  });

  it('says that the token is wrong', async () => {
    await start({ options: { token: 'another' } });
    expect(await failure(begin())).toMatchObject({
      code: 'ALOUD_PLATFORM_UNAUTHORIZED',
      message: 'wotnot open: HTTP 401, JWT_SIGNATURE_EXCEPTION',
    });
  });

  it('says that no conversation was made', async () => {
    await start({ options: { botKey: 'another' } });
    expect(await failure(begin())).toMatchObject({
      code: 'ALOUD_PLATFORM_REJECTED',
      message: 'wotnot open: HTTP 400, CONVERSATION_CREATION_EXCEPTION',
    });
  });

  it('says that a request was invalid', async () => {
    await start();
    const { thread } = await begin();
    const choice = { label: 'Yes', option: { key: 'never offered' } };
    expect(await failure(platform.send(thread, { kind: 'choice', choice }, signal()))).toMatchObject({
      code: 'ALOUD_PLATFORM_REJECTED',
      message: 'wotnot send: HTTP 400',
    });
  });

  it.each([400, 404] as const)('says that a conversation was closed (%i), and starts another', async (closedStatus) => {
    await start({ behaviour: { closedStatus } });
    const { thread } = await begin();
    expect(await vendor.closeConversation(USER.key)).toBe(200);
    expect(await failure(platform.send(thread, text('hello'), signal()))).toMatchObject({
      code: 'ALOUD_PLATFORM_THREAD_GONE',
    });
    await platform.send(await platform.open(USER, signal()), text('hello'), signal());
    expect(said).toEqual(['Hello', 'hello']);
  });

  it.each([
    '',
    '{}',
    '[]',
    '"ok"',
    '{"ok":true}',
    '{"conversation":7}',
    '{"conversation":{"id":null}}',
    '{"conversation":{"id":"a b"}}',
  ])('takes the answer %j to a start for none, as it names no conversation', async (body) => {
    await start();
    const other = createServer((_request, response) => response.end(body));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    await platform.close();
    const baseUrl = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const options = { baseUrl, token: 'jwt', botKey: 'b0t', webhookToken: 'T' } as const;
    platform = createAdapter('wotnot', options);
    expect(await failure(begin())).toMatchObject({
      code: 'ALOUD_PLATFORM_BAD_ANSWER',
      message: 'wotnot open: HTTP 200, no conversation id',
    });
    await new Promise((resolve) => other.close(resolve).closeAllConnections());
  });

  it("bears the brand's name", async () => {
    await start({ brand: 'chataibot' });
    expect(platform.name).toBe('chataibot');
    expect(await failure(platform.send({}, text('hello'), signal()))).toMatchObject({
      message: 'chataibot send: unreadable thread',
    });
  });

  it.each([
    { user: USER.key, conversation: 'a b' },
    { user: USER.key, conversation: 7 },
    { user: USER.key, conversation: '' },
    { user: 'amzn1.ask.account.x' },
  ])('takes the stored thread %j for none', async (thread) => {
    await start();
    expect(await failure(platform.send(thread, text('hello'), signal()))).toMatchObject({
      code: 'ALOUD_PLATFORM_THREAD_GONE',
    });
    expect(platform.threadId?.(thread)).toBeUndefined();
    expect(vendor.requests).toHaveLength(0);
  });
});

describe('whatever form its events have', () => {
  const FORMS: readonly Partial<EventBehaviour>[] = [
    {},
    { html: false },
    { ids: 'number' },
    { visitor: false },
    { messageIds: false },
    { time: 'iso' },
    { time: 'milliseconds' },
    { time: 'seconds' },
    { messageIds: false, time: 'none' },
    { grouping: 'together' },
    { grouping: 'bare' },
    { tokenIn: 'header' },
    { tokenIn: 'bearer' },
    { echo: false },
    { grouping: 'together', messageIds: false, time: 'none', visitor: false, ids: 'number', tokenIn: 'header' },
  ];

  it.each(FORMS)('%j, each message is told once, in order, to whom it is for', async (events) => {
    await start({ events });
    replies = [{ text: 'one' }, { text: 'two' }, { text: 'three' }];
    const result = await begin();
    const messages = await heard(result);
    expect(messages.map(({ text }) => text?.replace(/<.*?>/g, ''))).toEqual(['one', 'two', 'three']);
    expect(receiver.refused).toEqual([]);
    const to = { thread: result.thread.conversation, ...(vendor.events.visitor && { key: USER.key }) };
    expect(receiver.events.map((event) => event.to)).toEqual([to, to, to]);
    for (const { sentAt } of messages) expect(Math.abs(Date.now() - sentAt)).toBeLessThan(20_000);
  });

  it.each(FORMS)('%j, a webhook that comes again has the same ids', async (events) => {
    await start({ events });
    vendor.deliveries.copies = 2;
    replies = [{ text: 'one' }, { text: 'two' }];
    await heard(await begin());
    const ids = receiver.events.map((event) => (event.kind === 'message' ? event.message.id : event.id));
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(2);
  });

  it.each([{}, { closing: 'status' as const }, { messageIds: false, time: 'none' as const }])(
    '%j, the end of a conversation is told',
    async (events) => {
      await start({ events });
      const { thread } = await begin();
      await vendor.idle();
      await vendor.closeConversation(USER.key);
      expect(receiver.events.at(-1)).toMatchObject({
        kind: 'closed',
        to: { thread: thread.conversation, key: USER.key },
        id: expect.stringMatching(/./),
        at: expect.any(Number),
      });
    },
  );

  it.each(['agent', 'team', 'user', 'team_member'])('a live agent (%s) is told from the bot', async (agentType) => {
    await start({ events: { agentType } });
    await begin();
    await vendor.idle();
    expect(await vendor.agentSays(USER.key, 'Rosa here', { id: 7, name: 'Rosa' })).toBe(200);
    expect(receiver.events.at(-1)).toMatchObject({
      message: { text: '<p>Rosa here</p>', from: { kind: 'agent', id: '7', name: 'Rosa' } },
    });
  });

  it.each(['json', 'text'] as const)('the webhook can be saved (%s)', async (handshake) => {
    await start({ behaviour: { handshake }, options: { handshake } });
    expect(await vendor.saveWebhook()).toBe(true);
    vendor.events.tokenIn = 'bearer';
    expect(await vendor.saveWebhook()).toBe(true);
    expect(receiver.events).toEqual([]);
  });

  it('the webhook cannot be saved with another token', async () => {
    await start({ options: { webhookToken: 'another' } });
    expect(await vendor.saveWebhook()).toBe(false);
    expect(receiver.refused).toEqual(['unauthorized']);
  });
});
