import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoBot } from '../../simulator/platforms/bot';
import { startBotDistrikt } from '../../simulator/platforms/botdistrikt';
import { envelope, SKILL_ID } from '../support/signed-request';

/** What `npm run build` made. */
const DIST = join(__dirname, '../../dist');

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

describe('the Lambda artifact', () => {
  /** Invokes the handler with each event in turn, in a process of its own. */
  async function invoke(events: readonly string[], env: Record<string, string>) {
    const script = `
      const { handler } = require(${JSON.stringify(join(DIST, 'lambda/index.js'))});
      (async () => {
        for (const event of ${JSON.stringify(events)}) {
          const answer = await handler(JSON.parse(event)).catch((error) => ({ failed: error.message }));
          console.log('ANSWER ' + JSON.stringify(answer));
        }
        process.exit();
      })();`;
    const { output, exited } = run(['-e', script], env);
    await exited;
    const answers = output.text.split('\n').filter((line) => line.startsWith('ANSWER '));
    return { answers: answers.map((line) => JSON.parse(line.slice(7))), output: output.text };
  }

  test('is one file of at most 1.5 MB', () => {
    expect(readdirSync(join(DIST, 'lambda'))).toEqual(['index.js']);
    expect(statSync(join(DIST, 'lambda/index.js')).size).toBeLessThanOrEqual(1.5 * 1024 * 1024);
  });

  test('holds a conversation', async () => {
    const domain = 'https://unguessable.example';
    const vendor = await startBotDistrikt({ webchatAppId: '1234', domain, bot: createDemoBot() });
    const ask = (value: string) => {
      const question = JSON.parse(envelope({ type: 'IntentRequest' }));
      question.request.intent = { name: 'ChatIntent', slots: { query: { name: 'query', value } } };
      return JSON.stringify(question);
    };
    // The hours are markdown, the prices HTML.
    const events = [envelope(), ask('what are your opening hours'), ask('what are your prices')];
    const { answers } = await invoke(events, settings(vendor.baseUrl));
    await vendor.close();
    expect(answers.map(({ response }) => response.shouldEndSession)).toEqual([false, false, false]);
    expect(answers[1].response.outputSpeech.ssml).toContain('Tuesday');
    expect(answers[2].response.outputSpeech.ssml).toContain('cleaning and polish $85');
  });

  test("fails for another skill's request, and answers nothing", async () => {
    const { answers } = await invoke([envelope({ applicationId: 'amzn1.ask.skill.other' }), 'null'], settings());
    expect(answers).toEqual([{ failed: 'request refused' }, { failed: 'request refused' }]);
  });

  test('says in the log what is wrong with its settings', async () => {
    const { answers, output } = await invoke([envelope()], { ...settings(), ALOUD_SECRET: 'short' });
    expect(answers).toEqual([{ failed: 'ALOUD_CONFIG_INVALID' }]);
    expect(output).toContain('ALOUD_SECRET must have at least 32 characters');
  });
});
