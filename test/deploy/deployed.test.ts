import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { LOCALES } from '../../business/locales';
import { faults, validator } from '../../business/smapi-schema';
import { userKey } from '../../lambda/skill/user';
import { wordingOf } from '../../lambda/skill/wording';
import { webhookPath } from '../../lambda/webhooks/webhooks';
import { createDemoBot } from '../../simulator/platforms/bot';
import { BUSINESSES, type Ran } from './project';
import { type DeployStage, SECRET, setDeployStage } from './stage';

const ANNE = 'amzn1.ask.account.ANNE';

let stage: DeployStage;
let ran: Ran;
let checkout: Readonly<Record<string, string>>;

beforeAll(async () => {
  stage = await setDeployStage(createDemoBot());
  stage.project.describe(readFileSync(join(BUSINESSES, 'ferry.yaml'), 'utf8'));
  checkout = stage.project.tracked();
  ran = await stage.deploy('--show-webhook');
  const [address = ''] = /https:\/\/\S+\/webhooks\/\S+/.exec(ran.output) ?? [];
  const { origin, pathname } = new URL(address);
  const webhook = (await stage.aws.deployed.served(`${origin}/`)) + pathname;
  stage.vendor.sendWebhooksTo(webhook);
  await stage.warmUp();
});
afterAll(() => stage.close());

/** What the functions have logged at level error. */
function errors(): readonly string[] {
  const names = ['SkillFunction', 'WebhookFunction', 'NotifierFunction'];
  const lines = names.flatMap((name) => stage.aws.deployed.function(name)?.log ?? []);
  return lines.filter((line) => line.includes('"level":"error"'));
}

describe('npm run deploy', () => {
  it('succeeds, and tells the skill and the address of the webhook', () => {
    expect(ran.code).toBe(0);
    expect(ran.output).toContain(`Deployed: ${stage.skill.id}`);
    expect(ran.output).toContain(webhookPath(SECRET, 'wotnot'));
  });

  it('uploads the skill package with the function as its endpoint, for requests and events', () => {
    const { manifest, models, files } = stage.skill.package;
    const { SkillEndpoint: uri } = stage.aws.stacks.stacks[0]?.instance.outputs ?? {};
    expect(manifest.apis?.custom?.endpoint).toEqual({ uri });
    expect(manifest.events?.endpoint).toEqual({ uri });
    expect([...models.keys()].sort()).toEqual(LOCALES);
    expect(Object.keys(files)).toContain('assets/icon-108.png');
    expect(stage.skill.enabled).toBe(true);
  });

  it('uploads the manifest and the model of every locale, with nothing in them that Amazon does not know', () => {
    const uploaded = (path: string) => JSON.parse(Buffer.from(stage.skill.package.files[path] ?? []).toString());
    const envelope = uploaded('skill.json');
    expect(faults(validator('v1.skill.Manifest.SkillManifestEnvelope'), envelope)).toEqual([]);
    expect(Object.keys(envelope.manifest.publishingInformation.locales).sort()).toEqual(LOCALES);
    expect(Object.keys(envelope.manifest.privacyAndCompliance.locales).sort()).toEqual(LOCALES);
    const validate = validator('v1.skill.interactionModel.InteractionModelData');
    for (const locale of LOCALES) {
      const model = uploaded(`interactionModels/custom/${locale}.json`);
      expect([locale, faults(validate, model)]).toEqual([locale, []]);
    }
  });

  it('uploads what the business says: its name, its phrases, its icons, its topics', () => {
    const { manifest, models, files } = stage.skill.package;
    const listing = manifest.publishingInformation?.locales?.['es-US'];
    expect(listing?.name).toBe('Ferris Gaviota');
    expect(listing?.examplePhrases?.[0]).toBe('Alexa, abre ferris gaviota');
    const icon = readFileSync(join(BUSINESSES, 'icons/clinic-512.png'));
    expect(files['assets/icon-512.png']).toEqual(new Uint8Array(icon));
    const model = models.get('en-US')?.languageModel;
    expect(model?.invocationName).toBe('kittiwake ferries');
    expect(model?.intents.map(({ name }) => name)).toContain('SailingsTopicIntent');
    expect(JSON.stringify([manifest, ...models.values()])).not.toMatch(/chat companion/i);
  });

  it('makes the bucket and the stack once', () => {
    const made = stage.aws.travelled.map(({ service, what }) => `${service} ${what}`);
    expect(made.filter((call) => call.endsWith('CreateStack'))).toHaveLength(1);
    expect(made.filter((call) => call.endsWith('CreateSecret'))).toHaveLength(1);
  });

  it('gives the functions the settings, and nothing that only a server has', () => {
    const settings = JSON.parse(stage.aws.secrets.current.get('aloud/settings') ?? '{}');
    expect(settings).toEqual(stage.settings);
  });
});

describe('the deployed artifact, in the runtime client of AWS', () => {
  it('holds a conversation with an Echo', async () => {
    const echo = stage.aws.echo(stage.skill);
    const hello = await echo.hear('Alexa, open kittiwake ferries');
    expect(hello?.verdict).toBeUndefined();
    const answer = await echo.hear('what are your opening hours');
    expect(answer?.verdict).toBeUndefined();
    // The vendor answers by webhook: the function URL has brought it, while the skill's function waited.
    expect(answer?.speech).toContain('Tuesday');
    const farewell = await echo.hear('stop');
    expect(farewell?.response?.response.shouldEndSession).toBe(true);
    expect(errors()).toEqual([]);
  });

  it('greets in every locale, with the name that the business has there', async () => {
    const { manifest, models } = stage.skill.package;
    for (const locale of LOCALES) {
      const { wake, launch } = wordingOf(locale);
      const { invocationName = '' } = models.get(locale)?.languageModel ?? {};
      const echo = stage.aws.echo(stage.skill, `passenger-${locale}`, locale);
      const welcome = await echo.hear(wake + launch.replace('{name}', invocationName));
      expect([locale, welcome?.verdict]).toEqual([locale, undefined]);
      expect(welcome?.speech).toContain(manifest.publishingInformation?.locales?.[locale]?.name);
    }
  });

  it('takes what the platform sends to the function URL, and refuses what others do', async () => {
    const { WebhookUrl = '' } = stage.aws.stacks.stacks[0]?.instance.outputs ?? {};
    const origin = await stage.aws.deployed.served(WebhookUrl);
    const post = (path: string, body: string) =>
      fetch(origin + path, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    const path = webhookPath(SECRET, 'wotnot');
    const token = stage.settings.WOTNOT_WEBHOOK_TOKEN;
    const handshake = await post(path, JSON.stringify({ token }));
    expect([handshake.status, await handshake.json()]).toEqual([200, { token }]);
    expect((await post(path, JSON.stringify({ token: 'another' }))).status).toBe(401);
    expect((await post(`${path}x`, '{}')).status).toBe(404);
    expect((await fetch(origin)).status).toBe(404);
  });

  it('tells a user by a notification that an agent has written', async () => {
    const echo = stage.aws.echo(stage.skill);
    await echo.hear('Alexa, ask kittiwake ferries about parking');
    await echo.silence();
    await echo.silence();
    stage.amazon.events.permit(ANNE);
    const body = { subscriptions: [{ eventName: 'AMAZON.MessageAlert.Activated' }] };
    const told = await echo.skillEvent('AlexaSkillEvent.ProactiveSubscriptionChanged', body);
    expect(told.acknowledged).toBe(true);

    const noticed = new Promise<string>((resolve) =>
      stage.amazon.events.onNotification(({ userId }) => resolve(userId)),
    );
    const key = userKey(SECRET, stage.skill.id, ANNE);
    expect(await stage.vendor.agentSays(key, 'Your slot is confirmed.', { id: 7, name: 'Rosa' })).toBe(200);
    // Nobody lets the clock tick: it is the stream of the table that wakes the notifier.
    const deadline = delay(60_000, 'nobody', { ref: false });
    expect(await Promise.race([noticed, deadline])).toBe(ANNE);
    expect((await echo.hear('Alexa, read my notifications'))?.speech).toContain('from Rosa');
    const heard = await echo.hear('Alexa, ask kittiwake ferries for new messages');
    expect(heard?.speech).toContain('Your slot is confirmed.');
    expect(errors()).toEqual([]);
  });
});

test('the stream wakes the notifier for notifications alone; the clock may wake it too', async () => {
  const source = stage.aws.database?.source('NotifierStream');
  expect(source?.matched).toBeGreaterThan(0);
  expect(source?.filtered).toBeGreaterThan(source?.matched ?? 0);
  expect(source?.deadLetters).toBe(0);
  expect(await stage.aws.deployed.tick()).toEqual([{ ok: true, payload: { batchItemFailures: [] } }]);
});

/** What a function has done on the table so far. IAM was before the table: it was allowed. */
function done(name: string): readonly string[] {
  const { id = '' } = stage.aws.stacks.stacks[0]?.instance.resources.get('Table') ?? {};
  const table = `arn:aws:dynamodb:us-east-1:123456789012:table/${id}`;
  return (stage.aws.database?.used(name) ?? []).map((use) => use.replace('dynamodb:', '').replace(table, 'table'));
}

test('each function uses the table and its index as the template lets it', async () => {
  const echo = stage.aws.echo(stage.skill, 'leaving');
  await echo.hear('Alexa, ask kittiwake ferries about parking');
  await echo.hear('forget me');
  expect((await echo.hear('yes'))?.verdict).toBeUndefined();
  const skill = ['ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'];
  expect(done('SkillFunction')).toEqual(expect.arrayContaining(skill.map((action) => `${action} table`)));
  expect(done('WebhookFunction')).toEqual(
    expect.arrayContaining(['PutItem table', 'UpdateItem table', 'Query table/index/due']),
  );
  expect(done('NotifierFunction')).toEqual(
    expect.arrayContaining(['GetItem table', 'UpdateItem table', 'Query table/index/due']),
  );
  expect(errors()).toEqual([]);
});

test('ask dialog talks to the uploaded models and the deployed artifact', async () => {
  const userInput = ['open kittiwake ferries', 'what are your opening hours', 'stop', '.quit'];
  const replay = { skillId: stage.skill.id, locale: 'en-US', type: 'text', userInput };
  const file = stage.project.writeHome('replay.json', JSON.stringify(replay));
  const { output } = await stage.ask(['dialog', '--replay', file]);
  const said = [...output.matchAll(/Alexa > (.*)/g)].map(([, words]) => words);
  expect(said[0]).toContain('Kittiwake Ferries');
  expect(said[1]).toContain('Tuesday');
  expect(output).toContain('Session ended');
});

describe('a secret', () => {
  const secrets = () => [SECRET, ...['WOTNOT_TOKEN', 'WOTNOT_WEBHOOK_TOKEN'].map((name) => stage.settings[name] ?? '')];

  it('travels to Secrets Manager alone', () => {
    const others = stage.aws.travelled.filter(({ service }) => service !== 'secretsmanager');
    for (const { what, body } of others)
      for (const secret of secrets()) expect([what, body.includes(secret)]).toEqual([what, false]);
  });

  it('is in no file that git sees', () => {
    const written = Object.entries(stage.project.tracked()).filter(([path, content]) => content !== checkout[path]);
    expect(written.map(([path]) => path).sort()).toEqual(['.ask/ask-states.json', 'ask-resources.json']);
    for (const [path, content] of written) {
      for (const secret of secrets()) expect([path, content.includes(secret)]).toEqual([path, false]);
    }
  });

  it('is not in the output; the webhook is a secret too, and only shown where asked for', async () => {
    for (const secret of secrets()) expect(ran.output).not.toContain(secret);
    const again = await stage.deploy();
    expect(again.code).toBe(0);
    expect(again.output).not.toContain(webhookPath(SECRET, 'wotnot'));
    expect(again.output).toContain('--show-webhook');
  });
});
