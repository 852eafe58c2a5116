/** @jest-environment node */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webhookPath } from '../../lambda/webhooks/webhooks';
import { startVendor } from '../../simulator/platforms';
import { createDemoBot } from '../../simulator/platforms/bot';
import { startBotDistrikt } from '../../simulator/platforms/botdistrikt';
import { envelope, SKILL_ID } from '../support/signed-request';
import { until } from '../support/until';

/** What `npm run build` made. */
const DIST = join(__dirname, '../../dist');

// Several processes start in a test, and the machine may be busy.
jest.setTimeout(120_000);

let folder: string;
let children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aloud-process-'));
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  rmSync(folder, { recursive: true });
});

function settings(baseUrl = 'http://127.0.0.1:9'): Record<string, string> {
  return {
    ALOUD_PLATFORM: 'botdistrikt',
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_SECRET: 'the-secret-of-the-process-tests-1234',
    ALOUD_STORE: `sqlite:${join(folder, 'aloud.db')}`,
    ALOUD_HOST: '127.0.0.1',
    PORT: '0',
    BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
    BOTDISTRIKT_DOMAIN: 'https://unguessable.example',
    BOTDISTRIKT_BASE_URL: baseUrl,
  };
}

function run(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, args, { cwd: folder, env: { PATH: process.env.PATH, ...env } });
  children.push(child);
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output.text += chunk));
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  return { child, output, exited };
}

describe('the server', () => {
  test('does not start with wrong settings, and says everything that is wrong, without a stack', async () => {
    const { output, exited } = run([join(DIST, 'server.js')], { ALOUD_PLATFORM: 'botdistrikt', PORT: 'x' });
    expect((await exited)[0]).toBe(1);
    for (const name of ['ALOUD_SKILL_ID', 'ALOUD_SECRET', 'PORT', 'BOTDISTRIKT_DOMAIN']) {
      expect(output.text).toMatch(new RegExp(`^${name} `, 'm'));
    }
    expect(output.text).not.toMatch(/^\s+at /m);
  });

  test('does not start without its database, and says why', async () => {
    const env = { ...settings(), ALOUD_STORE: 'sqlite:/dev/null/aloud.db' };
    const { output, exited } = run([join(DIST, 'server.js')], env);
    expect((await exited)[0]).toBe(1);
    expect(output.text).toContain('ALOUD_STORE_UNAVAILABLE');
    expect(output.text).not.toMatch(/^\s+at /m);
  });

  test('listens, tells its endpoint, and ends on SIGTERM with exit code 0', async () => {
    const env = { ...settings(), ALOUD_PUBLIC_URL: 'https://alexa.example.com/' };
    const { child, output, exited } = run([join(DIST, 'server.js')], env);
    while (!output.text.includes('listening')) await once(child.stdout, 'data');
    const { port, endpoint } = JSON.parse(output.text.trim().split('\n').at(-1) ?? '');
    expect(endpoint).toBe('https://alexa.example.com/alexa');
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect((await exited)[0]).toBe(0);
    expect(existsSync(join(folder, 'aloud.db'))).toBe(true);
  });
});

test('a server that is set up with a former name of a setting logs one warning that names the new one', async () => {
  const env = { ...settings(), ALOUD_NOTICES_PER_SECOND: '7' };
  const { child, output, exited } = run([join(DIST, 'server.js')], env);
  while (!output.text.includes('listening')) await once(child.stdout, 'data');
  child.kill('SIGTERM');
  await exited;
  const warnings = output.text.split('\n').filter((line) => line.includes('"level":"warn"'));
  expect(warnings).toEqual([expect.stringContaining('set ALOUD_NOTIFICATIONS_PER_SECOND instead')]);
});

test('npm run notices says its new name, and does what that does', async () => {
  const { output, exited } = run([join(DIST, '../scripts/start.mjs'), 'notices'], {
    ...settings(),
    ALOUD_STORE: `sqlite:${folder}/none.db`,
  });
  await exited;
  expect(output.text).toMatch(/use npm run notifications\.\nALOUD_STORE_UNAVAILABLE\n/);
});

/** A request of free speech. */
function chat(value: string): string {
  const question = JSON.parse(envelope({ type: 'IntentRequest' }));
  question.request.intent = { name: 'ChatIntent', slots: { query: { name: 'query', value } } };
  return JSON.stringify(question);
}

test('npm run webhook prints the address to enter, and nothing else of the settings', async () => {
  const env: Record<string, string> = { ...settings(), ALOUD_PUBLIC_URL: 'https://alexa.example.com/' };
  const { output, exited } = run([join(DIST, '../scripts/aloud.mjs'), 'webhook'], env);
  await exited;
  expect(output.text.trim()).toBe(`https://alexa.example.com${webhookPath(env.ALOUD_SECRET ?? '', 'botdistrikt')}`);
});

describe('the Lambda artifact', () => {
  /** Invokes the handler with each event in turn, in a process of its own. */
  async function invoke(events: readonly string[], env: Record<string, string>) {
    const script = `
      const { handler } = require(${JSON.stringify(join(DIST, 'lambda/index.js'))});
      (async () => {
        for (const event of ${JSON.stringify(events)}) {
          const question = JSON.parse(event);
          // Alexa asks now: what a process takes to start is not the turn's.
          if (question) question.request.timestamp = new Date().toISOString();
          const answer = await handler(question).catch((error) => ({ failed: error.message }));
          console.log('ANSWER ' + JSON.stringify(answer));
        }
        process.exit();
      })();`;
    const { output, exited } = run(['-e', script], env);
    await exited;
    const answers = output.text.split('\n').filter((line) => line.startsWith('ANSWER '));
    return { answers: answers.map((line) => JSON.parse(line.slice(7))), output: output.text };
  }

  test('is one file of at most 2.2 MB, with all languages; what only a capture or several skills need stands beside it', () => {
    // Of code caches there are as many as the machine can make.
    const files = readdirSync(join(DIST, 'lambda')).filter((name) => !/^index\.\w+\.cache$/.test(name));
    expect(files.sort()).toEqual(['index', 'index.js', 'record.js', 'skills.js']);
    expect(statSync(join(DIST, 'lambda/index.js')).size).toBeLessThanOrEqual(2.2 * 1024 * 1024);
  });

  test('holds a conversation', async () => {
    const domain = 'https://unguessable.example';
    const vendor = await startBotDistrikt({ webchatAppId: '1234', domain, bot: createDemoBot() });
    // The hours are markdown, the prices HTML.
    const events = [envelope(), chat('what are your opening hours'), chat('what are your prices')];
    const { answers } = await invoke(events, settings(vendor.baseUrl));
    await vendor.close();
    expect(answers.map(({ response }) => response.shouldEndSession)).toEqual([false, false, false]);
    expect(answers[1].response.outputSpeech.ssml).toContain('Tuesday');
    expect(answers[2].response.outputSpeech.ssml).toContain('cleaning and polish $85');
  });

  /** Serves the function `webhook` as a function URL does, in a process of its own. */
  async function serveWebhook(env: Record<string, string>): Promise<string> {
    const script = `
      const { webhook } = require(${JSON.stringify(join(DIST, 'lambda/index.js'))});
      const server = require('node:http').createServer(async (request, response) => {
        const chunks = [];
        for await (const chunk of request) chunks.push(chunk);
        const [rawPath, rawQueryString = ''] = request.url.split('?');
        const http = { method: request.method };
        const body = Buffer.concat(chunks).toString('base64');
        const event = { rawPath, rawQueryString, headers: request.headers, requestContext: { http }, body, isBase64Encoded: true };
        const answer = await webhook(event);
        response.writeHead(answer.statusCode, answer.headers).end(answer.body);
      });
      server.listen(0, '127.0.0.1', () => console.log('PORT ' + server.address().port));`;
    const { child, output } = run(['-e', script], env);
    while (!output.text.includes('PORT ')) await once(child.stdout, 'data');
    return `http://127.0.0.1:${/PORT (\d+)/.exec(output.text)?.[1]}`;
  }

  test('hears in one process what the webhook brings to another', async () => {
    const vendor = await startVendor('wotnot', { bot: createDemoBot() });
    // As long as a turn may take: two processes share a machine that may be busy.
    const env: Record<string, string> = { ...settings(), ...vendor.environment, ALOUD_TURN_BUDGET_MS: '7500' };
    const url = await serveWebhook(env);
    const path = webhookPath(env.ALOUD_SECRET ?? '', 'wotnot');
    vendor.sendWebhooksTo(url + path);
    const { answers } = await invoke([envelope(), chat('what are your opening hours')], env);
    expect(answers[1].response.outputSpeech.ssml).toContain('Tuesday');

    for (const [method, where, status] of [
      ['POST', `${path}x`, 404],
      ['PUT', path, 404],
      ['POST', path, 400],
    ] as const) {
      expect((await fetch(url + where, { method, body: 'not json' })).status).toBe(status);
    }
    expect((await fetch(url + path, { method: 'POST', body: 'a'.repeat(300_000) })).status).toBe(413);
    await vendor.close();
  });

  test('a process that is killed while it waits loses nothing', async () => {
    const vendor = await startVendor('wotnot', { bot: createDemoBot() });
    const env = { ...settings(), ...vendor.environment };
    vendor.sendWebhooksTo((await serveWebhook(env)) + webhookPath(env.ALOUD_SECRET ?? '', 'wotnot'));
    await invoke([envelope()], env);
    vendor.deliveries.replyMs = 1500;
    const dying = invoke([chat('what are your opening hours')], env);
    const child = children.at(-1);
    await until(
      () => vendor.requests.some(({ operation }) => operation === 'send'),
      'the message at the vendor',
      20_000,
    );
    child?.kill('SIGKILL');
    expect((await dying).answers).toEqual([]);
    await vendor.idle();
    const { answers } = await invoke([envelope()], env);
    expect(answers[0].response.outputSpeech.ssml).toContain('Tuesday');
    await vendor.close();
  });

  test("fails for another skill's request, and answers nothing", async () => {
    const { answers } = await invoke([envelope({ applicationId: 'amzn1.ask.skill.other' }), 'null'], settings());
    expect(answers).toEqual([{ failed: 'request refused' }, { failed: 'ALOUD_FUNCTION_MISUSED' }]);
  });

  test('says in the log what is wrong with its settings', async () => {
    const { answers, output } = await invoke([envelope()], { ...settings(), ALOUD_SECRET: 'short' });
    expect(answers).toEqual([{ failed: 'ALOUD_CONFIG_INVALID' }]);
    expect(output).toContain('ALOUD_SECRET must have at least 32 characters');
  });
});
