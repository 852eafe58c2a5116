import { recordDelivered } from '../../lambda/conversation/deduplicate';
import { AloudError } from '../../lambda/errors';
import { createLogger, logTelemetry } from '../../lambda/telemetry/log';
import { createMetrics } from '../../lambda/telemetry/metrics';
import { fanOut } from '../../lambda/telemetry/telemetry';
import { botMessage } from '../support/talk';
import { DAY, HOUR, idOf, MINUTE, ROSA, type Scene, type SceneOptions, SECOND, setScene } from './scene';

let scene: Scene;

async function start(options?: SceneOptions): Promise<void> {
  scene = await setScene(options);
}

beforeEach(() => start());
afterEach(() => scene.close());

/** Time goes by, and what became due is done. */
async function later(ms: number): Promise<void> {
  scene.clock.now += ms;
  await scene.pass();
}

/** Another notifier scene in place of the first. */
async function restart(options: SceneOptions): Promise<void> {
  await scene.close();
  await start(options);
}

describe('a user is told', () => {
  beforeEach(() => scene.users('anne', 'ben'));

  test('that messages wait, and from whom, five seconds after the first', async () => {
    await scene.bring('anne', 'Hello', ROSA);
    await later(4 * SECOND);
    expect(scene.told('anne')).toEqual([]);
    await scene.bring('anne', 'Are you there?', ROSA);
    await later(SECOND);
    expect(scene.told('anne')).toEqual(['You have two new messages from Rosa']);
    expect(scene.told('ben')).toEqual([]);
    expect(scene.amazon.events.violations).toEqual([]);
  });

  test.each(['bot', 'agent', 'broadcast'] as const)('within ten seconds, of words of a %s too', async (kind) => {
    const at = scene.clock.now;
    await scene.bring('anne', 'Hello', { kind });
    for (let n = 0; n < 20 && scene.outcomes.length === 0; n++) await later(SECOND);
    expect(scene.told('anne')).toHaveLength(1);
    expect(scene.clock.now - at).toBeLessThan(10 * SECOND);
  });

  test('of what came before anybody knew whose thread it is', async () => {
    const message = { ...botMessage('Hello'), sentAt: scene.clock.now };
    await scene.inbox.receive([{ kind: 'message', to: { thread: 't1' }, message }]);
    await scene.inbox.link('t1', 'anne');
    await later(9 * SECOND);
    expect(scene.told('anne')).toHaveLength(1);
  });

  test('by the name of the business where nobody, or more than one person, wrote', async () => {
    await scene.bring('anne', 'Sale', { kind: 'broadcast', id: '1', name: 'spring-sale' });
    await scene.bring('ben', 'Hello', ROSA);
    await scene.bring('ben', 'Hello', { kind: 'agent', name: 'Tom' });
    await later(5 * SECOND);
    expect(scene.told('anne')).toEqual(['You have one new message from Bluebell Dental']);
    expect(scene.told('ben')).toEqual(['You have two new messages from Bluebell Dental']);
  });

  test('once, however many messages come', async () => {
    const texts = Array.from({ length: 10_000 }, (_, n) => `Message ${n}`);
    await Promise.all(texts.map((text) => scene.bring('anne', text, ROSA)));
    await later(5 * SECOND);
    await later(MINUTE);
    expect(scene.amazon.events.answers).toEqual(new Map([[202, 1]]));
    expect(scene.told('anne')).toEqual(['You have 100 new messages from Rosa']);
    expect(await scene.store.pendingNotifications()).toBe(0);
  });

  test('again when more comes that they do not come to hear, but not at once; the count grows', async () => {
    await scene.bring('anne', 'One');
    await later(5 * SECOND);
    await scene.bring('anne', 'Two');
    await later(MINUTE);
    expect(scene.told('anne')).toEqual(['You have one new message from Bluebell Dental']);
    await later(10 * MINUTE);
    expect(scene.told('anne')).toEqual(['You have two new messages from Bluebell Dental']);
    await later(DAY);
    expect(scene.told('anne')).toEqual([]);
  });

  test('through the account, where they are one of its recognised speakers', async () => {
    const identity = { userId: idOf('anne'), locale: 'en-US', account: 'anne' };
    await scene.store.open('anne-speaker', identity);
    await scene.bring('anne-speaker', 'Hello', ROSA);
    await later(5 * SECOND);
    expect(scene.told('anne')).toEqual(['You have one new message from Rosa']);
    await scene.store.subscribe('anne', identity, { subscribed: false, at: scene.clock.now });
    await scene.bring('anne-speaker', 'Again', ROSA);
    await later(HOUR);
    expect(scene.told('anne')).toEqual([]);
    expect(scene.outcomes).toEqual(['accepted', 'needless']);
  });
});

describe('a user is not told', () => {
  beforeEach(async () => {
    await scene.users('anne', 'ben');
    await scene.bring('anne', 'Hello', ROSA);
  });

  async function talk(activeUntil: number, taken: readonly string[] = []) {
    const { conversation, version } = await scene.store.open('anne', { userId: idOf('anne'), locale: 'en-US' });
    await scene.store.save('anne', conversation, version, { activeUntil, taken });
  }

  test('while they talk to us; and later, if they have not heard it by then', async () => {
    await talk(scene.clock.now + MINUTE);
    await later(30 * SECOND);
    expect([scene.told('anne'), scene.outcomes]).toEqual([[], ['active']]);
    await later(31 * SECOND);
    expect(scene.told('anne')).toEqual(['You have one new message from Rosa']);
  });

  test('while they seem to be here; that is looked at again every quarter of an hour, as a clock may be wrong', async () => {
    await talk(scene.clock.now + DAY);
    await later(10 * SECOND);
    await later(14 * MINUTE);
    expect(scene.outcomes).toEqual(['active']);
    await later(2 * MINUTE);
    expect(scene.outcomes).toEqual(['active', 'active']);
  });

  test('until they have left, and then soon', async () => {
    await talk(scene.clock.now + 4 * MINUTE);
    await later(10 * SECOND);
    expect(scene.outcomes).toEqual(['active']);
    await talk(0);
    await scene.bring('anne', 'Are you there?', ROSA);
    await later(6 * SECOND);
    expect(scene.told('anne')).toEqual(['You have two new messages from Rosa']);
  });

  test('again on a day that is full, because they came by', async () => {
    scene.amazon.events.behaviour.perDay = 0;
    await later(MINUTE);
    await talk(scene.clock.now + MINUTE);
    await talk(0);
    await later(HOUR);
    expect(scene.outcomes).toEqual(['day_full']);
  });

  test('of what they have heard', async () => {
    const [waiting] = await scene.store.unread('anne', 10);
    await talk(0, [waiting?.ref ?? '']);
    await later(MINUTE);
    expect([scene.told('anne'), scene.outcomes]).toEqual([[], ['needless']]);
    expect(await scene.store.pendingNotifications()).toBe(0);
  });

  test('of what was sent by the other channel and heard there', async () => {
    const { version, conversation } = await scene.store.open('ben', { userId: idOf('ben'), locale: 'en-US' });
    const at = scene.clock.now;
    const message = {
      id: 'x',
      from: { kind: 'bot' },
      text: 'Hi',
      choices: [],
      media: [],
      cards: [],
      sentAt: at,
    } as const;
    await scene.inbox.receive([{ kind: 'message', to: { key: 'ben' }, message: { ...message, channel: 'event' } }]);
    const delivered = recordDelivered('', [{ ...message, channel: 'inline' }], at);
    await scene.store.save('ben', { ...conversation, delivered }, version);
    await later(MINUTE);
    expect(scene.told('ben')).toEqual([]);
  });

  test('when they have said that they want no notifications', async () => {
    const identity = { userId: idOf('anne'), locale: 'en-US' };
    await scene.store.subscribe('anne', identity, { subscribed: false, at: scene.clock.now + 1 });
    await later(MINUTE);
    expect([...scene.amazon.events.answers]).toEqual([]);
    expect(scene.outcomes).toEqual(['needless']);
  });

  test('when they are gone', async () => {
    const due = await scene.store.pendingNotifications();
    await scene.store.erase('anne');
    await later(MINUTE);
    expect([due, [...scene.amazon.events.answers]]).toEqual([1, []]);
  });

  test('again, who goes while they are being told: nothing of it is kept', async () => {
    const gone: string[] = [];
    await restart({
      wrapClient: (client) => ({
        async send(recipient, alert) {
          await scene.store.erase('anne');
          gone.push(recipient.userId);
          return client.send(recipient, alert);
        },
      }),
    });
    await scene.users('anne');
    await scene.bring('anne', 'Hello', ROSA);
    await later(MINUTE);
    await later(HOUR);
    expect([gone, scene.errors]).toEqual([[idOf('anne')], []]);
    expect(await scene.store.pendingNotifications()).toBe(0);
  });

  test('when Amazon says that they take none: that is remembered until they change their mind', async () => {
    scene.amazon.events.permit(idOf('anne'), false);
    await scene.bring('ben', 'Hello', ROSA);
    await later(MINUTE);
    expect(scene.outcomes.toSorted()).toEqual(['accepted', 'unsubscribed']);
    const subscription = { subscribed: false, at: scene.clock.now };
    expect(await scene.store.standing('anne')).toMatchObject({ subscription });

    await scene.bring('anne', 'Still there?', ROSA);
    await later(HOUR);
    expect(scene.amazon.events.answers.get(403)).toBe(1);

    await scene.users('anne');
    await later(SECOND);
    expect(scene.told('anne')).toEqual(['You have two new messages from Rosa']);
  });

  test('of nothing, when they begin to take notifications and nothing waits', async () => {
    const [waiting] = await scene.store.unread('anne', 10);
    await talk(0, [waiting?.ref ?? '']);
    const identity = { userId: idOf('anne'), locale: 'en-US' };
    for (const subscribed of [false, true]) {
      await scene.store.subscribe('anne', identity, { subscribed, at: scene.clock.now });
    }
    await later(HOUR);
    expect([...scene.amazon.events.answers]).toEqual([]);
  });

  test('who took none, until they do', async () => {
    const identity = { userId: idOf('anne'), locale: 'en-US' };
    await scene.store.subscribe('anne', identity, { subscribed: false, at: scene.clock.now });
    await later(MINUTE);
    await scene.users('anne');
    await scene.bring('anne', 'Welcome back', ROSA);
    await later(HOUR);
    expect(scene.told('anne')).toEqual(['You have two new messages from Rosa']);
  });

  test('more often than Amazon allows in a day: quietly, and the next day', async () => {
    scene.amazon.events.behaviour.perDay = 0;
    await later(MINUTE);
    await scene.bring('anne', 'And another');
    await later(23 * HOUR);
    expect(scene.amazon.events.answers).toEqual(new Map([[432, 1]]));
    scene.amazon.events.behaviour.perDay = 1;
    await later(2 * HOUR);
    expect(scene.told('anne')).toEqual(['You have two new messages from Bluebell Dental']);
    expect([scene.outcomes, scene.errors]).toEqual([['day_full', 'accepted'], []]);
  });
});

test('those whose day is full are not all told in the same minute of the next', async () => {
  await restart({ random: () => 1 });
  await scene.users('anne');
  await scene.bring('anne', 'Hello', ROSA);
  scene.amazon.events.behaviour.perDay = 0;
  await later(MINUTE);
  scene.amazon.events.behaviour.perDay = 10;
  await later(24.5 * HOUR);
  expect(scene.outcomes).toEqual(['day_full']);
  await later(HOUR);
  expect(scene.outcomes).toEqual(['day_full', 'accepted']);
});

describe('the pace', () => {
  test('is the business’s, and is kept', async () => {
    const starts: number[] = [];
    await restart({
      paceMs: 25,
      wrapClient: (client) => ({
        send(...alert) {
          starts.push(performance.now());
          return client.send(...alert);
        },
      }),
    });
    const users = Array.from({ length: 12 }, (_, n) => `user${n}`);
    await scene.users(...users);
    for (const user of users) await scene.bring(user, 'Hello');
    const begun = performance.now();
    await later(5 * SECOND);
    expect(starts).toHaveLength(12);
    // Where one is late, that does not move those behind it: none comes before its place.
    for (const [place, at] of starts.entries()) expect(at - begun).toBeGreaterThanOrEqual(25 * place - 1);
  });

  test('lets no more than a few be on their way at a time', async () => {
    let running = 0;
    let most = 0;
    await restart({
      wrapClient: (client) => ({
        async send(recipient, alert) {
          most = Math.max(most, ++running);
          const outcome = await client.send(recipient, alert);
          running--;
          return outcome;
        },
      }),
    });
    const users = Array.from({ length: 200 }, (_, n) => `user${n}`);
    await scene.users(...users);
    for (const user of users) await scene.bring(user, 'Hello');
    await later(5 * SECOND);
    expect(scene.amazon.events.answers.get(202)).toBe(200);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(64);
  });
});

test('a notification that becomes due while nobody looks is found when it is said so', async () => {
  await restart({ now: Date.now });
  await scene.users('anne');
  const stop = new AbortController();
  const running = scene.notifier.run(stop.signal);
  const told = new Promise((resolve) => scene.amazon.events.onNotification(resolve));
  const at = Date.now() + 50;
  const message = { id: '1', from: ROSA, text: 'Hello', choices: [], media: [], cards: [], sentAt: at };
  await scene.store.append(
    [{ id: '1', to: { key: 'anne' }, item: { kind: 'message', message }, notificationAt: at }],
    at,
  );
  scene.notifier.wake(at);
  await told;
  expect(Date.now() - at).toBeLessThan(900);
  stop.abort();
  await running;
});

test('a notifier that is stopped gives back what it holds', async () => {
  await restart({ paceMs: 1000 });
  await scene.users('anne', 'ben');
  await scene.bring('anne', 'Hello');
  await scene.bring('ben', 'Hello');
  scene.clock.now += 5 * SECOND;
  const stop = new AbortController();
  scene.amazon.events.onNotification(() => stop.abort());
  await scene.notifier.run(stop.signal);
  expect(scene.amazon.events.answers.get(202)).toBe(1);
  expect(await scene.claim()).toMatchObject([{ attempts: 0 }]);
});

describe('a drain', () => {
  /** Far beyond the time-out of a test: a drain that only ended with its time would fail. */
  const LONG = 10 * MINUTE;

  const notificationIn = (ms: number, user = 'anne') =>
    scene.store.append(
      [
        {
          id: `${user} ${ms}`,
          to: { key: user },
          item: { kind: 'message', message: botMessage('Hi') },
          notificationAt: Date.now() + ms,
        },
      ],
      Date.now(),
    );

  beforeEach(async () => {
    await restart({ now: Date.now });
    await scene.users('anne', 'ben');
  });

  test('sends what is due and what is due soon, and ends', async () => {
    await notificationIn(0);
    await notificationIn(300, 'ben');
    await scene.notifier.drain(LONG);
    expect([scene.told('anne'), scene.told('ben')].map((told) => told.length)).toEqual([1, 1]);
  });

  test('ends at once where nothing is due, and leaves what is due much later', async () => {
    await notificationIn(MINUTE);
    await scene.notifier.drain(LONG);
    expect(scene.outcomes).toEqual([]);
    expect(await scene.store.pendingNotifications()).toBe(1);
  });

  test('ends when its time is over, and gives back what it holds', async () => {
    await restart({ now: Date.now, paceMs: 10_000 });
    await scene.users('anne', 'ben');
    await notificationIn(-1);
    await notificationIn(0, 'ben');
    const sent = new Promise<void>((resolve) => scene.amazon.events.onNotification(() => resolve()));
    const draining = scene.notifier.drain(500);
    await sent;
    await draining;
    expect(scene.outcomes).toEqual(['accepted']);
    expect((await scene.claim()).map(({ key }) => key)).toEqual(['ben']);
  });

  test('ends where Amazon takes no more for now', async () => {
    scene.amazon.events.behaviour.userFaults.set(idOf('anne'), 429);
    await notificationIn(0);
    await scene.notifier.drain(LONG);
    expect(scene.outcomes).toEqual(['throttled']);
  });

  test('says when the database fails', async () => {
    const broken = async () => Promise.reject(new AloudError('ALOUD_STORE_UNAVAILABLE', 'gone'));
    await restart({ now: Date.now, wrapStore: (store) => ({ ...store, claimNotifications: broken }) });
    await expect(scene.notifier.drain(LONG)).rejects.toMatchObject({ code: 'ALOUD_STORE_UNAVAILABLE' });
  });
});

test('what becomes of notifications is counted and logged, without a word of who they are for', async () => {
  const lines: string[] = [];
  const metrics = createMetrics();
  const logger = createLogger('debug', { write: (line) => void lines.push(line) });
  await restart({ telemetry: fanOut([logTelemetry(logger), metrics.telemetry]) });
  const users = ['anne', 'ben', 'carl', 'dora'];
  await scene.users(...users);
  scene.amazon.events.permit(idOf('ben'), false);
  scene.amazon.events.behaviour.userFaults.set(idOf('carl'), 400).set(idOf('dora'), 503);
  for (const user of users) await scene.bring(user, 'a private word', ROSA);
  await later(5 * SECOND);
  await scene.pass();

  const text = await metrics.registry.metrics();
  for (const outcome of ['accepted', 'unsubscribed', 'rejected', 'failed']) {
    expect(text).toContain(`aloud_notifications_total{outcome="${outcome}"} 1`);
    // The former names, for one more minor version.
    expect(text).toContain(`aloud_notices_total{outcome="${outcome}"} 1`);
  }
  // The failed one.
  expect(text).toMatch(/^aloud_notifications_pending 1$/m);
  expect(text).toMatch(/^aloud_notices_pending 1$/m);
  const log = lines.map((line) => JSON.parse(line));
  expect(log).toContainEqual(expect.objectContaining({ level: 'info', msg: 'notifications', sent: 1 }));
  expect(log).toContainEqual(expect.objectContaining({ level: 'warn', msg: 'notification', outcome: 'rejected' }));
  expect(lines.join()).not.toMatch(/amzn1|anne|ben|carl|dora|private|Rosa/i);
});
