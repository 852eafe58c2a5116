import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { webhookPath } from '../../lambda/webhooks/webhooks';
import { readDeployed } from '../../operator/deploy/states';
import { VERSION } from '../../operator/version';
import type { Bot } from '../../simulator/platforms/bot-reply';
import { type KlaunchServer, startKlaunch } from '../../simulator/platforms/klaunch';
import { projectRoot } from '../../simulator/root';
import { PORT_VARIABLE } from '../support/dynamodb-local';
import {
  hearWhatWasLeft,
  LEFT,
  leftItems,
  NUMBER_OF_A,
  onceEach,
  QUEUED_OF_A,
  timesHeard,
  UNHEARD_OF_F,
} from '../support/moved-0.1.0';
import type { Ran } from './project';
import { type DeployStage, setDeployStage } from './stage';

const FIXTURE = join(projectRoot(), 'test/fixtures/deployed-0.1.0');
const TEMPLATE = 'infrastructure/skill-stack.yaml';
const F = LEFT.users.F.identity.userId;
/** In the place of 0.1.0's code: what wakes it finds nothing to do. */
const IDLE = 'exports.handler = exports.webhook = exports.notifier = async () => ({ batchItemFailures: [] });';

const told: string[] = [];
const bot: Bot = {
  reply(_user, words) {
    told.push(words);
    return [{ text: `That was ${words}.` }];
  },
};
const notified: string[] = [];

let stage: DeployStage;
let vendor: KlaunchServer;
let before: { readonly skillId?: string; readonly table?: string; readonly webhook?: string };
let updated: Ran;

beforeAll(async () => {
  const behaviour = { unknownUser: 'created', beforeStart: 'accepted' } as const;
  vendor = await startKlaunch({ bot, formerUsers: NUMBER_OF_A - 1, behaviour });
  stage = await setDeployStage(bot, 'klaunch', { vendor, secret: LEFT.secret });
  stage.amazon.events.permit(F);
  stage.amazon.events.onNotification(({ userId }) => notified.push(userId));
  await deployAs010();
  for (const Item of leftItems()) await put(Item);
  updated = await stage.deploy('--show-webhook');
  await stage.warmUp();
});
afterAll(() => stage.close());

/** What `npm run deploy` of 0.1.0 came to: its settings stored by their names of then, and its files handed to the ASK CLI. */
async function deployAs010(): Promise<void> {
  const { project, aws } = stage;
  const now = project.read(TEMPLATE);
  const settings = { ...stage.settings, ALOUD_NOTICES_PER_SECOND: '50' };
  project.configure(settings);
  aws.secrets.put('aloud/settings', JSON.stringify(settings));
  aws.skills.ids.push(LEFT.skillId);
  project.put({
    'ask-resources.json': readFileSync(join(FIXTURE, 'ask-resources.json'), 'utf8'),
    [TEMPLATE]: readFileSync(join(FIXTURE, TEMPLATE), 'utf8'),
    'dist/lambda/index.js': IDLE,
  });
  project.put(join(projectRoot(), 'skill-package/assets'), 'dist/aws/skill-package/assets');
  project.put(join(FIXTURE, 'skill-package'), 'dist/aws/skill-package');
  expect(await stage.ask(['deploy'])).toMatchObject({ code: 0 });
  // The update brings the files of now, but what a deployment has noted is the owner's.
  project.put({ [TEMPLATE]: now });
  const { skillId, outputs, version } = readDeployed('default', project.folder);
  expect(version).toBeUndefined();
  before = { skillId, table: outputs.TableName, webhook: outputs.WebhookUrl };
}

async function put(Item: ReturnType<typeof leftItems>[number]): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = `http://127.0.0.1:${process.env[PORT_VARIABLE]}`;
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  await client.send(new PutItemCommand({ TableName: before.table, Item }));
  client.destroy();
}

test('the same skill, stack, table and webhook go on, and what was deployed says by which version', () => {
  expect(updated.code).toBe(0);
  expect(updated.output).toContain('ALOUD_NOTICES_PER_SECOND is deprecated');
  const { skillId, outputs, version } = readDeployed('default', stage.project.folder);
  expect({ skillId, table: outputs.TableName, webhook: outputs.WebhookUrl }).toEqual(before);
  expect(version).toBe(VERSION);
  expect(stage.aws.skills.skills.map(({ id }) => id)).toEqual([LEFT.skillId]);
  expect(stage.aws.stacks.stacks.map(({ revision }) => revision)).toEqual([2]);
  expect(stage.skill.package.models.get('en-US')?.languageModel.invocationName).toBe('harbor family clinic');
});

test('the settings are kept under their names of now', () => {
  const kept = JSON.parse(stage.aws.secrets.current.get('aloud/settings') ?? '{}');
  expect(kept).toEqual({ ...stage.settings, ALOUD_NOTIFICATIONS_PER_SECOND: '50' });
});

test('a notification that was due when the functions were replaced is sent, once', async () => {
  // Its stream has gone to 0.1.0: the clock finds it.
  for (const end = Date.now() + 30_000; notified.length === 0 && Date.now() < end; ) {
    await stage.aws.deployed.tick();
    await delay(200);
  }
  await stage.aws.deployed.tick();
  expect(notified).toEqual([F]);
});

test('who comes back hears what was unheard, and what was to be passed on is, once each', async () => {
  const origin = await stage.aws.deployed.served(before.webhook ?? '');
  vendor.sendWebhooksTo(origin + webhookPath(LEFT.secret, 'klaunch'));
  const { heardByA, heardByF, heardAgain } = await hearWhatWasLeft(
    'Alexa, open harbor family clinic',
    (customer) => stage.aws.echo(stage.skill, customer),
    async () => {
      const { KLAUNCH_CHANNEL_ID: channelID } = vendor.environment;
      const message = 'We are open until six.';
      expect(await vendor.testWebhook({ channelID, userID: NUMBER_OF_A, timestamp: Date.now(), message })).toBe(200);
    },
  );
  expect(told.filter((words) => words !== 'hello')).toEqual(QUEUED_OF_A);
  const answers = ['We are open until six.', ...QUEUED_OF_A.map((words) => `That was ${words}.`)];
  expect(timesHeard(answers, heardByA)).toEqual(onceEach(answers));
  expect(timesHeard(UNHEARD_OF_F, heardByF)).toEqual(onceEach(UNHEARD_OF_F));
  for (const text of UNHEARD_OF_F) expect(heardAgain).not.toContain(text);
  expect(notified).toEqual([F]);
  const names = ['SkillFunction', 'WebhookFunction', 'NotifierFunction'];
  const lines = names.flatMap((name) => stage.aws.deployed.function(name)?.log ?? []);
  expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
