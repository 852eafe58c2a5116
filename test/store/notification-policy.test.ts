import {
  asked,
  dueAfterAsk,
  earliestNext,
  firstNumber,
  firstState,
  heard,
  latestSent,
  leased,
  left,
  lengthOfLine,
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

test('that moment is the same, whichever way it is asked for', () => {
  const now = 100 * MINUTE;
  expect(latestSent(now)).toBe(90 * MINUTE);
  expect(earliestNext(latestSent(now), now)).toBe(now);
  expect(earliestNext(now, now)).toBe(now + 10 * MINUTE);
});

test('a first number is not guessed, and a user who comes back begins with another', () => {
  const numbers = Array.from({ length: 20 }, firstNumber);
  expect(new Set(numbers).size).toBeGreaterThan(18);
  for (const number of numbers) expect([number >= 0, number < 2 ** 31]).toEqual([true, true]);
});

test('moments are whole milliseconds, as databases keep them', () => {
  expect(dueAfterAsk({}, 5.7)).toBe(5);
  expect(latestSent(10 * MINUTE + 0.5)).toBe(0);
  const held = leased(asked(NEW, 1), 'mine', { ...CLAIM, now: 100.5 });
  expect(held.dueAt).toBe(MINUTE + 100);
  expect(settled(held, { kind: 'later', dueAt: 50.9, failed: false }).dueAt).toBe(50);
  expect(settled(asked(held, 2), { kind: 'sent', at: 7.5 }).dueAt).toBe(7 + 10 * MINUTE);
  expect(left({ ...NEW, lease: PUT_OFF, dueAt: 500 }, 500, 100.5).dueAt).toBe(100);
  expect(startOfLine(0, { ...CLAIM, now: 100.5 })).toBe(100);
  expect(placeInLine(100, 3, { paceMs: 0.5 })).toBe(101);
  expect([lengthOfLine(3, { paceMs: 0.5 }), lengthOfLine(4, { paceMs: 25 })]).toEqual([2, 100]);
});

test('what was sent before the clock was set back keeps nobody waiting', () => {
  expect(earliestNext(2001 + 10 * MINUTE, 2000)).toBe(0);
});

test('a process whose clock is a minute behind tells nobody again who has just been told', () => {
  const now = 100 * MINUTE;
  expect(earliestNext(now, now - MINUTE)).toBe(now + 10 * MINUTE);
  expect(asked({ ...NEW, sentAt: now }, now - MINUTE).dueAt).toBe(now + 10 * MINUTE);
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

test('nobody who is held, not put off or not due is told for having left', () => {
  const held = leased(asked(NEW, 1), 'mine', CLAIM);
  for (const state of [held, { ...NEW, lease: PUT_OFF }]) expect(left(state, 10 ** 9, 100)).toBe(state);
  const soon = settled(held, { kind: 'later', dueAt: 50, failed: false });
  expect(left(soon, 500, 100).dueAt).toBe(50);
});

test('what comes while a notification was put off for others brings it forward, and else does not', () => {
  const held = leased(asked(NEW, 1), 'mine', CLAIM);
  const [yields, waits] = [true, undefined].map((yields) =>
    settled(held, { kind: 'later', dueAt: 9000, failed: true, ...(yields && { yields }) }),
  );
  expect([yields, waits].map((state) => asked(state ?? NEW, 5000).dueAt)).toEqual([5000, 9000]);
});

test('who was told stays told until they come, whatever becomes of the next', () => {
  const told = settled(leased(asked(NEW, 1), 'mine', CLAIM), { kind: 'sent', at: 70 });
  expect(told).toMatchObject({ sentAt: 70, lease: undefined, dueAt: undefined });
  expect(settled(told, { kind: 'needless' }).sentAt).toBe(70);
  expect(settled(told, { kind: 'dead', at: 90, reason: 'no' })).toMatchObject({ number: NEW.number + 2, sentAt: 70 });
  expect(heard(NEW)).toBe(NEW);
});

test('the line of all notifications goes on where it ends, neither in the past nor behind a lease', () => {
  expect([1, 100_500, 10 ** 9].map((next) => startOfLine(next, CLAIM))).toEqual([100_000, 100_500, 160_000]);
  expect(placeInLine(100_500, 3, CLAIM)).toBe(100_800);
});
