import { startServer } from '../../lambda/server';
import { createDemoBot } from '../../simulator/platforms/bot';
import { post } from '../support/signed-request';
import { serveShop } from './serve-shop';
import { type Serve, SKILL_ID, type Stage, setStage } from './stage';

type Json = Record<string, unknown>;

/** Whatever is no text. */
const NO_TEXTS: readonly unknown[] = [null, true, false, 5, -1.5, 1e300, {}, { text: 'x' }, [], ['x'], [[]]];
const NO_OBJECTS: readonly unknown[] = [null, true, 0, 7, '', 'x', [], [{}]];

/** A request of a person who says something, each time another one. */
let count = 0;
function spoken(): Json {
  const application = { applicationId: SKILL_ID };
  const user = { userId: 'amzn1.ask.account.ODD' };
  return {
    version: '1.0',
    session: { new: false, sessionId: 'amzn1.echo-api.session.odd', application, attributes: {}, user },
    context: {
      System: {
        ...{ application, user },
        device: { deviceId: 'amzn1.ask.device.ODD', supportedInterfaces: {} },
        person: { personId: 'amzn1.ask.person.ODD' },
        apiEndpoint: 'https://api.amazonalexa.com',
        apiAccessToken: 'x',
      },
    },
    request: {
      type: 'IntentRequest',
      requestId: `amzn1.echo-api.request.odd-${++count}`,
      timestamp: new Date().toISOString(),
      locale: 'en-US',
      intent: {
        name: 'ChatIntent',
        confirmationStatus: 'NONE',
        slots: { query: { name: 'query', value: 'what are your opening hours', confirmationStatus: 'NONE' } },
      },
    },
  };
}

/** The same with another value at a place; `undefined` takes the place away. */
function withValue(path: string, value: unknown, body = spoken()): Json {
  const names = path.split('.');
  const last = names.pop() as string;
  const owner = names.reduce((at, name) => at[name] as Json, body);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return body;
}

const ended = () =>
  withValue('request', { ...(spoken().request as Json), type: 'SessionEndedRequest', reason: 'USER_INITIATED' });

/** Who asks, and what they ask for: without it nothing can be answered. */
const REFUSED: readonly (readonly [string, readonly unknown[]])[] = [
  ['context.System.user', [true, 5, 'x', [], {}]],
  ['context.System.user.userId', [...NO_TEXTS, undefined, '', 'x'.repeat(256)]],
  ['context.System.application', [...NO_OBJECTS, undefined]],
  ['context.System.application.applicationId', [...NO_TEXTS, undefined, '']],
  ['context.System', [...NO_OBJECTS, undefined]],
  ['context', [...NO_OBJECTS, undefined]],
  ['session.application.applicationId', [...NO_TEXTS, undefined, '']],
  ['request', [...NO_OBJECTS, undefined]],
  ['request.type', [...NO_TEXTS, undefined, '']],
  ['request.timestamp', [...NO_TEXTS, undefined, '', 'today', '5']],
];

/** What may be missing, or odd, without harm: the person is answered all the same. */
const ANSWERED: readonly (readonly [string, readonly unknown[]])[] = [
  ['version', NO_TEXTS],
  ['session', [...NO_OBJECTS, undefined]],
  ['session.new', [null, 'true', 1, {}, []]],
  ['session.sessionId', [...NO_TEXTS, undefined, '']],
  ['session.attributes', [...NO_OBJECTS, undefined]],
  ['session.attributes.speaker', NO_TEXTS],
  ['session.user', [...NO_OBJECTS, undefined]],
  ['context.System.device', [...NO_OBJECTS, undefined]],
  ['context.System.device.deviceId', [...NO_TEXTS, undefined, '']],
  ['context.System.person', [...NO_OBJECTS, undefined]],
  ['context.System.person.personId', [...NO_TEXTS, undefined, '', 'x'.repeat(256)]],
  ['context.System.apiEndpoint', [...NO_TEXTS, undefined, '', 'nowhere']],
  ['context.System.apiAccessToken', [...NO_TEXTS, undefined, '']],
  ['request.requestId', [...NO_TEXTS, undefined, '', 'x'.repeat(1000)]],
  [
    'request.locale',
    [...NO_TEXTS, undefined, '', 'x', 'en_US', 'en-US-US-US', 'en-us', 'not a locale', 'x'.repeat(1000)],
  ],
  ['request.intent', [...NO_OBJECTS, undefined]],
  ['request.intent.name', [...NO_TEXTS, undefined, '']],
  ['request.intent.slots', [...NO_OBJECTS, undefined]],
  ['request.intent.slots.query', [...NO_OBJECTS, undefined]],
  ['request.intent.slots.query.value', [...NO_TEXTS, undefined, '']],
];

/** Texts, but such as no database and no object likes to hold. */
const ODD_TEXTS = ['\u0000', '\ud800', 'a\ud800\u0000b', '__proto__', 'constructor', '😀'.repeat(60)];
const ODDLY_WRITTEN = [
  ...['context.System.user.userId', 'context.System.person.personId', 'context.System.apiEndpoint'],
  ...['session.sessionId', 'session.attributes.speaker', 'request.requestId', 'request.locale'],
  ...['request.intent.name', 'request.intent.slots.query.value'],
];

/** Events of the session, which take no answer. */
const TAKEN: readonly (readonly [string, readonly unknown[]])[] = [
  ['request.reason', [...NO_TEXTS, undefined, '']],
  ['request.error', [...NO_OBJECTS, undefined]],
  ['request.error', [{ type: 5, message: {} }, { type: null }, { message: ['x'] }]],
  ['session.sessionId', NO_TEXTS],
  ['request.locale', NO_TEXTS],
];

const BRIEFLY = new Set(['session', 'request.locale', 'request.intent', 'request.intent.slots.query.value']);

describe.each<[string, Serve, string, typeof ANSWERED]>([
  ['the server', startServer, 'person', ANSWERED],
  ['an Express app of your own', serveShop, 'account', ANSWERED.filter(([path]) => BRIEFLY.has(path))],
])('a signed request with an odd value, to %s', (_name, serve, speakers, answered) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(createDemoBot(), { serve, settings: { ALOUD_SPEAKERS: speakers } });
  });
  afterAll(() => stage.close());

  const send = (request: Json) => {
    const body = JSON.stringify(request);
    return post(`${stage.server.url}/alexa`, body, stage.pki.sign(body));
  };

  test.each(REFUSED)('is refused where nothing can be made of it: %s', async (path, values) => {
    for (const value of values) {
      const { status, text } = await send(withValue(path, value));
      expect({ value, status }).toEqual({ value, status: 400 });
      expect(text).not.toMatch(/\n|\bat |TypeError|node_modules|\.ts|\.js/);
    }
  });

  test.each(answered)('is answered where it does no harm: %s', async (path, values) => {
    for (const value of values) {
      stage.log.length = 0;
      const { status, text } = await send(withValue(path, value));
      expect({ value, status }).toEqual({ value, status: 200 });
      expect(JSON.parse(text).response).toMatchObject({ outputSpeech: { ssml: expect.stringContaining('<speak>') } });
      expect(stage.log.filter((line) => line.includes('ALOUD_INTERNAL'))).toEqual([]);
    }
  });

  test.each(ODDLY_WRITTEN)('is answered where a text is oddly written: %s', async (path) => {
    for (const value of ODD_TEXTS) {
      stage.log.length = 0;
      const { status } = await send(withValue(path, value));
      expect({ value, status, failed: stage.log.filter((line) => line.includes('"level":"error"')) }).toEqual({
        value,
        status: 200,
        failed: [],
      });
    }
  });

  test.each(TAKEN)('is taken at the end of a session: %s', async (path, values) => {
    for (const value of values) {
      const { status, text } = await send(withValue(path, value, ended()));
      expect({ value, status }).toEqual({ value, status: 200 });
      expect(JSON.parse(text).response).toEqual({});
    }
    expect(stage.log.filter((line) => line.includes('ALOUD_INTERNAL'))).toEqual([]);
  });

  test('tells by its code what of it cannot be read', async () => {
    stage.log.length = 0;
    const { text } = await send(withValue('context.System.user.userId', 5));
    expect(text).toContain('ALOUD_REQUEST_UNREADABLE');
    expect(stage.log.map((line) => JSON.parse(line))).toMatchObject([
      {
        level: 'error',
        code: 'ALOUD_REQUEST_UNREADABLE',
        msg: 'context.System.user.userId is not a text of 1 to 255 characters',
      },
    ]);
  });

  test('is understood where a slot holds a number', async () => {
    const sent = stage.vendor.requests.length;
    await send(withValue('request.intent.slots.query.value', 1974));
    expect(JSON.stringify(stage.vendor.requests.slice(sent))).toContain('1974');
  });

  test.each([
    ['seconds', 1000],
    ['milliseconds', 1],
  ])('is of now where its timestamp is in epoch %s', async (_unit, divisor) => {
    const at = (ms: number) => Math.floor((Date.now() + ms) / divisor);
    expect((await send(withValue('request.timestamp', at(0)))).status).toBe(200);
    expect((await send(withValue('request.timestamp', at(-140_000)))).status).toBe(200);
    expect((await send(withValue('request.timestamp', at(-152_000)))).status).toBe(400);
    expect((await send(withValue('request.timestamp', at(152_000)))).status).toBe(400);
  });
});
