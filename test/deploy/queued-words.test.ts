import type { Bot } from '../../simulator/platforms/bot-reply';
import { type DeployStage, setDeployStage } from './stage';

/** What the bot was told, and when, in epoch milliseconds. */
const told: { readonly words: string; readonly at: number }[] = [];
const bot: Bot = {
  reply(_user, words) {
    told.push({ words, at: Date.now() });
    return [{ text: `That was ${words}.` }];
  },
};

let stage: DeployStage;
beforeAll(async () => {
  stage = await setDeployStage(bot, 'klaunch');
  stage.project.configure({ ...stage.settings, ALOUD_TURN_BUDGET_MS: '3000' });
  const { output } = await stage.deploy('--show-webhook');
  const [address = ''] = /https:\/\/\S+\/webhooks\/\S+/.exec(output) ?? [];
  const { origin, pathname } = new URL(address);
  stage.vendor.sendWebhooksTo((await stage.aws.deployed.served(`${origin}/`)) + pathname);
  await stage.warmUp();
});
afterAll(() => stage.close());

test('what was to be passed on is, within ten seconds of the answer that it waited for', async () => {
  const echo = stage.aws.echo(stage.skill);
  expect((await echo.hear('Alexa, open harbor family clinic'))?.speech).toContain('That was hello');
  stage.vendor.deliveries.replyMs = 12_000;
  await echo.hear('what are your opening hours');
  expect((await echo.hear('please close my account'))?.speech).toContain('pass on');
  await stage.vendor.idle();
  const freed = Date.now();
  const told3 = () => told[2];
  // Nobody lets the clock tick: it is the stream of the table that wakes the notifier.
  while (!told3() && Date.now() < freed + 30_000) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(told.map(({ words }) => words)).toEqual(['hello', 'what are your opening hours', 'please close my account']);
  expect((told3()?.at ?? Number.POSITIVE_INFINITY) - freed).toBeLessThan(10_000);
  const names = ['SkillFunction', 'WebhookFunction', 'NotifierFunction'];
  const lines = names.flatMap((name) => stage.aws.deployed.function(name)?.log ?? []);
  expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
