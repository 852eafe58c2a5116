import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createInbox } from '../../lambda/conversation/inbox';
import type { PlatformEvent } from '../../lambda/conversation/ports/platform';
import { webhookEndpoint } from '../../lambda/server/webhook-endpoint';
import { openSqlite } from '../../lambda/store/sqlite';
import { NO_TELEMETRY } from '../../lambda/telemetry/telemetry';
import { createWebhook, createWebhooks, type Webhook } from '../../lambda/webhooks/webhooks';
import { createAdapter } from '../support/adapter';

const SECRET = 'a secret of at least 32 characters';
const KEY = 'h3xh3xh3xh3xh3xh3xh3xh3xh3xh3xh3';
const SECOND = 1000;

let folder: string;
let clock: number;
let closers: (() => Promise<unknown>)[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aloud-said-again-'));
  clock = Date.now();
  closers = [];
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const close of closers.reverse()) await close();
  rmSync(folder, { recursive: true });
});

const now = () => clock;
const VENDORS = {
  wotnot: {
    values: { baseUrl: 'http://127.0.0.1:9', token: 'jwt', botKey: 'b0t', webhookToken: 't0ken' },
    body: (text: string) => ({
      token: 't0ken',
      events: [
        {
          event: { type: 'message', payload: { message: { type: 'text', text }, message_by: { type: 'agent' } } },
          conversation: { key: '7f984da9a15b4bceb512ecad8ca461051693283267' },
          visitor: { key: `${KEY}_476` },
        },
      ],
    }),
  },
  botdistrikt: {
    values: { baseUrl: 'http://127.0.0.1:9', webchatAppId: '1', domain: 'https://unguessable.example' },
    body: (text: string) => ({ webchat_id: KEY, text }),
  },
} as const;

describe.each(['wotnot', 'botdistrikt'] as const)('an agent on %s, whose messages have no id and no time', (vendor) => {
  /** A process of ours, on the file that all of them share. */
  async function startProcess() {
    const store = openSqlite(join(folder, 'aloud.db'), { secret: SECRET, now });
    closers.push(store.close);
    const platform = createAdapter(vendor, VENDORS[vendor].values, { now });
    const onError = (error: unknown) => {
      throw error;
    };
    const inbox = createInbox({ store, platform: platform.name, now, onError });
    await store.open(KEY, { userId: 'amzn1.ask.account.ANNE', locale: 'en-US' });
    const options = { secret: SECRET, platform, inbox, telemetry: NO_TELEMETRY };
    return { store, inbox, options, webhook: createWebhook(options) };
  }

  const request = (text: string) => ({
    method: 'POST' as const,
    headers: { 'x-botdistrikt-source': 'human' },
    query: new URLSearchParams(),
    body: JSON.stringify(VENDORS[vendor].body(text)),
  });

  /** The vendor tells it, and is answered. */
  async function tell(webhook: Webhook, text = 'Okay.') {
    const { status, onSent } = await webhook.handle(request(text));
    await onSent?.();
    return status;
  }

  async function heard({ store }: Awaited<ReturnType<typeof startProcess>>) {
    const unread = await store.unread(KEY, 50);
    return unread.filter(({ item }) => item.repeats === undefined).length;
  }

  test('is heard twice where they say the same again after some seconds', async () => {
    const ours = await startProcess();
    for (let times = 0; times < 2; times++) {
      expect(await tell(ours.webhook)).toBe(200);
      clock += 4 * SECOND;
    }
    expect(await heard(ours)).toBe(2);
  });

  test('is heard once where our process was killed before the answer, and another gets the repetition much later', async () => {
    const [killed, ours] = [await startProcess(), await startProcess()];
    await killed.webhook.handle(request('Okay.'));
    clock += 40 * SECOND;
    expect(await tell(ours.webhook)).toBe(200);
    expect(await heard(ours)).toBe(1);
    clock += 4 * SECOND;
    await tell((await startProcess()).webhook);
    expect(await heard(ours)).toBe(2);
  });

  test('is heard once where the answer took longer than vendors wait, and the repetition comes half a minute later', async () => {
    const ours = await startProcess();
    let ms = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => ms);
    const { onSent } = await ours.webhook.handle(request('Okay.'));
    ms += 1300;
    await onSent?.();
    clock += 30 * SECOND;
    await tell(ours.webhook);
    expect(await heard(ours)).toBe(1);
  });

  test('is heard once where the database failed at first', async () => {
    const ours = await startProcess();
    const receive = jest.fn<Promise<never>, []>().mockRejectedValue(new Error('disk full'));
    const failing = createWebhook({ ...ours.options, inbox: { ...ours.inbox, receive } });
    expect(await tell(failing)).toBe(503);
    clock += 30 * SECOND;
    expect(await tell(ours.webhook)).toBe(200);
    expect(await heard(ours)).toBe(1);
  });

  test.each([
    ['waits for the answer', false, 2],
    ['has hung up before the answer', true, 1],
  ] as const)('over HTTP, the vendor %s', async (_what, hangsUp, times) => {
    const ours = await startProcess();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let arrived = () => {};
    const isHere = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const noted = jest.fn();
    const webhook = createWebhook({
      ...ours.options,
      inbox: {
        ...ours.inbox,
        async receive(events) {
          const outcomes = await ours.inbox.receive(events);
          arrived();
          await held;
          return outcomes;
        },
        async answered(events: readonly PlatformEvent[]) {
          await ours.inbox.answered(events);
          noted();
        },
      },
    });
    const app = express().use('/webhooks', webhookEndpoint(createWebhooks([webhook], NO_TELEMETRY)));
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(async () => {
      server.closeAllConnections();
      server.close();
    });
    const vendorGivesUp = new AbortController();
    const { headers, body } = request('Okay.');
    const closed = new Promise<void>((resolve) =>
      server.once('request', (_, response) => response.once('close', resolve)),
    );
    const call = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${webhook.path}`, {
      ...{ method: 'POST', headers, body, signal: vendorGivesUp.signal },
    }).catch(() => undefined);
    await isHere;
    if (hangsUp) vendorGivesUp.abort();
    if (hangsUp) await closed;
    release();
    await call;
    await closed;
    while (!hangsUp && noted.mock.calls.length === 0) await new Promise(setImmediate);
    await new Promise(setImmediate);
    clock += 4 * SECOND;
    await tell(ours.webhook);
    expect(await heard(ours)).toBe(times);
  });

  test('costs no note where the message has a time of its own', async () => {
    const ours = await startProcess();
    const body = JSON.stringify(VENDORS[vendor].body('Okay.')).replace('"text":"Okay."', '$&,"created_at":0,"time":0');
    const timed = body.replace(/"(created_at|time)":0/g, `"$1":${clock - SECOND}`);
    const { status, onSent } = await ours.webhook.handle({ ...request(''), body: timed });
    expect([status, onSent]).toEqual([200, undefined]);
  });
});
