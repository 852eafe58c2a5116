import { requestOf, skillAmongRecorders } from './stage';

/** Requests that came to be answered so long after Alexa has sent them: on a server that is only starting, or has no time. */
async function answerAfter(ms: number) {
  const recorders = skillAmongRecorders();
  const timestamp = new Date(Date.now() - ms).toISOString();
  await recorders.skill.invoke(requestOf({ type: 'LaunchRequest', timestamp }, { sessionId: 's' }));
  return recorders;
}

test('what is answered when Alexa has given up counts as unheard, whether or not she can tell', async () => {
  const { turns, ended } = await answerAfter(8900);
  expect(ended).toMatchObject([{ key: turns[0]?.key, sessionId: turns[0]?.session.id, played: 'too-late' }]);
  expect(turns[0]?.isGivenUp?.()).toBe(true);
});

test.each([0, 3000, 6000])('what is answered in time is left to Alexa to tell: %i ms', async (ms) => {
  const { turns, ended } = await answerAfter(ms);
  expect(ended).toEqual([]);
  expect(turns[0]?.isGivenUp?.()).toBe(false);
});
