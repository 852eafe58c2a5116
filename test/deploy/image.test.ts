/** The steps of the image, without Docker: each as it stands in the Dockerfile, in folders of their own. They install packages. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startVendor } from '../../simulator/platforms';
import type { Vendor } from '../../simulator/platforms/vendor';
import { projectRoot } from '../../simulator/root';
import { filesIn, remove, runToEnd, startServing } from '../support/packed';
import { SKILL_ID } from '../support/signed-request';
import { giveAway, type Image, NODE_USER, openFolder, placed, runSteps, written } from './image';

jest.setTimeout(600_000);

const ROOT = projectRoot();
let top: string;
let image: Image;
let vendor: Vendor;
beforeAll(async () => {
  top = openFolder();
  vendor = await startVendor('botdistrikt', { bot: { reply: (_user, said) => [{ text: `You said ${said}.` }] } });
  image = await runSteps(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'), ROOT, top);
  giveAway(image.folder);
});
afterAll(async () => {
  await vendor.close();
  remove(top);
});

function container(settings: Readonly<Record<string, string>> = {}) {
  return { cwd: image.folder, env: { ...image.env, ...settings, NODE_OPTIONS: '' }, as: NODE_USER };
}

function settings(): Record<string, string> {
  return { ...vendor.environment, ALOUD_SKILL_ID: SKILL_ID, ALOUD_SECRET: 'the-secret-of-the-image-tests-123456' };
}

test('what it writes to is its user’s, and nothing else', () => {
  expect(image.user).toBe('node');
  expect(image.owners).toEqual({ '/data': 'node:node' });
  expect(image.folder).toBe(join(image.root, 'data'));
});

test('holds neither settings nor tests, nor what only a build needs', () => {
  const home = join(image.root, 'opt/aloud');
  const files = filesIn(home);
  expect(files.filter((path) => /(?:^|\/)\.env$|\.test\.|\.db$|^(?:lambda|operator|test)\//.test(path))).toEqual([]);
  const isThere = (name: string) => statSync(join(home, 'node_modules', name), { throwIfNoEntry: false }) !== undefined;
  expect(['esbuild', 'jest', 'typescript', 'playwright-core'].filter(isThere)).toEqual([]);
  expect(['express', 'libsql', 'zod'].filter(isThere)).toHaveLength(3);
});

test('serves the skill, is healthy, ends on SIGTERM, and writes to /data alone', async () => {
  const before = written(image.root, image.folder);
  const start = placed(image, [...image.entrypoint, ...image.command]);
  const server = await startServing(start, container(settings()));
  const check = () => runToEnd(placed(image, image.healthcheck), container({ PORT: new URL(server.url).port }));
  expect(await check()).toMatchObject({ code: 0 });
  expect(await server.stop()).toMatchObject({ code: 0 });
  expect(await check()).toMatchObject({ code: 1 });
  expect(written(image.root, image.folder)).toEqual(before);
  expect(filesIn(image.folder)).toContain('aloud.db');
});

test('without settings it is the demo, and any command of aloud is run in it', async () => {
  const demo = await startServing(placed(image, [...image.entrypoint, ...image.command]), container());
  expect(await (await fetch(demo.url)).text()).toContain('<title>');
  expect(await demo.stop()).toMatchObject({ code: 0 });

  const linked = join(image.root, 'usr/local/bin/aloud');
  expect(await runToEnd([linked, 'help'], container())).toMatchObject({ code: 0 });
  const chat = await runToEnd(placed(image, [...image.entrypoint, 'chat']), {
    ...container(settings()),
    input: 'Alexa, open chat companion\nis there parking\n',
  });
  expect(chat.output).toContain('You said is there parking');
});
