import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Demo, startDemo } from '../../simulator/demo';
import type { EchoTurn } from '../../simulator/echo/types';
import { STORY } from '../../simulator/platforms/bot-story';

const folder = mkdtempSync(join(tmpdir(), 'aloud-demo-'));
const database = join(folder, 'demo.db');
const start = (env = {}) => startDemo({ port: 0, quiet: true, database, env });

let demo: Demo;
beforeAll(async () => {
  demo = await start();
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true });
});

/** What the page gets, whatever it asked for. */
interface Answer {
  readonly id: string;
  readonly userId: string;
  readonly suggestions: { readonly closed: readonly string[] };
  readonly turn: EchoTurn;
  readonly choices: readonly string[];
  readonly settings: { readonly fault: unknown };
  readonly reprompt: string;
}

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(`${demo.url}/demo${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

/** A page's Echo; `say` gives what the page gets. */
async function openPage(connect = {}) {
  const { body: device } = await call('POST', '/echoes', connect);
  const ask = async (path: string, body: unknown) => (await call('POST', `/echoes/${device.id}${path}`, body)).body;
  return {
    device,
    say: (utterance: string) => ask('/hear', { utterance }),
    silence: () => ask('/silence', {}),
  };
}

describe('an Echo of the demo', () => {
  test('talks to the bot through the real server, which tells where the time went', async () => {
    const echo = demo.echo({ userId: 'amzn1.ask.account.ANNE' });
    const welcome = (await echo.hear('Alexa, open chat companion')) as EchoTurn;
    expect(welcome.speech).toContain('Bluebell Dental');
    expect(welcome.verdict).toBeUndefined();
    expect(Object.keys(welcome.ledger ?? {})).toEqual(expect.arrayContaining(['platform', 'save', 'render']));
    expect((await echo.hear('what are your opening hours'))?.speech).toContain('Tuesday');
  });

  test('is the only one that is believed', async () => {
    const response = await fetch(`${demo.url}/alexa`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(400);
  });

  test('goes on after a restart where it was, though the platform has forgotten the customer', async () => {
    const customer = { userId: 'amzn1.ask.account.BEA' };
    const before = demo.echo(customer);
    await before.hear('Alexa, open chat companion');
    const told = (await before.hear('tell me the whole story'))?.speech ?? '';
    await demo.close();
    demo = await start();
    const after = demo.echo(customer);
    await after.hear('Alexa, open chat companion');
    const more = (await after.hear('yes'))?.speech.slice(0, 80) ?? '';
    expect(STORY.join(' ')).toContain(more);
    expect(told).not.toContain(more);
    expect((await after.hear('what are your opening hours'))?.speech).toContain('Tuesday');
  });
});

describe('the page', () => {
  test('may load nothing from elsewhere and run nothing inline', async () => {
    const response = await fetch(demo.url);
    const html = await response.text();
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*script-src 'self';/);
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|https?:/);
  });

  test('is offered what the bot offers, as one would say it, while the session lasts', async () => {
    const page = await openPage();
    await page.say('Alexa, open chat companion');
    const { choices } = await page.say('book an appointment');
    expect(choices).toContain('Cleaning and polish');
    expect((await page.say('more options')).choices).toEqual(choices);
    expect((await page.say('cleaning and polish')).turn.speech).toMatch(/cleaning and polish, very wise/i);
    await page.say('stop');
    expect((await page.say('Alexa, open chat companion')).choices).toEqual([]);
  });

  test('hears the question again after silence, then the session ends', async () => {
    const page = await openPage();
    expect(await page.say('book an appointment')).not.toHaveProperty('turn');
    await page.say('Alexa, open chat companion');
    expect((await page.silence()).reprompt).toBeTruthy();
    const { turn } = await page.silence();
    expect(turn.request.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' });
    expect(await page.silence()).toEqual({});
  });

  test('keeps its customer and speaks its language', async () => {
    const { device } = await openPage({ locale: 'en-GB' });
    const again = await openPage({ locale: 'en-GB', userId: device.userId });
    expect(again.device.userId).toBe(device.userId);
    const { turn } = await again.say(String(again.device.suggestions.closed[0]));
    expect(turn.request.request).toMatchObject({ locale: 'en-GB' });
    expect(turn.request.session?.user.userId).toBe(device.userId);
  });

  test.each([500, 'half', 'reset', 'not-json', 'html-502', 429])(
    'sees a bot platform that fails once (%s) and recovers',
    async (fault) => {
      const page = await openPage();
      await page.say('Alexa, open chat companion');
      await call('PUT', '/settings', { delayMs: 0, fault });
      const failed = await page.say('what are your opening hours');
      expect(failed.turn.speech).not.toContain('Tuesday');
      expect(failed.turn).toMatchObject({ status: 200, state: 'listening' });
      expect(failed.settings.fault).toBe('none');
      expect((await page.say('what are your opening hours')).turn.speech).toContain('Tuesday');
    },
  );

  test('does not notice that the platform forgot the customer', async () => {
    const page = await openPage();
    await page.say('Alexa, open chat companion');
    await call('PUT', '/settings', { delayMs: 0, fault: 401 });
    expect((await page.say('what are your opening hours')).turn.speech).toContain('Tuesday');
  });

  test('whose Echo was dropped, because many others came, is told so', async () => {
    const first = await openPage();
    for (let others = 0; others < 100; others++) await openPage();
    expect((await call('POST', `/echoes/${first.device.id}/hear`, { utterance: 'hello' })).status).toBe(404);
  });
});

describe('bad input', () => {
  test.each([
    ['half a body', 400, 'POST', '/echoes', '{"locale":'],
    ['a list', 400, 'POST', '/echoes', '[]'],
    ['an unknown locale', 400, 'POST', '/echoes', { locale: 'tlh-QO' }],
    ['a strange customer', 400, 'POST', '/echoes', { userId: 'amzn1.ask.account.../../x' }],
    ['a large body', 413, 'POST', '/echoes', { userId: 'A'.repeat(9000) }],
    ['an unknown delay', 400, 'PUT', '/settings', { delayMs: 1, fault: 'none' }],
    ['an unknown fault', 400, 'PUT', '/settings', { delayMs: 0, fault: 'fire' }],
    ['null', 400, 'PUT', '/settings', null],
    ['an unknown Echo', 404, 'POST', '/echoes/__proto__/hear', { utterance: 'hello' }],
    ['an unknown address', 404, 'DELETE', '/settings', undefined],
  ])('%s is answered %i, in JSON', async (_what, status, method, path, body) => {
    const answer = await call(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ error: expect.any(String) });
  });

  test('an utterance must be one', async () => {
    const { device } = await openPage();
    for (const utterance of [undefined, 7, '  ', 'a'.repeat(501)]) {
      expect((await call('POST', `/echoes/${device.id}/hear`, { utterance })).status).toBe(400);
    }
  });
});

describe('the start', () => {
  test.each(['ALOUD_SKILL_ID', 'ALOUD_SECRET'])('is refused beside %s', async (name) => {
    await expect(start({ [name]: 'amzn1.ask.skill.of-a-real-skill' })).rejects.toMatchObject({
      code: 'ALOUD_CONFIG_INVALID',
      message: expect.stringContaining(name),
    });
  });

  test('is refused where the port is taken, or none', async () => {
    const at = (port: number) => startDemo({ port, quiet: true, database, env: {} });
    await expect(at(Number(new URL(demo.url).port))).rejects.toThrow('something else listens there');
    await expect(at(Number('http'))).rejects.toThrow('PORT must be a whole number');
  });
});

describe('npm start', () => {
  let child: ChildProcessWithoutNullStreams;
  afterEach(() => child.kill('SIGKILL'));

  /** Resolves to the exit code once it has ended. */
  function npmStart(env: Record<string, string>): { exit: Promise<number> } {
    child = spawn(process.execPath, ['scripts/start.mjs'], { env: { PATH: process.env.PATH, ...env } });
    return { exit: once(child, 'close').then(([code]) => code) };
  }

  test('says what is wrong, without a stack', async () => {
    const { exit } = npmStart({ ALOUD_SKILL_ID: 'amzn1.ask.skill.of-a-real-skill' });
    const said = await text(child.stderr);
    expect(await exit).toBe(1);
    expect(said).toMatch(/^ALOUD_CONFIG_INVALID\nALOUD_SKILL_ID is set/);
    expect(said).not.toMatch(/^\s+at /m);
  });

  test('says where to look, and stops when told to', async () => {
    const { exit } = npmStart({ PORT: '0' });
    const [said] = await once(child.stdout, 'data');
    const url = /http:\/\/localhost:\d+/.exec(String(said))?.[0] ?? '';
    expect(await (await fetch(url)).text()).toContain('<title>Aloud');
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });
});
