import { parseArgs } from 'node:util';
import { readArguments } from '../../scripts/usage';

const read = (args: readonly string[]) =>
  readArguments(
    args,
    'how it is used',
    (given) => parseArgs({ args: given, options: { seed: { type: 'string' } } }).values,
  );

afterEach(() => {
  process.exitCode = undefined;
  jest.restoreAllMocks();
});

test('a tool tells how it is used when it is asked, or given what it does not know', () => {
  const told = jest.spyOn(console, 'log').mockImplementation(() => {});
  const complained = jest.spyOn(console, 'error').mockImplementation(() => {});
  expect(read(['--seed', '7'])).toEqual({ seed: '7' });
  expect(read(['--help'])).toBeUndefined();
  expect([told.mock.calls, process.exitCode]).toEqual([[['how it is used']], undefined]);
  expect([read(['--seeds', '7']), read(['--seed'])]).toEqual([undefined, undefined]);
  const lines = complained.mock.calls.map(([line]) => line as string);
  expect(lines).toEqual([expect.stringContaining('--seeds'), expect.stringContaining('--seed')]);
  expect(lines.every((line) => line.endsWith('\nhow it is used'))).toBe(true);
  expect(process.exitCode).toBe(2);
});
