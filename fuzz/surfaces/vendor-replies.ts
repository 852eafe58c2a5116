import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadConfig } from '../../lambda/app/config';
import type { Platform } from '../../lambda/conversation/ports/platform';
import { AloudError } from '../../lambda/errors';
import { PLATFORM_NAMES, PLATFORMS, type PlatformName } from '../../lambda/platforms';
import { NO_TELEMETRY } from '../../lambda/telemetry/telemetry';
import { readBody } from '../../simulator/amazon/loopback';
import { examplesOf } from '../examples';
import { garbage, mutateJson } from '../mutate';
import { sayAll } from '../say';
import { fail, type Surface } from '../surface';

interface Reply {
  readonly platform: PlatformName;
  readonly status: number;
  readonly type: string;
  /** What is answered to our calls, in their order; the last to all others. */
  readonly bodies: readonly string[];
}

const USER = { key: 'a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4', locale: 'en-US' };
const SKILL = { ALOUD_SECRET: 'the-secret-of-the-fuzzer-32-characters', ALOUD_SKILL_ID: 'amzn1.ask.skill.fuzz' };
const TYPES = ['application/json', 'text/html; charset=utf-8', 'text/plain', ''];
const STATUSES = [200, 200, 200, 200, 201, 204, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503];
/** A vendor that answers at once is not waited for any longer. */
const LONGEST_MS = 3000;

/** What the five vendors answer to our calls, with something in it changed. */
export const vendorReplies: Surface = {
  async make(random) {
    const platform = random.pick(PLATFORM_NAMES);
    const { answers } = await examplesOf(platform);
    const at = random.between(0, answers.length - 1);
    const bodies = answers.map((answer, index) => {
      if (index !== at) return answer;
      return random.chance(0.12) ? garbage(answer, random) : mutateJson(answer, random);
    });
    const [status, type] = [random.pick(STATUSES), random.chance(0.8) ? 'application/json' : random.pick(TYPES)];
    return JSON.stringify({ platform, status, type, bodies } satisfies Reply);
  },
  async open() {
    let reply: Reply | undefined;
    let calls = 0;
    const vendor = createServer(async (request, response) => {
      await readBody(request).catch(() => '');
      const { status = 200, type = '', bodies = [] } = reply ?? {};
      const body = bodies[Math.min(calls++, bodies.length - 1)] ?? '';
      response.writeHead(status, type === '' ? {} : { 'content-type': type }).end(body);
    });
    await new Promise<void>((resolve) => vendor.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`;

    return {
      async run(input) {
        const read = JSON.parse(input) as Partial<Reply>;
        const { platform, status = 200, type = '', bodies = [] } = read;
        if (platform === undefined || !PLATFORM_NAMES.includes(platform) || !Array.isArray(bodies)) return;
        if (!Number.isInteger(status) || status < 200 || status > 599) return;
        reply = { platform, status, type: String(type), bodies: bodies.map(String) };
        calls = 0;
        const client = await createClient(platform, origin);
        await talk(client);
        await client.close();
      },
      close: () =>
        new Promise((resolve) => {
          vendor.close(() => resolve());
          vendor.closeAllConnections();
        }),
    };
  },
};

async function createClient(name: PlatformName, origin: string): Promise<Platform> {
  const { environment } = await examplesOf(name);
  const here = Object.entries(environment).map(([setting, value]) => [
    setting,
    value.startsWith('http://') ? value.replace(new URL(value).origin, origin) : value,
  ]);
  const { platform } = loadConfig({ ...SKILL, ...Object.fromEntries(here) }).skills[0] ?? {};
  return PLATFORMS[name].create(platform?.values ?? {}, { name, telemetry: NO_TELEMETRY });
}

async function talk(client: Platform): Promise<void> {
  const signal = AbortSignal.timeout(LONGEST_MS);
  try {
    const opened = await client.open(USER, signal);
    const started = await client.send(opened, { kind: 'start' }, signal);
    const answered = await client.send(started.thread, { kind: 'text', text: 'hello' }, signal);
    // A thread is stored, and comes back as it was.
    JSON.parse(JSON.stringify(answered.thread));
    client.threadId?.(answered.thread);
    await sayAll([...started.messages, ...answered.messages]);
  } catch (error) {
    if (!(error instanceof AloudError)) throw error;
    if (error.code === 'ALOUD_INTERNAL') fail(`an error that was not foreseen: ${error.message}`);
  }
}
