import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { LANGUAGES } from '../lambda/languages';
import { envelope, SKILL_ID } from './support/signed-request';

const ROOT = join(__dirname, '..');
const run = promisify(execFile);

/** A checkout of its own, so that what is built here is in nobody's way. */
const checkout = mkdtempSync(join(tmpdir(), 'aloud-build-'));
for (const name of [
  'lambda',
  'business',
  'operator',
  'simulator',
  'skill-package',
  'node_modules',
  'package.json',
  'tsconfig.json',
]) {
  symlinkSync(join(ROOT, name), join(checkout, name));
}
mkdirSync(join(checkout, 'scripts'));
for (const name of [
  ...[
    'build.mjs',
    'build-aws.mjs',
    'build-cache.mjs',
    'build-cache-warm.ts',
    'build-licences.mjs',
    'build-lighter.mjs',
    'build-patterns.mjs',
    'fresh.mjs',
    'place.mjs',
  ],
  ...['business.ts', 'own-bots.ts'],
]) {
  // With its time, as what was bundled is as fresh here as there.
  cpSync(join(ROOT, 'scripts', name), join(checkout, 'scripts', name), { preserveTimestamps: true });
}
mkdirSync(join(checkout, 'dist'));
// What `npm run build` made there: of the artifact the code, and neither what is of its owner nor a cache.
for (const name of ['release.js', 'release.js.inputs.json', 'lambda']) {
  cpSync(join(ROOT, 'dist', name), join(checkout, 'dist', name), {
    recursive: true,
    filter: (path) => !/(?:\.cache|business\.json|own-bots\.js)$/.test(path),
  });
}
// A runtime of which nobody has a Node, and no way to npm: nothing is fetched.
const userConfig = { runtime: 'nodejs99.x' };
const resources = { profiles: { default: { skillInfrastructure: { userConfig } } } };
writeFileSync(join(checkout, 'ask-resources.json'), JSON.stringify(resources));
afterAll(() => rmSync(checkout, { recursive: true }));

/** What of `npm run build` is of the owner. */
function build(environment: Readonly<Record<string, string>> = {}) {
  return run(process.execPath, [join(checkout, 'scripts/build.mjs'), 'business'], {
    env: { PATH: process.env.PATH, ...environment },
  });
}

/** A part of `npm run build` that a script of it exports, called with what is given. */
function part(script: string, name: string, args: string, environment: Readonly<Record<string, string>> = {}) {
  const path = JSON.stringify(join(checkout, 'scripts', script));
  const call = `import(${path}).then(async (all) => { console.log(await all.${name}(${args})); await all.stop?.(); })`;
  return run(process.execPath, ['-e', call], { cwd: checkout, env: { PATH: process.env.PATH, ...environment } });
}

/** Processes of their own bundle and pack for seconds, and a busy machine for much longer. */
const BUSY_MS = 120_000;

const built = join(checkout, 'dist/lambda');
const business = (name: string) =>
  `locales:\n  en-US:\n    name: ${name}\n    invocationName: harbor clinic\n    summary: Ask the clinic.\n`;

test(
  'the business file that only .env names is the one that is built',
  async () => {
    writeFileSync(join(checkout, 'ours.yaml'), business('Harbor Clinic'));
    writeFileSync(join(checkout, '.env'), 'ALOUD_BUSINESS=ours.yaml\n');
    await build();
    expect(readFileSync(join(built, 'business.json'), 'utf8')).toContain('Harbor Clinic');

    // The environment goes before the file.
    await expect(build({ ALOUD_BUSINESS: 'theirs.yaml' })).rejects.toMatchObject({
      stderr: expect.stringContaining('theirs.yaml: there is no such file: mend ALOUD_BUSINESS'),
    });

    // Each of several skills is built with its own words.
    for (const [name, words] of [
      ['dentist', 'Bluebell Dental'],
      ['hotel', 'Hotel Adler'],
    ] as const) {
      mkdirSync(join(checkout, 'skills', name), { recursive: true });
      writeFileSync(join(checkout, 'skills', name, '.env'), '');
      writeFileSync(join(checkout, 'skills', name, 'business.yaml'), business(words));
    }
    await build();
    rmSync(join(checkout, 'skills'), { recursive: true });
    expect(existsSync(join(built, 'business.json'))).toBe(false);
    expect(readFileSync(join(built, 'skills/hotel/business.json'), 'utf8')).toContain('Hotel Adler');
    expect(readFileSync(join(built, 'skills/dentist/business.json'), 'utf8')).toContain('Bluebell Dental');
  },
  BUSY_MS,
);

test(
  'without a business file nothing stands beside the code',
  async () => {
    writeFileSync(join(built, 'business.json'), '{}');
    writeFileSync(join(checkout, '.env'), '');
    await build();
    expect(existsSync(join(built, 'business.json'))).toBe(false);
    expect(existsSync(join(built, 'index.js'))).toBe(true);
  },
  BUSY_MS,
);

test(
  'nor a code cache, where the Node of the runtime cannot be had: it is told, and nothing is the worse for it',
  async () => {
    writeFileSync(join(built, 'index.x64.cache'), 'of another build');
    const folders = [built, checkout].map((path) => JSON.stringify(path)).join();
    const { stdout } = await part('build-cache.mjs', 'buildCaches', folders, { npm_config_offline: 'true' });
    expect(stdout).toMatch(/No code cache for x64 \(see docs\/cold-starts\.md\): \S/);
    expect(readdirSync(built).filter((name) => name.endsWith('.cache'))).toEqual([]);
  },
  BUSY_MS,
);

/** What an Echo hears of the artifact to a launch, in a process of its own, as a function of Lambda is one. */
async function launched(environment: Readonly<Record<string, string>>): Promise<string> {
  const [event, context] = [JSON.stringify(envelope()), '{ getRemainingTimeInMillis: () => 8000 }'];
  const script = `require('./index.js').handler(JSON.parse(${event}), ${context}).then(
    (answer) => fs.writeFileSync('heard.txt', answer.response.outputSpeech.ssml), (error) => fs.writeFileSync('heard.txt', error.message))`;
  const env = { PATH: process.env.PATH, ...LAMBDA, ...environment };
  await run(process.execPath, ['-e', script], { cwd: built, env });
  return readFileSync(join(built, 'heard.txt'), 'utf8');
}

/** What `npm run build` does besides for a bot of one's own. */
const buildBots = (environment: Readonly<Record<string, string>>) => part('build.mjs', 'buildOwnBots', '', environment);

const LAMBDA = {
  ...{ ALOUD_SKILL_ID: SKILL_ID, ALOUD_SECRET: 'the-secret-of-the-build-tests-123456' },
  ...{ ALOUD_STORE: 'sqlite::memory:', ALOUD_NOTIFIER: 'elsewhere' },
};

test(
  "a bot of one's own goes to AWS beside the code, and is gone when it is chosen no more",
  async () => {
    const bot = createServer((_request, response) => response.end('{ "say": "Hello from the bakery." }'));
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
    const { port } = bot.address() as AddressInfo;
    writeFileSync(
      join(checkout, 'bakery.yaml'),
      `title: Bakery\nrequest: { url: "\${BAKERY_URL}/", body: { "t": "{{text}}", "u": "{{userId}}" } }\nreply: { text: say }\nopening: hello\n`,
    );
    writeFileSync(
      join(checkout, 'oven.ts'),
      `import { definePlatform, type Platform } from 'aloud';
      export default definePlatform('Oven', {}, ({ name }): Platform => ({
        name, inline: true, open: async () => ({}), receive: () => ({ refused: 'malformed' }), close: async () => {},
        send: async (thread) => ({ thread, pending: false, messages: [{ id: '1', from: { kind: 'bot' }, text: 'The oven is hot.', choices: [], media: [], cards: [], sentAt: Date.now() }] }),
      }));`,
    );
    const bakery = { ALOUD_PLATFORM: './bakery.yaml', BAKERY_URL: `http://127.0.0.1:${port}` };
    await buildBots(bakery);
    const heard = await launched(bakery);
    bot.closeAllConnections();
    await new Promise((resolve) => bot.close(resolve));
    expect(heard).toContain('Hello from the bakery.');
    // One that was not there when it was built.
    expect(await launched({ ALOUD_PLATFORM: './oven.ts' })).toContain('ALOUD_BOT_UNREADABLE');

    await buildBots({ ALOUD_PLATFORM: './oven.ts' });
    expect(await launched({ ALOUD_PLATFORM: './oven.ts' })).toContain('The oven is hot.');

    await buildBots({});
    expect(readdirSync(built)).not.toContain('own-bots.js');
  },
  BUSY_MS,
);

test(
  'a .env that Docker made a folder of is told of, and how it is mended',
  async () => {
    rmSync(join(checkout, '.env'), { force: true });
    mkdirSync(join(checkout, '.env'));
    await expect(build()).rejects.toMatchObject({
      stderr: expect.stringMatching(/\.env is a folder[\s\S]*rmdir \.env/),
    });
    rmSync(join(checkout, '.env'), { recursive: true });
  },
  BUSY_MS,
);

/** What the data of a language is in the artifact: packed, and as text. Of a cold start it is a string that is only read past. */
function packedSize(language: string): number {
  const folder = join(ROOT, 'lambda/languages', language);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files
    .map((name) => JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .map((text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }))
    .reduce((size, packed) => size + packed.toString('base64').length, 0);
}

test('a function loads nothing of what sends traces: its log has the same times', () => {
  for (const name of ['index.js', 'record.js', 'skills.js']) {
    expect(readFileSync(join(built, name), 'utf8')).not.toMatch(/opentelemetry/i);
  }
});

test('the code is of a size that a cold start can bear, and a language adds little to it', () => {
  const sizes = new Map(Object.keys(LANGUAGES).map((language) => [language, packedSize(language)]));
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  expect(readFileSync(join(built, 'index.js')).length - all).toBeLessThanOrEqual(1_200_000);
  // English is the oldest of them.
  for (const [language, size] of sizes) expect(size).toBeLessThanOrEqual(language === 'en' ? 200_000 : 90_000);
});
