import type { Understood } from '../../lambda/conversation/action';
import { botMessage, scriptedPlatform, startTalk } from '../support/talk';

/** What is told of the last of these turns, behind an offer. */
async function understoodOf(labels: readonly string[], ...said: readonly string[]) {
  const message = botMessage('Which one?', labels);
  const { platform } = scriptedPlatform((input) => (input.kind === 'start' ? [] : [message]));
  const talk = startTalk(platform);
  let understood: Understood | undefined;
  for (const words of ['hello', ...said]) ({ understood } = await talk.say(words));
  return understood;
}

const PAINTS = ['Light blue', 'Dark blue', 'Cream', 'Drama', 'Olive', 'Sand'];

test.each<[string, readonly string[], Partial<Understood> | undefined]>([
  ['an option that is picked', ['cream'], { rule: 'exact', answer: 'picked', confidence: 1 }],
  ['what several options fit', ['blue'], { answer: 'asked-which' }],
  ['the one of them that was meant', ['blue', 'the dark one'], { answer: 'picked' }],
  ['options that are read again', ['what were they'], { rule: 'offer', answer: 'listed' }],
  ['options that come next', ['more options'], { rule: 'command', answer: 'listed' }],
  ['words for the bot', ['do you deliver on saturdays'], undefined],
])('%s: how it was understood is told', async (_what, said, expected) => {
  const understood = await understoodOf(PAINTS, ...said);
  if (expected === undefined) expect(understood).toBeUndefined();
  else expect(understood).toMatchObject(expected);
});

test('what only sounds like an option is asked about, and then confirmed or not', async () => {
  const FILMS = ['Drama', 'Comedy'];
  const heard = 'a drummer';
  expect(await understoodOf(FILMS, heard)).toEqual({ rule: 'sound', answer: 'asked-whether' });
  expect(await understoodOf(FILMS, heard, 'yes')).toEqual({ rule: 'sound', answer: 'confirmed' });
  expect(await understoodOf(FILMS, heard, 'no')).toEqual({ rule: 'yes-no', answer: 'listed' });
});

test('yes to the only option picks it', async () => {
  expect(await understoodOf(['Track it'], 'yes')).toMatchObject({ rule: 'yes-no', answer: 'picked' });
});
