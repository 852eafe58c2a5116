import { join } from 'node:path';
import { judgedAgain, rangeOf } from '../../scripts/mutation/stryker';
import type { Mutant } from '../../scripts/mutation/summary';

const mutant = (status: string, column: number): Mutant => ({
  fileName: join(process.cwd(), 'lambda/speech/pauses.ts'),
  mutatorName: 'BooleanLiteral',
  replacement: 'false',
  location: { start: { line: 3, column }, end: { line: 4, column: column + 4 } },
  status,
});

test('what the quick pass left alive is asked for by its place, as Stryker counts it', () => {
  expect(rangeOf(mutant('Survived', 5))).toBe('lambda/speech/pauses.ts:3:4-4:8');
});

test('of a change that was judged twice the last word counts; what lies beside it in its range is none of ours', () => {
  const left = [mutant('Killed', 1), mutant('Survived', 5), mutant('Survived', 9)];
  const again = [mutant('Killed', 5), mutant('Timeout', 9), mutant('Survived', 20)];
  expect(judgedAgain(left, again).map(({ status }) => status)).toEqual(['Killed', 'Killed', 'Timeout']);
});
