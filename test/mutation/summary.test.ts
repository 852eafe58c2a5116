import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOMS } from '../../scripts/mutation/rooms';
import { type Mutant, summarize } from '../../scripts/mutation/summary';

const mutant = (status: string, more: Partial<Mutant> = {}): Mutant => ({
  fileName: __filename,
  mutatorName: 'BooleanLiteral',
  replacement: 'false',
  location: { start: { line: 1, column: 1 }, end: { line: 1, column: 7 } },
  status,
  ...more,
});

test('what ran out of time was not killed, whoever ended it, and what did not run does not count', () => {
  const lines = summarize([
    mutant('Killed'),
    mutant('Killed', { statusReason: 'thrown: "Exceeded timeout of 12000 ms for a test.' }),
    mutant('Timeout'),
    mutant('Survived'),
    mutant('NoCoverage'),
    mutant('RuntimeError'),
  ]);
  const figures = '20.0 % of 5 killed (1 killed, 1 survived, 1 without a test, 2 out of time, 1 did not run)';
  expect(lines.slice(-2)).toEqual([`${figures}  test/mutation/summary.test.ts`, `${figures}  in all`]);
});

test('what survived is named with what was there and what took its place', () => {
  const [first, second] = summarize([
    mutant('Survived', { location: { start: { line: 2, column: 1 }, end: { line: 3, column: 3 } } }),
    mutant('NoCoverage'),
  ]);
  expect(first).toMatch(/^survived: test\/mutation\/summary\.test\.ts:2:1 BooleanLiteral: import .+ … -> false$/);
  expect(second).toBe('without a test: test/mutation/summary.test.ts:1:1 BooleanLiteral: import -> false');
});

test('where nothing ran there is no share', () => {
  expect(summarize([]).at(-1)).toMatch(/^- of 0 killed/);
});

test.each(Object.entries(ROOMS))(
  'the code of the room %s is there, and so are the tests that judge it',
  (_name, room) => {
    for (const glob of [...room.mutate, ...room.tests]) {
      const path = join(__dirname, '../..', glob.replace(/^!/, '').replace(/[^/]*[*(].*$/, ''));
      expect({ path, there: existsSync(path) }).toEqual({ path, there: true });
    }
  },
);
