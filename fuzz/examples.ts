import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { loadConfig } from '../lambda/app/config';
import { PLATFORMS, type PlatformName } from '../lambda/platforms';
import { NO_TELEMETRY } from '../lambda/telemetry/telemetry';
import { readBody } from '../simulator/amazon/loopback';
import { startVendor } from '../simulator/platforms';
import type { BotReply } from '../simulator/platforms/bot-reply';

/** Everything that a bot may send. */
const REPLIES: readonly BotReply[] = [
  { text: 'Hello, **you**. We open at 9:30.' },
  {
    text: 'Which day?',
    options: [
      { title: 'Monday', payload: 'MON' },
      { title: 'Friday 🎉', payload: 'FRI' },
    ],
  },
  { text: 'See <b>here</b>.', links: [{ title: 'Our page', url: 'https://x.example/a?b=c' }] },
  { image: { url: 'https://x.example/a.png', title: 'The shop' } },
  { location: { title: 'The shop', latitude: 51.5, longitude: -0.1 } },
  {
    text: 'The team',
    cards: [
      {
        title: 'Anne',
        text: 'Likes tea',
        imageUrl: 'https://x.example/b.png',
        options: [{ title: 'Book', payload: 'B' }],
      },
    ],
  },
  { text: 'How good was it?', scale: { min: 1, max: 5 } },
];
const USER = { key: 'a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4', locale: 'en-US' };
const SETTINGS = {
  ALOUD_SECRET: 'the-secret-of-the-fuzzer-32-characters',
  ALOUD_SKILL_ID: 'amzn1.ask.skill.fuzz',
};

export interface ExampleWebhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a vendor's bot and agents send, as the simulated vendor writes it. */
export interface Examples {
  readonly environment: Readonly<Record<string, string>>;
  readonly webhooks: readonly ExampleWebhook[];
  /** What it answers to our calls, in their order. */
  readonly answers: readonly string[];
}

const KEPT_HEADERS = ['content-type', 'authorization', 'x-botdistrikt-source', 'x-botdistrikt-source-id'];

/** Lets a simulated vendor say everything once. */
async function recordExamples(name: PlatformName): Promise<Examples> {
  const webhooks: ExampleWebhook[] = [];
  const hook = createServer(async (request, response) => {
    const body = await readBody(request);
    const kept = KEPT_HEADERS.flatMap((header) => {
      const value = request.headers[header];
      return typeof value === 'string' ? [[header, value]] : [];
    });
    webhooks.push({ headers: Object.fromEntries(kept), body });
    response.end();
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const visitors = new Set<string>();
  const vendor = await startVendor(name, {
    bot: {
      reply(visitor) {
        visitors.add(visitor);
        return REPLIES;
      },
    },
  });
  vendor.sendWebhooksTo(`http://127.0.0.1:${(hook.address() as AddressInfo).port}/`);
  const answers: string[] = [];
  const mirror = await startMirror(vendor.environment, answers);
  const { platform } = loadConfig({ ...SETTINGS, ...vendor.environment, ...mirror.environment }).skills[0] ?? {};
  if (!platform) throw new Error('there is no platform');
  const client = PLATFORMS[name].create(platform.values, { name, telemetry: NO_TELEMETRY });
  const signal = AbortSignal.timeout(10_000);
  const opened = await client.open(USER, signal);
  const { thread } = await client.send(opened, { kind: 'start' }, signal);
  await client.send(thread, { kind: 'text', text: 'hello' }, signal);
  await vendor.idle();
  for (const visitor of visitors) await vendor.agentSays(visitor, 'Anne here.', { id: 7, name: 'Anne' });
  await vendor.idle();
  await delay(10);
  await client.close();
  await mirror.close();
  await vendor.close();
  hook.close();
  hook.closeAllConnections();
  return { environment: vendor.environment, webhooks, answers };
}

/** Stands before a vendor and notes what it answers. */
async function startMirror(environment: Readonly<Record<string, string>>, answers: string[]) {
  const [name = '', url = ''] = Object.entries(environment).find(([, value]) => value.startsWith('http://')) ?? [];
  const { origin } = new URL(url);
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const { host: _, connection: __, 'content-length': ___, 'transfer-encoding': ____, ...headers } = request.headers;
    const init = { method: request.method, headers: Object.entries(headers) as [string, string][], body };
    const answer = await fetch(origin + request.url, init);
    const text = await answer.text();
    answers.push(text);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: { [name]: url.replace(origin, here) },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const recorded = new Map<PlatformName, Promise<Examples>>();

/** The same, recorded once in this process. */
export function examplesOf(name: PlatformName): Promise<Examples> {
  const known = recorded.get(name) ?? recordExamples(name);
  recorded.set(name, known);
  return known;
}
