import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../lambda/app';
import { loadConfig } from '../../lambda/app/config';
import { NO_TELEMETRY } from '../../lambda/telemetry/telemetry';
import { run } from '../../operator/capture';
import { read } from '../../operator/main';
import { screenOfTest } from '../support/screen';

const KEY = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
let folder: string;
let env: Record<string, string>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aloud-'));
  env = {
    ALOUD_SKILL_ID: 'amzn1.ask.skill.11111111-2222-3333-4444-555555555555',
    ALOUD_SECRET: 'the secret of this test, which is long',
    ALOUD_STORE: `sqlite:${join(folder, 'test.db')}`,
    ALOUD_PLATFORM: 'klaunch',
    KLAUNCH_URL: 'https://klaunch.example/api',
    KLAUNCH_CHANNEL_ID: 'D9LjuWl0jappznT5',
    KLAUNCH_TOKEN: 'a token of the channel',
    KLAUNCH_HASHTAG: '#hotel',
  };
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** Types a command line. */
async function aloud(...args: string[]) {
  const { screen, out, err } = screenOfTest();
  const typed = read(['capture', ...args], screen);
  if ('exit' in typed) return { exit: typed.exit, out: out(), err: err() };
  const { words, options } = typed;
  const exit = await run({ words, options, env, screen, root: folder });
  return { exit, out: out(), err: err() };
}

/** A process that serves, into which the bot says something. */
function serve() {
  const errors: string[] = [];
  const telemetry = {
    ...NO_TELEMETRY,
    error: (error: unknown) => void errors.push(String((error as { code?: string }).code)),
  };
  const app = createApp({ config: loadConfig(env), telemetry, runsOn: true });
  const webhooks = app.webhooks();
  const says = async (body: object) => {
    const webhook = webhooks.at(webhooks.paths[0] ?? '');
    const text = JSON.stringify({ channelID: 'D9LjuWl0jappznT5', timestamp: Date.now(), ...body });
    await webhook?.handle({ method: 'POST', headers: {}, query: new URLSearchParams(), body: text });
    await app.flush();
  };
  return { app, says, errors };
}

/** So late that processes look again. */
const later = () => jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 20_000);

test('begun, shown, written and deleted, beside a process that serves', async () => {
  const { app, says } = serve();
  await app.ready();
  await says({ userID: 8_123_456, message: 'too early' });
  expect(await aloud('--minutes', '5')).toMatchObject({ exit: 0, err: '' });
  expect((await aloud('--show')).exit).toBe(3);

  later();
  await app.lookAround();
  await says({ userID: 8_123_456, message: 'Your code is 9876, Wilhelmina', mood: 'sunny weather' });
  const shown = await aloud('--show');
  expect(shown.exit).toBe(0);
  expect(shown.out).toContain('webhook klaunch: message of bot: text');
  expect(shown.out).toContain('"userID":"<user-1>"');
  expect(shown.out).toMatch(/not read +mood/);
  expect(shown.out).not.toMatch(/9876|Wilhelmina|8123456|sunny|D9LjuWl0/);

  const file = join(folder, 'captured.json');
  expect((await aloud('--fixture', file)).exit).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    platform: 'klaunch',
    exchanges: [{ kind: 'webhook' }],
  });
  expect(await aloud('--fixture', file)).toMatchObject({ exit: 1, err: expect.stringContaining('there already') });
  const json = await aloud('--show', '--json');
  expect(JSON.parse(json.out)).toHaveLength(1);

  expect((await aloud('--off')).exit).toBe(0);
  await says({ userID: 8_123_456, message: 'too late' });
  expect((await aloud('--show')).exit).toBe(3);
  await app.close();
});

test('it ends by itself', async () => {
  const { app, says } = serve();
  await app.ready();
  await aloud('--minutes', '1');
  later();
  await app.lookAround();
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
  await says({ userID: 8, message: 'too late' });
  expect((await aloud('--show')).exit).toBe(3);
  await app.close();
});

test('of one user only what names them', async () => {
  const { app, says } = serve();
  await app.ready();
  const { openStoreAt } = jest.requireActual('../../lambda/store/open');
  const store = openStoreAt(env.ALOUD_STORE, { secret: env.ALOUD_SECRET });
  const { conversation, version } = await store.open(KEY, { userId: 'amzn1.ask.account.X', locale: 'en-US' });
  await store.save(KEY, { ...conversation, thread: { user: KEY, userID: '8123456' } }, version);
  await aloud('--user', KEY);
  later();
  await app.lookAround();
  await says({ userID: 8_123_456, message: 'hers' });
  await says({ userID: 81_234_567, message: 'of another' });
  expect(JSON.parse((await aloud('--show', '--json')).out)).toHaveLength(1);
  // Who is erased is in no capture any more.
  await store.erase(KEY);
  expect((await aloud('--show')).exit).toBe(3);
  await store.close();
  await app.close();
});

test('a form that nobody could read is told once, with the code whose hint names the command', async () => {
  const { app, says, errors } = serve();
  await app.ready();
  for (let times = 0; times < 3; times++) {
    await says({ userID: 8, message: { nobody: 'knows this form' } });
  }
  expect(errors).toEqual(['ALOUD_PLATFORM_UNKNOWN_SHAPE']);
  await app.close();
});

test.each([
  [['--minutes', '61'], '1 to 60'],
  [['--minutes', 'x'], '1 to 60'],
  [['--user', 'anna'], 'amzn1.ask.account'],
  [['--user', KEY], 'not talked to the bot'],
])('%j is refused in one line', async (args, said) => {
  const { app } = serve();
  await app.ready();
  expect(await aloud(...args)).toMatchObject({ exit: 1, out: '', err: expect.stringContaining(said) });
  await app.close();
});

test('with words a warning is given', async () => {
  const { app } = serve();
  await app.ready();
  expect((await aloud('--words')).err).toContain('--words');
  await app.close();
});
