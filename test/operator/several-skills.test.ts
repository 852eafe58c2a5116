import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { loadConfig } from '../../lambda/app/config';
import { readSkillFolders } from '../../lambda/config/skill-folders';
import { openStoreAt } from '../../lambda/store/open';
import { webhookPath } from '../../lambda/webhooks/webhooks';
import { run as capture } from '../../operator/capture';
import type { CallOptions, Run } from '../../operator/command';
import { diagnose } from '../../operator/doctor';
import { run as erase } from '../../operator/erase';
import { run as generate } from '../../operator/generate';
import { setUp } from '../../operator/init';
import { run as notifications } from '../../operator/notifications';
import { run as report } from '../../operator/report';
import { run as webhook } from '../../operator/webhook';
import { screenOfTest } from '../support/screen';
import { BUSINESS, makeFolder, removeFolders, serverWith, type Typed } from './setups';

afterAll(removeFolders);

const ADDRESS = 'https://alexa.agency.test';
const SECRETS = {
  process: '8f0e3b6a19c7d25e40fb1a6c3d7e9a20f5b8c4d1e6a7093b2c5d8e1f4a6b7c90',
  dentist: '1c9d2e7b4a5f60831e2d7c6b9a0f4e5d3b8a7c1f6e0d9b2a5c4f7e8d1b6a3c02',
  hotel: 'c41f09b7e2d85a3690fb1c7d4e28a6530d9b7f12e84c5a6fb3907d1e2c86f4a5',
} as const;
const ids = {
  dentist: 'amzn1.ask.skill.2b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
  hotel: 'amzn1.ask.skill.3b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
} as const;

function fileOf(settings: Typed): string {
  return Object.entries(settings)
    .map(([name, value]) => (value === undefined ? '' : `${name}=${value}\n`))
    .join('');
}

function skillOf(name: 'dentist' | 'hotel', change: Typed = {}): string {
  const platform = name === 'hotel' ? 'wotnot' : 'botdistrikt';
  const { ALOUD_PUBLIC_URL: _, ALOUD_HOST: __, ...own } = serverWith(platform);
  return fileOf({ ...own, ALOUD_SKILL_ID: ids[name], ALOUD_SECRET: SECRETS[name], ...change });
}

/** A project with two skills, with nothing wrong but what is changed. */
function project({
  process = {},
  hotel = {},
  files = {},
}: {
  process?: Typed;
  hotel?: Typed;
  files?: Record<string, string>;
} = {}) {
  const file = { ALOUD_SECRET: SECRETS.process, ALOUD_PUBLIC_URL: ADDRESS, ALOUD_HOST: '127.0.0.1', ...process };
  const icons = BUSINESS.replace('small.png', '../../small.png').replace('large.png', '../../large.png');
  const root = makeFolder({
    file,
    files: {
      'skills/dentist/.env': skillOf('dentist'),
      'skills/dentist/business.yaml': icons
        .replaceAll('Hotel Adler', 'Bluebell Dental')
        .replaceAll('hotel adler', 'bluebell dental'),
      'skills/hotel/.env': skillOf('hotel', hotel),
      'skills/hotel/business.yaml': icons,
      ...files,
    },
  });
  rmSync(join(root, 'business.yaml'));
  return { root, env: parseEnv(fileOf(file)) };
}

async function typed(run: Run, { root, env }: ReturnType<typeof project>, options: CallOptions, words: string[] = []) {
  const { screen, out, err } = screenOfTest();
  const exit = await run({ words, options, env, screen, root });
  return { exit, out: out(), err: err() };
}

test('nothing is wrong where nothing is, and each finding says which skill it is of', async () => {
  const { root, env } = project();
  const { screen, out } = screenOfTest();
  const exit = await diagnose(
    { words: [], options: { json: true, offline: true }, env, screen, root },
    { nodeVersion: '24.4.0' },
  );
  const { findings } = JSON.parse(out()) as { findings: readonly { skill?: string; outcome: string; what: string }[] };
  expect(findings.filter(({ outcome }) => outcome === 'bad' || outcome === 'warning')).toEqual([]);
  const of = (name: string | undefined) => findings.filter(({ skill }) => skill === name).map(({ what }) => what);
  expect(of(undefined)).toEqual(expect.arrayContaining(['.env can be read, by you alone']));
  expect(of('hotel')).toEqual(
    expect.arrayContaining([
      'hotel: skills/hotel/.env can be read, by you alone',
      'hotel: skills/hotel/business.yaml is in order: en-US',
    ]),
  );
  expect(of('dentist').length).toBe(of('hotel').length);
  expect(exit).toBe(0);
});

test('the doctor tells what is wrong in each file, once, and what to do there', async () => {
  const { root, env } = project({
    process: { ALOUD_SKILL_ID: ids.hotel, ALOUD_MERTICS_TOKEN: 'x' },
    hotel: { PORT: '3001', WOTNOT_BOT_KEY: undefined, ALOUD_SECRET: SECRETS.dentist, WOTNOT_BOTKEY: 'k' },
    files: { 'skills/bakery/.env': '' },
  });
  const { screen, out } = screenOfTest();
  const call = { words: [], options: { offline: true, json: true }, env, screen, root };
  expect(await diagnose(call, { nodeVersion: '24.4.0' })).toBe(1);
  const { findings } = JSON.parse(out()) as { findings: readonly Record<string, string>[] };
  const bad = findings.filter(({ outcome }) => outcome === 'bad' || outcome === 'warning');
  expect(bad.map(({ id, what }) => `${id} ${what}`).toSorted()).toEqual(
    [
      'env-file.missing bakery: there is no skills/bakery/.env',
      "settings.missing hotel: WOTNOT_BOT_KEY is missing: The bot's key, found on the trigger block of its flow.",
      'settings.name ALOUD_MERTICS_TOKEN (line 5 of .env) is no setting, so nobody reads it',
      'settings.name hotel: WOTNOT_BOTKEY (line 7 of skills/hotel/.env) is no setting, so nobody reads it',
      "settings.several hotel: PORT is of the whole process: set it in the project's root, not for a skill",
      'settings.several the skills dentist and hotel have the same ALOUD_SECRET',
      'settings.unread ALOUD_SKILL_ID is of one skill, and none of several takes it from here',
    ].toSorted(),
  );
});

test('a command about one skill says which names there are, and takes one', async () => {
  const here = project();
  for (const run of [webhook, erase, notifications, report, capture, generate]) {
    const { exit, out, err } = await typed(run, here, {}, ['f'.repeat(32)]);
    expect([exit, out, err]).toEqual([
      2,
      '',
      'There are several skills: say which with  --skill <name>,  one of dentist, hotel\n',
    ]);
  }
  expect(await typed(webhook, here, { skill: 'bakery' })).toMatchObject({
    exit: 2,
    err: 'There is no skill bakery: --skill takes one of dentist, hotel\n',
  });
  expect(await typed(webhook, here, { skill: 'hotel' })).toMatchObject({
    exit: 0,
    out: `${ADDRESS}${webhookPath(SECRETS.hotel, 'wotnot')}\n`,
  });
});

test('each skill has a report of its own, under the name of its own business', async () => {
  const here = project();
  const location = `sqlite:${join(here.root, 'agency.db')}`;
  const env = { ...here.env, ALOUD_STORE: location };
  const store = openStoreAt(location, { secret: SECRETS.process });
  const month = new Date().toISOString().slice(0, 7);
  await store.count({ month, skill: 'hotel' }, { turns: 7 });
  await store.count({ month, skill: 'dentist' }, { turns: 3 });
  await store.close();
  for (const [skill, name, turns] of [
    ['hotel', 'Hotel Adler', 7],
    ['dentist', 'Bluebell Dental', 3],
  ] as const) {
    const { out } = await typed(report, { ...here, env }, { skill, json: true });
    expect(JSON.parse(out).skills).toMatchObject([{ skill, name, figures: { turns: { count: turns } } }]);
  }
});

test('a capture is of one skill, and is not ended for that of another', async () => {
  const here = project();
  const env = { ...here.env, ALOUD_STORE: `sqlite:${join(here.root, 'agency.db')}` };
  await openStoreAt(env.ALOUD_STORE, { secret: SECRETS.process }).close();
  const typedWith = (options: CallOptions) => typed(capture, { ...here, env }, options);
  expect(await typedWith({ skill: 'hotel' })).toMatchObject({
    exit: 0,
    out: expect.stringContaining('of hotel until'),
  });
  expect(await typedWith({ skill: 'dentist' })).toMatchObject({
    exit: 1,
    err: 'A capture of the skill hotel is kept: end it first, with  aloud capture --off --skill hotel\n',
  });
  expect(await typedWith({ skill: 'hotel', off: true })).toMatchObject({ exit: 0 });
});

describe('init --skill', () => {
  const NEW: CallOptions = {
    skill: 'bakery',
    platform: 'klaunch',
    name: 'Crumb Bakery',
    set: ['KLAUNCH_TOKEN=abc'],
  };

  async function init({ root, env }: ReturnType<typeof project>, options: CallOptions) {
    const { screen, out, err } = screenOfTest();
    return { exit: await setUp({ words: [], options, env, screen, root }, undefined), out: out(), err: err() };
  }

  const contentOf = (root: string, paths: readonly string[]) =>
    paths.map((path) => readFileSync(join(root, path), 'utf8'));

  test('adds a skill, and touches nothing of the others', async () => {
    const here = project();
    const others = [
      '.env',
      ...['dentist', 'hotel'].flatMap((name) => [`skills/${name}/.env`, `skills/${name}/business.yaml`]),
    ];
    const before = contentOf(here.root, others);
    const { exit, out } = await init(here, NEW);
    expect([exit, contentOf(here.root, others)]).toEqual([0, before]);
    expect(out).toContain('Wrote skills/bakery/.env');
    const own = parseEnv(readFileSync(join(here.root, 'skills/bakery/.env'), 'utf8'));
    expect(own).toMatchObject({ ALOUD_PLATFORM: 'klaunch', KLAUNCH_TOKEN: 'abc', ALOUD_SECRET: expect.any(String) });
    expect(own).not.toHaveProperty('ALOUD_PUBLIC_URL');
    expect(Object.values(SECRETS)).not.toContain(own.ALOUD_SECRET);
    // What is left open is all that is wrong, and of the new skill alone.
    expect(() => loadConfig(here.env, readSkillFolders(here.root))).toThrow(
      /^(?:skills\/bakery\/\.env: \w+ is missing: .*\n?)+$/,
    );
    await expect(init(here, { skill: 'spa' })).rejects.toThrow('--platform');
  });

  test('the first of several gets the process a file of its own, with the secret of the store', async () => {
    const root = makeFolder({});
    expect(await init({ root, env: {} }, { ...NEW, publicUrl: ADDRESS })).toMatchObject({ exit: 0 });
    const shared = parseEnv(readFileSync(join(root, '.env'), 'utf8'));
    expect(Object.keys(shared).toSorted()).toEqual(['ALOUD_PUBLIC_URL', 'ALOUD_SECRET']);
    expect(parseEnv(readFileSync(join(root, 'skills/bakery/.env'), 'utf8')).ALOUD_SECRET).not.toBe(shared.ALOUD_SECRET);
  });

  test.each([
    [{}, 'say which with  --skill <name>,  a new name or one of dentist, hotel'],
    [{ ...NEW, skill: 'Crust & Crumb' }, 'a name has letters, digits and - in it, at most 40'],
    [
      { ...NEW, set: ['PORT=3001'] },
      'PORT is of the whole process: change it in the .env of the project’s root'.replace('’', "'"),
    ],
  ])('%j is refused', async (options, said) => {
    const here = project();
    expect(await init(here, options)).toMatchObject({ exit: 2, err: expect.stringContaining(said) });
    expect(readdirSync(join(here.root, 'skills'))).toEqual(['dentist', 'hotel']);
  });

  test('where .env is a skill itself, that one is not switched off by the way', async () => {
    const file = serverWith('wotnot');
    const root = makeFolder({ file });
    const here = { root, env: parseEnv(fileOf(file)) };
    expect(await init(here, NEW)).toMatchObject({ exit: 2, err: expect.stringContaining('docs/several-skills.md') });
    expect(readdirSync(root)).not.toContain('skills');
  });
});
