import { isRepetition, recentSends } from '../../lambda/conversation/repetitions';
import { botMessage } from '../support/talk';

const message = (sentAt: number, repeats?: number) => ({
  ref: '1',
  item: { kind: 'message', message: { ...botMessage('Okay.'), sentAt }, ...(repeats !== undefined && { repeats }) },
});
const end = (at: number, repeats: number) => ({ ref: '1', item: { kind: 'closed', at, repeats } });

test.each<[string, object, readonly number[] | undefined, boolean]>([
  ['what repeats nothing', message(20), [], false],
  ['what came again with no word in between', message(20, 10), [], true],
  ['what came again in a conversation where nothing was ever sent', message(20, 10), undefined, true],
  ['what came again behind a word of the user’s', message(20, 10), [15], false],
  ['what came again in the moment of that word', message(20, 10), [20], false],
  ['what came again before that word', message(20, 10), [21], true],
  ['what had come in the moment of that word already', message(20, 10), [10], true],
  ['what came again behind the last of several words', message(20, 10), [5, 15], false],
  ['an end that came again', end(20, 10), [], true],
  ['an end that came again behind a word of the user’s', end(20, 10), [15], false],
])('%s: %j, sent at %j', (_which, item, sends, expected) => {
  expect(isRepetition(item as Parameters<typeof isRepetition>[0], sends)).toBe(expected);
});

test('the last five words to the bot are remembered, those of this turn behind the others', () => {
  expect(recentSends([1, 2, 3, 4], [5, 6])).toEqual([2, 3, 4, 5, 6]);
  expect(recentSends(undefined, [5])).toEqual([5]);
  expect(recentSends([1], undefined)).toEqual([1]);
});
