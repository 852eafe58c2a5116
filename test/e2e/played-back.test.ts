import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bot } from '../../simulator/platforms/bot-reply';
import { post } from '../support/signed-request';
import { SKILL_ID, type Stage, setStage } from './stage';

let folder: string;
let stage: Stage;
let heard: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aloud-played-back-'));
  heard = [];
});
afterEach(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});

/** A bot that counts what it is told: every answer is another one. */
const COUNTING: Bot = {
  reply(_user, said) {
    heard.push(said);
    return [{ text: `Order ${heard.length} is placed.`, choices: ['Track it', 'Leave it'] }];
  },
};

const start = async (platform: 'botdistrikt' | 'wotnot' = 'botdistrikt', settings = {}) => {
  const location = `sqlite:${join(folder, 'aloud.db')}`;
  stage = await setStage(COUNTING, { platform, settings: { ALOUD_STORE: location, ...settings } });
};

let count = 0;
/** The signed bytes of a request in which somebody says something, to be sent as often as one likes. */
function signed(words: string) {
  const application = { applicationId: SKILL_ID };
  const user = { userId: 'amzn1.ask.account.REPLAY' };
  const body = JSON.stringify({
    version: '1.0',
    session: { new: false, sessionId: 'amzn1.echo-api.session.1', application, attributes: {}, user },
    context: { System: { application, user, apiEndpoint: 'https://api.amazonalexa.com' } },
    request: {
      type: 'IntentRequest',
      requestId: `amzn1.echo-api.request.played-back-${++count}`,
      timestamp: new Date().toISOString(),
      locale: 'en-US',
      intent: { name: 'ChatIntent', slots: { query: { name: 'query', value: words } } },
    },
  });
  const headers = stage.pki.sign(body);
  return async () => {
    const { status, text } = await post(`${stage.server.url}/alexa`, body, headers);
    return { status, answer: JSON.parse(text) };
  };
}

const orders = () => heard.filter((text) => text.startsWith('order'));

test.each(['botdistrikt', 'wotnot'] as const)(
  'a request that is played back is carried out once (%s)',
  async (platform) => {
    await start(platform);
    const order = signed('order a pizza');
    const first = await order();
    expect(JSON.stringify(first.answer)).toContain('is placed');
    expect(await order()).toEqual(first);
    expect(await order()).toEqual(first);
    expect(orders()).toHaveLength(1);
  },
);

test('also when it comes twice at the same moment', async () => {
  await start();
  const order = signed('order a pizza');
  const [first, ...others] = await Promise.all([order(), order(), order()]);
  for (const other of others) expect(other).toEqual(first);
  expect(orders()).toHaveLength(1);
});

test('also when others were answered meanwhile', async () => {
  await start();
  const order = signed('order a pizza');
  const first = await order();
  for (const words of ['order a salad', 'order a soup']) await signed(words)();
  expect(await order()).toEqual(first);
  expect(orders()).toHaveLength(3);
});

test('also by a process that has started since, and gets the same answer', async () => {
  await start();
  const order = signed('order a pizza');
  const first = await order();
  await stage.restart();
  expect(await order()).toEqual(first);
  expect(orders()).toHaveLength(1);
});

test('also where the answer was one of our own', async () => {
  await start();
  await signed('order a pizza')();
  for (const words of ['help', 'repeat', 'wait a moment']) {
    const ask = signed(words);
    const first = await ask();
    await stage.restart();
    expect(await ask()).toEqual(first);
  }
});

test('once others were answered, a new process carries it out no more', async () => {
  await start();
  const order = signed('order a pizza');
  await order();
  await signed('order a salad')();
  await stage.restart();
  const { status, answer } = await order();
  expect(status).toBe(200);
  expect(answer.response.outputSpeech.ssml).toContain('<speak>');
  expect(orders()).toHaveLength(2);
});

test('the same words in another request are said again', async () => {
  await start();
  await signed('order a pizza')();
  await signed('order a pizza')();
  expect(orders()).toHaveLength(2);
});

test('with one voice after the other, each keeps their own conversation', async () => {
  await start('botdistrikt', { ALOUD_SPEAKERS: 'person' });
  const order = signed('order a pizza');
  const first = await order();
  expect(await order()).toEqual(first);
  expect(first.answer.sessionAttributes).toMatchObject({ speaker: expect.any(String) });
});
