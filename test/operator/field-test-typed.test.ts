import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStoreAt } from '../../lambda/store/open';
import { aloudInTerminal, type Checkout, installed } from '../support/pty';

const SECRET = 'the secret of this test, which is long';
let checkout: Checkout;
let folder: string;
let env: Record<string, string>;

beforeAll(() => {
  checkout = installed();
  folder = mkdtempSync(join(tmpdir(), 'aloud-'));
  env = {
    ALOUD_SKILL_ID: 'amzn1.ask.skill.11111111-2222-3333-4444-555555555555',
    ALOUD_SECRET: SECRET,
    ALOUD_STORE: `sqlite:${join(folder, 'test.db')}`,
    ALOUD_PLATFORM: 'botdistrikt',
    BOTDISTRIKT_WEBCHAT_APP_ID: '4711',
    BOTDISTRIKT_DOMAIN: 'https://shop.example',
    PORT: '0',
  };
});

afterAll(() => {
  checkout.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('a field test is held by the simulated Echo in a terminal', async () => {
  const args = ['field-test', '--simulate', '--steps', 'launch,yes,silence', '--out', join(folder, 'found')];
  const terminal = aloudInTerminal(checkout, args);
  await terminal.sees('says nothing of a real Echo');
  await terminal.sees('1/3 Opening the skill');
  await terminal.sees('as AMAZON.YesIntent');
  await terminal.sees('3 held, 0 differ, 0 unclear, 0 not tried');
  expect(await terminal.ended()).toBe(0);
});

test('a field test says what it needs, and whether it is reached', async () => {
  const without = aloudInTerminal(checkout, ['field-test'], { env });
  await without.sees('ALOUD_PUBLIC_URL is not set');
  expect(await without.ended()).toBe(1);
  const nowhere = { ...env, ALOUD_PUBLIC_URL: 'https://127.0.0.1:9' };
  const unreached = aloudInTerminal(checkout, ['field-test'], { env: nowhere });
  await unreached.sees('https://127.0.0.1:9 does not reach this machine');
  expect(await unreached.ended()).toBe(1);
});

test('a capture is begun, looked at and deleted', async () => {
  const store = openStoreAt(env.ALOUD_STORE ?? '', { secret: SECRET });
  await store.ready();
  await store.close();
  const begun = aloudInTerminal(checkout, ['capture', '--minutes', '5'], { env });
  await begun.sees('Captures all calls and webhooks until');
  expect(await begun.ended()).toBe(0);
  const looked = aloudInTerminal(checkout, ['capture', '--show'], { env });
  await looked.sees('Nothing has come yet');
  expect(await looked.ended()).toBe(3);
  const ended = aloudInTerminal(checkout, ['capture', '--off'], { env });
  await ended.sees('deleted');
  expect(await ended.ended()).toBe(0);
});
