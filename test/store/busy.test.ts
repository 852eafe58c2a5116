import { AloudError } from '../../lambda/errors';
import { isBusy, PATIENCE_MS, pauseBefore, whenFree } from '../../lambda/store/sqlite/busy';
import { guard, guardAsync } from '../../lambda/store/sqlite/errors';

const locked = (rawCode: unknown) => Object.assign(new Error('database is locked'), { rawCode });

test.each([
  [locked(5), true],
  // Of a snapshot, as the further bits say.
  [locked(517), true],
  [locked(6), false],
  [locked('5'), false],
  [new Error('disk full'), false],
  [undefined, false],
])('%p is a lock of another process: %p', (error, busy) => {
  expect(isBusy(error)).toBe(busy);
});

test('what is locked is tried again until it is free', async () => {
  const errors = [locked(5), locked(517), locked(5)];
  const read = () => {
    const error = errors.pop();
    if (error) throw error;
    return 'read';
  };
  expect(await whenFree(read)).toBe('read');
});

test('any other error is told at once', async () => {
  let tries = 0;
  const read = () => {
    tries++;
    throw new Error('disk full');
  };
  expect(() => whenFree(read)).toThrow('disk full');
  expect(tries).toBe(1);
});

test('what stays locked is given up, after it was tried ever more seldom', async () => {
  let tries = 0;
  const started = performance.now();
  const read = () => {
    tries++;
    if (performance.now() - started > 3 * PATIENCE_MS) return;
    throw locked(5);
  };
  await expect(whenFree(read)).rejects.toThrow('database is locked');
  expect(performance.now() - started).toBeGreaterThan(PATIENCE_MS - 1);
  expect(tries).toBeLessThan(100);
});

test.each<[unknown, string, string]>([
  [locked(5), 'ALOUD_STORE_BUSY', 'cannot save: another process has had the database locked for too long'],
  [new Error('disk full'), 'ALOUD_STORE_UNAVAILABLE', 'cannot save: disk full'],
  [new SyntaxError('"my private words" is no JSON'), 'ALOUD_STORE_UNAVAILABLE', 'cannot save: a row is damaged'],
  ['odd', 'ALOUD_STORE_UNAVAILABLE', 'cannot save: unknown reason'],
  [new AloudError('ALOUD_STORE_SEALED', 'sealed'), 'ALOUD_STORE_SEALED', 'sealed'],
])('of %p the operator is told %s: %s', async (error, code, message) => {
  const fail = () => {
    throw error;
  };
  expect(() => guard('save', fail)).toThrow(expect.objectContaining({ code, message }));
  await expect(guardAsync('save', async () => fail())).rejects.toMatchObject({ code, message });
});

test('each pause is longer than the one before, up to a twentieth of a second, and by chance a little shorter', () => {
  const pauses = Array.from({ length: 12 }, (_, tries) => pauseBefore(tries));
  for (const [tries, pause] of pauses.entries()) {
    const most = Math.min(2 * 2 ** tries, 50);
    expect(pause).toBeGreaterThanOrEqual(most / 2);
    expect(pause).toBeLessThanOrEqual(most);
  }
  expect(new Set(Array.from({ length: 20 }, () => pauseBefore(9))).size).toBeGreaterThan(1);
});
