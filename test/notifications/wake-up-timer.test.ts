import { createWakeUpTimer, rest } from '../../lambda/notifications/wake-up-timer';

const NEVER = new AbortController().signal;
/** What a sleep took of these: none of it, about so long, or all of it. Timers may be late, and never early. */
async function timed(sleep: Promise<void>): Promise<number> {
  const started = performance.now();
  await sleep;
  return performance.now() - started;
}

test('a sleep lasts as long as was said', async () => {
  expect(await timed(createWakeUpTimer().sleep(60, NEVER))).toBeGreaterThan(58);
  expect(await timed(rest(60, NEVER))).toBeGreaterThan(58);
});

test('it is shortened, by the soonest that is asked for', async () => {
  const timer = createWakeUpTimer();
  const sleep = timed(timer.sleep(60_000, NEVER));
  timer.wakeIn(30_000);
  timer.wakeIn(60);
  timer.wakeIn(20_000);
  expect(await sleep).toBeGreaterThan(58);
});

test('it is not prolonged', async () => {
  const timer = createWakeUpTimer();
  const sleep = timer.sleep(20, NEVER);
  timer.wakeIn(60_000);
  await sleep;
});

test('who was to be woken before the sleep is, and only then', async () => {
  const timer = createWakeUpTimer();
  timer.wakeIn(-1000);
  await timer.sleep(60_000, NEVER);
  expect(await timed(timer.sleep(60, NEVER))).toBeGreaterThan(58);
});

test('a wake-up that is further away than the sleep is kept for the next', async () => {
  const timer = createWakeUpTimer();
  timer.wakeIn(100);
  await timer.sleep(10, NEVER);
  await timer.sleep(60_000, NEVER);
});

test('the signal ends it, now or before it begins', async () => {
  const stop = new AbortController();
  const sleep = createWakeUpTimer().sleep(60_000, stop.signal);
  stop.abort();
  await sleep;
  await createWakeUpTimer().sleep(60_000, stop.signal);
});
