import { createWakeUpTimer, rest } from '../../lambda/notifications/wake-up-timer';

/** Ends what a test has left asleep. */
let end: AbortController;
beforeEach(() => {
  end = new AbortController();
});
afterEach(() => end.abort());

/** How long a sleep lasted, in milliseconds; for ever where it lasts longer than any that is meant to end here. */
async function timed(sleep: Promise<void>): Promise<number> {
  const started = performance.now();
  let isOver = false;
  void sleep.then(() => {
    isOver = true;
  });
  while (!isOver && performance.now() - started < 3000) await new Promise((resolve) => setTimeout(resolve, 1));
  return isOver ? performance.now() - started : Number.POSITIVE_INFINITY;
}

const LONG = 60_000;
/** Timers may be late, and never early, by more than the clock of the tests moves at once. */
const expectAbout = (ms: number, wanted: number) => {
  expect(ms).toBeGreaterThan(wanted - 25);
  expect(ms).toBeLessThan(Number.POSITIVE_INFINITY);
};

test('a sleep lasts as long as was said', async () => {
  expectAbout(await timed(createWakeUpTimer().sleep(60, end.signal)), 60);
  expectAbout(await timed(rest(60, end.signal)), 60);
});

test('it is shortened, by the soonest that is asked for', async () => {
  const timer = createWakeUpTimer();
  const sleep = timed(timer.sleep(LONG, end.signal));
  timer.wakeIn(LONG / 2);
  timer.wakeIn(60);
  timer.wakeIn(LONG / 3);
  expectAbout(await sleep, 60);
});

test('it is not prolonged', async () => {
  const timer = createWakeUpTimer();
  const sleep = timed(timer.sleep(20, end.signal));
  timer.wakeIn(LONG);
  expectAbout(await sleep, 20);
});

test('who was to be woken before the sleep is, and only then', async () => {
  const timer = createWakeUpTimer();
  timer.wakeIn(-1000);
  expectAbout(await timed(timer.sleep(LONG, end.signal)), 0);
  expectAbout(await timed(timer.sleep(60, end.signal)), 60);
});

test('a wake-up that is further away than the sleep is kept for the next', async () => {
  const timer = createWakeUpTimer();
  timer.wakeIn(100);
  expectAbout(await timed(timer.sleep(10, end.signal)), 10);
  expectAbout(await timed(timer.sleep(LONG, end.signal)), 0);
});

test('the signal ends it, now or before it begins', async () => {
  const stop = new AbortController();
  const sleep = timed(createWakeUpTimer().sleep(LONG, stop.signal));
  stop.abort();
  expectAbout(await sleep, 0);
  expectAbout(await timed(createWakeUpTimer().sleep(LONG, stop.signal)), 0);
});
