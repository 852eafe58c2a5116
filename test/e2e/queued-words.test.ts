import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../lambda/server';
import { serveShop } from './serve-shop';
import { type Serve, type Stage, setStage } from './stage';

const ANSWER_MS = 4000;

let folder: string;
let stage: Stage;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aloud-queued-'));
});
afterEach(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});

const until = async (isTrue: () => boolean) => {
  for (const end = performance.now() + 15_000; !isTrue() && performance.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe.each<[string, Serve]>([
  ['the server', startServer],
  ['an Express app of your own', serveShop],
])('%s, begun anew', (_name, serve) => {
  test('passes on what its predecessor has promised, once its answer is there, without a word of the user', async () => {
    const words: string[] = [];
    const bot = {
      reply(_user: string, said: string) {
        words.push(said);
        return [{ text: `That was ${said}.` }];
      },
    };
    const settings = { ALOUD_STORE: `sqlite:${join(folder, 'aloud.db')}`, ALOUD_TURN_BUDGET_MS: '1000' };
    stage = await setStage(bot, { platform: 'klaunch', settings, serve });
    const echo = stage.echo();
    await echo.hear('Alexa, open chat companion');
    stage.vendor.deliveries.replyMs = ANSWER_MS;
    await echo.hear('what are your opening hours');
    expect((await echo.hear('please close my account'))?.speech).toContain('pass on');
    await stage.restart();
    stage.vendor.deliveries.replyMs = 0;
    expect(words).toEqual(['hello', 'what are your opening hours']);
    await until(() => words.length === 3);
    expect(words).toEqual(['hello', 'what are your opening hours', 'please close my account']);
    await stage.vendor.idle();
    const heard = await echo.hear('Alexa, open chat companion');
    expect(heard?.speech).toContain('That was please close my account');
  });
});
