import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { loadFile } from '../../business/load';
import { loadConfig } from '../../lambda/app/config';
import type { CallOptions } from '../../operator/command';
import { init as DEFINITION } from '../../operator/commands/init';
import { ownPackage } from '../../operator/deploy/skill-package';
import { setUp } from '../../operator/init';
import { read } from '../../operator/main';
import { told } from '../../operator/problem';
import { GivenUp, type Prompts } from '../../operator/prompts';
import { screenOfTest } from '../support/screen';

const PROJECT = join(__dirname, '../..');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A checkout, as far as init and generate look at it. */
function checkout(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'aloud-init-'));
  folders.push(root);
  for (const folder of ['business', 'skill-package']) symlinkSync(join(PROJECT, folder), join(root, folder));
  for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), content, { mode: 0o644 });
  return root;
}

/** What somebody answers, by a part of the question; a list where it is asked again as the answer was not taken. */
type Answers = Readonly<Record<string, unknown>>;

/** Somebody at a terminal. What is asked that nobody has an answer to, fails the test. */
function person(answers: Answers, heard: string[] = []): Prompts {
  const answerTo = (message: string) => {
    heard.push(message);
    const found = Object.entries(answers).find(([part]) => message.includes(part));
    const answer = found?.[1];
    if (!found) throw new Error(`nobody expected: ${message}`);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const typed: Prompts['text'] = async ({ message, fault, fallback, initial }) => {
    const given = [answerTo(message)].flat().map(String);
    for (const one of given) {
      const answer = one || (initial ?? fallback ?? '');
      const wrong = fault?.(answer);
      if (wrong === undefined) return answer;
      heard.push(wrong);
    }
    throw new Error(`not taken: ${message}: ${heard.at(-1)}`);
  };
  return {
    intro: () => {},
    note: (text) => void heard.push(text),
    text: typed,
    secret: typed,
    choose: async (message) => answerTo(message) as never,
    chooseSome: async (message) => answerTo(message) as never,
    confirm: async (message) => answerTo(message) as boolean,
  };
}

async function init(root: string, options: CallOptions, prompts?: Prompts) {
  const { screen, out, err } = screenOfTest(prompts !== undefined);
  const call = { words: [], options, env: {}, screen, root };
  const exit = await told(screen, () => setUp(call, prompts));
  return { exit, out: out(), err: err(), screen };
}

function env(root: string): Readonly<Record<string, string | undefined>> {
  return parseEnv(readFileSync(join(root, '.env'), 'utf8'));
}

/** `aloud generate` takes what was written. */
function generates(root: string): readonly string[] {
  const { screen } = screenOfTest();
  return Object.keys(ownPackage({ root, env: {}, screen }, true));
}

const WOTNOT: Answers = {
  'Which platform': 'wotnot',
  WOTNOT_TOKEN: ['Bearer eyJ0', 'eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2lnbmF0dXJl'],
  WOTNOT_BOT_KEY: '8Kd2mPq7',
  WOTNOT_WEBHOOK_TOKEN: '',
  'Where is it to run': 'server',
  ALOUD_PUBLIC_URL: ['http://alexa.adler.test', 'https://alexa.adler.test/alexa', 'https://alexa.adler.test'],
  ALOUD_SKILL_ID: '',
  'business, or its bot, called': ['Alexa Adler', 'Hotel Adler'],
  'Which locale': 'de-DE',
  'others as well': true,
  'Which ones': ['de-DE', 'en-GB', 'en-US'],
  'How is it opened': ['Adler', 'adler 7', ''],
  'one sentence': ['x'.repeat(161), 'Fragen Sie das Hotel Adler nach Zimmern, Frühstück und Parkplätzen.'],
  'ask about': ['hilfe', 'Zimmer, Frühstück, Parkplatz'],
  'Look at the set-up': false,
};

test('from nothing, question by question: what is wrong is said at once, and the files are complete', async () => {
  const root = checkout();
  const heard: string[] = [];
  const { exit, out } = await init(root, {}, person(WOTNOT, heard));
  expect(exit).toBe(0);
  const told = heard.join('\n');
  expect(told).toContain('docs/platforms/wotnot.md');
  for (const wrong of [
    'without "Bearer"',
    'https:',
    '/alexa is put behind it',
    "Amazon's",
    'lower case',
    'digits',
    'shorten',
  ]) {
    expect(told).toContain(wrong);
  }

  expect(statSync(join(root, '.env')).mode & 0o777).toBe(0o600);
  expect(env(root)).toMatchObject({
    ALOUD_PLATFORM: 'wotnot',
    ALOUD_SECRET: expect.stringMatching(/^[0-9a-f]{64}$/),
    ALOUD_PUBLIC_URL: 'https://alexa.adler.test',
    WOTNOT_TOKEN: 'eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2lnbmF0dXJl',
    WOTNOT_WEBHOOK_TOKEN: expect.stringMatching(/^[0-9a-f]{48}$/),
    ALOUD_SKILL_ID: '',
  });
  expect(readFileSync(join(root, '.env'), 'utf8')).toMatch(/Still to be filled in.*\n(?:#.*\n)*ALOUD_SKILL_ID=\n/);
  // The server would tell it.
  expect(() => loadConfig(env(root))).toThrow(/ALOUD_SKILL_ID is missing/);

  const loaded = loadFile(root, 'business.yaml');
  expect(loaded).toMatchObject({
    business: { locales: [{ locale: 'de-DE' }, { locale: 'en-GB' }, { locale: 'en-US' }] },
  });
  expect(generates(root)).toEqual(expect.arrayContaining(['skill.json', 'interactionModels/custom/de-DE.json']));
  expect(out).toMatch(/Next:\n {2}1\. .*\n {2}2\. .*\n {2}3\. /);
  expect(out).toContain('WOTNOT_WEBHOOK_TOKEN, as it stands in .env');
  expect(out).not.toContain('eyJhbGciOiJIUzI1NiJ9');
});

test.each([
  ['botdistrikt', { BOTDISTRIKT_WEBCHAT_APP_ID: ['abc', '8841'], BOTDISTRIKT_DOMAIN: '' }],
  [
    'voximplant',
    {
      VOXIMPLANT_ACCOUNT: 'adler',
      VOXIMPLANT_REGION: ['EU', 'eu'],
      VOXIMPLANT_API_TOKEN: 't0',
      VOXIMPLANT_CHANNEL_UUID: '',
      VOXIMPLANT_SALT: 's',
    },
  ],
  [
    'klaunch',
    {
      KLAUNCH_URL: 'https://api.klaunch.io/x',
      KLAUNCH_CHANNEL_ID: 'Q2x',
      KLAUNCH_TOKEN: 'a"b\'c #d',
      KLAUNCH_HASHTAG: '#hotel',
    },
  ],
  ['chataibot', { CHATAIBOT_TOKEN: 'a.b.c', CHATAIBOT_BOT_KEY: 'k', CHATAIBOT_WEBHOOK_TOKEN: 'mine' }],
] as const)(
  '%s on AWS: each credential is asked for, and read again as it was typed',
  async (platform, credentials) => {
    const root = checkout();
    const answers = { ...WOTNOT, ...credentials, 'Which platform': platform, 'Where is it to run': 'aws' };
    const { exit, out } = await init(root, {}, person(answers));
    expect(exit).toBe(0);
    for (const [name, typed] of Object.entries(credentials)) {
      const last = [typed].flat().at(-1);
      if (last !== '') expect(env(root)[name]).toBe(last);
    }
    expect(env(root).ALOUD_SKILL_ID).toBeUndefined();
    if (platform === 'botdistrikt')
      expect(out).toMatch(/1\. Enter BOTDISTRIKT_DOMAIN at BotDistrikt, as it stands in \.env/);
  },
);

test('without a platform only the business is written, so that the simulated bot answers', async () => {
  const root = checkout();
  const { exit, out } = await init(root, {}, person({ ...WOTNOT, 'Which platform': 'none' }));
  expect(exit).toBe(0);
  expect(existsSync(join(root, '.env'))).toBe(false);
  expect(out).toContain('1. npx aloud chat');
});

test('whoever gives up at any question has written nothing', async () => {
  for (const question of Object.keys(WOTNOT).filter((part) => part !== 'Look at the set-up')) {
    const root = checkout();
    const { exit, err } = await init(root, {}, person({ ...WOTNOT, [question]: new GivenUp() }));
    expect([exit, err]).toEqual([1, 'Nothing was written.\n']);
    expect(readdirSync(root).sort()).toEqual(['business', 'skill-package']);
  }
});

const FLAGS: CallOptions = {
  platform: 'klaunch',
  set: ['KLAUNCH_HASHTAG=#adler', 'KLAUNCH_TOKEN=a"b c'],
  name: 'Hotel Adler',
  locale: ['en-GB', 'en-US'],
  topic: ['opening hours', 'parking'],
  where: 'server',
  publicUrl: 'https://alexa.adler.test',
};

test('without a terminal nothing is asked: what has no answer is left open, and named', async () => {
  const root = checkout();
  const { exit, out } = await init(root, FLAGS);
  expect(exit).toBe(0);
  expect(env(root)).toMatchObject({
    KLAUNCH_HASHTAG: '#adler',
    KLAUNCH_TOKEN: 'a"b c',
    KLAUNCH_URL: '',
    ALOUD_SKILL_ID: '',
  });
  expect(out).toMatch(/1\. Fill in \.env: KLAUNCH_URL, KLAUNCH_CHANNEL_ID\. docs\/platforms\/klaunch\.md/);
  expect(generates(root)).toContain('interactionModels/custom/en-GB.json');
});

test('the examples of its help are typed as they stand there', async () => {
  for (const [line] of DEFINITION.examples.slice(1)) {
    const { screen } = screenOfTest();
    const typed = read(
      (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', '')),
      screen,
    );
    const root = checkout();
    expect((await init(root, 'options' in typed ? typed.options : {})).exit).toBe(0);
    expect(existsSync(join(root, '.env')) && generates(root).length > 0).toBe(true);
  }
});

const OLD = `# mine
ALOUD_PLATFORM=botdistrikt
ALOUD_SECRET=the-secret-of-all-our-users-since-2024
BOTDISTRIKT_DOMAIN="https://x #1"
LOG_LEVEL=warn
OTHER=thing
`;

test('files that are there are kept, and nothing is written beside them', async () => {
  const root = checkout({ '.env': OLD, 'business.yaml': 'mine' });
  const { exit, err } = await init(root, FLAGS);
  expect([exit, err]).toEqual([1, expect.stringMatching(/\.env.*--force.*\n.*business\.yaml.*--force/)]);
  expect(readFileSync(join(root, '.env'), 'utf8')).toBe(OLD);
  expect(readFileSync(join(root, 'business.yaml'), 'utf8')).toBe('mine');
});

test('--force changes them; an .env keeps its secret, and what else it sets', async () => {
  const root = checkout({ '.env': OLD, 'business.yaml': 'mine' });
  expect((await init(root, { ...FLAGS, force: true })).exit).toBe(0);
  expect(env(root)).toMatchObject({
    ALOUD_PLATFORM: 'klaunch',
    ALOUD_SECRET: 'the-secret-of-all-our-users-since-2024',
    BOTDISTRIKT_DOMAIN: 'https://x #1',
    LOG_LEVEL: 'warn',
    OTHER: 'thing',
  });
  expect(statSync(join(root, '.env')).mode & 0o777).toBe(0o600);
  expect('problems' in loadFile(root, 'business.yaml')).toBe(false);
});

test('a secret that is there is kept although another is given', async () => {
  const root = checkout({ '.env': OLD });
  await init(root, { ...FLAGS, force: true, set: ['ALOUD_SECRET=another-one-of-at-least-32-characters'] });
  expect(env(root).ALOUD_SECRET).toBe('the-secret-of-all-our-users-since-2024');
});

test('at a terminal, a no keeps a file, a yes changes it with what stands there as answers', async () => {
  const root = checkout({ '.env': OLD, 'business.yaml': 'mine' });
  const answers = { 'There is a .env': true, 'There is a business.yaml': false, 'Which platform': 'botdistrikt' };
  const { exit } = await init(
    root,
    { where: 'aws' },
    person({ ...answers, BOTDISTRIKT_WEBCHAT_APP_ID: '8841', BOTDISTRIKT_DOMAIN: '', 'Look at': false }),
  );
  expect(exit).toBe(0);
  expect(env(root)).toMatchObject({
    BOTDISTRIKT_WEBCHAT_APP_ID: '8841',
    BOTDISTRIKT_DOMAIN: 'https://x #1',
    LOG_LEVEL: 'warn',
  });
  expect(readFileSync(join(root, 'business.yaml'), 'utf8')).toBe('mine');
});

test.each([
  [{ set: ['WOTNOT_TOKN=x'] }, /WOTNOT_TOKN.*WOTNOT_TOKEN/],
  [{ set: ['WOTNOT_TOKEN'] }, /WOTNOT_TOKEN=…/],
  [{ set: ['PORT=many'] }, /PORT must be a whole number/],
  [{ locale: ['de_DE'] }, /de_DE.*de-DE/],
  [{ locale: ['pl-PL'] }, /pl-PL/],
  [{ publicUrl: 'http://x.test' }, /ALOUD_PUBLIC_URL.*https/],
  [{ publicUrl: 'https://localhost' }, /ALOUD_PUBLIC_URL.*localhost/],
])('%j is refused, with an exit code of its own', async (options, said) => {
  const root = checkout();
  const { exit, err } = await init(root, { platform: 'wotnot', ...options });
  expect([exit, err]).toEqual([2, expect.stringMatching(said)]);
  expect(existsSync(join(root, '.env'))).toBe(false);
});

test.each([
  [{ name: 'Studio 54' }, /--invocation/],
  [{ name: 'Hotel Adler', invocation: 'ask adler' }, /--invocation.*ask/],
  [{ name: 'Hotel Adler', topic: ['stop'] }, /stop/],
  [{ name: 'x'.repeat(51) }, /name/],
])('%j makes no business file, and nothing is written', async (options, said) => {
  const root = checkout();
  const { exit, err } = await init(root, { platform: 'wotnot', ...options });
  expect([exit, err]).toEqual([1, expect.stringMatching(said)]);
  expect(readdirSync(root).sort()).toEqual(['business', 'skill-package']);
});

test('a folder that cannot be written to is told, and nothing is left behind', async () => {
  const root = checkout();
  mkdirSync(join(root, 'business.yaml'));
  const { exit, err } = await init(root, { ...FLAGS, force: true });
  expect([exit, err]).toEqual([1, expect.stringMatching(/cannot be written/)]);
  expect(readdirSync(root).filter((name) => name.includes('.new'))).toEqual([]);
});

describe("a bot of one's own", () => {
  const PLAIN = './examples/plain/bot.yaml';

  test('is asked for by its file, with the settings that the file names', async () => {
    const root = checkout();
    const heard: string[] = [];
    const { exit, out } = await init(
      root,
      {
        name: 'Hotel Adler',
        locale: ['en-US'],
        summary: 'It answers.',
        topic: ['parking'],
        invocation: 'hotel adler',
        doctor: false,
      },
      person(
        {
          'Which platform': 'own',
          'Which file': ['./no-such-bot.yaml', PLAIN],
          PLAIN_BOT_URL: 'https://bot.example',
          PLAIN_BOT_TOKEN: '',
          'Where is it to run': 'aws',
        },
        heard,
      ),
    );
    expect(exit).toBe(0);
    expect(heard).toContain('ALOUD_PLATFORM ./no-such-bot.yaml: there is no such file');
    expect(env(root)).toMatchObject({
      ALOUD_PLATFORM: PLAIN,
      PLAIN_BOT_URL: 'https://bot.example',
      PLAIN_BOT_TOKEN: '',
    });
    expect(out).toContain('Fill in .env: PLAIN_BOT_TOKEN. docs/own-bot.md');
    expect(out).toContain(`npx aloud contract ${PLAIN}`);
  });

  test('is set by the command line, whose faults are told before anything is written', async () => {
    const root = checkout();
    const wrong = await init(root, { platform: './no-such-bot.yaml', name: 'Hotel Adler' });
    expect(wrong.exit).not.toBe(0);
    expect(wrong.err).toContain('ALOUD_PLATFORM ./no-such-bot.yaml: there is no such file');
    const unknown = await init(root, { platform: 'wotnut', name: 'Hotel Adler' });
    expect(unknown.err).toContain('There is no platform wotnut: did you mean wotnot?');
    expect(existsSync(join(root, '.env'))).toBe(false);
    await init(root, {
      platform: PLAIN,
      set: ['PLAIN_BOT_URL=https://bot.example', 'PLAIN_BOT_TOKEN=t'],
      name: 'Hotel Adler',
    });
    expect(loadConfig({ ...env(root), ALOUD_SKILL_ID: 'amzn1.ask.skill.x' }).skills[0].platform).toMatchObject({
      name: 'bot',
    });
  });
});
