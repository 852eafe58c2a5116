import type { UserInput } from '../../lambda/conversation/interpret';
import { command, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';

const SHORT = { budgetMs: 320 };
const launch = { kind: 'launch' } as const;

/** A bot that takes one thing at a time and says nothing by itself. */
function busyBot() {
  const { platform, sent } = webhookPlatform({ oneAtATime: true });
  const talk: Talk = startTalk(platform);
  return { talk, words: () => sent.flatMap((input) => (input.kind === 'text' ? [input.text] : [])) };
}

/** The bot was asked something, and more was said before it has answered. */
async function withQueuedWords() {
  const { talk, words } = busyBot();
  await talk.say('when do you open', { ...SHORT, newSession: true });
  expect((await talk.say('close my account', SHORT)).reply.parts).toEqual([{ phrase: 'held' }]);
  return { talk, words };
}

describe('what was to be passed on', () => {
  test.each<[string, string | UserInput]>([
    ['Stop', command('goodbye')],
    ['Cancel', { kind: 'cancel' }],
    ['"never mind, stop"', 'stop'],
    ['starting over', command('start-over')],
  ])('is not, after %s', async (_title, leaving) => {
    const { talk, words } = await withQueuedWords();
    await talk.say(leaving, SHORT);
    await talk.bring('We open at nine.');
    await talk.say(launch, { ...SHORT, newSession: true });
    await talk.say('where are you', SHORT);
    expect(words()).toEqual(['when do you open', 'where are you']);
  });

  test('is said not to have been, to a user who was told that it would be and leaves', async () => {
    const { talk } = await withQueuedWords();
    const { reply } = await talk.say(command('goodbye'), SHORT);
    expect(reply.parts).toEqual([{ phrase: 'not-passed-on' }, { phrase: 'goodbye' }]);
    expect(reply.question).toBeUndefined();
  });

  test('is not, where the user stops before the turn has ended that it was said in', async () => {
    const { talk, words } = busyBot();
    await talk.say('when do you open', SHORT);
    const turn = talk.say('close my account', { budgetMs: 600 });
    await talk.say({ kind: 'cancel' }, SHORT);
    expect((await turn).reply.parts).toEqual([{ phrase: 'not-passed-on' }]);
    await talk.bring('We open at nine.');
    expect(textsOf(await talk.say(launch, { ...SHORT, newSession: true }))).toContain('We open at nine.');
    expect(words()).toEqual(['when do you open']);
  });

  test('stays so where nothing was to be passed on', async () => {
    const { talk } = busyBot();
    await talk.say('when do you open', SHORT);
    expect((await talk.say(command('goodbye'), SHORT)).reply.parts).toEqual([{ phrase: 'goodbye' }]);
  });

  test('is, where the user only has nothing else to say', async () => {
    const { talk, words } = await withQueuedWords();
    await talk.say(command('no'), SHORT);
    await talk.bring('We open at nine.');
    await talk.say(launch, { ...SHORT, newSession: true });
    expect(words()).toEqual(['when do you open', 'close my account']);
  });
});
