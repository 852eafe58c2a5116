import type { Outgoing } from '../../lambda/conversation/outbox';
import { dueWhenFreed, wordsDueAt } from '../../lambda/conversation/queued-words';
import { startStopwatch } from '../../lambda/conversation/stopwatch';

const NOW = 1_790_000_000_000;
const words = (state: Outgoing['state'], more: Partial<Outgoing> = {}): Outgoing => ({
  ...{ id: `${state} ${more.id ?? ''}`, input: { kind: 'text', text: 'tea' }, saidAt: NOW, state },
  ...more,
});
const dueIn = (...box: readonly Outgoing[]) => {
  const due = wordsDueAt(box, NOW);
  return due === undefined ? undefined : due - NOW;
};

describe('queued words are due', () => {
  test.each<[string, readonly Outgoing[], number | undefined]>([
    ['never, where there are none', [], undefined],
    ['never, where all are told', [words('sent', { sentAt: NOW })], undefined],
    ['in three seconds, where nothing is outstanding', [words('queued')], 3000],
    ['in five seconds, where the platform has not taken them', [words('queued', { tries: 1 })], 5000],
    ['twice as long after that', [words('queued', { tries: 2 })], 10_000],
    ['in two minutes at most', [words('queued', { tries: 9 })], 120_000],
    [
      'when the answer before is not expected any more',
      [words('sent', { sentAt: NOW - 20_000 }), words('queued')],
      40_000,
    ],
    ['in three seconds, where that is soon', [words('sent', { sentAt: NOW - 59_000 }), words('queued')], 3000],
    [
      'when a greeting is not expected any more',
      [words('sent', { input: { kind: 'start' }, sentAt: NOW - 2000 }), words('queued')],
      8000,
    ],
  ])('%s', (_when, box, ms) => {
    expect(dueIn(...box)).toBe(ms);
  });

  test('three seconds after something has come for them, in whole milliseconds', () => {
    expect(dueWhenFreed(NOW + 0.7)).toBe(NOW + 3000);
  });
});

test('a stopwatch tells by stage where the time went, in all, and how often the database was asked', () => {
  let now = 100;
  const stopwatch = startStopwatch(() => now);
  now = 103;
  stopwatch.lap('open');
  now = 110;
  stopwatch.lap('send');
  now = 111;
  stopwatch.lap('open', 'ALOUD_STORE_BUSY');
  stopwatch.trip();
  stopwatch.trip();
  now = 120;
  expect(stopwatch.timings()).toEqual({ open: 4, send: 7 });
  expect(stopwatch.laps()).toEqual([
    { stage: 'open', ms: 3 },
    { stage: 'send', ms: 7 },
    { stage: 'open', ms: 1, error: 'ALOUD_STORE_BUSY' },
  ]);
  expect([stopwatch.startedAt, stopwatch.total(), stopwatch.trips()]).toEqual([100, 20, 2]);
});
