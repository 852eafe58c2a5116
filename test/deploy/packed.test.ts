/** The package as npm packs and installs it, and a checkout behind `npm ci --omit=dev`. They install packages. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startVendor } from '../../simulator/platforms';
import type { Vendor } from '../../simulator/platforms/vendor';
import { projectRoot } from '../../simulator/root';
import { copyInto, emptyFolder, filesIn, remove, runToEnd, startServing } from '../support/packed';
import { SKILL_ID } from '../support/signed-request';

jest.setTimeout(300_000);

const HOME = { HOME: process.env.HOME };
let vendor: Vendor;
beforeAll(async () => {
  vendor = await startVendor('botdistrikt', { bot: { reply: (_user, said) => [{ text: `You said ${said}.` }] } });
});
afterAll(() => vendor.close());

async function npm(line: string, cwd: string): Promise<string> {
  const { code, output } = await runToEnd(['npm', ...line.split(' ')], { cwd, env: HOME });
  if (code !== 0) throw new Error(`npm ${line}\n${output}`);
  return output;
}

test('npm run package, npm install in an empty folder, and it is set up, talked with, started and stopped', async () => {
  const [cwd, packs] = [emptyFolder(), emptyFolder()];
  await npm(`run package -- --pack-destination ${packs}`, projectRoot());
  const [tarball = ''] = readdirSync(packs);
  await npm('init -y', cwd);
  await npm(`install --no-audit --no-fund ${join(packs, tarball)}`, cwd);
  const aloud = (...words: readonly string[]) => [join(cwd, 'node_modules/.bin/aloud'), ...words];

  const { ALOUD_PLATFORM = '', ...own } = vendor.environment;
  const set = Object.entries({ ...own, ALOUD_SKILL_ID: SKILL_ID }).flatMap(([name, value]) => [
    '--set',
    `${name}=${value}`,
  ]);
  const init = await runToEnd(aloud('init', '--platform', ALOUD_PLATFORM, '--name', 'Hotel Adler', ...set), { cwd });
  expect(init).toMatchObject({ code: 0 });
  const input = 'Alexa, open hotel adler\nis there parking\n';
  expect((await runToEnd(aloud('chat'), { cwd, input })).output).toContain('You said is there parking');
  const server = await startServing(aloud('start'), { cwd });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(await server.stop()).toMatchObject({ code: 0 });
  const made = filesIn(cwd).filter((path) => !/^package(?:-lock)?\.json$|-(?:shm|wal)$/.test(path));
  expect(made).toEqual(['.env', 'business.yaml', 'data/aloud.db']);

  // Talked with a simulated bot where nothing is set.
  writeFileSync(join(cwd, '.env'), '');
  const simulated = await runToEnd(aloud('chat'), { cwd, input: 'Alexa, open hotel adler\n' });
  expect(simulated).toMatchObject({ code: 0, output: expect.stringContaining('Hotel Adler') });
  for (const folder of [cwd, packs]) remove(folder);
});

test('npm ci --omit=dev && npm start in a checkout in which npm run build was run', async () => {
  const root = emptyFolder();
  const sources = ['business', 'lambda', 'operator', 'scripts', 'simulator', 'skill-package', 'dist/release.js'];
  copyInto(root, [...sources, 'package.json', 'package-lock.json', '.npmrc', 'business.example.yaml']);
  await npm('ci --omit=dev --no-audit --no-fund', root);
  expect(readdirSync(join(root, 'node_modules'))).not.toContain('esbuild');
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const env = { ...vendor.environment, ALOUD_SKILL_ID: SKILL_ID, ALOUD_SECRET: 'the-secret-of-the-packed-tests-12345' };
  // npm hands signals on, but ends before what it started.
  const server = await startServing(['sh', '-c', `exec ${scripts.start}`], { cwd: root, env });
  expect(await server.stop()).toMatchObject({ code: 0, output: expect.stringContaining('"listening"') });
  remove(root);
});
