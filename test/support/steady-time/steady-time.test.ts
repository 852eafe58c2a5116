import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { startSteadyClock } from './clock';
import { createTimers } from './timers';

/** The machine has something else to do: the process is not let run for so many milliseconds. */
const stall = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

describe('while the process is not let run', () => {
  test('no clock goes on', () => {
    const read = () => [performance.now(), Date.now(), Date.parse(new Date().toISOString())];
    const before = read();
    stall(500);
    for (const [index, at] of read().entries()) expect(at - (before[index] ?? 0)).toBeLessThan(100);
  });

  test('no time is over that was not', async () => {
    const over: string[] = [];
    const signal = AbortSignal.timeout(100);
    signal.addEventListener('abort', () => over.push('signal'));
    const timer = setTimeout(() => over.push('timer'), 100);
    const ticks = setInterval(() => over.push('tick'), 100);
    const rest = delay(100).then(() => over.push('rest'));
    stall(300);
    for (let turns = 0; turns < 3; turns++) await nextTurn();
    expect(over).toEqual([]);
    await rest;
    clearTimeout(timer);
    clearInterval(ticks);
    expect(signal.aborted).toBe(true);
    expect(over).toEqual(['signal', 'timer', 'tick', 'rest']);
  });
});

test('timers go on in the order of their times, tell what they were given, and can be taken back', async () => {
  const told: unknown[] = [];
  const back = setTimeout(() => told.push('taken back'), 5);
  setTimeout((...given: unknown[]) => told.push(...given), 40, 'later', 2);
  setTimeout(() => told.push('soon'), 10);
  const again = setTimeout(() => told.push('again'), 20);
  clearTimeout(back);
  expect(again.hasRef()).toBe(true);
  expect(await delay(60, 'value')).toBe('value');
  expect(told).toEqual(['soon', 'again', 'later', 2]);
  again.refresh();
  await delay(40);
  expect(told.at(-1)).toBe('again');
});

test('what a file leaves behind does not keep its worker', async () => {
  const clock = startSteadyClock();
  const { startTimeout, startInterval, end } = createTimers(clock);
  const rung: string[] = [];
  startTimeout(() => rung.push('timer'), 20);
  startInterval(() => rung.push('tick'), 20);
  end();
  await delay(60);
  clock.stop();
  expect(rung).toEqual([]);
});

test('a wait that is given up ends as those of Node do', async () => {
  const reason = new Error('nobody waits');
  const error = { name: 'AbortError', code: 'ABORT_ERR', cause: reason };
  await expect(delay(60_000, undefined, { signal: AbortSignal.abort(reason) })).rejects.toMatchObject(error);
  const controller = new AbortController();
  const waiting = delay(60_000, undefined, { signal: controller.signal });
  controller.abort(reason);
  await expect(waiting).rejects.toMatchObject(error);
});

test('a date is a date, of this clock or as it is written', () => {
  expect(new Date()).toBeInstanceOf(Date);
  expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
  expect(new Date().constructor).toBe(Date);
  expect(Date.UTC(2026, 0)).toBe(Date.parse('2026-01-01'));
});
