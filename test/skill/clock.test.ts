import fc from 'fast-check';
import { clockOf } from '../../lambda/skill/clock';
import { requestOf, skillAmongRecorders } from './stage';

const AT = Date.parse('2026-11-29T12:00:00Z');
const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

test('a clock that fits the timestamp is ours, to the millisecond', () => {
  const onTheWay = fc.integer({ min: -1000, max: 6900 });
  fc.assert(
    fc.property(onTheWay, fc.nat(999), (ms, fraction) => {
      const now = AT + fraction + ms;
      expect(clockOf(stamp(AT + fraction), () => now)()).toBe(now);
    }),
  );
});

test.each([-60_000, 60_000, 140_000])('a clock that is wrong by %i ms gives way to Alexa, and goes on', (shift) => {
  let now = AT + shift;
  const clock = clockOf(stamp(AT), () => now);
  expect(clock()).toBe(AT);
  now += 2500;
  expect(clock()).toBe(AT + 2500);
});

test.each(['2015-05-13T12:34:56Z', 'yesterday'])(
  'a timestamp that is no request of now says nothing: %s',
  (timestamp) => {
    expect(clockOf(timestamp, () => AT)()).toBe(AT);
  },
);

test('a turn and the end of a session go by it', async () => {
  const { skill, turns, ended } = skillAmongRecorders();
  const timestamp = stamp(Date.now() - 60_000);
  await skill.invoke(requestOf({ type: 'LaunchRequest', timestamp }, { sessionId: 's' }));
  await skill.invoke(requestOf({ type: 'SessionEndedRequest', timestamp }, { sessionId: 's', attributes: {} }));
  for (const at of [turns[0]?.now(), ended[0]?.at]) {
    expect(at).toBeGreaterThanOrEqual(Date.parse(timestamp));
    expect(at).toBeLessThan(Date.parse(timestamp) + 30_000);
  }
});
