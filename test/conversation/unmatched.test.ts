import type { Message } from '../../lambda/conversation/message';
import type { Unmatched } from '../../lambda/conversation/ports/usage-store';
import { botMessage, command, scriptedPlatform, startTalk } from '../support/talk';

const PAINTS = ['Light blue', 'Dark blue', 'Cream', 'Olive', 'Sand'];

/** What was noted of these turns, behind an offer. */
async function unmatchedOf(message: Message, ...said: readonly (string | ReturnType<typeof command>)[]) {
  const { platform } = scriptedPlatform((input) => (input.kind === 'start' ? [] : [message]));
  const noted: Unmatched[] = [];
  const talk = startTalk(platform, { onUnmatched: (unmatched) => void noted.push(unmatched) });
  for (const words of ['hello', ...said]) await talk.say(words);
  return noted;
}

const offer = botMessage('Which one?', PAINTS);

test('words that match no option are noted with what was offered', async () => {
  expect(await unmatchedOf(offer, 'do you deliver on saturdays')).toEqual([
    { said: 'do you deliver on saturdays', offered: PAINTS, outcome: 'sent' },
  ]);
});

test('so is what was asked back', async () => {
  expect(await unmatchedOf(offer, 'blue')).toEqual([{ said: 'blue', offered: PAINTS, outcome: 'asked' }]);
  const films = botMessage('Which one?', ['Drama', 'Comedy']);
  expect(await unmatchedOf(films, 'a drummer')).toMatchObject([{ said: 'a drummer', outcome: 'asked' }]);
});

test.each<[string, Message, string | ReturnType<typeof command>]>([
  ['an option that is picked', offer, 'cream'],
  ['options that are read again', offer, 'what were they'],
  ['a command of ours', offer, 'help'],
  ['a built-in intent, which has no words', offer, command('help')],
  ['words where nothing was offered', botMessage('What is it about?'), 'my invoice'],
  ['a yes to the only option', botMessage('Shall I?', ['Track it']), 'yes'],
  [
    'what was asked for beside the options',
    { ...botMessage('What is your address?', ['Skip']), inputRequest: { kind: 'email' } },
    'anne at example dot com',
  ],
  ['a code', botMessage('What is your PIN?', ['Skip', 'Help me']), 'four seven double one'],
])('%s is not', async (_what, message, said) => {
  expect(await unmatchedOf(message, said)).toEqual([]);
});

test('a long story is cut', async () => {
  const story = `well the thing is ${'that it was raining and '.repeat(30)}so I stayed`;
  const [one] = await unmatchedOf(offer, story);
  expect(one?.said.length).toBeLessThanOrEqual(200);
});

test('what is played back is noted once', async () => {
  const { platform } = scriptedPlatform((input) => (input.kind === 'start' ? [] : [offer]));
  const noted: Unmatched[] = [];
  const talk = startTalk(platform, { onUnmatched: (unmatched) => void noted.push(unmatched) });
  await talk.say('hello');
  await talk.say('do you deliver', { fingerprint: 'f1' });
  await talk.say('do you deliver', { fingerprint: 'f1' });
  expect(noted).toHaveLength(1);
});
