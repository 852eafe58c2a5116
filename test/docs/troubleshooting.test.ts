import { ERRORS } from '../../lambda/errors';
import type { NotificationOutcome } from '../../lambda/telemetry/telemetry';
import { FINDINGS } from '../../operator/doctor/ids';
import { textOf } from './pages';

const SYMPTOMS = ['docs/troubleshooting.md', 'docs/notifications.md'];
const CODES = Object.keys(ERRORS);

test.each(CODES)('%s stands with a symptom, and on the page of errors with a remedy', (code) => {
  const rows = SYMPTOMS.flatMap((page) => rowsWith(textOf(page), code));
  expect(rows.length).toBeGreaterThan(0);
  // The last cell says what to do.
  for (const row of rows) expect(row.split('|').at(-2)?.trim()).not.toBe('');
  const [remedy = ''] = rowsWith(textOf('docs/errors.md'), code);
  expect(remedy.split('|')[2]?.trim().length).toBeGreaterThan(20);
});

/** What becomes of a notification: the compiler asks for a new one here, and the test for it on the page. */
const OUTCOMES: Readonly<Record<NotificationOutcome, true>> = {
  ...{
    accepted: true,
    duplicate: true,
    needless: true,
    unsubscribed: true,
    active: true,
    put_off: true,
    other_skill: true,
  },
  ...{ day_full: true, throttled: true, failed: true, no_token: true, bad_token: true, rejected: true, dead: true },
};

test.each(Object.keys(OUTCOMES))('why a notification did not arrive: %s', (outcome) => {
  expect(textOf('docs/notifications.md')).toMatch(new RegExp(`\`${outcome}\`|outcome="${outcome}"`));
});

test('no code is told that there is not', () => {
  const told = SYMPTOMS.flatMap(
    (page) => textOf(page).match(/\bALOUD_(?:PLATFORM|STORE|NOTIFICATIONS)_[A-Z_]+\b/g) ?? [],
  );
  const settings = /^ALOUD_NOTIFICATIONS_PER_SECOND$/;
  expect(told.filter((code) => !CODES.includes(code) && !settings.test(code) && !code.endsWith('_'))).toEqual([]);
});

test('the checks of the doctor that are named are there', () => {
  const named = SYMPTOMS.flatMap((page) => [
    ...textOf(page).matchAll(/doctor`?(?: --[\w -]+)?`?: ((?:`[\w.-]+`(?:, )?)+)/g),
  ]).flatMap(([, ids = '']) => [...ids.matchAll(/`([\w.-]+)`/g)].map(([, id = '']) => id));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((id) => !(id in FINDINGS))).toEqual([]);
});

function rowsWith(text: string, code: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith('|') && line.includes(`\`${code}\``));
}
