/** What people say, behind the wake word, to hear their notifications. */
const PHRASES: ReadonlySet<string> = new Set([
  'read my notifications',
  'read me my notifications',
  'what are my notifications',
  'check my notifications',
  'check notifications',
  'play my notifications',
  'do i have notifications',
  'do i have any notifications',
  'any notifications',
]);

/** Whether heard words ask Alexa herself, and not a skill, for the notifications. */
export function asksForNotifications(words: string): boolean {
  return PHRASES.has(words);
}

/** What Alexa says: she names the skill, then says each notification. */
export function spokenNotifications(skill: string, notifications: readonly string[]): string {
  if (notifications.length === 0) return 'You have no new notifications.';
  const count = notifications.length === 1 ? 'one new notification' : `${notifications.length} new notifications`;
  return [`You have ${count} from ${skill}.`, ...notifications.map((notification) => `${notification}.`)].join(' ');
}
