import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { userKey } from '../../lambda/skill/user';
import { webhookPath } from '../../lambda/webhooks/webhooks';
import { VERSION } from '../../operator/version';
import type { Skill } from '../../simulator/aws/skill-management/skill';
import type { Echo } from '../../simulator/echo/types';
import { startVendor } from '../../simulator/platforms';
import { createDemoBot } from '../../simulator/platforms/bot';
import type { Vendor } from '../../simulator/platforms/vendor';
import { BUSINESSES } from './project';
import { type DeployStage, setDeployStage } from './stage';

const ANNE = 'amzn1.ask.account.ANNE';

/** One of the agency's brands. */
interface Brand {
  readonly name: string;
  readonly platform: 'klaunch' | 'wotnot' | 'botdistrikt';
  /** What the business file is called. */
  readonly file: string;
  /** How people and Alexa call it. */
  readonly invocationName: string;
  readonly title: string;
}

const CLINIC: Brand = {
  ...{ name: 'clinic', platform: 'klaunch', file: 'clinic.yaml' },
  ...{ invocationName: 'harbor family clinic', title: 'Harbor Family Clinic' },
};
const FERRY: Brand = {
  ...{ name: 'ferry', platform: 'wotnot', file: 'ferry.yaml' },
  ...{ invocationName: 'kittiwake ferries', title: 'Kittiwake Ferries' },
};
// Before the others by its name: what comes later is never the first.
const CARDS: Brand = {
  ...{ name: 'cards', platform: 'botdistrikt', file: 'post.yaml' },
  ...{ invocationName: 'letter house', title: 'Letter House' },
};

let stage: DeployStage;
const vendors = new Map<string, Vendor>();
const secretOf = ({ name }: Brand) => `the secret of the ${name}, for the deployment tests`;

/** Makes the folder of a brand, and its bot, which says which brand it is of, and what it heard. */
async function found(brand: Brand): Promise<void> {
  const bot = { reply: (_user: string, said: string) => [{ text: `The ${brand.name} heard: ${said}.` }] };
  const vendor = await startVendor(brand.platform, { bot });
  vendors.set(brand.name, vendor);
  const settings = { ...vendor.environment, ALOUD_SECRET: secretOf(brand), ALOUD_QUIET_MS: '60' };
  stage.project.describeSkill(brand.name, settings, readFileSync(join(BUSINESSES, brand.file), 'utf8'));
}

/** Deploys a brand, and enters the printed address at its vendor. */
async function deploy({ name }: Brand): Promise<string> {
  const { code, output } = await stage.deploy('--skill', name, '--show-webhook', '--template');
  expect([code, code === 0 ? '' : output]).toEqual([0, '']);
  const [address = ''] = /https:\/\/\S+\/webhooks\/\S+/.exec(output) ?? [];
  const { origin, pathname } = new URL(address);
  vendors.get(name)?.sendWebhooksTo((await stage.aws.deployed.served(`${origin}/`)) + pathname);
  return output;
}

function skillOf({ invocationName }: Brand): Skill {
  const named = ({ package: { models } }: Skill) =>
    models.get('en-US')?.languageModel.invocationName === invocationName;
  const skill = stage.aws.skills.skills.find(named);
  if (!skill) throw new Error(`${invocationName} was not deployed`);
  return skill;
}

const echoOf = (brand: Brand, customer = 'anne'): Echo => stage.aws.echo(skillOf(brand), customer);

/** What has travelled since. */
function since<T>(calls: number, of: (travelled: DeployStage['aws']['travelled'][number]) => T): readonly T[] {
  return stage.aws.travelled.slice(calls).map(of);
}

beforeAll(async () => {
  stage = await setDeployStage(createDemoBot());
  const { ALEXA_STAGE, ALEXA_LWA_URL, ALEXA_API_URL } = stage.settings;
  const ours = { ALEXA_STAGE, ALEXA_LWA_URL, ALEXA_API_URL };
  stage.project.configure({ ...ours, ALOUD_SECRET: 'what seals the store that all of them share' });
  stage.aws.developer.configure(stage.project.home, ['default', 'clinic', 'ferry', 'cards']);
  for (const brand of [CLINIC, FERRY]) await found(brand);
});
afterAll(async () => {
  await stage.close();
  await Promise.all([...vendors.values()].map((vendor) => vendor.close()));
});

test('which of them, in which order, and what is wrong with one is said before anything is touched', async () => {
  const which = await stage.deploy();
  expect([which.code, which.output.trim()]).toEqual([
    2,
    'There are several skills: say which with  --skill <name>,  one of clinic, ferry',
  ]);
  const order = await stage.deploy('--skill', 'ferry');
  expect(order.output.trim()).toBe(
    'The stack that all skills share comes with the first: run  npx aloud deploy --skill clinic',
  );
  stage.project.describeSkill('ferry', { ...vendors.get('ferry')?.environment, ALOUD_SECRET: secretOf(CLINIC) }, '');
  const same = await stage.deploy('--skill', 'clinic', '--template');
  expect(same.output.trim()).toBe('the skills ferry and clinic have the same ALOUD_SECRET');
  expect(stage.aws.travelled).toEqual([]);
  await vendors.get('ferry')?.close();
  await found(FERRY);
});

test('the first brings the stack; a further one is a profile without code, with its own secret and permission', async () => {
  const first = await deploy(CLINIC);
  expect(first).toContain(webhookPath(secretOf(CLINIC), 'klaunch'));
  const calls = stage.aws.travelled.length;
  const second = await deploy(FERRY);
  expect(second).toContain(webhookPath(secretOf(FERRY), 'wotnot'));

  const { SkillEndpoint: uri } = stage.aws.stacks.stacks[0]?.instance.outputs ?? {};
  for (const brand of [CLINIC, FERRY]) {
    const { manifest } = skillOf(brand).package;
    expect([manifest.apis?.custom?.endpoint, manifest.events?.endpoint]).toEqual([{ uri }, { uri }]);
    expect(skillOf(brand).enabled).toBe(true);
    const { settings } = JSON.parse(stage.aws.secrets.current.get(`aloud/skills/${brand.name}`) ?? '{}');
    const { clientId, clientSecret } = skillOf(brand).credentials;
    expect(settings).toMatchObject({
      ...{ ALOUD_SECRET: secretOf(brand), ALOUD_SKILL_ID: skillOf(brand).id },
      ...{ ALEXA_CLIENT_ID: clientId, ALEXA_CLIENT_SECRET: clientSecret },
    });
  }
  const { profiles } = JSON.parse(stage.project.read('ask-resources.json'));
  expect(profiles.ferry).toEqual({
    skillMetadata: { src: './dist/skills/ferry/skill-package' },
    aloud: { skill: 'ferry' },
    aloudVersion: VERSION,
  });
  expect(stage.aws.policies.statements.map(({ properties }) => properties.EventSourceToken)).toEqual([
    skillOf(FERRY).id,
  ]);
  expect(since(calls, ({ what }) => what).filter((what) => /Stack$|Bucket/.test(what))).toEqual([]);
  const others = stage.aws.travelled.filter(({ service }) => service !== 'secretsmanager');
  for (const { body } of others) for (const brand of [CLINIC, FERRY]) expect(body).not.toContain(secretOf(brand));
});

/** What people ask of either business. */
const QUESTIONS = [
  ...['what are your prices', 'where can i park', 'how much is a visit', 'when can i come', 'who is the owner'],
  ...['what do you recommend', 'how do i get there', 'can i bring my dog', 'where is the entrance', 'what is new'],
] as const;

/** Launches once, then asks: a turn of each in turn, or of both at a time. */
async function talk(brands: readonly Brand[], customer: string, questions: readonly string[]): Promise<number> {
  const echoes = brands.map((brand) => ({ brand, echo: echoOf(brand, customer) }));
  for (const { brand, echo } of echoes) {
    expect((await echo.hear(`Alexa, open ${brand.invocationName}`))?.speech).toContain(brand.title);
  }
  const ask = async ({ brand, echo }: (typeof echoes)[number], question: string) => {
    expect((await echo.hear(question))?.speech).toContain(`The ${brand.name} heard: ${question}`);
  };
  for (const [index, question] of questions.entries()) {
    if (index % 2 === 0) await Promise.all(echoes.map((each) => ask(each, question)));
    else for (const each of echoes) await ask(each, question);
  }
  return brands.length * (questions.length + 1);
}

test('of two hundred turns of two of them each is answered by the bot, and in the words, of its own business', async () => {
  let turns = 0;
  const asked = [...QUESTIONS, ...QUESTIONS].slice(0, 19);
  for (const customer of ['ben', 'carla', 'dan', 'eve', 'fay']) turns += await talk([CLINIC, FERRY], customer, asked);
  expect(turns).toBe(200);
  expect(errors()).toEqual([]);
});

/** What the functions have logged at level error. */
function errors(): readonly string[] {
  const names = ['SkillFunction', 'WebhookFunction', 'NotifierFunction'];
  const lines = names.flatMap((name) => stage.aws.deployed.function(name)?.log ?? []);
  return lines.filter((line) => line.includes('"level":"error"'));
}

test('lines of the log bear the name of the skill that they are of', () => {
  const log = stage.aws.deployed.function('SkillFunction')?.log.filter((line) => line.includes('"turn"')) ?? [];
  const turns = log.map((line) => JSON.parse(line).skill);
  for (const { name } of [CLINIC, FERRY]) expect(turns.filter((skill) => skill === name)).toHaveLength(100);
});

test('a third is added while the two go on: nothing of theirs is asked for, and the processes that serve them find it', async () => {
  const before = skillsAsTheyAre();
  await found(CARDS);
  const calls = stage.aws.travelled.length;
  await deploy(CARDS);
  expect(skillsAsTheyAre()).toEqual(before);
  const its = skillOf(CARDS).id;
  const asked = stage.aws.travelled.slice(calls).filter(({ by }) => by === undefined);
  const inSecrets = asked.filter(({ service }) => service === 'secretsmanager').map(({ body }) => JSON.parse(body));
  for (const { SecretId, Name = SecretId } of inSecrets) expect(Name).toBe('aloud/skills/cards');
  for (const { service, what, body } of asked) {
    if (service === 'lambda') expect(JSON.parse(body).EventSourceToken).toBe(its);
    for (const brand of [CLINIC, FERRY]) expect(what).not.toContain(skillOf(brand).id);
    expect(service).not.toBe('cloudformation');
    expect(service).not.toBe('s3');
  }
  await talk([CLINIC, CARDS, FERRY], 'gus', QUESTIONS.slice(0, 2));
  expect(errors()).toEqual([]);
});

/** What of the first two must stay as it is. */
function skillsAsTheyAre(): unknown {
  const [stack] = stage.aws.stacks.stacks;
  return {
    revision: stack?.revision,
    secrets: [CLINIC, FERRY].map(({ name }) => stage.aws.secrets.current.get(`aloud/skills/${name}`)),
    skills: [CLINIC, FERRY].map(skillOf).map(({ id, imports, enabled }) => ({ id, imports, enabled })),
    permissions: stage.aws.policies.statements.filter(
      ({ properties }) => properties.EventSourceToken === skillOf(FERRY).id,
    ),
  };
}

test('the same once more changes nothing', async () => {
  const before = { files: stage.project.tracked(), permissions: [...stage.aws.policies.statements] };
  const calls = stage.aws.travelled.length;
  await deploy(CARDS);
  const writes = since(calls, ({ what }) => what).filter((what) => /PutSecretValue|CreateSecret/.test(what));
  expect(writes).toEqual([]);
  expect(stage.aws.policies.statements).toEqual(before.permissions);
  const after = stage.project.tracked();
  const changed = Object.keys(after).filter((path) => after[path] !== before.files[path]);
  expect(changed.filter((path) => path !== '.ask/ask-states.json')).toEqual([]);
});

test('who is forgotten by one is known to the other', async () => {
  const [clinic, ferry] = [echoOf(CLINIC, 'ben'), echoOf(FERRY, 'ben')];
  const known = await echoOf(CLINIC, 'carla').hear(`Alexa, open ${CLINIC.invocationName}`);
  await clinic.hear(`Alexa, open ${CLINIC.invocationName}`);
  await clinic.hear('forget me');
  expect((await clinic.hear('yes'))?.verdict).toBeUndefined();
  const anew = await echoOf(CLINIC, 'ben').hear(`Alexa, open ${CLINIC.invocationName}`);
  expect(anew?.speech).not.toBe(known?.speech);
  const stays = await ferry.hear(`Alexa, open ${FERRY.invocationName}`);
  const fresh = await echoOf(FERRY, 'hal').hear(`Alexa, open ${FERRY.invocationName}`);
  expect(stays?.speech).not.toBe(fresh?.speech);
});

test('who is told by a notification that an agent of one of them has written hears it there', async () => {
  const echo = echoOf(FERRY);
  await echo.hear(`Alexa, open ${FERRY.invocationName}`);
  await echo.silence();
  await echo.silence();
  stage.amazon.events.permit(ANNE);
  const body = { subscriptions: [{ eventName: 'AMAZON.MessageAlert.Activated' }] };
  expect((await echo.skillEvent('AlexaSkillEvent.ProactiveSubscriptionChanged', body)).acknowledged).toBe(true);
  const noticed = new Promise<string>((resolve) => stage.amazon.events.onNotification(({ userId }) => resolve(userId)));
  const key = userKey(secretOf(FERRY), skillOf(FERRY).id, ANNE);
  expect(await vendors.get('ferry')?.agentSays(key, 'Your cabin is ready.', { id: 7, name: 'Rosa' })).toBe(200);
  expect(await Promise.race([noticed, delay(60_000, 'nobody', { ref: false })])).toBe(ANNE);
  expect((await echoOf(CLINIC).hear(`Alexa, ask ${CLINIC.invocationName} for new messages`))?.speech).not.toContain(
    'cabin',
  );
  expect((await echo.hear(`Alexa, ask ${FERRY.invocationName} for new messages`))?.speech).toContain(
    'Your cabin is ready.',
  );
  expect(errors()).toEqual([]);
});
