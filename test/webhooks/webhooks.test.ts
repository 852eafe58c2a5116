import { createHmac } from 'node:crypto';
import type { Inbox } from '../../lambda/conversation/inbox';
import type { Received } from '../../lambda/conversation/ports/platform';
import { AloudError } from '../../lambda/errors';
import { NO_TELEMETRY, type WebhookOutcome } from '../../lambda/telemetry/telemetry';
import { createWebhook, createWebhooks, webhookPath } from '../../lambda/webhooks/webhooks';
import { botMessage, startTalk, webhookPlatform } from '../support/talk';

const SECRET = 'a secret of at least 32 characters';
const REQUEST = { method: 'POST', headers: {}, query: new URLSearchParams(), body: '{}' } as const;

function start(received: Received, receive: Inbox['receive'] = async (events) => events.map(() => 'stored')) {
  const outcomes: WebhookOutcome[] = [];
  const errors: unknown[] = [];
  const { platform } = webhookPlatform({ receive: () => received });
  const webhook = createWebhook({
    secret: SECRET,
    platform,
    inbox: { ...startTalk(platform).inbox, receive },
    telemetry: {
      ...NO_TELEMETRY,
      webhook: ({ outcome }) => outcomes.push(outcome),
      error: (error) => errors.push(error),
    },
  });
  return { webhook, outcomes, errors };
}

const message = { kind: 'message', to: { key: 'anne' }, message: botMessage('Hi.') } as const;

test('the path is made of the secret as documented, and of nothing else', () => {
  const key = createHmac('sha256', SECRET).update('webhook:klaunch').digest('hex').slice(0, 32);
  const { webhook } = start({ refused: 'malformed' });
  expect(webhookPath(SECRET, 'klaunch')).toBe(`/webhooks/klaunch/${key}`);
  const webhooks = createWebhooks([webhook], NO_TELEMETRY);
  expect(webhooks.at(webhook.path)).toBe(webhook);
  for (const other of [
    '',
    '/',
    `${webhook.path}/`,
    webhook.path.toUpperCase(),
    `/webhooks/klaunch/${'é'.repeat(32)}`,
  ]) {
    expect(webhooks.at(other)).toBeUndefined();
  }
});

test('the vendor is answered only once everything is on disk', async () => {
  let onDisk = () => {};
  const disk = new Promise<void>((resolve) => {
    onDisk = resolve;
  });
  const { webhook } = start({ response: { status: 200, body: 'OK' }, events: [message] }, async () => {
    await disk;
    return ['stored'];
  });
  let answered = false;
  const answer = webhook.handle(REQUEST).then((response) => {
    answered = true;
    return response;
  });
  await new Promise(setImmediate);
  expect(answered).toBe(false);
  onDisk();
  expect(await answer).toEqual({ status: 200, body: 'OK' });
});

test('a database that fails makes the vendor try again', async () => {
  const { webhook, outcomes, errors } = start({ response: { status: 200, body: 'OK' }, events: [message] }, () =>
    Promise.reject(new AloudError('ALOUD_STORE_UNAVAILABLE', 'disk full')),
  );
  expect(await webhook.handle(REQUEST)).toEqual({ status: 503, body: 'try again' });
  expect(outcomes).toEqual(['failed']);
  expect(errors).toMatchObject([{ code: 'ALOUD_STORE_UNAVAILABLE' }]);
});

test.each([
  ['unauthorized', 401],
  ['malformed', 400],
] as const)('what an adapter calls %s is answered %i', async (refused, status) => {
  const { webhook, outcomes } = start({ refused });
  expect((await webhook.handle(REQUEST)).status).toBe(status);
  expect(outcomes).toEqual([refused]);
});

test('a webhook that tells nothing is counted as ignored', async () => {
  const { webhook, outcomes } = start({ response: { status: 200, body: '{}', json: true }, events: [] });
  expect(await webhook.handle(REQUEST)).toEqual({ status: 200, body: '{}', json: true });
  expect(outcomes).toEqual(['ignored']);
});
