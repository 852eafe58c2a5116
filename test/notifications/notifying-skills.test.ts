import { guardSkills } from '../../lambda/notifications/notifying-skills';
import { NO_TELEMETRY } from '../../lambda/telemetry/telemetry';

const NOW = 1_800_000_000_000;
const IDENTITY = { userId: 'amzn1.ask.account.ANNE', locale: 'en-US' };

const skill = (name: string) => ({
  client: { send: async () => ({ kind: 'accepted' }) as const },
  name,
  telemetry: NO_TELEMETRY,
  owns: (key: string) => key.startsWith(name),
});
const guard = (...names: readonly string[]) => guardSkills(names.map(skill), { now: () => NOW, random: () => 0 });

test('a user is of the skill that owns them, or of none', () => {
  const skills = guard('hotel', 'dentist');
  expect(skills.of('dentist-anne', IDENTITY)?.name).toBe('dentist');
  expect(skills.of('shop-anne', IDENTITY)).toBeUndefined();
});

test('nothing may be sent only while no skill may send, and until the first of them may again', () => {
  const skills = guard('hotel', 'dentist');
  expect(skills.openUntil()).toBeUndefined();
  skills.of('hotel', IDENTITY)?.breaker.record({ kind: 'no_token', retryAt: NOW + 5000 }, 'hotel');
  expect(skills.openUntil()).toBeUndefined();
  skills.of('dentist', IDENTITY)?.breaker.record({ kind: 'no_token', retryAt: NOW + 9000 }, 'dentist');
  expect(skills.openUntil()).toBe(NOW + 5000);
});

test('where no skill notifies nothing is shut', () => {
  expect(guard().openUntil()).toBeUndefined();
});
