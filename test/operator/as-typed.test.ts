/**
 * Processes of their own go by the real time.
 * @jest-environment node
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aloudInTerminal, type Checkout, copyCheckout, installed, KEYS } from '../support/pty';

// Processes take seconds on a busy machine.
jest.setTimeout(180_000);

const SETTINGS = `ALOUD_PLATFORM=botdistrikt
ALOUD_SKILL_ID=amzn1.ask.skill.4d0d4b6a-3f5e-4a57-9f7e-0b8f3a1c2d3e
ALOUD_SECRET=0123456789abcdef0123456789abcdefXYZ
ALOUD_PUBLIC_URL=https://alexa.example.com
BOTDISTRIKT_WEBCHAT_APP_ID=1234
BOTDISTRIKT_DOMAIN=unguessable.example
PORT=0
`;

let checkout: Checkout;
beforeAll(() => {
  checkout = installed();
});
afterAll(() => checkout.remove());

/** A checkout in which a skill is set up. */
function setUp(): void {
  writeFileSync(join(checkout.root, '.env'), SETTINGS, { mode: 0o600 });
}

/** What a command shows, and how it ends. */
const typed = (...args: string[]) => typedIn(checkout, ...args);

async function typedIn(where: Checkout, ...args: string[]): Promise<{ readonly exit: number; readonly shown: string }> {
  const terminal = aloudInTerminal(where, args);
  const exit = await terminal.ended();
  return { exit, shown: terminal.shown() };
}

test('help tells what there is, and what a wrong word may have meant', async () => {
  const help = { exit: 0, shown: expect.stringContaining('certify') };
  expect(await typed('help')).toMatchObject(help);
  const sources = copyCheckout();
  expect(await typedIn(sources, 'help')).toMatchObject(help);
  sources.remove();
  expect(await typed('repport')).toMatchObject({ exit: 2, shown: expect.stringContaining('Did you mean report?') });
});

test('in a terminal certify says what it is at, and that there is nothing wrong', async () => {
  const terminal = aloudInTerminal(checkout, ['certify'], {
    env: { ALOUD_BUSINESS: join(__dirname, '../business/businesses/bank.yaml') },
    patienceMs: 180_000,
  });
  await terminal.sees('Talking with the skill in de-DE');
  await terminal.sees('Nothing was found that Amazon would reject');
  await terminal.sees('What only you can answer');
  await terminal.sees(/0 errors, 0 warnings, \d+ questions/);
  expect(await terminal.ended()).toBe(0);
  expect(existsSync(join(checkout.root, 'data'))).toBe(false);
});

test('a conversation is recorded in the terminal, and held again; one that went otherwise is told, and written anew', async () => {
  const chat = aloudInTerminal(checkout, ['chat', '--record', 'conversations/hours.yaml']);
  await chat.sees('Begin with');
  chat.types('Alexa, open bluebell dental');
  await chat.sees('listening)');
  chat.types('what are your opening hours');
  await chat.sees('listening)');
  chat.types('/agent Your crown is ready');
  await chat.sees('200)');
  chat.types('stop');
  await chat.sees('the session is over)');
  chat.types('/quit');
  await chat.sees('The conversation is in conversations/hours.yaml');
  expect(await chat.ended()).toBe(0);

  expect(await typed('converse')).toMatchObject({ exit: 0, shown: expect.stringContaining('1 of 1 went as written') });

  const path = join(checkout.root, 'conversations/hours.yaml');
  const recorded = readFileSync(path, 'utf8');
  writeFileSync(path, recorded.replace(/Tuesday/, 'Doomsday'));
  const otherwise = await typed('converse', 'conversations/hours.yaml', '--junit', 'report.xml');
  expect(otherwise.exit).toBe(1);
  expect(otherwise.shown).toMatch(/conversations\/hours\.yaml:\d+: hear\s+expected: .*Doomsday/s);
  expect(readFileSync(join(checkout.root, 'report.xml'), 'utf8')).toContain('failures="1"');
  expect(await typed('converse', '--update')).toMatchObject({ exit: 0 });
  expect(readFileSync(path, 'utf8')).toContain('Tuesday');
});

test('another Echo begins another recorded conversation, in its language', async () => {
  const chat = aloudInTerminal(checkout, ['chat', '--record', 'recorded/de.yaml']);
  await chat.sees('Begin with');
  chat.types('Alexa, open bluebell dental');
  await chat.sees('listening)');
  chat.types('/locale de-DE');
  await chat.sees('a new Echo, de-DE');
  chat.types('Alexa, öffne chat begleiter');
  await chat.sees('listening)');
  chat.types('/quit');
  expect(await chat.ended()).toBe(0);
  expect(readFileSync(join(checkout.root, 'recorded/de.yaml'), 'utf8')).toMatch(
    /^title: .*\nlocale: de-DE\nsteps:\n {2}- open: true\n {4}hear: .*\bSie\b/,
  );
});

test('a business without conversations is told how to have one', async () => {
  const path = join(checkout.root, 'business.yaml');
  rmSync(join(checkout.root, 'conversations'), { recursive: true, force: true });
  const businesses = join(__dirname, '../business/businesses');
  cpSync(join(businesses, 'clinic.yaml'), path);
  cpSync(join(businesses, 'icons'), join(checkout.root, 'icons'), { recursive: true });
  const missing = await typed('converse');
  rmSync(path);
  expect(missing).toMatchObject({ exit: 1, shown: expect.stringContaining('npx aloud chat --record conversations/') });
});

test('webhook prints the address; erase, notifications and table say what they find', async () => {
  setUp();
  expect(await typed('webhook')).toMatchObject({
    exit: 0,
    shown: expect.stringMatching(/^https:\/\/alexa\.example\.com\/webhooks\/botdistrikt\/[0-9a-f]{32}\s*$/),
  });
  const missing = await typed('notifications');
  expect(missing).toMatchObject({ exit: 1, shown: expect.stringMatching(/^ALOUD_STORE_UNAVAILABLE\n/) });
  expect(missing.shown).not.toMatch(/\n\s+at /);

  const start = aloudInTerminal(checkout, ['start']);
  await start.sees('https://alexa.example.com/alexa');
  start.presses(KEYS.interrupt);
  expect(await start.ended()).toBe(0);

  expect(await typed('notifications')).toMatchObject({ exit: 0, shown: expect.stringContaining('Waiting: 0') });
  const { shown } = await typed('notifications', '--json');
  expect(JSON.parse(shown)).toEqual({ pending: 0, deadLetters: [] });
  expect(await typed('erase', 'f'.repeat(32))).toMatchObject({ exit: 3 });
  const erased = await typed('erase', 'f'.repeat(32), '--json');
  expect([erased.exit, JSON.parse(erased.shown)]).toMatchObject([3, { erased: false }]);
  const { webhooks } = JSON.parse((await typed('webhook', '--json')).shown);
  expect(webhooks).toMatchObject([{ platform: 'botdistrikt', url: expect.stringMatching(/^https:/) }]);
  expect(await typed('erase', 'anne')).toMatchObject({ exit: 2, shown: expect.stringContaining('<user>') });
  expect(await typed('table')).toMatchObject({ exit: 1, shown: expect.stringContaining('dynamodb:<table>') });
});

test('deploy says what is missing, and deploys nothing', async () => {
  setUp();
  mkdirSync(join(checkout.root, 'home'), { recursive: true });
  const deploy = aloudInTerminal(checkout, ['deploy'], { env: { HOME: join(checkout.root, 'home') } });
  expect(await deploy.ended()).toBe(1);
  expect(deploy.shown()).toContain('npx aloud ask configure');
});
