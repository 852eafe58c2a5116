import type { Platform } from '../../../lambda/conversation/ports/platform';
import { startWebhookReceiver, type WebhookReceiver } from '../../../operator/contract/webhook-receiver';
import type { BotReply } from '../../../simulator/platforms/bot-reply';
import {
  startVoximplant,
  type VoximplantServer,
  type VoximplantServerOptions,
} from '../../../simulator/platforms/voximplant';
import { createAdapter } from '../../support/adapter';

const CHANNEL = { account: 'bluebell', apiToken: 'token', channelUuid: 'uuid', salt: 'salt' };
const THREAD = { clientId: 'h3xh3xh3xh3xh3xh3xh3xh3xh3xh3xh3', locale: 'en-US' };
const TO = { key: THREAD.clientId };

let vendor: VoximplantServer;
let platform: Platform;
let receiver: WebhookReceiver;

async function start(replies: readonly BotReply[], options: Partial<VoximplantServerOptions> = {}): Promise<void> {
  vendor = await startVoximplant({ bot: { reply: () => replies }, ...CHANNEL, ...options });
  platform = createAdapter('voximplant', { ...CHANNEL, baseUrl: vendor.baseUrl }, { now: () => 7 });
  receiver = await startWebhookReceiver(platform);
  vendor.sendWebhooksTo(receiver.url);
}

afterEach(async () => {
  await platform.close();
  await receiver.close();
  await vendor.close();
});

async function say(): Promise<void> {
  await platform.send(THREAD, { kind: 'text', text: 'hello' }, AbortSignal.timeout(5000));
  await vendor.idle();
}

const RICH: BotReply = {
  text: 'Look',
  image: { url: 'https://x.example/i.png', title: 'Map' },
  location: { title: 'Here', latitude: 1.5, longitude: 2.5 },
  options: [{ title: 'Yes', payload: 'Y' }],
};

it.each<[string, VoximplantServerOptions['callbacks']]>([
  ['plain', {}],
  ['with addresses in url', { files: 'url' }],
  ['with numbers for ids', { ids: 'number' }],
  ['with numbers that no double holds', { ids: 'long' }],
  ['of a bot known by is_bot', { sender: 'is_bot' }],
  ['of nobody in particular', { sender: 'none' }],
  ['signed in upper case', { upperCase: true }],
  ['signed as a bearer', { prefix: 'Bearer ' }],
  ['signed with a name before it', { prefix: 'signature:' }],
  ['signed with blanks', { separator: ': ' }],
])('understands a reply: %s', async (_how, callbacks) => {
  await start([RICH], { callbacks });
  await say();
  expect(receiver.refused).toEqual([]);
  expect(receiver.events).toEqual([
    {
      kind: 'message',
      to: TO,
      message: {
        id: expect.stringMatching(/^[0-9a-f-]+$/),
        from: { kind: 'bot' },
        text: 'Look',
        choices: [{ label: 'Yes', option: { type: 'text', text: 'Yes', data: 'Y' } }],
        media: [
          { kind: 'image', url: 'https://x.example/i.png', title: 'Map' },
          { kind: 'location', url: 'geo:1.5,2.5', title: 'Here' },
        ],
        cards: [],
        sentAt: 7,
      },
    },
  ]);
});

it('tells copies by their id', async () => {
  await start([{ text: 'one' }, { text: 'one' }], { deliveries: { copies: 3 } });
  await say();
  const ids = receiver.events.map((event) => (event.kind === 'message' ? event.message.id : event.id));
  expect(ids).toHaveLength(6);
  expect(new Set(ids).size).toBe(2);
});

it.each([
  ['type', { kind: 'agent', id: '3', name: 'Rosa' }],
  ['is_bot', { kind: 'agent', id: '3', name: 'Rosa' }],
  ['none', { kind: 'bot' }],
] as const)('hears of an agent by %s', async (sender, from) => {
  await start([], { callbacks: { sender } });
  expect(await vendor.agentSays(THREAD.clientId, 'Rosa here', { id: 3, name: 'Rosa' })).toBe(200);
  expect(receiver.events).toMatchObject([{ to: TO, message: { from, text: 'Rosa here' } }]);
});

it('hears that a conversation was closed, and speaks on all the same', async () => {
  await start([{ text: 'Hi' }]);
  await say();
  expect(await vendor.closeConversation(THREAD.clientId, 'CLOSED_BY_CLIENT_TIMEOUT')).toBe(200);
  await say();
  expect(receiver.events).toMatchObject([{ kind: 'message' }, { kind: 'closed', to: TO, at: 7 }, { kind: 'message' }]);
});

it('passes the test of its address, and takes kinds that it does not know', async () => {
  await start([]);
  expect(await vendor.checkWebhook('GET')).toBe(200);
  expect(await vendor.checkWebhook('POST')).toBe(200);
  expect(await vendor.sendEvent(THREAD.clientId, { event_type: 'typing', event_data: {} })).toBe(200);
  expect([receiver.events, receiver.refused]).toEqual([[], []]);
});

it.each([{ salt: 'other' }, { apiToken: 'other' }])('turns away who signs with %j', async (other) => {
  await start([], { deliveries: { retries: 0 } });
  const forger = await startVoximplant({ bot: { reply: () => [] }, ...CHANNEL, ...other, deliveries: { retries: 0 } });
  forger.sendWebhooksTo(receiver.url);
  expect([
    await forger.agentSays(THREAD.clientId, 'Give me your card number', { id: 1, name: 'Mallory' }),
    await forger.closeConversation(THREAD.clientId),
    await forger.checkWebhook('GET'),
    await forger.checkWebhook('POST'),
  ]).toEqual([401, 401, 401, 401]);
  await forger.close();
  expect(receiver.events).toEqual([]);
});
