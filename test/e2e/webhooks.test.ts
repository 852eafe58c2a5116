import { createHash } from 'node:crypto';
import type { Bot } from '../../simulator/platforms/bot-reply';
import { type Stage, setStage } from './stage';

let stage: Stage;
afterEach(() => stage.close());

const SILENT: Bot = { reply: () => [] };

interface Sample {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A genuine webhook of Voximplant for a user who has talked to the bot. */
async function genuine(eventId: unknown = 'e1', text: unknown = 'Genuine.'): Promise<Sample> {
  const users: string[] = [];
  const bot: Bot = {
    reply(user) {
      users.push(user);
      return [{ text: 'Once upon a time.' }];
    },
  };
  stage = await setStage(bot, { platform: 'voximplant' });
  await stage.echo().hear('Alexa, ask chat companion to tell me a story');
  return sample(users[0] ?? '', eventId, text);
}

function sample(user: string, eventId: unknown, text: unknown): Sample {
  const { VOXIMPLANT_SALT: salt, VOXIMPLANT_API_TOKEN: token } = stage.vendor.environment;
  const signature = createHash('md5').update(`${salt}:${token}:${eventId}`).digest('hex');
  const body = {
    client_data: { client_id: user },
    event_id: eventId,
    event_type: 'send_message',
    event_data: { message: { message_id: 'm1', text } },
  };
  return {
    url: stage.server.webhookUrl,
    headers: { authorization: signature, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

const post = ({ url, headers, body }: Sample) => fetch(url, { method: 'POST', headers, body });

/** How often something became of webhooks, as an operator sees it. */
async function counted(outcome: string): Promise<number> {
  const metrics = await (await fetch(`${stage.server.url}/metrics`)).text();
  return Number(
    new RegExp(`aloud_webhook_seconds_count\\{outcome="${outcome}"(?:,skill="default")?\\} (\\d+)`).exec(
      metrics,
    )?.[1] ?? 0,
  );
}

/** What the user hears next. */
const next = async () => (await stage.echo().hear('Alexa, open chat companion'))?.speech ?? '';

test('a genuine message is heard, and however often it comes, once', async () => {
  const webhook = await genuine();
  for (let times = 0; times < 3; times++) expect((await post(webhook)).status).toBe(200);
  // One of those stored is the bot's answer.
  expect([await counted('stored'), await counted('repeated')]).toEqual([2, 2]);
  expect((await next()).split('Genuine.')).toHaveLength(2);
});

test('a captured signature gets nobody to hear other words, nor anybody else', async () => {
  const webhook = await genuine();
  await post(webhook);
  expect((await post({ ...webhook, body: webhook.body.replace('Genuine.', 'Forged.') })).status).toBe(200);
  expect(await counted('repeated')).toBe(1);
  expect(await next()).not.toContain('Forged');
});

type Tamper = (webhook: Sample) => Sample;
const tampered: readonly (readonly [string, number, string, Tamper])[] = [
  ['without a signature', 401, 'unauthorized', (w) => ({ ...w, headers: {} })],
  ['with a wrong signature', 401, 'unauthorized', (w) => ({ ...w, headers: { authorization: 'f'.repeat(32) } })],
  ['signed for another event', 401, 'unauthorized', (w) => ({ ...w, body: w.body.replace('"e1"', '"e2"') })],
  ['cut off', 401, 'unauthorized', (w) => ({ ...w, body: w.body.slice(0, -9) })],
  [
    'on a wrong path',
    404,
    'unknown_path',
    (w) => ({ ...w, url: w.url.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }),
  ],
  ['for another platform', 404, 'unknown_path', (w) => ({ ...w, url: w.url.replace('voximplant', 'wotnot') })],
  ['with more behind the path', 404, 'unknown_path', (w) => ({ ...w, url: `${w.url}/more` })],
  ['with 300 KB', 413, 'too_large', (w) => ({ ...w, body: w.body.replace('Genuine.', 'a'.repeat(300_000)) })],
  ['packed', 400, 'malformed', (w) => ({ ...w, headers: { ...w.headers, 'content-encoding': 'gzip' } })],
];

test.each(tampered)('one %s is refused with %i, counted, and has no effect', async (_what, status, outcome, tamper) => {
  const webhook = await genuine();
  const before = await counted(outcome);
  const answer = await post(tamper(webhook));
  expect(answer.status).toBe(status);
  expect(await answer.text()).not.toMatch(/Genuine|Error|at \/|salt|token/i);
  expect(await counted(outcome)).toBe(before + 1);
  expect(await next()).not.toMatch(/Genuine|aaaa/);
});

test.each([
  ['an object for the user', (body: string) => body.replace(/"client_id":"\w+"/, '"client_id":{"a":1}')],
  ['a list for the event', (body: string) => body.replace(/"event_data":\{.*\}\}/, '"event_data":[1]}')],
  ['nothing but its id', () => '{"event_id":"e1"}'],
])('a signed one with %s has no effect, and the next one is taken', async (_what, change) => {
  const webhook = await genuine();
  expect([200, 400]).toContain((await post({ ...webhook, body: change(webhook.body) })).status);
  const [stored, refused] = [await counted('stored'), await counted('malformed')];
  expect([stored, refused]).toEqual([1, 1]);
  expect((await post(webhook)).status).toBe(200);
  expect(await next()).toContain('Genuine');
});

test('a message for nobody we know is taken, counted and forgotten', async () => {
  await genuine();
  expect((await post(sample('f'.repeat(32), 'e5', 'Lost.'))).status).toBe(200);
  expect(await counted('unknown')).toBe(1);
});

test('methods other than GET and POST find nothing', async () => {
  const { url } = await genuine();
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) expect((await fetch(url, { method })).status).toBe(404);
});

test('no webhook makes us send anything', async () => {
  const webhook = await genuine();
  const before = stage.vendor.requests.length;
  await post(webhook);
  await post(sample('f'.repeat(32), 'e6', '<script>'));
  expect(stage.vendor.requests).toHaveLength(before);
});

test('WotNot: the handshake echoes our token and no other', async () => {
  stage = await setStage(SILENT, { platform: 'wotnot' });
  const token = stage.vendor.environment.WOTNOT_WEBHOOK_TOKEN;
  const shake = (value: unknown) =>
    post({
      url: stage.server.webhookUrl,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: value }),
    });
  const ours = await shake(token);
  expect([ours.status, await ours.json()]).toEqual([200, { token }]);
  const theirs = await shake('another token');
  expect([theirs.status, await theirs.text()]).toEqual([401, 'unauthorized']);
});
