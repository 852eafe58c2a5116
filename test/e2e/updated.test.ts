import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Amazon, startAmazon } from '../../simulator/amazon';
import type { Bot } from '../../simulator/platforms/bot-reply';
import { startKlaunch } from '../../simulator/platforms/klaunch';
import {
  hearWhatWasLeft,
  LEFT,
  NUMBER_OF_A,
  onceEach,
  QUEUED_OF_A,
  timesHeard,
  UNHEARD_OF_F,
  writeLeftFile,
} from '../support/moved-0.1.0';
import { type Stage, setStage } from './stage';

const folder = mkdtempSync(join(tmpdir(), 'aloud-updated-'));
const F = LEFT.users.F.identity.userId;
let amazon: Amazon;
let stage: Stage;
afterAll(async () => {
  await stage.close();
  await amazon.close();
  rmSync(folder, { recursive: true });
});

test('a server of 0.1.0 is stopped, updated and started: nothing is lost, and nothing comes twice', async () => {
  const told: string[] = [];
  const bot: Bot = {
    reply(_user, words) {
      told.push(words);
      return [{ text: `That was ${words}.` }];
    },
  };
  const behaviour = { unknownUser: 'created', beforeStart: 'accepted' } as const;
  const vendor = await startKlaunch({ bot, formerUsers: NUMBER_OF_A - 1, behaviour });
  amazon = await startAmazon({ clientId: 'amzn1.a', clientSecret: 'amzn1.b', stage: 'development' });
  amazon.events.permit(F);
  const notified: string[] = [];
  const first = new Promise<void>((resolve) => {
    amazon.events.onNotification(({ userId }) => {
      notified.push(userId);
      resolve();
    });
  });
  const file = join(folder, 'aloud.db');
  writeLeftFile(file);
  const settings = {
    ...amazon.environment,
    ALOUD_STORE: `sqlite:${file}`,
    ALOUD_SECRET: LEFT.secret,
    ALOUD_SKILL_ID: LEFT.skillId,
    // By the name of then.
    ALOUD_NOTICES_PER_SECOND: '50',
  };
  stage = await setStage(bot, { platform: 'klaunch', vendor, settings });
  await first;

  const { heardByA, heardByF, heardAgain } = await hearWhatWasLeft(
    'Alexa, open chat companion',
    (customer) => stage.echo(customer),
    async () => {
      const { KLAUNCH_CHANNEL_ID: channelID } = vendor.environment;
      const message = 'We are open until six.';
      await vendor.testWebhook({ channelID, userID: NUMBER_OF_A, timestamp: Date.now(), message });
    },
  );
  expect(told.filter((words) => words !== 'hello')).toEqual(QUEUED_OF_A);
  const answers = ['We are open until six.', ...QUEUED_OF_A.map((words) => `That was ${words}.`)];
  expect(timesHeard(answers, heardByA)).toEqual(onceEach(answers));
  expect(timesHeard(UNHEARD_OF_F, heardByF)).toEqual(onceEach(UNHEARD_OF_F));
  for (const text of UNHEARD_OF_F) expect(heardAgain).not.toContain(text);
  await stage.restart();
  expect(notified).toEqual([F]);
  // The Echos' own service takes what bridges a wait, not Amazon's of here.
  const errors = stage.log.filter((line) => line.includes('"level":"error"') && !line.includes('"where":"progress"'));
  expect(errors).toEqual([]);
});
