import { userKey } from '../../lambda/skill/user';
import { SKILL_ID } from '../support/signed-request';
import { ACCOUNT, requestOf, SECRET, skillAmongRecorders } from './stage';

const LAUNCH = { type: 'LaunchRequest', locale: 'en-GB' };
const ENDED = { type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS', locale: 'en-GB' };
const RECORD = `i${'x'.repeat(16)}m9abc123`;
const carried = { unsaid: [1_796_000_000_000], delivered: [RECORD] };
const apology = { parts: [{ phrase: 'help' }], question: 'what', turn: 0, messages: [] } as const;

describe('what may not be on disk of what a session was told', () => {
  test('goes with the session to its next request, and to its end', async () => {
    const first = skillAmongRecorders({ turn: async () => ({ reply: { ...apology, carried } }) });
    const { sessionAttributes } = await first.skill.invoke(requestOf(LAUNCH, { sessionId: 's' }));
    const { skill, turns, ended } = skillAmongRecorders();
    const attributes = JSON.parse(JSON.stringify(sessionAttributes));
    const { sessionAttributes: after } = await skill.invoke(requestOf(LAUNCH, { sessionId: 's', attributes }));
    await skill.invoke(requestOf(ENDED, { sessionId: 's', attributes }));
    expect([turns[0]?.session.carried, ended[0]?.carried]).toEqual([carried, carried]);
    expect(after).toEqual({});
  });

  test('is of the user who was told it, not of another who goes on', async () => {
    const { skill, turns, ended } = skillAmongRecorders({ speakers: 'person' });
    const speaker = userKey(SECRET, SKILL_ID, ACCOUNT, 'amzn1.ask.person.BEN');
    const personId = 'amzn1.ask.person.CLEO';
    await skill.invoke(requestOf(LAUNCH, { personId, sessionId: 's', attributes: { speaker, carried } }));
    expect(turns.map(({ session }) => session.carried)).toEqual([undefined]);
    expect(ended.map(({ key, carried: of }) => [key, of])).toEqual([[speaker, carried]]);
  });

  test.each([
    [5, undefined],
    [[], { unsaid: [], delivered: [] }],
    [
      { unsaid: 'x', delivered: { 0: RECORD } },
      { unsaid: [], delivered: [] },
    ],
    [
      { unsaid: [1, 1.5, '2', null, 3], delivered: [RECORD, 'i', 7, `${RECORD}<script>`, 'x'.repeat(1e5)] },
      { unsaid: [1, 3], delivered: [RECORD] },
    ],
    [{ unsaid: Array.from({ length: 9999 }, () => 4) }, { unsaid: Array.from({ length: 50 }, () => 4), delivered: [] }],
  ])('is read in its own form only: case %#', async (given, read) => {
    const { skill, turns } = skillAmongRecorders();
    await skill.invoke(requestOf(LAUNCH, { sessionId: 's', attributes: { carried: given } }));
    expect(turns[0]?.session.carried).toEqual(read);
  });
});
