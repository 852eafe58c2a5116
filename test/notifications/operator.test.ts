import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notifications } from '../../operator/notifications';
import { idOf, ROSA, SECOND, SECRET, setScene } from './scene';

let folder: string;
let env: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aloud-notifications-'));
  env = {
    ALOUD_PLATFORM: 'botdistrikt',
    ALOUD_SECRET: SECRET,
    ALOUD_SKILL_ID: 'amzn1.ask.skill.1',
    ALOUD_STORE: `sqlite:${join(folder, 'aloud.db')}`,
    BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
    BOTDISTRIKT_DOMAIN: 'https://unguessable.example',
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

test('npm run notifications says what waits and what was given up, and why, and tells no Alexa id and no word', async () => {
  const scene = await setScene({ path: join(folder, 'aloud.db') });
  await scene.users('anne', 'ben');
  scene.amazon.events.behaviour.userFaults.set(idOf('anne'), 400);
  await scene.bring('anne', 'a private word', ROSA);
  scene.clock.now += 5 * SECOND;
  await scene.pass();
  await scene.bring('ben', 'a private word', ROSA);
  const told = await notifications(env);
  const due = new Date(scene.clock.now + 5 * SECOND).toISOString();
  const lines = told.split('\n');
  expect(lines.slice(0, 2)).toEqual([`Waiting: 1, the next is due ${due}`, 'Given up: 1']);
  expect(lines[2]).toMatch(/^\d{4}-\S+Z {2}anne {2}HTTP 400/);
  expect(told).not.toMatch(/amzn1|private|Rosa/);
  await scene.close();
});

test('makes no database where there is none', async () => {
  await expect(notifications(env)).rejects.toMatchObject({ code: 'ALOUD_STORE_UNAVAILABLE' });
  expect(readdirSync(folder)).toEqual([]);
});
