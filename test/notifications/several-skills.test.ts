import type { ProactiveEvents } from '../../lambda/amazon/proactive-events';
import type { SendOutcome } from '../../lambda/amazon/send-outcome';
import { createInbox } from '../../lambda/conversation/inbox';
import { createNotifier } from '../../lambda/notifications/notifier';
import type { NotifyingSkill } from '../../lambda/notifications/notifying-skills';
import { openSqlite } from '../../lambda/store/sqlite';
import { NO_TELEMETRY, type NotificationOutcome } from '../../lambda/telemetry/telemetry';
import { botMessage } from '../support/talk';
import { ROSA, SECOND, SECRET } from './scene';

/** Skills whose users' keys begin with their names, one store that says what is due, and one notifier. */
function setUp(answers: Readonly<Record<string, SendOutcome>>) {
  const clock = { now: 1_800_000_000_000 };
  const now = () => clock.now;
  const store = openSqlite(':memory:', { secret: SECRET, now });
  const inbox = createInbox({ store, platform: 'wotnot', onError() {}, notifications: true, now });
  const told: string[] = [];
  const outcomes: [string, NotificationOutcome][] = [];
  const telemetryOf = (skill: string) => ({
    ...NO_TELEMETRY,
    notification: ({ outcome }: { readonly outcome: NotificationOutcome }) => outcomes.push([skill, outcome]),
  });
  const skills = Object.entries(answers).map(([skill, answer]): NotifyingSkill => {
    const client: ProactiveEvents = {
      async send({ userId }, { creator }) {
        told.push(`${skill} tells ${userId} of ${creator}`);
        return answer;
      },
    };
    return { client, name: skill, telemetry: telemetryOf(skill), owns: (key) => key.startsWith(skill) };
  });
  const notifier = createNotifier({ store, skills, paceMs: 0, telemetry: telemetryOf('none'), now, random: () => 0 });
  return {
    clock,
    store,
    told,
    outcomes,
    async message(key: string, id = key): Promise<void> {
      await store.subscribe(key, { userId: key, locale: 'en-US' }, { subscribed: true, at: now() });
      const message = { ...botMessage('Hello.'), id, from: ROSA, sentAt: now() };
      await inbox.receive([{ kind: 'message', to: { key }, message }]);
    },
    async drain(): Promise<void> {
      clock.now += 5 * SECOND;
      await notifier.drain(5 * SECOND);
    },
  };
}

test('each user is told by the skill that is theirs', async () => {
  const { message, drain, told, outcomes, store } = setUp({
    hotel: { kind: 'accepted' },
    dentist: { kind: 'accepted' },
  });
  await message('hotel-anne');
  await message('dentist-ben');
  await drain();
  expect(told.sort()).toEqual(['dentist tells dentist-ben of Rosa', 'hotel tells hotel-anne of Rosa']);
  expect(outcomes.sort()).toEqual([
    ['dentist', 'accepted'],
    ['hotel', 'accepted'],
  ]);
  await store.close();
});

test('what Amazon takes of one skill does not wait for another that she has shut out', async () => {
  const { message, drain, told, store } = setUp({
    hotel: { kind: 'throttled', retryAfterMs: 3_600_000 },
    dentist: { kind: 'accepted' },
  });
  await message('hotel-anne');
  await drain();
  await message('hotel-carl');
  await message('dentist-ben');
  await drain();
  // The circuit of the hotel is open: Carl waits, and Amazon is not asked.
  expect(told).toEqual(['hotel tells hotel-anne of Rosa', 'dentist tells dentist-ben of Rosa']);
  expect(await store.pendingNotifications()).toBe(2);
  await store.close();
});

test('a user of a skill that is not served here waits, told by nobody else', async () => {
  const { message, drain, told, outcomes, store } = setUp({ hotel: { kind: 'accepted' } });
  await message('florist-dora');
  await drain();
  expect(told).toEqual([]);
  expect(outcomes).toEqual([['none', 'other_skill']]);
  expect(await store.pendingNotifications()).toBe(1);
  await store.close();
});

test('a user of no skill that notifies waits, and is looked at again after a quarter of an hour', async () => {
  const { clock, message, drain, told, outcomes, store } = setUp({ hotel: { kind: 'accepted' } });
  await message('shop-carl');
  await drain();
  clock.now += 14 * 60 * SECOND;
  await drain();
  expect(outcomes).toEqual([['none', 'other_skill']]);
  clock.now += 60 * SECOND;
  expect(await store.claimNotifications({ now: clock.now, limit: 10, leaseMs: SECOND, paceMs: 0 })).toMatchObject([
    { key: 'shop-carl', attempts: 0 },
  ]);
  expect(told).toEqual([]);
  await store.close();
});
