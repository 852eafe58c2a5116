import { cameAtOf, markRepetition, mayRepeat, repeatsUntil, unanswered } from '../../lambda/store/saying';
import { botMessage } from '../support/talk';

const MINUTE = 60_000;
const at = (sentAt: number) => ({ kind: 'message', message: { ...botMessage('Okay.'), sentAt } }) as const;

test('a content that was not answered well may be repeated for an hour', () => {
  const said = unanswered(1000);
  expect(mayRepeat(said, 1000 + 60 * MINUTE - 1)).toBe(true);
  expect(mayRepeat(said, 1000 + 60 * MINUTE)).toBe(false);
});

test('one that was, for two seconds', () => {
  const said = { cameAt: 1000, repeatsUntil: repeatsUntil(1500.5) };
  expect([3499, 3500].map((moment) => mayRepeat(said, moment))).toEqual([true, false]);
});

test('clocks may differ by a minute; what came later than that tells nothing', () => {
  const said = unanswered(10 * MINUTE);
  expect([9 * MINUTE, 9 * MINUTE - 1].map((moment) => mayRepeat(said, moment))).toEqual([true, false]);
});

test('a possible repetition is marked with when the content had come', () => {
  expect(markRepetition(at(2000), unanswered(1000))).toEqual({ ...at(2000), repeats: 1000 });
  expect(markRepetition(at(2000), undefined)).toEqual(at(2000));
  expect(markRepetition(at(2000), { cameAt: 1000, repeatsUntil: 2000 })).toEqual(at(2000));
});

test('an item came when it says, in whole milliseconds', () => {
  expect(cameAtOf(at(7.9))).toBe(7);
  expect(cameAtOf({ kind: 'closed', at: 8.9 })).toBe(8);
});
