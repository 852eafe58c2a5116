/**
 * What runs where nothing can be built: of a checkout without the packages of those who build Aloud, and of the package that
 * `npm pack` makes. Both of what `npm run build` made.
 * @jest-environment node
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS } from '../lambda/errors';
import { startVendor } from '../simulator/platforms';
import type { Vendor } from '../simulator/platforms/vendor';
import {
  copyInto,
  emptyFolder,
  filesIn,
  linkDependencies,
  type PackedFile,
  packedFiles,
  remove,
  runToEnd,
  startServing,
} from './support/packed';
import { SKILL_ID } from './support/signed-request';

jest.setTimeout(120_000);

const BUSINESS = 'locales:\n  en-US:\n    name: Harbor Clinic\n    invocationName: harbor clinic\n';
const SECRET = 'the-secret-of-the-release-tests-1234';

let vendor: Vendor;
let packed: readonly PackedFile[];
beforeAll(async () => {
  vendor = await startVendor('botdistrikt', { bot: { reply: (_user, said) => [{ text: `You said ${said}.` }] } });
  packed = await packedFiles();
});
afterAll(() => vendor.close());

function settings(): Record<string, string> {
  return { ...vendor.environment, ALOUD_SKILL_ID: SKILL_ID, ALOUD_SECRET: SECRET, ALOUD_HOST: '127.0.0.1' };
}

describe('a checkout behind npm ci --omit=dev', () => {
  let root: string;
  beforeEach(() => {
    root = emptyFolder();
    // Its sources are there, and esbuild is not.
    copyInto(root, [
      'package.json',
      'scripts',
      'business',
      'business.example.yaml',
      'simulator/web',
      'lambda/server.ts',
    ]);
    mkdirSync(join(root, 'node_modules'));
    linkDependencies(join(root, 'node_modules'));
  });
  afterEach(() => remove(root));
  const npmStart = () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return ['sh', '-c', `exec ${scripts.start}`];
  };

  test('npm start serves the skill with the business file of now, from what npm run build made', async () => {
    copyInto(root, ['dist/release.js']);
    writeFileSync(join(root, 'business.yaml'), 'locales: {}\n');
    const refused = await runToEnd(npmStart(), { cwd: root, env: settings() });
    expect(refused).toEqual({ code: 1, output: expect.stringMatching(/^business\.yaml:1: locales/) });

    writeFileSync(join(root, 'business.yaml'), BUSINESS);
    const server = await startServing(npmStart(), { cwd: root, env: settings() });
    const { status } = await fetch(`${server.url}/alexa`, { method: 'POST', body: '{}' });
    expect(status).toBe(400);
    expect(await server.stop()).toMatchObject({ code: 0, output: expect.stringContaining('"listening"') });
  });

  test('where nothing was built, that is said with what to do', async () => {
    const said = `ALOUD_NOT_BUILT\ndist/release.js is not there, and without esbuild it cannot be made now\n${ERRORS.ALOUD_NOT_BUILT.hint}\n`;
    expect(await runToEnd(npmStart(), { cwd: root })).toEqual({ code: 1, output: said });
    const doctor = ['node', join(root, 'scripts/aloud.mjs'), 'doctor'];
    expect(await runToEnd(doctor, { cwd: root })).toEqual({ code: 1, output: said });
  });
});

/** Without what SQLite keeps beside a database. */
function written(folder: string): readonly string[] {
  return filesIn(folder).filter((path) => !/-(?:shm|wal)$/.test(path));
}

/** An empty folder into which the package was installed, and where the package is in it. */
function installed(): { readonly cwd: string; readonly home: string } {
  const cwd = emptyFolder();
  const home = join(cwd, 'node_modules/aloud');
  mkdirSync(home, { recursive: true });
  copyInto(
    home,
    packed.map(({ path }) => path),
  );
  linkDependencies(join(cwd, 'node_modules'));
  return { cwd, home };
}

describe('the package', () => {
  test('holds what runs and what an operator reads, and nothing else', () => {
    const unexpected = packed.map(({ path }) => path).filter((path) => !EXPECTED.some((form) => form.test(path)));
    const missing = EXPECTED.filter((form) => !packed.some(({ path }) => form.test(path)));
    expect({ unexpected, missing }).toEqual({ unexpected: [], missing: [] });
    const bytes = packed.reduce((sum, { size }) => sum + size, 0);
    expect(bytes).toBeLessThan(10_000_000);
  });

  test('says whose code the artifact for AWS Lambda holds, and under which licence', () => {
    const text = readFileSync(join(__dirname, '../dist/lambda-licences.txt'), 'utf8');
    for (const name of ['undici', 'zod', 'markdown-it', '@aws-sdk/util-dynamodb']) {
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
    expect(text).toContain('Permission is hereby granted, free of charge');
  });

  test("a bot of one's own beside it: typed, checked and talked with, in JavaScript as it stands", async () => {
    const { cwd, home } = installed();
    writeFileSync(
      join(cwd, 'oven.mts'),
      `${OVEN}export const kind: 'robot' = botMessage({ id: '', sentAt: 0 }).from.kind;\n`,
    );
    const tsc = join(__dirname, '../node_modules/typescript/bin/tsc');
    const types = ['--module', 'node16', '--strict', '--noEmit', '--skipLibCheck', '--types', 'node'];
    const roots = ['--typeRoots', join(__dirname, '../node_modules/@types')];
    const typed = await runToEnd(['node', tsc, ...types, ...roots, 'oven.mts'], { cwd });
    expect(typed.output).toMatch(
      /^oven\.mts\(\d+,\d+\): error TS2322: Type '"agent" \| "bot" \| "broadcast"' is not assignable to type '"robot"'/,
    );
    expect(typed.output.match(/error/g)).toHaveLength(1);

    writeFileSync(join(cwd, 'oven.js'), OVEN);
    const aloud = (...words: readonly string[]) => ['node', join(home, 'scripts/aloud.mjs'), ...words];
    const checked = await runToEnd(aloud('contract', './oven.js'), { cwd });
    expect(checked).toMatchObject({ code: 0, output: expect.stringContaining('0 broken') });
    const env = { ALOUD_PLATFORM: './oven.js', OVEN_KEY: 'k', ALOUD_SKILL_ID: SKILL_ID, ALOUD_SECRET: SECRET };
    const chat = await runToEnd(aloud('chat'), { cwd, env, input: 'Alexa, open chat companion\nis it hot\n' });
    expect(chat.output).toContain('You said is it hot');
    remove(cwd);
  });

  test('in an empty folder: set up there, talked with, started and stopped; nothing is written into the package', async () => {
    const { cwd, home } = installed();
    const before = filesIn(home);
    const aloud = (...words: readonly string[]) => ['node', join(home, 'scripts/aloud.mjs'), ...words];

    const { BOTDISTRIKT_BASE_URL = '', BOTDISTRIKT_DOMAIN = '', BOTDISTRIKT_WEBCHAT_APP_ID = '' } = vendor.environment;
    const set = Object.entries({ BOTDISTRIKT_BASE_URL, BOTDISTRIKT_DOMAIN, BOTDISTRIKT_WEBCHAT_APP_ID });
    const init = aloud(
      'init',
      '--platform',
      'botdistrikt',
      '--name',
      'Hotel Adler',
      '--set',
      `ALOUD_SKILL_ID=${SKILL_ID}`,
    );
    const given = set.flatMap(([name, value]) => ['--set', `${name}=${value}`]);
    expect(await runToEnd([...init, ...given], { cwd })).toMatchObject({ code: 0 });
    expect(filesIn(cwd)).toEqual(['.env', 'business.yaml']);
    // Where an editor finds what may stand in it.
    const [schema = ''] = /(?<=\$schema=)\S+/.exec(readFileSync(join(cwd, 'business.yaml'), 'utf8')) ?? [];
    expect(readFileSync(join(cwd, schema), 'utf8')).toContain('"$schema"');

    const chat = await runToEnd(aloud('chat'), { cwd, input: 'Alexa, open hotel adler\nis there parking\n' });
    expect(chat.output).toContain('You said is there parking');

    const server = await startServing(aloud('start'), { cwd });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(await server.stop()).toMatchObject({ code: 0 });

    expect(written(cwd)).toEqual(['.env', 'business.yaml', 'data/aloud.db']);
    expect(filesIn(home)).toEqual(before);
    remove(cwd);
  });

  test('without settings the demo is served, with its page and a memory in the folder where it was started', async () => {
    const { cwd, home } = installed();
    const demo = await startServing(['node', join(home, 'scripts/aloud.mjs'), 'start'], { cwd });
    expect(await (await fetch(demo.url)).text()).toContain('<title>');
    expect(await demo.stop()).toMatchObject({ code: 0 });
    expect(written(cwd)).toEqual(['data/demo.botdistrikt.db']);
    remove(cwd);
  });
});

/** Each is needed, and nothing but these. */
const OVEN = `import { AloudError, anyText, botMessage, definePlatform, MALFORMED } from 'aloud';
const settings = { key: { name: 'OVEN_KEY', schema: anyText, doc: 'Its key.' } };
export default definePlatform('Oven', settings, ({ name }) => ({
  name,
  inline: true,
  open: async ({ key }) => ({ user: key }),
  async send(thread, input) {
    if (typeof thread.user !== 'string') throw new AloudError('ALOUD_PLATFORM_THREAD_GONE', 'oven send: unreadable thread');
    const text = input.kind === 'text' ? 'You said ' + input.text : 'Hello';
    return { thread, pending: false, messages: [botMessage({ id: String(Date.now()), text, sentAt: Date.now() })] };
  },
  receive: () => MALFORMED,
  close: async () => {},
}));
`;

const EXPECTED: readonly RegExp[] = [
  /^package\.json$/,
  /^(?:README|CHANGELOG|SECURITY)\.md$/,
  /^LICENSE$/,
  /^\.env\.example$/,
  /^dist\/(?:release|bot|testing)\.js$/,
  /^dist\/types\/(?:lambda\/bot|simulator\/testing)\.d\.ts$/,
  /^dist\/types\/(?:lambda|simulator)\/[a-z/-]+\.d\.ts$/,
  /^dist\/lambda\/(?:index|record|skills)\.js$/,
  // Code caches are there for the processors that the machine has or can imitate.
  /^dist\/lambda\/index(?:\.\w+\.cache)?$/,
  /^dist\/lambda-licences\.txt$/,
  /^scripts\/(?:aloud|start|run|place|ready)\.mjs$/,
  /^business\/template\.yaml$/,
  /^business\.example\.yaml$/,
  /^skill-package\/assets\/icon-(?:108|512)\.png$/,
  /^simulator\/web\/public\/(?:index\.html|icon\.svg|(?:css|js)\/[a-z]+\.(?:css|js))$/,
  /^simulator\/conversations\/[a-z]{2}\.yaml$/,
  /^ask-resources\.json$/,
  /^infrastructure\/(?:package|package-lock)\.json$/,
  /^infrastructure\/skill-stack\.yaml$/,
  /^docs\/(?:platforms\/)?(?!(?:answers|architecture|decisions|languages|mutation|performance|reliability|speech)\.)[a-z-]+\.md$/,
  /^examples\/(?:[a-z-]+\/)?[\w.-]+\.(?:md|yaml|js)$/,
  /^docs\/business\.schema\.json$/,
  /^docs\/(?:grafana\/aloud\.json|prometheus\/alerts\.yaml)$/,
];
