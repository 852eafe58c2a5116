import { createAmazonClock } from '../../lambda/amazon/clock';
import { createInbox } from '../../lambda/conversation/inbox';
import type { Store } from '../../lambda/conversation/ports/store';
import { createNotifications } from '../../lambda/notifications';
import { openSqlite } from '../../lambda/store/sqlite';
import { NO_TELEMETRY } from '../../lambda/telemetry/telemetry';
import { type Amazon, startAmazon } from '../../simulator/amazon';
import { botMessage } from '../support/talk';

const WEEK = 7 * 24 * 60 * 60_000;
const MINUTE = 60_000;
const CREDENTIALS = { clientId: 'amzn1.application-oa2-client.one', clientSecret: 'not a secret' };
const ANNE = 'amzn1.ask.account.ANNE';

let amazon: Amazon;
let store: Store;
let sent: number;

beforeEach(async () => {
  amazon = await startAmazon(CREDENTIALS);
  store = openSqlite(':memory:', { secret: 'a secret of at least 32 characters' });
  amazon.events.permit(ANNE);
  sent = 0;
  amazon.events.onNotification(() => {
    sent++;
  });
  await store.subscribe('anne', { userId: ANNE, locale: 'en-US' }, { subscribed: true, at: Date.now() });
});

afterEach(async () => {
  await store.close();
  await amazon.close();
});

/** Something comes that the user is to be told of; some minutes ago, so that it is due. */
async function bring(text: string, ago = 5 * MINUTE): Promise<void> {
  const now = () => Date.now() - ago;
  const inbox = createInbox({ store, platform: 'botdistrikt', onError() {}, notifications: true, now });
  const message = { ...botMessage(text), from: { kind: 'broadcast' } as const };
  await inbox.receive([{ kind: 'message', to: { key: 'anne' }, message }]);
}

/** What a process sends whose clock is ahead by so much. */
async function drain(ahead: number, apiUrl = amazon.apiUrl, lwaUrl = amazon.lwaUrl): Promise<number> {
  const before = sent;
  const notifications = createNotifications({
    store,
    skills: [{ ...CREDENTIALS, stage: 'live', apiUrl, lwaUrl, telemetry: NO_TELEMETRY, owns: () => true }],
    paceMs: 1,
    telemetry: NO_TELEMETRY,
    now: () => Date.now() + ahead,
  });
  await notifications.drain(700);
  await notifications.close();
  return sent - before;
}

test('a notifier whose clock has jumped a week ahead gives nothing up that Amazon refuses for its time', async () => {
  await bring('One.');
  expect(await drain(0)).toBe(1);
  await bring('Two.', 0);
  expect(await drain(WEEK)).toBe(0);
  expect(await store.deadLetters(10)).toEqual([]);
});

test('it tells who is to be told, and puts nobody off for a week', async () => {
  await bring('One.');
  expect(await drain(WEEK)).toBe(1);
  await bring('Two.', 0);
  expect(await store.nextNotification()).toBeLessThan(Date.now() + 11 * MINUTE);
});

test('it takes nothing out of the hands of another that is still sending', async () => {
  await bring('One.');
  await store.claimNotifications({ now: Date.now(), limit: 10, leaseMs: MINUTE, paceMs: 0 });
  expect(await drain(WEEK)).toBe(0);
  expect(await store.deadLetters(10)).toEqual([]);
});

test('while Amazon does not answer it claims nothing', async () => {
  await bring('One.');
  const nowhere = 'http://127.0.0.1:9';
  expect(await drain(WEEK, nowhere, `${nowhere}/token`)).toBe(0);
  expect(await drain(0)).toBe(1);
});

test.each<[string, unknown, number]>([
  ['a week behind', 'Sun, 22 Nov 2026 12:00:00 GMT', -WEEK],
  ['some seconds behind', 'Sun, 29 Nov 2026 11:59:54 GMT', 0],
  ['no date', 'tomorrow', 0],
  ['none', undefined, 0],
])('the time by an answer that is %s', (_what, date, off) => {
  const own = Date.UTC(2026, 10, 29, 12);
  const clock = createAmazonClock(() => own);
  clock.heard(date);
  expect(clock.now()).toBe(own + off);
  expect(clock.isKnown()).toBe(typeof date === 'string' && date.startsWith('Sun'));
});
