import { isTimely } from '../../../lambda/skill/verifier/timestamp';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const isTimelyAt = (ageSeconds: number, type: string) =>
  isTimely({ request: { type, timestamp: new Date(NOW - ageSeconds * 1000).toISOString() } }, NOW);

test.each([
  [0, true],
  [149, true],
  [150, true],
  [151, false],
  [3600, false],
  [-150, true],
  [-151, false],
  [-86_400, false],
])('a turn made %i seconds ago: %s', (age, timely) => {
  expect(isTimelyAt(age, 'IntentRequest')).toBe(timely);
});

describe.each([
  'AlexaSkillEvent.SkillEnabled',
  'AlexaSkillEvent.SkillDisabled',
  'AlexaSkillEvent.SkillPermissionAccepted',
  'AlexaSkillEvent.SkillPermissionChanged',
  'AlexaSkillEvent.SkillAccountLinked',
  'AlexaSkillEvent.ProactiveSubscriptionChanged',
  'AlexaSkillEvent.NotificationSubscriptionChanged',
  'AlexaHouseholdListEvent.ItemsCreated',
  'Reminders.ReminderCreated',
  'Messaging.MessageReceived',
])('%s', (type) => {
  test.each([
    [1800, true],
    [3600, true],
    [3601, false],
    [-151, false],
  ])('made %i seconds ago: %s', (age, timely) => {
    expect(isTimelyAt(age, type)).toBe(timely);
  });
});

test.each(['AlexaSkillEvent', 'XAlexaSkillEvent.SkillEnabled', 'IntentRequest.AlexaSkillEvent.', ['Reminders.x']])(
  'a request of type %j is no event',
  (type) => {
    expect(isTimely({ request: { type, timestamp: '2026-11-20T09:30:00Z' } }, NOW)).toBe(false);
  },
);

test.each([
  '2026-11-20T10:00:00Z',
  '2026-11-20T10:00:00.123Z',
  '2026-11-20T11:00:00+01:00',
  NOW,
  NOW / 1000,
  String(NOW),
  String(NOW / 1000),
])('%j is read', (timestamp) => {
  expect(isTimely({ request: { timestamp } }, NOW)).toBe(true);
});

test.each([
  undefined,
  null,
  '',
  'garbage',
  'NaN',
  Infinity,
  -NOW,
  NOW * 1000,
  NOW - 151_000,
  NOW / 1000 - 151,
  String(NOW / 100),
  `${NOW}.5`,
  '2026-11-20',
  '2026-11-20T10:00:00',
  '2026-11-20 10:00:00Z',
  '2026-13-40T10:00:00Z',
  'Fri, 20 Nov 2026 10:00:00 GMT',
  ['2026-11-20T10:00:00Z'],
  {},
])('%j is no timestamp', (timestamp) => {
  expect(isTimely({ request: { type: 'LaunchRequest', timestamp } }, NOW)).toBe(false);
});

test.each([undefined, null, 0, 'x', []])('a request that is %j is refused', (request) => {
  expect(isTimely({ request: request as never }, NOW)).toBe(false);
});
