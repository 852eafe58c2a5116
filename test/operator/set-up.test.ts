/**
 * Processes of their own go by the real time.
 * @jest-environment node
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startVendor } from '../../simulator/platforms';
import type { Bot } from '../../simulator/platforms/bot-reply';
import type { Vendor } from '../../simulator/platforms/vendor';
import { aloudInTerminal, type Checkout, installed, KEYS } from '../support/pty';

const BOT: Bot = { reply: (_user, said) => [{ text: `The front desk heard ${said}. Anything else?` }] };

// Processes take seconds on a busy machine.
jest.setTimeout(180_000);

/** Runs a command where nobody reads along. */
function aloudInPipe({ root }: Checkout, args: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const script = join(root, 'scripts/aloud.mjs');
  return spawnSync(process.execPath, [script, ...args], { cwd: root, env: { PATH, HOME }, encoding: 'utf8' });
}

let checkout: Checkout;
let vendor: Vendor;
beforeAll(async () => {
  checkout = installed();
  vendor = await startVendor('botdistrikt', { bot: BOT });
});
afterAll(async () => {
  checkout.remove();
  await vendor.close();
});

test('from nothing to a business of its own: init, doctor, chat, and the bot is heard', async () => {
  const { root } = checkout;
  const { BOTDISTRIKT_BASE_URL = '', BOTDISTRIKT_DOMAIN = '' } = vendor.environment;
  const init = aloudInTerminal(checkout, ['init', '--set', `BOTDISTRIKT_BASE_URL=${BOTDISTRIKT_BASE_URL}`]);
  await init.sees('Which platform is your bot on?');
  init.presses(KEYS.enter);
  await init.sees('docs/platforms/botdistrikt.md');
  await init.sees('BOTDISTRIKT_WEBCHAT_APP_ID');
  init.types('one');
  await init.sees('It must be the number');
  init.presses('\u007f', '\u007f', '\u007f');
  init.types('1234');
  await init.sees('BOTDISTRIKT_DOMAIN');
  init.types(BOTDISTRIKT_DOMAIN);
  await init.sees('Where is it to run?');
  init.presses(KEYS.down, KEYS.enter);
  // Neither is there yet.
  await init.sees('ALOUD_PUBLIC_URL');
  init.presses(KEYS.enter);
  await init.sees('ALOUD_SKILL_ID');
  init.presses(KEYS.enter);
  await init.sees('called?');
  init.types('Hotel Adler');
  await init.sees('Which locale');
  init.presses(KEYS.enter);
  await init.sees('others as well?');
  init.presses(KEYS.enter);
  await init.sees('How is it opened?');
  init.presses(KEYS.enter);
  await init.sees('in one sentence');
  init.types('Ask Hotel Adler about rooms and parking.');
  await init.sees('ask about?');
  init.types('rooms, parking');
  await init.sees('Wrote .env');
  await init.sees('Next:');
  await init.sees('aloud doctor');
  await init.sees('Look at the set-up now');
  init.presses(KEYS.enter);
  await init.sees('Nothing has to be mended');
  expect(await init.ended()).toBe(0);
  // What is typed of a secret is not shown.
  expect(init.shown()).not.toContain(BOTDISTRIKT_DOMAIN);
  expect(statSync(join(root, '.env')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(root, 'business.yaml'), 'utf8')).toContain('name: Hotel Adler');

  const doctor = aloudInTerminal(checkout, ['doctor', '--offline']);
  await doctor.sees('Nothing has to be mended');
  expect(await doctor.ended()).toBe(0);

  const call = aloudInTerminal(checkout, ['doctor', '--call']);
  await call.sees('a visitor "aloud-doctor" of BotDistrikt');
  call.presses('y');
  await call.sees('BotDistrikt took a message, and its bot answered');
  await call.sees('The call has left a visitor');
  expect(await call.ended()).toBe(0);

  const chat = aloudInTerminal(checkout, ['chat']);
  await chat.sees('>');
  chat.types('Alexa, open hotel adler');
  await chat.sees('Hotel Adler');
  chat.types('is there parking');
  await chat.sees('The front desk heard is there parking');
  chat.presses(KEYS.interrupt);
  await chat.ended();

  const generate = aloudInTerminal(checkout, ['generate']);
  await generate.sees('dist/skill-package');
  expect(await generate.ended()).toBe(0);
  expect(existsSync(join(root, 'dist/skill-package/skill.json'))).toBe(true);
});

test('Ctrl-C in the midst of init leaves everything as it is', async () => {
  const fresh = installed();
  const init = aloudInTerminal(fresh, ['init']);
  await init.sees('Which platform is your bot on?');
  init.presses(KEYS.enter);
  await init.sees('BOTDISTRIKT_WEBCHAT_APP_ID');
  init.presses(KEYS.interrupt);
  expect(await init.ended()).toBe(1);
  expect(init.shown()).toContain('Nothing was written.');
  expect([existsSync(join(fresh.root, '.env')), existsSync(join(fresh.root, 'business.yaml'))]).toEqual([false, false]);
  fresh.remove();
});

test('a doctor in a pipe writes one JSON document, and its exit code tells that something has to be mended', async () => {
  const fresh = installed();
  writeFileSync(join(fresh.root, '.env'), 'ALOUD_PLATFROM=wotnot\n', { mode: 0o644 });
  const { stdout, stderr, status } = aloudInPipe(fresh, ['doctor', '--offline', '--json']);
  expect([status, stderr]).toEqual([1, '']);
  const { findings } = JSON.parse(stdout);
  expect(findings).toContainEqual(expect.objectContaining({ id: 'settings.name', outcome: 'bad' }));
  expect(findings).toContainEqual(expect.objectContaining({ id: 'env-file.mode', outcome: 'bad' }));
  fresh.remove();
});

test('an .env that cannot be read is told, whatever was asked for', () => {
  const fresh = installed();
  mkdirSync(join(fresh.root, '.env'));
  for (const command of ['doctor', 'webhook', 'start']) {
    const { stderr, status } = aloudInPipe(fresh, [command]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^ALOUD_CONFIG_INVALID\n\.env is a folder, where a file should be\n.*rmdir \.env/);
    expect(stderr).not.toMatch(/\n\s+at /);
  }
  fresh.remove();
});
