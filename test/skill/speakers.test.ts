import { userKey } from '../../lambda/skill/user';
import { SKILL_ID } from '../support/signed-request';
import { ACCOUNT, requestOf, SECRET, skillAmongRecorders } from './stage';

const BEN = 'amzn1.ask.person.BEN';
const CLEO = 'amzn1.ask.person.CLEO';
const account = userKey(SECRET, SKILL_ID, ACCOUNT);
const [ben, cleo] = [BEN, CLEO].map((person) => userKey(SECRET, SKILL_ID, ACCOUNT, person)) as [string, string];
const LAUNCH = { type: 'LaunchRequest', locale: 'en-GB' };
const GOODBYE = { type: 'IntentRequest', locale: 'en-GB', intent: { name: 'AMAZON.StopIntent' } };
const ENDED = { type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS', locale: 'en-GB' };

/** Sends the requests of one session, each with the attributes of the answer before. */
async function session(
  speakers: 'account' | 'person',
  requests: readonly (readonly [request: Record<string, unknown>, personId?: string])[],
) {
  const recorders = skillAmongRecorders({ speakers });
  let attributes: Record<string, unknown> | undefined;
  for (const [request, personId] of requests) {
    const answer = await recorders.skill.invoke(requestOf(request, { personId, attributes, sessionId: 's' }));
    attributes = answer.sessionAttributes ?? {};
  }
  return { ...recorders, attributes };
}

test('keys are 32 hexadecimal characters, another for each skill, account and person', () => {
  const keys = [
    account,
    ben,
    cleo,
    userKey(SECRET, 'amzn1.ask.skill.2', ACCOUNT),
    userKey(SECRET, SKILL_ID, `${ACCOUNT}${BEN}`),
    userKey('another secret of at least 32 characters', SKILL_ID, ACCOUNT),
  ];
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set(keys).size).toBe(keys.length);
});

test('by default the account is the user, whoever speaks, and nothing of it is in the session', async () => {
  const { turns, attributes } = await session('account', [[LAUNCH, BEN], [LAUNCH]]);
  expect(turns.map(({ key }) => key)).toEqual([account, account]);
  expect(turns[0]?.identity.account).toBeUndefined();
  expect(attributes).toEqual({});
});

test('a recognised speaker is a user of their own, of the account', async () => {
  const { turns } = await session('person', [[LAUNCH, BEN]]);
  expect(turns).toMatchObject([{ key: ben, identity: { userId: ACCOUNT, account, locale: 'en-GB' } }]);
});

test('whom Alexa does not recognise at the beginning is the account', async () => {
  const { turns } = await session('person', [[LAUNCH]]);
  expect(turns.map(({ key }) => key)).toEqual([account]);
  expect(turns[0]?.identity.account).toBeUndefined();
});

test('who is not recognised once goes on with their conversation', async () => {
  const { turns, ended } = await session('person', [[LAUNCH, BEN], [LAUNCH], [ENDED]]);
  expect(turns.map(({ key }) => key)).toEqual([ben, ben]);
  expect(turns[1]?.identity.account).toBe(account);
  expect(ended.map(({ key, played }) => [key, played])).toEqual([[ben, true]]);
});

test('where another goes on, the one before has heard the last reply', async () => {
  const { turns, ended } = await session('person', [[LAUNCH], [LAUNCH, BEN], [LAUNCH, CLEO], [ENDED]]);
  expect(turns.map(({ key }) => key)).toEqual([account, ben, cleo]);
  expect(ended.map(({ key, played }) => [key, played])).toEqual([
    [account, true],
    [ben, true],
    [cleo, true],
  ]);
  expect(new Set(ended.map(({ sessionId }) => sessionId)).size).toBe(1);
});

test('a reply that ends the session leaves nothing in it', async () => {
  const turn = async () => ({ reply: { parts: [], turn: 0, messages: [] } });
  const { skill } = skillAmongRecorders({ speakers: 'person', turn });
  const answer = await skill.invoke(requestOf(GOODBYE, { personId: BEN, sessionId: 's' }));
  expect(answer.response.shouldEndSession).toBe(true);
  expect(answer.sessionAttributes).toEqual({});
});

test.each([5, '', 'x'.repeat(32), ben.slice(1), null])(
  'an attribute that is no key (%j) is nobody',
  async (speaker) => {
    const { skill, turns, ended } = skillAmongRecorders({ speakers: 'person' });
    await skill.invoke(requestOf(LAUNCH, { attributes: { speaker }, sessionId: 's' }));
    expect(turns.map(({ key }) => key)).toEqual([account]);
    expect(ended).toEqual([]);
  },
);

test('a turn is answered even if the acknowledgement for the speaker before cannot be kept', async () => {
  const sessionEnded = () => Promise.reject(new Error('the disk is full'));
  const { skill, telemetry } = skillAmongRecorders({ speakers: 'person', sessionEnded });
  const answer = await skill.invoke(
    requestOf(LAUNCH, { personId: BEN, attributes: { speaker: cleo }, sessionId: 's' }),
  );
  expect(answer.response.outputSpeech).toBeDefined();
  expect(telemetry.errors).toHaveLength(1);
});

test('events are of the account, whoever speaks', async () => {
  const { skill, erased } = skillAmongRecorders({ speakers: 'person' });
  await skill.invoke(requestOf({ type: 'AlexaSkillEvent.SkillDisabled' }, { personId: BEN }));
  expect(erased).toEqual([account]);
});
