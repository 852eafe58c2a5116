import fs, { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type * as Functions from '../../lambda/index';
import { webhookPath } from '../../lambda/webhooks/webhooks';
import { startAmazon } from '../../simulator/amazon';
import { startVendor } from '../../simulator/platforms';
import { envelope, SKILL_ID } from '../support/signed-request';

const SECRET = 'the secret of the function tests, long';
const PATH = webhookPath(SECRET, 'wotnot');
const CONTEXT = { getRemainingTimeInMillis: () => 60_000 };
const ENVIRONMENT = process.env;

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  // What the functions log, as AWS would see it.
  const { writeSync } = fs;
  jest.spyOn(fs, 'writeSync').mockImplementation((file: number, data, ...rest) => {
    if (file !== process.stdout.fd) return Reflect.apply(writeSync, fs, [file, data, ...rest]);
    written.push(String(data));
    return String(data).length;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env = ENVIRONMENT;
});

/** The functions as a process of AWS Lambda has them just after its start. */
function load(settings: Record<string, string> = {}): typeof Functions {
  process.env = {
    ...ENVIRONMENT,
    ALOUD_PLATFORM: 'wotnot',
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_SECRET: SECRET,
    ALOUD_STORE: 'sqlite::memory:',
    LOG_LEVEL: 'silent',
    WOTNOT_TOKEN: 'jwt',
    WOTNOT_BOT_KEY: 'key',
    WOTNOT_WEBHOOK_TOKEN: 'hook token',
    ...settings,
  };
  jest.resetModules();
  return require('../../lambda/index');
}

const url = (body: string | undefined, more: object = {}) => ({
  rawPath: PATH,
  rawQueryString: '',
  headers: { 'content-type': 'application/json' },
  requestContext: { http: { method: 'POST' } },
  body,
  isBase64Encoded: false,
  ...more,
});

describe('webhook', () => {
  test('notes how it answered before it answers, as nothing runs after that', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aloud-function-'));
    const path = join(folder, 'aloud.db');
    const message = { message: { type: 'text', text: 'Okay.' }, message_by: { type: 'agent', name: 'Rosa' } };
    const events = [{ event: { type: 'message', payload: message }, conversation: { key: 'c1' } }];
    const answer = await load({ ALOUD_STORE: `sqlite:${path}` }).webhook(
      url(JSON.stringify({ token: 'hook token', events })),
    );
    expect(answer.statusCode).toBe(200);
    const db = new Database(path);
    const [row] = db.prepare('SELECT repeats_until - came_at AS ms FROM sayings').all() as { ms: number }[];
    db.close();
    // Of what was not answered well it is an hour.
    expect(row?.ms).toBeLessThan(60_000);
    rmSync(folder, { recursive: true });
  });

  test('counts what went wrong, with the next that it can write', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aloud-function-'));
    const path = join(folder, 'aloud.db');
    const message = { message: { type: 'text', text: 'Okay.' }, message_by: { type: 'agent', name: 'Rosa' } };
    const events = [{ event: { type: 'message', payload: message }, conversation: { key: 'c1' } }];
    const body = JSON.stringify({ token: 'hook token', events });
    const { webhook } = load({ ALOUD_STORE: `sqlite:${path}` });
    await webhook(url(body));
    const db = new Database(path);
    db.exec('ALTER TABLE inbox RENAME TO away');
    expect((await webhook(url(body.replace('Okay', 'Fine')))).statusCode).toBeGreaterThanOrEqual(500);
    db.exec('ALTER TABLE away RENAME TO inbox');
    await webhook(url(body.replace('Okay', 'Good')));
    const [row] = db.prepare(`SELECT count FROM usage WHERE name LIKE 'error:%'`).all();
    expect(row).toEqual({ count: 1 });
    db.close();
    rmSync(folder, { recursive: true });
  });

  const handshake = JSON.stringify({ token: 'hook token' });

  test.each([
    ['text', url(handshake), 200],
    ['base64', url(Buffer.from(handshake).toString('base64'), { isBase64Encoded: true }), 200],
    ['a wrong token', url(JSON.stringify({ token: 'another' })), 401],
    ['no body', url(undefined), 401],
    ['another path', url(handshake, { rawPath: '/webhooks/wotnot/guess' }), 404],
    ['another method', url(handshake, { requestContext: { http: { method: 'DELETE' } } }), 404],
    ['a body of 300 KB, as base64', url('a'.repeat(400_000), { isBase64Encoded: true }), 413],
  ])('answers %s', async (_what, event, status) => {
    const answer = await load().webhook(event);
    expect(answer.statusCode).toBe(status);
    if (status === 200) expect(JSON.parse(answer.body)).toEqual({ token: 'hook token' });
  });
});

test('a former name among the packed settings is logged once in a process, with the new one', async () => {
  const packed = JSON.stringify({ ALOUD_NOTICES_PER_SECOND: '7' });
  const { webhook } = load({ LOG_LEVEL: 'warn', ALOUD_SETTINGS: packed });
  for (let request = 0; request < 2; request++) await webhook(url(JSON.stringify({ token: 'hook token' })));
  expect(written).toEqual([expect.stringContaining('set ALOUD_NOTIFICATIONS_PER_SECOND instead')]);
});

describe('events of other triggers are refused with one clear line', () => {
  const SQS = { Records: [{ messageId: '1', eventSource: 'aws:sqs', body: '{}' }] };
  const REST_API = { version: '1.0', path: '/x', httpMethod: 'POST', requestContext: { stage: 'prod' } };
  const STREAM = { Records: [{ eventSource: 'aws:dynamodb', dynamodb: { SequenceNumber: '1' } }] };

  test.each([
    ['handler', SQS],
    ['handler', REST_API],
    ['handler', null],
    ['handler', { context: { System: {} } }],
    ['webhook', SQS],
    ['webhook', REST_API],
    ['webhook', { version: '2.0', requestContext: {} }],
    ['webhook', null],
    ['notifier', SQS],
    ['notifier', REST_API],
    ['notifier', { Records: [null] }],
    ['notifier', { Records: [{ eventSource: 'aws:dynamodb' }, ...STREAM.Records] }],
    ['notifier', { source: 'aws.s3' }],
    ['notifier', undefined],
  ] as const)('%s, %j', async (name, event) => {
    const run = load({ LOG_LEVEL: 'info' })[name] as (event: unknown, context: object) => Promise<unknown>;
    const failure = await run(event, CONTEXT).catch((error: Error) => error);
    expect(failure).toMatchObject({ message: 'ALOUD_FUNCTION_MISUSED' });
    // AWS logs the stack of an error.
    expect((failure as Error).stack).toBe('Error: ALOUD_FUNCTION_MISUSED');
    expect(written.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'error', code: 'ALOUD_FUNCTION_MISUSED', msg: expect.stringContaining(`${name} `) },
    ]);
  });
});

test.each([
  ['of no type', (event: Request) => delete event.request.type],
  ['of a user whose id is a number', (event: Request) => Object.assign(event.context.System.user, { userId: 5 })],
])('a request %s is refused with one clear line', async (_what, spoil) => {
  const event = JSON.parse(envelope());
  spoil(event);
  const failure = await load({ LOG_LEVEL: 'info' })
    .handler(event, CONTEXT)
    .catch((error: Error) => error);
  expect(failure).toMatchObject({ message: 'ALOUD_REQUEST_UNREADABLE', stack: 'Error: ALOUD_REQUEST_UNREADABLE' });
  expect(written.map((line) => JSON.parse(line))).toMatchObject([{ level: 'error', code: 'ALOUD_REQUEST_UNREADABLE' }]);
});

test('a request whose locale is no text is answered in the default language', async () => {
  const event = JSON.parse(envelope());
  event.request.locale = true;
  const { response } = await load().handler(event, CONTEXT);
  expect(response.outputSpeech).toMatchObject({ ssml: expect.stringContaining('<speak>') });
});

interface Request {
  readonly request: { type?: string };
  readonly context: { readonly System: { readonly user: object } };
}

describe('notifier', () => {
  const SCHEDULE = { source: 'aws.scheduler' } as const;
  const record = (SequenceNumber: string) => ({ eventSource: 'aws:dynamodb', dynamodb: { SequenceNumber } }) as const;

  test.each([
    ['a schedule', SCHEDULE],
    ['a rule', { source: 'aws.events' } as const],
    ['the stream', { Records: [record('1'), record('2')] }],
  ])('woken by %s with nothing to do ends at once', async (_what, event) => {
    const credentials = { clientId: 'id', clientSecret: 'secret' };
    const amazon = await startAmazon(credentials);
    const settings = { ALEXA_CLIENT_ID: 'id', ALEXA_CLIENT_SECRET: 'secret', ALEXA_API_URL: amazon.apiUrl };
    expect(await load(settings).notifier(event, CONTEXT)).toEqual({ batchItemFailures: [] });
    await amazon.close();
  });

  test('does nothing without the messaging credentials', async () => {
    expect(await load().notifier(SCHEDULE, CONTEXT)).toEqual({ batchItemFailures: [] });
  });

  test('gives a batch back that it could not work off, and fails a scheduled invocation', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aloud-functions-'));
    const path = join(folder, 'aloud.db');
    const { notifier } = load({
      ALOUD_STORE: `sqlite:${path}`,
      ALEXA_CLIENT_ID: 'id',
      ALEXA_CLIENT_SECRET: 'secret',
    });
    expect(await notifier(SCHEDULE, CONTEXT)).toEqual({ batchItemFailures: [] });
    const db = new Database(path);
    db.exec('DROP TABLE notices');
    db.close();
    await expect(notifier({ Records: [record('7'), record('8')] }, CONTEXT)).resolves.toEqual({
      batchItemFailures: [{ itemIdentifier: '7' }],
    });
    await expect(notifier(SCHEDULE, CONTEXT)).rejects.toThrow('ALOUD_STORE_UNAVAILABLE');
    rmSync(folder, { recursive: true });
  });
});

describe('handler', () => {
  const launch = () => JSON.parse(envelope());

  test('ends a turn before its invocation ends', async () => {
    const vendor = await startVendor('wotnot', { bot: { reply: () => [] } });
    const { handler } = load(vendor.environment);
    const begun = performance.now();
    const { response } = await handler(launch(), { getRemainingTimeInMillis: () => 1500 });
    expect(performance.now() - begun).toBeLessThan(4000);
    expect(response.outputSpeech).toBeDefined();
    await vendor.close();
  });

  test('ends a turn sooner whose request was long on its way', async () => {
    const vendor = await startVendor('wotnot', { bot: { reply: () => [] } });
    const { handler } = load({ ...vendor.environment, ALOUD_TURN_BUDGET_MS: '7500' });
    const event = launch();
    event.request.timestamp = new Date(Date.now() - 6000).toISOString();
    const begun = performance.now();
    const { response } = await handler(event, CONTEXT);
    expect(performance.now() - begun).toBeLessThan(4500);
    expect(response.outputSpeech).toBeDefined();
    await vendor.close();
  });

  describe('what is counted', () => {
    let folder: string;
    let path: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'aloud-functions-'));
      path = join(folder, 'aloud.db');
    });
    afterEach(() => {
      jest.dontMock('../../lambda/app/usage');
      rmSync(folder, { recursive: true });
    });
    const onFile = async (ask: (handler: typeof Functions.handler) => Promise<void>) => {
      const vendor = await startVendor('wotnot', { bot: { reply: () => [{ text: 'Welcome.' }] } });
      const { handler } = load({ ...vendor.environment, ALOUD_STORE: `sqlite:${path}`, ALOUD_TURN_BUDGET_MS: '1500' });
      await ask(handler);
      await vendor.close();
    };
    const database = <T>(use: (db: Database.Database) => T) => {
      const db = new Database(path);
      const result = use(db);
      db.close();
      return result;
    };

    test('is on disk when the answer is given, as nothing runs after that', async () => {
      await onFile(async (handler) => {
        await handler(launch(), CONTEXT);
        const rows = database((db) => db.prepare('SELECT skill, name, count FROM usage').all());
        expect(rows).toEqual(
          expect.arrayContaining([
            { skill: 'default', name: 'turns', count: 1 },
            { skill: 'default', name: 'people', count: 1 },
          ]),
        );
      });
    });

    test('fails no turn where it cannot be written, and is written with the next', async () => {
      await onFile(async (handler) => {
        await handler(launch(), CONTEXT);
        database((db) => db.exec('ALTER TABLE usage RENAME TO away'));
        const { response } = await handler(launch(), CONTEXT);
        expect(response.outputSpeech).toBeDefined();
        database((db) => db.exec('ALTER TABLE away RENAME TO usage'));
        await handler(launch(), CONTEXT);
        const [row] = database((db) => db.prepare(`SELECT count FROM usage WHERE name = 'turns'`).all());
        expect(row).toEqual({ count: 3 });
      });
    });

    test('holds up no answer', async () => {
      jest.doMock('../../lambda/app/usage', () => {
        const { NO_TELEMETRY } = jest.requireActual('../../lambda/telemetry/telemetry');
        return { createUsage: () => ({ telemetry: NO_TELEMETRY, flush: () => new Promise(() => {}) }) };
      });
      await onFile(async (handler) => {
        const begun = performance.now();
        const { response } = await handler(launch(), { getRemainingTimeInMillis: () => 500 });
        expect(response.outputSpeech).toBeDefined();
        // The turn has a second in any case.
        expect(performance.now() - begun).toBeLessThan(2500);
      });
    });
  });

  test('answers the debugger by its callback, which knows no context', async () => {
    const vendor = await startVendor('wotnot', { bot: { reply: () => [{ text: 'Welcome.' }] } });
    const { debugHandler } = load({ ...vendor.environment, ALOUD_TURN_BUDGET_MS: '1000' });
    const answer = await new Promise((resolve) => {
      debugHandler(launch(), null, (error, response) => resolve(error ?? response));
    });
    expect(answer).toMatchObject({ version: '1.0', response: { shouldEndSession: false } });
    const refused = await new Promise((resolve) => {
      debugHandler({ ...launch(), context: {} }, null, (error) => resolve(error?.message));
    });
    expect(refused).toBe('ALOUD_FUNCTION_MISUSED');
    await vendor.close();
  });
});
