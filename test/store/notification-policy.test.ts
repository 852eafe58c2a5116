import {
  asked,
  dueAfterAsk,
  earliestNext,
  firstState,
  heard,
  leased,
  left,
  PUT_OFF,
  placeInLine,
  settled,
  startOfLine,
} from '../../lambda/store/notification-policy';

const MINUTE = 60_000;
const CLAIM = { now: 100_000, limit: 1, leaseMs: MINUTE, paceMs: 100 };
const NEW = firstState();

test('a user who was told and has not come is left in peace for ten minutes', () => {
  expect(earliestNext(undefined, 5)).toBe(0);
  expect(earliestNext(1000, 2000)).toBe(1000 + 10 * MINUTE);
  expect(dueAfterAsk({ sentAt: 1000 }, 2000)).toBe(1000 + 10 * MINUTE);
  expect(asked(heard({ ...NEW, sentAt: 1000 }), 2000).dueAt).toBe(2000);
});

test('what was sent before the clock was set back keeps nobody waiting', () => {
  expect(earliestNext(5000, 2000)).toBe(0);
});

test('the soonest ask counts, but not while the notification is held or put off', () => {
  const waiting = asked(asked(NEW, 9000), 5000);
  expect([waiting.dueAt, waiting.asks]).toEqual([5000, 2]);
  expect(asked(waiting, 7000).dueAt).toBe(5000);
  expect(asked(leased(waiting, 'mine', CLAIM), 1).dueAt).toBe(100_000 + MINUTE);
});

test('what was asked for under a lease makes it due again, unless it was given up', () => {
  const held = asked(leased(asked(NEW, 1), 'mine', CLAIM), 2);
  expect(settled(held, { kind: 'sent', at: 7 })).toMatchObject({ number: NEW.number + 1, dueAt: 7 + 10 * MINUTE });
  expect(settled(held, { kind: 'needless' })).toMatchObject({ number: NEW.number, dueAt: 0 });
  expect(settled(held, { kind: 'dead', at: 7, reason: 'no' }).dueAt).toBeUndefined();
  expect(settled(leased(asked(NEW, 1), 'mine', CLAIM), { kind: 'needless' }).dueAt).toBeUndefined();
});

test('tries are counted until one comes to an end', () => {
  const held = leased(asked(NEW, 1), 'mine', CLAIM);
  const later = settled(held, { kind: 'later', dueAt: 50, failed: true });
  expect(later).toMatchObject({ attempts: 1, lease: PUT_OFF, dueAt: 50, number: NEW.number });
  expect(settled(later, { kind: 'later', dueAt: 60, failed: false }).attempts).toBe(1);
  expect(settled(later, { kind: 'sent', at: 70 }).attempts).toBe(0);
});

test('who leaves early is told early', () => {
  const later = settled(leased(asked(NEW, 1), 'mine', CLAIM), { kind: 'later', dueAt: 500, failed: false });
  expect(left(later, 500, 100)).toMatchObject({ lease: undefined, dueAt: 100 });
  expect(left(later, 499, 100)).toBe(later);
  expect(left(asked(NEW, 400), 500, 100).dueAt).toBe(400);
});

test('the line of all notifications goes on where it ends, neither in the past nor behind a lease', () => {
  expect([1, 100_500, 10 ** 9].map((next) => startOfLine(next, CLAIM))).toEqual([100_000, 100_500, 160_000]);
  expect(placeInLine(100_500, 3, CLAIM)).toBe(100_800);
});
