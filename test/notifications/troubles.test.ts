import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { referenceIdOf } from '../../lambda/amazon/message-alert';
import type { ProactiveEvents } from '../../lambda/amazon/proactive-events';
import { AloudError } from '../../lambda/errors';
import { DAY, HOUR, idOf, MINUTE, ROSA, type Scene, type SceneOptions, SECOND, setScene } from './scene';

let scene: Scene;
const USERS = ['anne', 'ben', 'carl', 'dora', 'eve', 'finn', 'gwen', 'hugo'];

/** A scene in which something waits for each of these users, and is due. */
async function start(users: readonly string[], options?: SceneOptions): Promise<void> {
  scene = await setScene(options);
  await scene.users(...users);
  for (const user of users) await scene.bring(user, 'Hello', ROSA);
  scene.clock.now += 5 * SECOND;
}

afterEach(() => scene.close());

async function later(ms: number): Promise<void> {
  scene.clock.now += ms;
  await scene.pass();
}

/** Time goes by until somebody is given up. */
async function untilDead(ms: number): Promise<void> {
  for (let n = 0; n < 300 && !scene.outcomes.includes('dead'); n++) await later(ms);
}

/** Lets the notifier run until something has come about, and tells what it did instead where that takes too long. */
async function runUntil(done: () => boolean): Promise<void> {
  const stop = new AbortController();
  const running = scene.notifier.run(stop.signal);
  const late = performance.now() + 20 * SECOND;
  while (!done() && performance.now() < late) await delay(2);
  const { outcomes, errors } = scene;
  const [dueAt, now] = [await scene.store.nextNotification(), Date.now()];
  stop.abort();
  await running;
  if (!done()) throw new Error(JSON.stringify({ outcomes, errors, answers: answers(), dueAt, now }));
}

/** Who of the users can be told something at this moment. */
const told = (users: readonly string[]) => users.filter((user) => scene.amazon.events.pending(idOf(user)).length > 0);
const answers = () => Object.fromEntries(scene.amazon.events.answers);

describe('Amazon fails', () => {
  test('for one user: tried again after half a minute, one, two, and never more than an hour', async () => {
    await start(['anne']);
    scene.amazon.events.behaviour.userFaults.set(idOf('anne'), 503);
    await scene.pass();
    const waits: number[] = [];
    for (let n = 0, last = scene.clock.now; n < 2000 && scene.outcomes.length < 12; n++) {
      const before = scene.outcomes.length;
      await later(SECOND * 15);
      if (scene.outcomes.length === before) continue;
      waits.push((scene.clock.now - last) / SECOND);
      last = scene.clock.now;
    }
    // Three quarters of it: chance adds the rest.
    expect(waits).toEqual([30, 45, 90, 180, 360, 720, 1440, 2700, 2700, 2700, 2700]);
    expect(scene.errors).toEqual([]);

    scene.amazon.events.behaviour.userFaults.clear();
    await later(HOUR);
    expect(told(['anne'])).toEqual(['anne']);
  });

  test('for one user, for a day: that notification becomes a dead letter, the next one does not', async () => {
    await start(['anne', 'ben']);
    scene.amazon.events.behaviour.userFaults.set(idOf('anne'), 503);
    const begun = scene.clock.now;
    await scene.pass();
    await untilDead(10 * MINUTE);
    expect(scene.clock.now - begun).toBeGreaterThan(15 * HOUR);
    expect(scene.clock.now - begun).toBeLessThan(30 * HOUR);
    expect(await scene.store.deadLetters(10)).toEqual([
      { key: 'anne', at: scene.clock.now, reason: 'tried for a day, at last: HTTP 503' },
    ]);
    expect(await scene.store.pendingNotifications()).toBe(0);

    scene.amazon.events.behaviour.userFaults.clear();
    await scene.bring('anne', 'Another', ROSA);
    await later(MINUTE);
    expect(scene.told('anne')).toEqual(['You have two new messages from Rosa']);
  });

  test('for everybody: after some it is left alone, said once, and then nobody is forgotten', async () => {
    const users = Array.from({ length: 200 }, (_, n) => `user${n}`);
    await start(users);
    scene.amazon.events.behaviour.faults.push(...Array.from({ length: 1000 }, () => 503));
    await scene.pass();
    expect(answers()[503]).toBeLessThan(80);
    expect(scene.errors).toEqual(['ALOUD_NOTIFICATIONS_UNAVAILABLE']);
    const tried = answers()[503];
    await later(10 * SECOND);
    expect(answers()[503]).toBe(tried);
    await later(MINUTE);
    expect(scene.errors).toEqual(['ALOUD_NOTIFICATIONS_UNAVAILABLE', 'ALOUD_NOTIFICATIONS_UNAVAILABLE']);

    scene.amazon.events.behaviour.faults.splice(0);
    await later(HOUR);
    expect(told(users)).toEqual(users);
    expect(answers()).toEqual({ 202: 200, 503: expect.any(Number) });
  });

  test('on the wire, with the notification taken: sent again it is known there, and that is as good', async () => {
    await start(['anne']);
    scene.amazon.events.behaviour.faults.push('reset');
    await scene.pass();
    await later(MINUTE);
    expect(scene.outcomes).toEqual(['failed', 'duplicate']);
    expect(scene.told('anne')).toEqual(['You have one new message from Rosa']);
    expect(await scene.store.pendingNotifications()).toBe(0);
  });
});

describe('Amazon limits', () => {
  test('the skill: nobody is told anything for as long as it says, then everybody is', async () => {
    await start(USERS);
    Object.assign(scene.amazon.events.behaviour, { perSecond: 0, retryAfterSeconds: 90 });
    await scene.pass();
    const refused = answers()[429] ?? 0;
    await scene.users('ivy');
    await scene.bring('ivy', 'Hello');
    await later(89 * SECOND);
    expect(answers()).toEqual({ 429: refused });
    expect(scene.errors).toEqual(['ALOUD_NOTIFICATIONS_THROTTLED']);

    scene.amazon.events.behaviour.perSecond = 100;
    await later(2 * SECOND);
    expect(told([...USERS, 'ivy'])).toEqual([...USERS, 'ivy']);
    expect(await scene.claim()).toEqual([]);
  });

  test('for no time at all: it is left alone for a second', async () => {
    await start(['anne']);
    Object.assign(scene.amazon.events.behaviour, { perSecond: 0, retryAfterSeconds: 0 });
    await scene.pass();
    await later(SECOND - 1);
    expect(answers()).toEqual({ 429: 1 });
    await later(1);
    expect(answers()).toEqual({ 429: 2 });
  });

  test('for so many seconds: not all processes begin at that moment', async () => {
    await start(['anne'], { random: () => 1 });
    Object.assign(scene.amazon.events.behaviour, { perSecond: 0, retryAfterSeconds: 90 });
    await scene.pass();
    await later(90 * SECOND);
    expect(answers()).toEqual({ 429: 1 });
    await later(SECOND);
    expect(answers()).toEqual({ 429: 2 });
  });

  test('without saying for how long: half a minute, then longer, and no attempt is lost by it', async () => {
    await start(['anne']);
    Object.assign(scene.amazon.events.behaviour, { perSecond: 0, retryAfterSeconds: undefined });
    await scene.pass();
    await later(22 * SECOND);
    expect(answers()).toEqual({ 429: 1 });
    await later(SECOND);
    expect(answers()).toEqual({ 429: 2 });
    await later(30 * SECOND);
    expect(answers()).toEqual({ 429: 2 });
    await later(HOUR);
    scene.amazon.events.behaviour.perSecond = 100;
    scene.clock.now += HOUR;
    expect(await scene.claim()).toMatchObject([{ attempts: 0 }]);
  });
});

describe('Login with Amazon', () => {
  test('is down: it is asked now and then, everything waits, nothing is lost', async () => {
    await start(USERS);
    scene.amazon.login.behaviour.faults.push(...Array.from({ length: 4 }, () => 503));
    await scene.pass();
    for (let n = 0; n < 3; n++) await later(MINUTE);
    expect([scene.amazon.login.requests, answers()]).toEqual([4, {}]);
    expect(new Set(scene.outcomes)).toEqual(new Set(['no_token']));
    expect(scene.errors).toEqual(Array.from({ length: 4 }, () => 'ALOUD_NOTIFICATIONS_UNAVAILABLE'));
    await later(5 * MINUTE);
    expect(told(USERS)).toEqual(USERS);
  });

  test('does not know the secret: it is asked seldom, and once it does, everything goes on', async () => {
    await start(USERS, { clientSecret: 'wrong' });
    for (let n = 0; n < 20; n++) await later(MINUTE);
    expect(scene.amazon.login.requests).toBeLessThan(7);
    expect(new Set(scene.errors)).toEqual(new Set(['ALOUD_NOTIFICATIONS_UNAUTHORIZED']));
    expect(answers()).toEqual({});
    expect(await scene.store.pendingNotifications()).toBe(8);
    expect(await scene.store.deadLetters(10)).toEqual([]);
    scene.clock.now += HOUR;
    expect(await scene.claim()).toEqual(Array.from({ length: 8 }, () => expect.objectContaining({ attempts: 0 })));
  });

  test('gave a token that has become bad: everybody is told, with one new token', async () => {
    await start(['anne']);
    await scene.pass();
    scene.amazon.login.revoke();
    for (const user of USERS.slice(1)) {
      await scene.users(user);
      await scene.bring(user, 'Hello');
    }
    await later(MINUTE);
    expect(told(USERS)).toEqual(USERS);
    expect(scene.amazon.login.requests).toBe(2);
    expect(scene.errors).toEqual([]);
  });

  test('gives tokens that Amazon refuses: they are not asked for again and again', async () => {
    await start(USERS);
    scene.amazon.events.behaviour.faults.push(...Array.from({ length: 1000 }, () => 401));
    for (let n = 0; n < 30; n++) await later(MINUTE);
    expect(scene.amazon.login.requests).toBeLessThan(10);
    expect(new Set(scene.errors)).toEqual(new Set(['ALOUD_NOTIFICATIONS_UNAUTHORIZED']));
    scene.amazon.events.behaviour.faults.splice(0);
    await later(HOUR);
    expect(told(USERS)).toEqual(USERS);
  });
});

describe('Amazon calls a notification malformed', () => {
  test('for one user: it becomes a dead letter, with the reason; the others are told', async () => {
    await start(USERS);
    scene.amazon.events.behaviour.userFaults.set(idOf('carl'), 400);
    await scene.pass();
    const others = USERS.filter((user) => user !== 'carl');
    expect(told(USERS)).toEqual(others);
    expect(await scene.store.deadLetters(10)).toEqual([{ key: 'carl', at: scene.clock.now, reason: 'HTTP 400' }]);
    expect(await scene.store.pendingNotifications()).toBe(0);
    await later(DAY);
    expect(answers()).toEqual({ 202: 7, 400: 1 });
  });

  test('for everybody, as with a wrong clock: most notifications wait until that is mended', async () => {
    const users = Array.from({ length: 200 }, (_, n) => `user${n}`);
    await start(users, { wrapClient: (client) => ({ send: (to, alert) => client.send(to, { ...alert, count: 0 }) }) });
    await scene.pass();
    expect(scene.errors).toEqual(['ALOUD_NOTIFICATIONS_REJECTED']);
    const deadLetters = await scene.store.deadLetters(1000);
    expect(deadLetters.length).toBeLessThan(80);
    expect(new Set(deadLetters.map(({ reason }) => reason))).toEqual(new Set(['HTTP 400, about payload']));
    expect(await scene.store.pendingNotifications()).toBe(200 - deadLetters.length);
  });
});

describe('the clock', () => {
  test.each([
    ['a day ahead', DAY],
    ['a year ahead', 365 * DAY],
  ])('jumps %s: everybody is told once', async (_name, jump) => {
    await start(USERS);
    await later(jump);
    await later(MINUTE);
    expect(answers()).toEqual({ 202: 8 });
  });

  /** A clock that runs, and can be set. */
  function settable() {
    const clock = { offset: 0 };
    return Object.assign(clock, { now: () => Date.now() + clock.offset });
  }

  test('is set back by a day in the middle: what comes then is told soon, the rest when it is due again', async () => {
    const clock = settable();
    await start(['anne', 'ben'], { now: clock.now, leaseMs: 400 });
    scene.amazon.events.behaviour.userFaults.set(idOf('ben'), 503);
    clock.offset += 5 * SECOND;
    await scene.pass();
    clock.offset -= DAY;
    await scene.users('carl');
    await scene.bring('carl', 'Hello');
    clock.offset += 5 * SECOND;
    await runUntil(() => told(['carl']).length === 1);
    scene.amazon.events.behaviour.userFaults.clear();
    clock.offset += DAY + MINUTE;
    await runUntil(() => answers()[202] === 3);
    expect(answers()).toEqual({ 202: 3, 503: 1 });
    expect(scene.errors).toEqual([]);
  });

  test('is set back by a day after somebody was told: what comes then is told soon all the same', async () => {
    const clock = settable();
    await start(['anne'], { now: clock.now, leaseMs: 400 });
    clock.offset += 5 * SECOND;
    await scene.pass();
    clock.offset -= DAY;
    await scene.bring('anne', 'And another');
    clock.offset += 5 * SECOND;
    await runUntil(() => answers()[202] === 2);
  });

  test('is set back while the circuit breaker is open: it closes', async () => {
    const clock = settable();
    await start(['anne'], { now: clock.now, leaseMs: 400 });
    Object.assign(scene.amazon.events.behaviour, { perSecond: 0, retryAfterSeconds: 3600 });
    clock.offset += 5 * SECOND;
    await scene.pass();
    expect(answers()).toEqual({ 429: 1 });
    scene.amazon.events.behaviour.perSecond = 100;
    clock.offset -= DAY;
    await scene.users('ben');
    await scene.bring('ben', 'Hello');
    clock.offset += 5 * SECOND;
    await runUntil(() => told(['ben']).length === 1);
  });

  test('jumps while a notification is held: claimed again, it does not tell the user twice', async () => {
    await start(['anne']);
    await scene.claim();
    await later(DAY);
    expect(scene.outcomes).toEqual(['accepted']);
    expect(await scene.store.pendingNotifications()).toBe(0);
  });
});

describe('the store', () => {
  test('fails for a while: it is tried ever more seldom, and goes on by itself', async () => {
    let failures = 2;
    let looks = 0;
    await start(['anne'], {
      wrapStore: (store) => ({
        ...store,
        async claimNotifications(claim) {
          looks++;
          if (failures-- > 0) throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'disk full');
          return store.claimNotifications(claim);
        },
        pendingNotifications: async () => 0,
      }),
    });
    const begun = performance.now();
    await scene.pass();
    expect(performance.now() - begun).toBeGreaterThan(750 + 1500);
    expect(looks).toBeLessThan(6);
    expect(scene.errors).toEqual(['ALOUD_STORE_UNAVAILABLE', 'ALOUD_STORE_UNAVAILABLE']);
    expect(told(['anne'])).toEqual(['anne']);
  });

  test('cannot read one user: the others are told, and that one is tried again, but not for ever', async () => {
    let failures = 3;
    await start(['anne', 'ben'], {
      wrapStore: (store) => ({
        ...store,
        async standing(key) {
          if (key === 'anne' && failures-- > 0) throw new AloudError('ALOUD_STORE_SEALED', 'cannot be unsealed');
          return store.standing(key);
        },
      }),
    });
    await scene.pass();
    expect([scene.outcomes.toSorted(), scene.errors]).toEqual([['accepted', 'failed'], ['ALOUD_STORE_SEALED']]);
    await later(20 * SECOND);
    expect(scene.errors).toHaveLength(1);
    for (let n = 0; n < 3; n++) await later(2 * MINUTE);
    expect(scene.errors).toHaveLength(3);
    expect(answers()).toEqual({ 202: 2 });
    failures = 100;
    await scene.bring('anne', 'Another');
    await untilDead(HOUR);
    expect(await scene.store.deadLetters(10)).toMatchObject([
      { key: 'anne', reason: 'tried for a day, at last: ALOUD_STORE_SEALED' },
    ]);
  });

  test('cannot write down that a notification was sent: it is found out when the lease is over, and not sent twice', async () => {
    let failures = 1;
    await start(['anne', 'ben'], {
      wrapStore: (store) => ({
        ...store,
        async settleNotification(notification, result) {
          if (failures-- > 0) throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'disk full');
          return store.settleNotification(notification, result);
        },
      }),
    });
    await scene.pass();
    expect([scene.errors, answers()]).toEqual([['ALOUD_STORE_UNAVAILABLE'], { 202: 2 }]);
    await later(MINUTE);
    expect(answers()).toEqual({ 202: 2, 409: 1 });
    await later(DAY);
    expect(answers()).toEqual({ 202: 2, 409: 1 });
  });
});

describe('several notifiers', () => {
  test('share the work, and nobody is told twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aloud-notifiers-'));
    const path = join(folder, 'aloud.db');
    const users = Array.from({ length: 300 }, (_, n) => `user${n}`);
    await start(users, { path, paceMs: 1 });
    const other = await setScene({ path, amazon: scene.amazon, paceMs: 1 });
    other.clock.now = scene.clock.now;
    await Promise.all([scene.pass(), other.pass()]);
    for (let n = 0; n < 100 && (await scene.store.pendingNotifications()) > 0; n++) {
      await Promise.all([scene.pass(), other.pass()]);
    }
    expect(answers()).toEqual({ 202: 300 });
    expect(scene.outcomes.length + other.outcomes.length).toBe(300);
    expect(Math.min(scene.outcomes.length, other.outcomes.length)).toBeGreaterThan(0);
    await other.close();
    rmSync(folder, { recursive: true });
  });

  test('one is killed before it sent: another takes over when the lease is over', async () => {
    await start(['anne']);
    await scene.claim(MINUTE);
    await later(59 * SECOND);
    expect(told(['anne'])).toEqual([]);
    await later(SECOND);
    expect(told(['anne'])).toEqual(['anne']);
  });

  test('one is killed after it sent: another sends it under the same name, and Amazon knows it', async () => {
    await start(['anne']);
    const names: string[] = [];
    scene.amazon.events.onNotification(({ referenceId }) => names.push(referenceId));
    const [leased] = await scene.claim(MINUTE);
    const referenceId = referenceIdOf('anne', leased?.number ?? -1);
    await scene.client.send({ userId: idOf('anne') }, { referenceId, count: 1, creator: 'Rosa' });
    await later(MINUTE);
    expect([answers(), scene.outcomes, names]).toEqual([{ 202: 1, 409: 1 }, ['duplicate'], [referenceId]]);
    expect(await scene.store.pendingNotifications()).toBe(0);

    await scene.bring('anne', 'Later');
    await later(HOUR);
    expect(answers()[202]).toBe(2);
  });

  test('so many that the pace leaves no room: nobody’s lease ends, nobody is told twice', async () => {
    const users = USERS.slice(0, 4);
    const sent: string[] = [];
    // No line to Amazon that may break: one send that fails is put off for longer than this takes.
    const client: ProactiveEvents = {
      async send({ userId }) {
        sent.push(userId);
        return { kind: 'accepted' };
      },
    };
    await start(users, { paceMs: 100, leaseMs: 400, now: Date.now, wrapClient: () => client });
    for (const user of users) await scene.bring(user, 'Hi');
    await scene.store.append(
      users.map((user) => ({
        id: `due ${user}`,
        to: { key: user },
        item: { kind: 'closed', at: 0 },
        notificationAt: 0,
      })),
      Date.now(),
    );
    const other = new AbortController();
    const running = scene.notifier.run(other.signal);
    await runUntil(() => sent.length >= 4);
    other.abort();
    await running;
    expect(sent.toSorted()).toEqual(users.map(idOf));
    expect(scene.outcomes).toEqual(users.map(() => 'accepted'));
    expect(await scene.store.nextNotification()).toBeUndefined();
  });
});
