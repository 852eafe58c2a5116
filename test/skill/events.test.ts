import fc from 'fast-check';
import { toAloudError } from '../../lambda/errors';
import { userKey } from '../../lambda/skill/user';
import { SKILL_ID } from '../support/signed-request';
import { ACCOUNT, requestOf, SECRET, skillAmongRecorders } from './stage';

const KEY = userKey(SECRET, SKILL_ID, ACCOUNT);
const SCOPE = 'alexa::devices:all:notifications:write';
const ALERT = 'AMAZON.MessageAlert.Activated';
const ACKNOWLEDGED = { response: {} };

/** What a skill does that is told of one event. */
async function told(type: string, body?: unknown, request: object = {}, userId: unknown = ACCOUNT) {
  const recorders = skillAmongRecorders();
  const event = requestOf({ type: `AlexaSkillEvent.${type}`, body, ...request }, { userId });
  const answer = await recorders.skill.invoke(event);
  expect(answer).toMatchObject(ACKNOWLEDGED);
  expect(answer.response).toEqual({});
  const codes = recorders.telemetry.errors.map((error) => toAloudError(error).code);
  const subscribed = recorders.subscribed.map(({ subscription }) => subscription.subscribed);
  return { ...recorders, codes, became: { erased: recorders.erased, subscribed } };
}

const NOTHING = { erased: [], subscribed: [] };

describe('a user who has disabled the skill', () => {
  test.each([
    ['has left for good', { userInformationPersistenceStatus: 'NOT_PERSISTED' }, [KEY]],
    ['comes back with the same id', { userInformationPersistenceStatus: 'PERSISTED' }, []],
    ['is not told about at all, as in the model of the SDK', undefined, [KEY]],
  ])('%s', async (_, body, erased) => {
    const { became, codes } = await told('SkillDisabled', body);
    expect(became).toEqual({ erased, subscribed: [] });
    expect(codes).toEqual([]);
  });

  test.each([
    null,
    'NOT_PERSISTED',
    {},
    { userInformationPersistenceStatus: true },
    { userInformationPersistenceStatus: 'not_persisted' },
  ])('is kept, and reported, where it cannot be read: %j', async (body) => {
    const { became, codes } = await told('SkillDisabled', body);
    expect(became).toEqual(NOTHING);
    expect(codes).toEqual(['ALOUD_EVENT_UNREADABLE']);
  });
});

describe('a changed subscription', () => {
  test.each([
    ['to our event', [{ eventName: ALERT }], true],
    ['to ours among others', [{ eventName: 'AMAZON.WeatherAlert.Activated' }, { eventName: ALERT }], true],
    ['to others', [{ eventName: 'AMAZON.WeatherAlert.Activated' }], false],
    ['to nothing', [], false],
    ['to what nobody can read', [null, 5, { eventName: 5 }, [ALERT]], false],
  ])('is set as it is now: %s', async (_, subscriptions, subscribed) => {
    const { became, codes } = await told('ProactiveSubscriptionChanged', { subscriptions });
    expect(became).toEqual({ erased: [], subscribed: [subscribed] });
    expect(codes).toEqual([]);
  });

  test.each([undefined, null, {}, { subscriptions: null }, { subscriptions: { eventName: ALERT } }])(
    'that cannot be read changes nothing, and is reported: %j',
    async (body) => {
      const { became, codes } = await told('ProactiveSubscriptionChanged', body);
      expect(became).toEqual(NOTHING);
      expect(codes).toEqual(['ALOUD_EVENT_UNREADABLE']);
    },
  );

  test('is of the account, in its region', async () => {
    const { subscribed } = await told('ProactiveSubscriptionChanged', { subscriptions: [] });
    expect(subscribed).toMatchObject([
      { key: KEY, identity: { userId: ACCOUNT, apiEndpoint: 'https://api.eu.amazonalexa.com' } },
    ]);
    expect(subscribed[0]?.identity.account).toBeUndefined();
  });
});

describe('a permission', () => {
  const permitting = (...scopes: string[]) => ({ acceptedPermissions: scopes.map((scope) => ({ scope })) });

  test.each([
    ['Accepted', 'given', permitting(SCOPE), [true]],
    ['Accepted', 'for something else', permitting('alexa::profile:name:read'), []],
    ['Changed', 'taken back', permitting(), [false]],
    ['Changed', 'taken back, with another left', permitting('alexa::profile:name:read'), [false]],
    ['Changed', 'that still stands: it may be older than "stop notifying me"', permitting(SCOPE), []],
    ['Changed', 'of one speaker', { acceptedPersonPermissions: [] }, []],
  ])('%s: %s', async (kind, _, body, subscribed) => {
    const { became, codes } = await told(`SkillPermission${kind}`, body);
    expect(became).toEqual({ erased: [], subscribed });
    expect(codes).toEqual([]);
  });

  test.each([undefined, {}, { acceptedPermissions: SCOPE }, { acceptedPersonPermissions: 1 }])(
    'that cannot be read changes nothing, and is reported: %j',
    async (body) => {
      for (const kind of ['Accepted', 'Changed']) {
        const { became, codes } = await told(`SkillPermission${kind}`, body);
        expect(became).toEqual(NOTHING);
        expect(codes).toEqual(['ALOUD_EVENT_UNREADABLE']);
      }
    },
  );
});

test.each(['SkillEnabled', 'SkillAccountLinked', 'NotificationSubscriptionChanged', 'SomethingNew'])(
  '%s is acknowledged, and changes nothing',
  async (type) => {
    const { became, codes } = await told(type, { subscriptions: [], acceptedPermissions: [] });
    expect(became).toEqual(NOTHING);
    expect(codes).toEqual([]);
  },
);

describe('the time of an event', () => {
  const at = async (request: object) => {
    const { subscribed } = await told('ProactiveSubscriptionChanged', { subscriptions: [] }, request);
    return subscribed[0]?.subscription.at ?? Number.NaN;
  };
  const iso = (ms: number) => new Date(ms).toISOString();
  const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000;

  test('is its creation, however late it comes', async () => {
    const created = minutesAgo(40);
    expect(await at({ eventCreationTime: iso(created), timestamp: iso(minutesAgo(0)) })).toBe(created);
  });

  test.each([undefined, 'yesterday', 5, null])('is that of the request where the creation is %j', async (creation) => {
    const sent = minutesAgo(10);
    expect(await at({ eventCreationTime: creation, timestamp: iso(sent) })).toBe(sent);
  });

  test('is never in the future, where it would outlast all that is to come', async () => {
    const ahead = iso(minutesAgo(-100_000));
    const before = Date.now();
    const time = await at({ eventCreationTime: ahead, timestamp: ahead });
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  });
});

test.each([null, '', 5])('an event of nobody (%j) changes nothing, and is reported', async (userId) => {
  const { became, codes } = await told('SkillDisabled', undefined, {}, userId);
  expect(became).toEqual(NOTHING);
  expect(codes).toEqual(['ALOUD_EVENT_UNREADABLE']);
});

test('whatever the body is, an event is acknowledged, and what is reported holds nothing of it', async () => {
  const types = ['SkillDisabled', 'ProactiveSubscriptionChanged', 'SkillPermissionAccepted', 'SkillPermissionChanged'];
  const mark = 'do not tell';
  const keys = fc.constantFrom(
    ...['subscriptions', 'acceptedPermissions', 'userInformationPersistenceStatus', 'eventName', 'scope', '__proto__'],
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(null, mark, ALERT, SCOPE, 'NOT_PERSISTED', Number.MAX_VALUE, true),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 3 }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...types), value, async (type, body) => {
      const { telemetry } = await told(type, body);
      expect(telemetry.errors.map(String).join()).not.toContain(mark);
    }),
    { numRuns: 200 },
  );
});

test('an event whose consequence cannot be kept is not acknowledged, so that Alexa delivers it again', async () => {
  const events = {
    subscribe: () => Promise.reject(new Error('the disk is full')),
    erase: () => Promise.reject(new Error('the disk is full')),
  };
  const { skill, telemetry } = skillAmongRecorders({ events });
  await expect(skill.invoke(requestOf({ type: 'AlexaSkillEvent.SkillDisabled' }))).rejects.toThrow('event not taken');
  expect(telemetry.errors).toHaveLength(1);
});
