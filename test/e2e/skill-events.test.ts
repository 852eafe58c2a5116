import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../lambda/config/environment';
import type { Store } from '../../lambda/conversation/ports/store';
import { userKey } from '../../lambda/skill/user';
import { openSqlite } from '../../lambda/store/sqlite';
import { type Amazon, startAmazon } from '../../simulator/amazon';
import { createEcho } from '../../simulator/echo/echo';
import { loadModels } from '../../simulator/echo/models';
import type { Echo } from '../../simulator/echo/types';
import type { Bot } from '../../simulator/platforms/bot-reply';
import { SECRET, SKILL_ID, type Stage, setStage } from './stage';

const MODELS = loadModels();
const ANNE = 'amzn1.ask.account.ANNE';
const keyOf = (personId?: string) => userKey(SECRET, SKILL_ID, ANNE, personId);
const SCOPE = 'alexa::devices:all:notifications:write';
const ALERT = 'AMAZON.MessageAlert.Activated';
const GONE = { userInformationPersistenceStatus: 'NOT_PERSISTED' };
const MINUTE_MS = 60_000;

let folder: string;
let stage: Stage;
let amazon: Amazon;
/** The server's database, as another process sees it. */
let store: Store;

/** Tells everybody what they said last, to prove whose conversation it is. */
function rememberingBot(): Bot {
  const last = new Map<string, string>();
  return {
    reply(userId, said) {
      const before = last.get(userId);
      last.set(userId, said);
      return [{ text: before ? `Before, you said ${before}.` : 'We have not met.' }];
    },
  };
}

async function begin(settings: Environment = {}): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'aloud-events-'));
  const path = join(folder, 'aloud.db');
  amazon = await startAmazon({ stage: 'development' });
  stage = await setStage(rememberingBot(), {
    settings: { ...amazon.environment, ALOUD_STORE: `sqlite:${path}`, ...settings },
  });
  store = openSqlite(path, { secret: SECRET });
}

afterEach(async () => {
  await store.close();
  await stage.close();
  await amazon.close();
  rmSync(folder, { recursive: true });
});

function echoOf(personId?: string, locale = 'en-US'): Echo {
  return createEcho({
    models: MODELS,
    locale,
    endpoint: `${stage.server.url}/alexa`,
    sign: stage.pki.sign,
    directives: amazon.directives,
    notifications: amazon.events,
    skillId: SKILL_ID,
    userId: ANNE,
    ...(personId && { personId }),
    deviceId: 'amzn1.ask.device.ANNE',
    apiEndpoint: 'https://api.eu.amazonalexa.com',
  });
}

async function tell(type: string, body?: unknown, createdAt?: number): Promise<void> {
  const answer = await echoOf().skillEvent(`AlexaSkillEvent.${type}`, body, createdAt);
  expect(answer).toMatchObject({ status: 200, acknowledged: true });
  expect(answer.response?.response).toEqual({});
}

const subscriptions = (...names: string[]) => ({ subscriptions: names.map((eventName) => ({ eventName })) });
const takesNotifications = async () => (await store.standing(keyOf()))?.subscription?.subscribed;
const openings = () => stage.vendor.requests.filter(({ operation }) => operation === 'open').length;

test('whoever allows notifications is known before they ever open the skill, and the bot hears nothing of it', async () => {
  await begin();
  await tell('SkillEnabled');
  expect(await store.find(keyOf())).toBeUndefined();
  await tell('ProactiveSubscriptionChanged', subscriptions(ALERT));
  expect(await store.standing(keyOf())).toMatchObject({
    identity: { userId: ANNE, apiEndpoint: 'https://api.eu.amazonalexa.com' },
    subscription: { subscribed: true },
  });
  expect(stage.vendor.requests).toEqual([]);
});

test('the newest word on notifications counts, in whatever order they come', async () => {
  await begin();
  const now = Date.now();
  await tell('ProactiveSubscriptionChanged', subscriptions(), now - 10 * MINUTE_MS);
  await tell('ProactiveSubscriptionChanged', subscriptions(ALERT), now - 20 * MINUTE_MS);
  expect(await takesNotifications()).toBe(false);
  await tell('SkillPermissionAccepted', { acceptedPermissions: [{ scope: SCOPE }] }, now - 5 * MINUTE_MS);
  expect(await takesNotifications()).toBe(true);
  await tell('SkillPermissionChanged', { acceptedPermissions: [] }, now - 15 * MINUTE_MS);
  expect(await takesNotifications()).toBe(true);
  await tell('SkillPermissionChanged', { acceptedPermissions: [] }, now - 4 * MINUTE_MS);
  expect(await takesNotifications()).toBe(false);
});

test('"stop notifying me" outlasts a permission that merely still stands', async () => {
  await begin();
  await tell('ProactiveSubscriptionChanged', subscriptions(ALERT), Date.now() - MINUTE_MS);
  const echo = echoOf();
  await echo.hear('Alexa, ask chat companion to stop notifying me');
  await tell('SkillPermissionChanged', { acceptedPermissions: [{ scope: SCOPE }] });
  expect(await takesNotifications()).toBe(false);
});

test('"turn on notifications" shows the card that asks for the permission', async () => {
  await begin();
  const turn = await echoOf().hear('Alexa, ask chat companion to turn on notifications');
  expect(turn?.verdict).toBeUndefined();
  expect(turn?.response?.response.card).toEqual({ type: 'AskForPermissionsConsent', permissions: [SCOPE] });
});

describe('a user who disables the skill', () => {
  test('is erased, and nothing that comes late brings them back', async () => {
    await begin();
    const echo = echoOf();
    await echo.hear('Alexa, ask chat companion about parking');
    await tell('ProactiveSubscriptionChanged', subscriptions(ALERT));
    await tell('SkillDisabled', GONE);
    expect(await store.find(keyOf())).toBeUndefined();
    await tell('ProactiveSubscriptionChanged', subscriptions(ALERT), Date.now() - MINUTE_MS);
    await tell('ProactiveSubscriptionChanged', subscriptions());
    await tell('SkillPermissionAccepted', { acceptedPermissions: [{ scope: SCOPE }] });
    await echo.silence();
    await echo.silence();
    expect(await stage.vendor.agentSays(keyOf(), 'Are you still there?', { id: 7, name: 'Rosa' })).toBe(200);
    expect(await store.find(keyOf())).toBeUndefined();
    expect(await store.unread(keyOf(), 10)).toEqual([]);
  });

  test('is erased however often Alexa says so, and if nobody knows them', async () => {
    await begin();
    for (let times = 0; times < 3; times++) await tell('SkillDisabled', GONE);
    expect(await store.find(keyOf())).toBeUndefined();
  });

  test('and keeps something there, is kept', async () => {
    await begin();
    await echoOf().hear('Alexa, ask chat companion about parking');
    await tell('SkillDisabled', { userInformationPersistenceStatus: 'PERSISTED' });
    expect((await echoOf().hear('Alexa, ask chat companion about prices'))?.speech).toContain('you said parking');
    expect(openings()).toBe(1);
  });
});

describe('recognised speakers', () => {
  const [BEN, CLEO] = ['amzn1.ask.person.BEN', 'amzn1.ask.person.CLEO'];

  test('have a conversation of their own, also where one word of theirs is not recognised', async () => {
    await begin({ ALOUD_SPEAKERS: 'person' });
    const say = async (words: string, personId?: string) =>
      (await echoOf(personId).hear(`Alexa, ask chat companion about ${words}`))?.speech;
    expect(await say('parking', BEN)).toContain('We have not met');
    expect(await say('prices', CLEO)).toContain('We have not met');
    expect(await say('opening hours')).toContain('We have not met');
    expect(await say('holidays', BEN)).toContain('you said parking');
    expect(await say('children', CLEO)).toContain('you said prices');

    const kitchen = { personId: BEN as string | undefined };
    const echo = createEcho({
      models: MODELS,
      locale: 'en-US',
      endpoint: `${stage.server.url}/alexa`,
      sign: stage.pki.sign,
      skillId: SKILL_ID,
      userId: ANNE,
      get personId() {
        return kitchen.personId;
      },
      deviceId: 'amzn1.ask.device.ANNE',
      apiEndpoint: 'https://api.amazonalexa.com',
    });
    await echo.hear('Alexa, open chat companion');
    kitchen.personId = undefined;
    expect((await echo.hear('what about dogs'))?.speech).toContain('you said holidays');
  });

  test('are one user with the account where the setting says so', async () => {
    await begin();
    await echoOf(BEN).hear('Alexa, ask chat companion about parking');
    expect((await echoOf(CLEO).hear('Alexa, ask chat companion about prices'))?.speech).toContain('you said parking');
  });

  test('are erased with the account, all of them', async () => {
    await begin({ ALOUD_SPEAKERS: 'person' });
    for (const person of [BEN, CLEO]) await echoOf(person).hear('Alexa, ask chat companion about parking');
    expect(await store.find(keyOf(BEN))).toBeDefined();
    await tell('SkillDisabled', GONE);
    for (const key of [keyOf(BEN), keyOf(CLEO), keyOf()]) expect(await store.find(key)).toBeUndefined();
  });
});

test('what cannot be read is acknowledged, has no effect, and is in the log without an id', async () => {
  await begin();
  await echoOf().hear('Alexa, ask chat companion about parking');
  await tell('SkillDisabled', { userInformationPersistenceStatus: ANNE });
  await tell('ProactiveSubscriptionChanged', { subscriptions: ANNE });
  expect(await store.find(keyOf())).toBeDefined();
  expect(stage.log.filter((line) => line.includes('ALOUD_EVENT_UNREADABLE'))).toHaveLength(2);
  expect(stage.log.join('')).not.toContain(ANNE);
});

test('an event may come an hour late, and no later', async () => {
  await begin();
  const late = async (minutes: number) =>
    (await echoOf().skillEvent('AlexaSkillEvent.SkillDisabled', GONE, Date.now() - minutes * MINUTE_MS)).status;
  expect([await late(59), await late(61)]).toEqual([200, 400]);
});
