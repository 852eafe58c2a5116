import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStoreAt } from '../../lambda/store/open';
import { createDemoBot } from '../../simulator/platforms/bot';
import { SECRET, type Stage, setStage } from './stage';

let folder: string;
let stage: Stage;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aloud-elsewhere-'));
});
afterEach(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});

/** What is due once an agent has written to somebody who has left. */
async function dueWith(settings: Record<string, string>): Promise<number> {
  const location = `sqlite:${join(folder, 'aloud.db')}`;
  stage = await setStage(createDemoBot(), { settings: { ALOUD_STORE: location, ...settings } });
  const echo = stage.echo();
  await echo.hear('Alexa, open chat companion');
  await echo.hear('what are your opening hours');
  await echo.hear('stop');
  const user =
    stage.vendor.requests
      .map(({ body }) => JSON.stringify(body))
      .join()
      .match(/[0-9a-f]{32}/)?.[0] ?? '';
  expect(await stage.vendor.agentSays(user, 'Are you there?', { id: 1, name: 'Rosa' })).toBe(200);
  const store = openStoreAt(location, { secret: SECRET });
  const due = await store.pendingNotifications();
  await store.close();
  return due;
}

test('who holds no messaging credentials makes due what another process sends', async () => {
  expect(await dueWith({ ALOUD_NOTIFIER: 'elsewhere' })).toBe(1);
});

test('where nobody sends notifications nothing is due', async () => {
  expect(await dueWith({})).toBe(0);
});
