import fc from 'fast-check';
import { createDelay } from '../../lambda/skill/delay';

const NOON = Date.parse('2026-11-25T12:00:00Z');

/** What Alexa writes who sends a request then. */
const stampOf = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** A process that is started at noon; `clock`: what its clock is ahead of Alexa's. */
function start(clock = 0) {
  let now = NOON + clock;
  const delayOf = createDelay(() => now);
  return {
    /** A request that Alexa sends so long after noon, and that comes so much later. */
    receive(sent: number, way: number) {
      now = NOON + clock + sent + way;
      return delayOf(stampOf(NOON + sent));
    },
  };
}

test('a request that came at once has no delay, whatever part of a second it was sent in', () => {
  const { receive } = start();
  for (let sent = 0; sent < 5000; sent += 90) expect(receive(sent, 0)).toBe(0);
});

test('what a request waited is told to the second, and never as more', () => {
  fc.assert(
    fc.property(fc.nat(60_000), fc.nat(7000), (sent, way) => {
      const delay = start().receive(sent, way);
      expect(delay).toBeLessThanOrEqual(way);
      expect(delay).toBeGreaterThanOrEqual(way - 1000);
    }),
  );
});

test.each([-20_000, -3000, 20_000])('a clock that is off by %d ms delays nothing', (clock) => {
  const { receive } = start(clock);
  for (let sent = 0; sent < 20_000; sent += 700) expect(receive(sent, 50)).toBe(0);
});

test('a clock that is a little ahead is known after a minute', () => {
  const { receive } = start(4000);
  expect(receive(0, 0)).toBe(3000);
  for (let sent = 0; sent <= 180_000; sent += 15_000) receive(sent, 0);
  expect(receive(200_000, 0)).toBe(0);
  expect(receive(215_000, 3000)).toBeGreaterThanOrEqual(2000);
});

test('a clock that is behind hides no delay once it is known', () => {
  const { receive } = start(-4000);
  receive(0, 0);
  expect(receive(1000, 3000)).toBe(2000);
});

test('a time that nobody can read delays nothing', () => {
  expect(createDelay()('noon')).toBe(0);
});
