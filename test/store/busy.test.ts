import { isBusy, PATIENCE_MS, pauseBefore, whenFree } from '../../lambda/store/sqlite/busy';

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
  await expect(whenFree(read)).rejects.toThrow('disk full');
  expect(tries).toBe(1);
});

test('what stays locked is given up, after it was tried ever more seldom', async () => {
  let tries = 0;
  const started = performance.now();
  const read = () => {
    tries++;
    throw locked(5);
  };
  await expect(whenFree(read)).rejects.toThrow('database is locked');
  expect(performance.now() - started).toBeGreaterThan(PATIENCE_MS - 1);
  expect(tries).toBeLessThan(100);
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
