/** @jest-environment node */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout } from 'node:timers/promises';
import type { RequestEnvelope } from 'ask-sdk-model';
import { parse } from 'yaml';
import { PLATFORM_NAMES, PLATFORMS } from '../../lambda/platforms';
import { DEMO_CUSTOMER, type Demo, type DemoOptions, startDemo } from '../../simulator/demo';
import { chatCommands } from '../../simulator/demo/chat-commands';
import type { WebhookVisit } from '../../simulator/demo/webhook-relay';
import type { EchoTurn } from '../../simulator/echo/types';
import { STORY } from '../../simulator/platforms/bot-story';
import { testPki } from '../support/pki';

const folder = mkdtempSync(join(tmpdir(), 'aloud-demo-'));
const database = join(folder, 'demo.db');
const pki = testPki();
/** Answers that come by webhook count as whole after less quiet than real vendors need. */
const ENV = { ALOUD_QUIET_MS: '400' };
const start = (options: Partial<DemoOptions> = {}) =>
  startDemo({ port: 0, quiet: true, database, env: ENV, pki, ...options });

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
  readonly platform: string;
  readonly suggestions: { readonly closed: readonly string[] };
  readonly turn: EchoTurn & { readonly request: RequestEnvelope };
  readonly choices: readonly string[];
  readonly webhooks: readonly WebhookVisit[];
  readonly platforms: readonly { readonly value: string; readonly label: string }[];
  readonly manners: readonly { readonly name: string }[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly reprompt: string;
  readonly broadcasts: boolean;
  readonly allowed: boolean;
  readonly notifications: readonly { readonly at: number }[];
  readonly spoken: string;
  readonly webhook: number;
}

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(`${demo.url}/demo${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: JSON.parse(await response.text()) as Answer };
}

/** What the page gets while words are being answered: line by line, as it comes. */
async function* hearing(id: string, utterance: string): AsyncGenerator<Answer & { readonly progress?: string }> {
  const { body } = await fetch(`${demo.url}/demo/echoes/${id}/hear`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ utterance }),
  });
  if (!body) throw new Error('nothing came');
  for await (const line of createInterface(Readable.fromWeb(body as ReadableStream))) yield JSON.parse(line);
}

/** The answer to words. */
async function answerTo(id: string, utterance: string): Promise<Answer> {
  for await (const { progress, ...answer } of hearing(id, utterance)) if (progress === undefined) return answer;
  throw new Error('no answer came');
}

/** A page's Echo; `say` gives what the page gets. */
async function openPage(connect = {}) {
  const { body: device } = await call('POST', '/echoes', connect);
  const ask = async (path: string, body: unknown) => (await call('POST', `/echoes/${device.id}${path}`, body)).body;
  return {
    device,
    say: (utterance: string) => answerTo(device.id, utterance),
    hearing: (utterance: string) => hearing(device.id, utterance),
    silence: () => ask('/silence', {}),
    change: (settings: unknown) => call('PUT', `/echoes/${device.id}/settings`, settings),
    look: async () => (await call('GET', `/echoes/${device.id}/notifications`)).body,
    allow: (allowed: unknown) => call('PUT', `/echoes/${device.id}/notifications`, { allowed }),
    agent: (text: unknown, name: unknown = 'Rosa') => call('POST', `/echoes/${device.id}/agent`, { text, name }),
    broadcast: (text: unknown) => call('POST', `/echoes/${device.id}/broadcast`, { text }),
  };
}

type DemoPage = Awaited<ReturnType<typeof openPage>>;

/** A page whose platform has sent its whole answer before it confirms what it was told: however busy the machine is. */
async function openPromptPage(connect: { readonly platform: string; readonly userId?: string }): Promise<DemoPage> {
  const page = await openPage(connect);
  if (isByWebhook(page)) await page.change({ early: true });
  return page;
}

/** Opens the skill, and hears all of its greeting: on a busy machine the bot's question may come late, and would be the next answer. */
async function enter(page: DemoPage): Promise<void> {
  let { speech } = (await page.say('Alexa, open bluebell dental')).turn;
  for (let looks = 0; !/What can I do for you|You can talk to me/.test(speech); looks++) {
    if (looks === 50) throw new Error(`nothing is asked: ${speech}`);
    speech = (await page.say('help')).turn.speech;
  }
}

function isByWebhook({ device }: DemoPage): boolean {
  return device.manners.some(({ name }) => name === 'early');
}

/** Resolves when notifications wait for the page's Echo. */
async function yellowLight(page: DemoPage): Promise<void> {
  const deadline = Date.now() + 10_000;
  while ((await page.look()).notifications.length === 0) {
    if (Date.now() > deadline) throw new Error('the light stays off');
    await setTimeout(50);
  }
}

describe('the conversation of a page', () => {
  test('can be kept as a test, with what a person of the business has written', async () => {
    const page = await openPage({ platform: 'botdistrikt' });
    const kept = () => fetch(`${demo.url}/demo/echoes/${page.device.id}/conversation`);
    expect((await kept()).status).toBe(404);
    await page.say('Alexa, open bluebell dental');
    await page.say('book an appointment');
    await page.silence();
    await page.agent('Your crown is ready.', 'Rosa');
    await page.say('stop');
    const answer = await kept();
    expect(answer.headers.get('content-disposition')).toContain('conversation.yaml');
    const { locale, steps } = parse(await answer.text());
    expect(locale).toBe('en-US');
    expect(steps).toMatchObject([
      { open: true, hear: expect.stringContaining('Bluebell Dental') },
      { say: 'book an appointment', hear: expect.stringContaining('Check-up') },
      { silence: true, hear: expect.stringContaining('Check-up') },
      { agent: { name: 'Rosa', says: 'Your crown is ready.' } },
      { say: 'stop', ends: true },
    ]);
  });
});

describe('an Echo of the demo', () => {
  test('talks to the bot through the real server, which tells where the time went', async () => {
    const echo = demo.echo();
    const welcome = (await echo.hear('Alexa, open bluebell dental')) as EchoTurn;
    expect(welcome.speech).toContain('Bluebell Dental');
    expect(welcome.verdict).toBeUndefined();
    expect(Object.keys(welcome.timings ?? {})).toEqual(
      expect.arrayContaining(['verify', 'open', 'interpret', 'send', 'render', 'save']),
    );
    expect((await echo.hear('what are your opening hours'))?.speech).toContain('Tuesday');
  });

  test('answers what is said in one breath: a question, a request, a topic of its business', async () => {
    const inOneBreath = async (words: string) => (await (await openPage()).say(`Alexa, ${words}`)).turn;
    expect((await inOneBreath('ask bluebell dental how much is a check-up')).speech).toContain('check-up is $60');
    expect((await inOneBreath('open bluebell dental and book an appointment')).speech).toContain('leaning');
    const turn = await inOneBreath('ask bluebell dental about toothache');
    expect(turn.request?.request).toMatchObject({ intent: { name: 'ToothacheTopicIntent' } });
    expect(turn.speech).toContain('leaning');
  });

  test('is the only one that is believed', async () => {
    const response = await fetch(`${demo.url}/alexa`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(400);
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
    await page.say('Alexa, open bluebell dental');
    const { choices } = await page.say('book an appointment');
    expect(choices).toContain('Cleaning and polish');
    expect((await page.say('more options')).choices).toEqual(choices);
    expect((await page.say('cleaning and polish')).turn.speech).toMatch(/cleaning and polish, very wise/i);
    await page.say('stop');
    expect((await page.say('Alexa, open bluebell dental')).choices).toContain('Monday');
  });

  test('is offered what this reply offers this customer, whatever words are heard', async () => {
    const [page, other] = await Promise.all([openPage(), openPage()]);
    for (const { say } of [page, other]) await say('Alexa, open bluebell dental');
    await other.say('book an appointment');
    expect((await other.say('check-up')).choices).toContain('Wednesday');
    const { turn, choices } = await page.say('what are your opening hours');
    expect(turn.speech).toMatch(/Monday, Wednesday.*Tuesday/s);
    expect(choices).toEqual([]);
    expect((await page.say('book an appointment')).choices).toContain('Cleaning and polish');
    expect((await page.say('turn on notifications')).choices).toContain('Cleaning and polish');
    expect((await page.say('tell me the whole story')).choices).toEqual([]);
    expect((await page.say('stop')).choices).toEqual([]);
  });

  test('is told how an answer was understood', async () => {
    const page = await openPage();
    await page.say('Alexa, open bluebell dental');
    expect((await page.say('book an appointment')).turn.understood).toBeUndefined();
    expect((await page.say('the second one')).turn.understood).toEqual({
      rule: 'position',
      answer: 'picked',
      confidence: expect.any(Number),
    });
    expect((await page.say('Friday')).turn.understood).toEqual({ rule: 'exact', answer: 'picked', confidence: 1 });
  });

  test('has a platform of its own to make fail or wait', async () => {
    await onEach(async (platform) => {
      const [page, other] = await Promise.all([openPage({ platform }), openPage({ platform })]);
      await page.change({ delayMs: 500, fault: 'outage' });
      expect((await page.say('Alexa, open bluebell dental')).turn.speech).not.toContain('Molly');
      const { turn, settings } = await other.say('Alexa, ask bluebell dental for a joke');
      expect(turn.speech).toContain('crown');
      expect(settings).toMatchObject({ delayMs: 0, fault: 'none' });
      await other.say('tell me a joke');
      expect((await page.say('hello')).webhooks).toEqual([]);
      const { device } = await openPage({ platform, userId: page.device.userId });
      expect(device.settings).toMatchObject({ delayMs: 500, fault: 'outage' });
    });
  });

  test('hears the question again after silence, then the session ends', async () => {
    const page = await openPage();
    expect(await page.say('book an appointment')).not.toHaveProperty('turn');
    await page.say('Alexa, open bluebell dental');
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

  test.each([500, 'half', 'reset', 'not-json', 'html-502'])(
    'sees a bot platform that fails once (%s) and recovers',
    async (fault) => {
      const page = await openPage();
      await page.say('Alexa, open bluebell dental');
      await page.change({ fault, botEvents: false });
      const failed = await page.say('what are your opening hours');
      expect(failed.turn.speech).not.toContain('Tuesday');
      expect(failed.turn).toMatchObject({ status: 200, state: 'listening' });
      expect(failed.settings.fault).toBe('none');
      expect((await page.say('what are your opening hours')).turn.speech).toContain('Tuesday');
    },
  );

  test('does not notice that the platform had no room for once', async () => {
    const page = await openPage();
    await page.say('Alexa, open bluebell dental');
    await page.change({ fault: 429, botEvents: false });
    expect((await page.say('what are your opening hours')).turn.speech).toContain('Tuesday');
  });

  test('does not notice that the platform forgot the customer', async () => {
    const page = await openPage();
    await page.say('Alexa, open bluebell dental');
    await page.change({ fault: 401 });
    expect((await page.say('what are your opening hours')).turn.speech).toContain('Tuesday');
  });

  test('whose Echo was dropped, because many others came, is told so', async () => {
    const first = await openPage();
    for (let others = 0; others < 100; others++) await openPage();
    expect((await call('POST', `/echoes/${first.device.id}/hear`, { utterance: 'hello' })).status).toBe(404);
  });
});

/** On all platforms at the same time. */
function onEach(talk: (platform: string) => Promise<void>): Promise<unknown> {
  const talks = PLATFORM_NAMES.map((platform) =>
    talk(platform).catch((cause) => {
      throw new Error(`on ${platform}: ${cause.message}`, { cause });
    }),
  );
  return Promise.all(talks);
}

describe('every platform', () => {
  test('can be chosen', async () => {
    const { body } = await call('GET', '/options');
    const names = PLATFORM_NAMES.map((value) => ({ value, label: PLATFORMS[value].title }));
    expect(body.platforms).toEqual(names);
  });

  test('holds a conversation, beside the others', () =>
    onEach(async (platform) => {
      const page = await openPromptPage({ platform });
      expect((await page.say('Alexa, open bluebell dental')).turn.speech).toContain('Bluebell Dental');
      const { turn } = await page.say('book an appointment');
      expect(turn).toMatchObject({ speech: expect.stringContaining('Cleaning and polish'), state: 'listening' });
      expect((await page.say('cleaning and polish')).turn.speech).toMatch(/very wise/i);
    }));

  test('books nothing for who says no in the end', () =>
    onEach(async (platform) => {
      const page = await openPromptPage({ platform });
      await page.say('Alexa, open bluebell dental');
      for (const words of ['book an appointment', 'check-up', 'tuesday', '9 AM']) await page.say(words);
      const { turn } = await page.say('no');
      expect(turn.speech).toContain('Your secret is safe');
      expect(turn.speech).not.toMatch(/done|see you/i);
    }));

  test.each(['in the middle of a booking', 'while a person has taken over'])('starts over %s', (when) =>
    onEach(async (platform) => {
      const page = await openPromptPage({ platform });
      await page.say('Alexa, open bluebell dental');
      await page.say(when.includes('booking') ? 'book an appointment' : 'I want to talk to a person');
      const { turn } = await page.say('start over');
      expect(turn.speech).toContain('Molly');
      expect(turn.speech).toContain('What can I do for you');
      expect((await page.say('whitening')).turn.speech).not.toContain('Which day');
      expect((await page.say('tell me a joke')).turn.speech).toContain('crown');
    }),
  );

  test('goes on after a restart where it was, though all vendors have forgotten the customers', async () => {
    const talks = new Map<string, { readonly userId: string; readonly told: string }>();
    await onEach(async (platform) => {
      const page = await openPromptPage({ platform });
      await page.say('Alexa, open bluebell dental');
      const { turn } = await page.say('tell me the whole story');
      talks.set(platform, { userId: page.device.userId, told: turn.speech });
    });
    await demo.close();
    demo = await start();
    await onEach(async (platform) => {
      const { userId = '', told = '' } = talks.get(platform) ?? {};
      const other = await openPromptPage({ platform });
      await other.say('Alexa, open bluebell dental');
      await other.say('I want to talk to a person');
      const page = await openPromptPage({ platform, userId });
      await page.say('Alexa, open bluebell dental');
      const more = (await page.say('yes')).turn.speech.slice(0, 80);
      expect(STORY.join(' ')).toContain(more);
      expect(told).not.toContain(more);
      expect((await page.say('what are your opening hours')).turn.speech).toContain('Tuesday');
    });
  });

  test('may take its time: something is said meanwhile, and the page is told of it then', () =>
    onEach(async (platform) => {
      const page = await openPage({ platform });
      await enter(page);
      await page.change({ delayMs: 2000 });
      const lines = page.hearing('what are your opening hours');
      const { value: first } = await lines.next();
      expect(first).toEqual({ progress: expect.stringMatching(/\w/) });
      const { value: answer } = await lines.next();
      expect(answer.turn.progress).toEqual([first.progress]);
      expect(answer.turn.speech).toContain('Tuesday');
    }));

  test('may be interrupted: the words that come next are answered, and no answer to those before is played', () =>
    onEach(async (platform) => {
      const page = await openPage({ platform });
      await enter(page);
      await page.change({ delayMs: 30_000 });
      const lines = page.hearing('what are your opening hours');
      await lines.next();
      const { turn } = await page.say('help');
      expect(turn).toMatchObject({ status: 200, state: 'listening' });
      const { value: interrupted } = await lines.next();
      expect(interrupted.turn).toMatchObject({ interrupted: true, speech: '' });
    }));

  test('has manners that show only where they apply', async () => {
    const names = async (platform: string) => (await openPage({ platform })).device.manners.map(({ name }) => name);
    expect(await names('botdistrikt')).toEqual(['delayMs', 'fault', 'botEvents', 'copies']);
    expect(await names('klaunch')).toEqual(['delayMs', 'fault', 'gapMs', 'order', 'early', 'copies']);
  });

  test('whose webhooks come twice is heard once, and the page is shown both', () =>
    onEach(async (platform) => {
      const page = await openPage({ platform });
      await enter(page);
      await page.change({ copies: 2 });
      const { turn, webhooks } = await page.say('how do I find you');
      expect(turn.speech.split('old schoolhouse')).toHaveLength(2);
      await page.change({ copies: 1 });
      const told = [...webhooks];
      const copies = () => told.filter(({ body }) => JSON.stringify(body).includes('old schoolhouse'));
      // What the platform sends after its answer may come later. The bot is told nothing new until it has.
      for (let looks = 0; copies().length < 2 && looks < 50; looks++) {
        const { turn: next, webhooks: more } = await page.say('help');
        expect(next.speech).not.toContain('old schoolhouse');
        told.push(...more);
      }
      expect((await page.say('tell me a joke')).turn.speech).not.toContain('old schoolhouse');
      expect(copies()).toHaveLength(2);
      expect(copies()[1]).toMatchObject({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        status: 200,
      });
    }));

  test('that is down is told of, and comes back', () =>
    onEach(async (platform) => {
      const page = await openPromptPage({ platform });
      await page.say('Alexa, open bluebell dental');
      expect((await page.change({ fault: 'outage' })).body.settings.fault).toBe('outage');
      for (let turns = 0; turns < 2; turns++) {
        const { turn, settings } = await page.say('what are your opening hours');
        expect(turn).toMatchObject({ status: 200, state: 'listening' });
        expect([turn.speech.includes('Tuesday'), settings.fault]).toEqual([false, 'outage']);
      }
      await page.change({ fault: 'none' });
      expect((await page.say('what are your opening hours')).turn.speech).toContain('Tuesday');
    }));

  test('that is later than Alexa waits brings its answer in a later turn', () =>
    onEach(async (platform) => {
      const page = await openPromptPage({ platform });
      await page.say('Alexa, open bluebell dental');
      await page.say('hello');
      await page.change({ delayMs: 12_000, ...(isByWebhook(page) && { early: false }) });
      const { turn } = await page.say('what are your opening hours');
      expect(turn).toMatchObject({ status: 200, state: 'listening' });
      let heard = turn.speech;
      expect(heard).not.toContain('Tuesday');
      for (let turns = 0; turns < 5 && !heard.includes('Tuesday'); turns++) {
        expect(heard).toMatch(/\blook\b.*\?$/);
        heard = (await page.say('yes')).turn.speech;
      }
      expect(heard).toContain('Tuesday');
    }));
});

describe('what comes later', () => {
  test(
    'is announced on every platform, told by the Echo itself, and heard in the skill',
    () =>
      onEach(async (platform) => {
        const page = await openPromptPage({ platform });
        await page.say('Alexa, open bluebell dental');
        await page.allow(true);
        await page.say('I want to talk to a person');
        await page.say('stop');
        expect((await page.agent('Your crown is ready.')).body).toEqual({ webhook: 200 });
        await yellowLight(page);

        const read = await page.say('Alexa, read my notifications');
        expect(read.spoken).toMatch(/one new notification from bluebell dental\. You have one new message from /i);
        if (platform !== 'klaunch') expect(read.spoken).toContain('Rosa');
        expect(read).not.toHaveProperty('turn');
        expect((await page.look()).notifications).toEqual([]);
        expect((await page.say('Alexa, open bluebell dental')).turn.speech).toContain('Your crown is ready.');
      }),
    20_000,
  );

  test('during a conversation is said in it, after the answer', () =>
    onEach(async (platform) => {
      const page = await openPromptPage({ platform });
      await page.say('Alexa, open bluebell dental');
      await page.say('hello');
      await page.agent('This is Rosa, can I help?');
      const { turn } = await page.say('what are your opening hours');
      expect(turn.speech).toMatch(/Tuesday.*This is Rosa, can I help\?/);
      expect((await page.look()).notifications).toEqual([]);
    }));

  test('is broadcast where the platform has that', async () => {
    const page = await openPage();
    expect(page.device.broadcasts).toBe(true);
    await page.say('Alexa, open bluebell dental');
    expect((await page.broadcast('We are closed on Friday.')).body).toEqual({ webhook: 200 });
    expect((await page.say('any new messages')).turn.speech).toMatch(/announcement.*We are closed on Friday\./is);

    const other = await openPage({ platform: 'klaunch' });
    expect(other.device.broadcasts).toBe(false);
    expect(await other.broadcast('We are closed.')).toEqual({ status: 404, body: { error: expect.any(String) } });
  });

  test('is only announced to whom allows it', async () => {
    const page = await openPage();
    await page.say('Alexa, open bluebell dental');
    expect((await page.allow(true)).body).toEqual({ allowed: true, notifications: [] });
    expect((await page.say('turn on notifications')).turn.response?.response.card).toBeUndefined();

    expect((await page.allow(false)).body).toEqual({ allowed: false, notifications: [] });
    const again = await page.say('turn on notifications');
    expect(again.turn.response?.response.card?.type).toBe('AskForPermissionsConsent');
    const { userId } = page.device;
    expect((await openPage({ userId })).device.allowed).toBe(false);
    expect((await openPage({ userId, notifications: true })).device.allowed).toBe(true);
  });

  test.each(['klaunch', 'wotnot'])('needs a customer whom the platform knows (%s)', async (platform) => {
    const page = await openPage({ platform });
    expect(await page.agent('Hello?')).toEqual({ status: 409, body: { error: expect.stringContaining('bot first') } });
  });

  test('is never written to another customer, however many talk at once', async () => {
    const pages = await Promise.all([1, 2, 3].map(() => openPage({ platform: 'klaunch' })));
    await Promise.all(pages.map((page) => page.say('Alexa, open bluebell dental')));
    for (const page of pages) await page.say('tell me a joke');
    await Promise.all(pages.map((page, index) => page.agent(`This is for number ${index}.`)));
    for (const [index, page] of pages.entries()) {
      const { turn } = await page.say('how are you');
      expect(turn.speech.match(/number \d/g)).toEqual([`number ${index}`]);
    }
  });
});

describe('bad input', () => {
  test.each([
    ['half a body', 400, 'POST', '/echoes', '{"locale":'],
    ['a list', 400, 'POST', '/echoes', '[]'],
    ['an unknown locale', 400, 'POST', '/echoes', { locale: 'tlh-QO' }],
    ['a strange customer', 400, 'POST', '/echoes', { userId: 'amzn1.ask.account.../../x' }],
    ['a large body', 413, 'POST', '/echoes', { userId: 'A'.repeat(9000) }],
    ['an unknown platform', 400, 'POST', '/echoes', { platform: 'constructor' }],
    ['null', 400, 'POST', '/echoes', null],
    ['an unknown Echo', 404, 'POST', '/echoes/__proto__/hear', { utterance: 'hello' }],
    ['settings of an unknown Echo', 404, 'PUT', '/echoes/x/settings', {}],
    ['notifications of an unknown Echo', 404, 'GET', '/echoes/x/notifications', undefined],
    ['a message to an unknown Echo', 404, 'POST', '/echoes/x/agent', { text: 'Hello', name: 'Rosa' }],
    ['an unknown address', 404, 'DELETE', '/options', undefined],
  ])('%s is answered %i, in JSON', async (_what, status, method, path, body) => {
    const answer = await call(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ error: expect.any(String) });
  });

  test.each([{ delayMs: 1 }, { fault: 'fire' }, { copies: '2' }, { order: 'kept', other: 1 }, [], null])(
    'settings may not be %j',
    async (settings) => {
      const { device, change } = await openPage();
      expect(await change(settings)).toEqual({ status: 400, body: { error: expect.any(String) } });
      expect((await change({})).body.settings).toEqual(device.settings);
    },
  );

  test('an utterance must be one', async () => {
    const { device } = await openPage();
    for (const utterance of [undefined, 7, '  ', 'a'.repeat(501)]) {
      expect((await call('POST', `/echoes/${device.id}/hear`, { utterance })).status).toBe(400);
    }
  });

  test('what the business writes must be words, of somebody; what is allowed, clear', async () => {
    const page = await openPage();
    const answers = await Promise.all([
      ...[undefined, 7, ' ', 'a'.repeat(501)].map((words) => page.agent(words)),
      ...[null, '', 'R'.repeat(101)].map((name) => page.agent('Hello', name)),
      page.broadcast(''),
      page.allow('yes'),
    ]);
    for (const { status } of answers) expect(status).toBe(400);
  });
});

describe('the start', () => {
  test.each(['ALOUD_SKILL_ID', 'ALOUD_SECRET'])('is refused beside %s', async (name) => {
    await expect(start({ env: { [name]: 'amzn1.ask.skill.of-a-real-skill' } })).rejects.toMatchObject({
      code: 'ALOUD_CONFIG_INVALID',
      message: expect.stringContaining(name),
    });
  });

  test('is refused where the port is taken, or none', async () => {
    await expect(start({ port: Number(new URL(demo.url).port) })).rejects.toThrow('something else listens there');
    await expect(start({ port: Number('http') })).rejects.toThrow('PORT must be a whole number');
  });
});

describe('the commands of npm run chat', () => {
  const userId = DEMO_CUSTOMER;
  const type = async (command: string, text = '') => {
    const { desk, alexaApp } = demo;
    const commands = chatCommands({ desk, alexaApp, userId, echo: () => demo.echo() });
    return commands.get(command)?.run(text);
  };

  test('let one write as the business, and allow notifications', async () => {
    const echo = demo.echo();
    await echo.hear('Alexa, open bluebell dental');
    expect(await type('/notifications')).toBe('notifications are on');
    expect(await type('/agent')).toContain('?');
    expect(await type('/agent', 'Hello, Carl!')).toContain('200');
    expect(await type('/broadcast', 'We are closed on Friday.')).toContain('200');
    expect((await echo.hear('any new messages'))?.speech).toContain('Hello, Carl!');
    expect(await type('/notifications')).toBe('notifications are off');
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
