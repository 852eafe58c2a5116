import type { SendOutcome } from '../../lambda/amazon/send-outcome';
import type { AloudError } from '../../lambda/errors';
import { createCircuitBreaker } from '../../lambda/notifications/circuit-breaker';

const SECOND = 1000;
const START = 1_800_000_000_000;

function setUp(random = 0) {
  const clock = { now: START };
  const told: string[] = [];
  const breaker = createCircuitBreaker({
    telemetry: {
      error: (error, where) => {
        expect(where).toBe('notifications');
        told.push(`${(error as AloudError).code} ${(error as Error).message}`);
      },
    },
    now: () => clock.now,
    random: () => random,
  });
  return {
    ...{ clock, told },
    /** For how many seconds from now nothing may be sent. */
    left: () => {
      const until = breaker.openUntil();
      return until === undefined ? undefined : (until - clock.now) / SECOND;
    },
    /** What became of an alert for each of these users. */
    record(outcome: SendOutcome, users: readonly string[] = ['anne']) {
      for (const user of users) breaker.record(outcome, user);
    },
  };
}

const FIVE = ['anne', 'ben', 'carl', 'dora', 'eve'];
const failed: SendOutcome = { kind: 'failed', reason: 'HTTP 503' };
const throttled = (seconds?: number): SendOutcome => ({
  kind: 'throttled',
  ...(seconds !== undefined && { retryAfterMs: seconds * SECOND }),
});

test('Amazon is left alone for as long as she says, and by chance a little longer; that is said once', () => {
  const { clock, told, left, record } = setUp(0.5);
  expect(left()).toBeUndefined();
  record(throttled(90));
  expect(left()).toBe(90.5);
  expect(told).toEqual(['ALOUD_NOTIFICATIONS_THROTTLED notifications: HTTP 429; none for 91 s']);
  clock.now += 90.5 * SECOND - 1;
  expect(left()).toBe(0.001);
  clock.now += 1;
  expect(left()).toBeUndefined();
});

test('what was on its way meanwhile prolongs it only where she says for how long, and shortens it never', () => {
  const { told, left, record } = setUp();
  record(throttled(10));
  record(throttled());
  record(failed, FIVE);
  record(throttled(5));
  expect(left()).toBe(10);
  record(throttled(120));
  expect(left()).toBe(120);
  expect(told).toHaveLength(1);
});

test('for no time at all is a second', () => {
  const { left, record } = setUp();
  record(throttled(0));
  expect(left()).toBe(1);
});

test('a clock that was set back ends it', () => {
  const { clock, left, record } = setUp();
  record(throttled(90));
  clock.now -= 1;
  expect(left()).toBeUndefined();
});

test('where she does not say for how long it is longer each time, until one is taken', () => {
  const { clock, left, record } = setUp();
  const next = () => {
    record(throttled());
    const seconds = left() ?? 0;
    clock.now += seconds * SECOND;
    return seconds;
  };
  const [first, second, third] = [next(), next(), next()];
  expect([second, third]).toEqual([2 * first, 4 * first]);
  for (let n = 0; n < 10; n++) next();
  expect(next()).toBeLessThanOrEqual(15 * 60);
  record({ kind: 'accepted' });
  expect(next()).toBe(first);
});

test.each([
  [failed, 'ALOUD_NOTIFICATIONS_UNAVAILABLE notifications: HTTP 503; none for 23 s'],
  [
    { kind: 'bad_token', reason: 'HTTP 401' },
    'ALOUD_NOTIFICATIONS_UNAUTHORIZED notifications: HTTP 401; none for 23 s',
  ],
  [{ kind: 'rejected', reason: 'HTTP 400' }, 'ALOUD_NOTIFICATIONS_REJECTED notifications: HTTP 400; none for 23 s'],
] as const)('where five users fail and none succeeds the fault is not with them: %j', (outcome, message) => {
  const { told, left, record } = setUp();
  record(outcome, FIVE.slice(0, 4));
  record(outcome, FIVE.slice(0, 4));
  expect(left()).toBeUndefined();
  record(outcome, ['eve']);
  expect(left()).toBeGreaterThan(20);
  expect(told).toEqual([message]);
});

test.each(['accepted', 'duplicate', 'unsubscribed', 'day_full'] as const)('one that is %s is enough', (kind) => {
  const { left, record } = setUp();
  record(failed, FIVE.slice(0, 4));
  record({ kind });
  record(failed, ['eve']);
  expect(left()).toBeUndefined();
});

test('without a token nothing is sent until the next is asked for; who asks for it has said so', () => {
  const { told, left, record } = setUp();
  record({ kind: 'no_token', retryAt: START + 7 * SECOND } as SendOutcome);
  expect([left(), told]).toEqual([7, []]);
});
