import { createUnknownConsent } from '../../lambda/notifications/unknown-consent';
import { DAY, idOf, MINUTE, ROSA, type Scene, SECOND, setScene } from './scene';

let scene: Scene;
afterEach(() => scene.close());

/** Users who allow notifications, though Alexa has not told us so. */
async function strangers(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    scene.amazon.events.permit(idOf(name));
    await scene.store.open(name, { userId: idOf(name), locale: 'en-US' });
  }
}

/** Second by second, who was told by then. */
async function toldWithin(ms: number, names: readonly string[]): Promise<readonly (readonly string[])[]> {
  const seen: string[][] = [];
  const told = new Set<string>();
  for (let at = 0; at <= ms; at += SECOND) {
    await scene.pass();
    const fresh = names.filter((name) => !told.has(name) && scene.told(name).length > 0);
    for (const name of fresh) told.add(name);
    if (fresh.length > 0) seen.push(fresh);
    scene.clock.now += SECOND;
  }
  return seen;
}

const UNKNOWN = ['uma', 'uri', 'una'];
const CONSENTED = ['anne', 'ben', 'cleo'];

test('in a broadcast those who consented are told before those of whom nothing is known, who come one by one', async () => {
  scene = await setScene({ paceMs: 400 });
  await scene.users(...CONSENTED);
  await strangers(...UNKNOWN);
  for (const name of [...UNKNOWN, ...CONSENTED]) await scene.bring(name, 'Sale');
  const told = await toldWithin(4 * MINUTE, [...UNKNOWN, ...CONSENTED]);
  const firstUnknown = told.findIndex((names) => names.some((name) => UNKNOWN.includes(name)));
  expect(told.slice(0, firstUnknown).flat().sort()).toEqual(CONSENTED);
  expect(told.slice(firstUnknown).map((names) => names.length)).toEqual([1, 1, 1]);
  expect(scene.outcomes.filter((outcome) => outcome === 'put_off')).toHaveLength(3);
  expect(scene.amazon.events.answers).toEqual(new Map([[202, 6]]));
});

test('a broadcast that takes a minute to come in is told in the same order', async () => {
  scene = await setScene();
  await scene.users('anne');
  await strangers('uma');
  await scene.bring('uma', 'Sale');
  expect(await toldWithin(MINUTE, ['uma'])).toEqual([]);
  await scene.bring('anne', 'Sale');
  expect(await toldWithin(3 * MINUTE, ['uma', 'anne'])).toEqual([['anne'], ['uma']]);
});

test('each gets a moment of their own, two minutes on; a clock that was set back by days keeps nobody waiting so long', async () => {
  scene = await setScene();
  const clock = { now: 10 * DAY };
  const consent = createUnknownConsent(400, () => clock.now);
  const next = () => consent.next() - clock.now;
  expect([next(), next(), next()]).toEqual([2 * MINUTE, 2 * MINUTE + 2000, 2 * MINUTE + 4000]);
  clock.now += MINUTE;
  expect(next()).toBe(2 * MINUTE);
  clock.now -= DAY - 2 * MINUTE;
  expect(next()).toBe(DAY + 2000);
  expect(next()).toBe(2 * MINUTE);
});

test('what a person writes to them is told at once', async () => {
  scene = await setScene();
  await strangers('uma');
  await scene.bring('uma', 'Sale');
  await scene.bring('uma', 'Your table is ready.', ROSA);
  expect(await toldWithin(6 * SECOND, ['uma'])).toEqual([['uma']]);
});

test('what a person writes does not wait for the broadcast before it', async () => {
  scene = await setScene();
  await strangers('uma');
  await scene.bring('uma', 'Sale');
  await toldWithin(10 * SECOND, ['uma']);
  await scene.bring('uma', 'Your table is ready.', ROSA);
  expect(await toldWithin(10 * SECOND, ['uma'])).toEqual([['uma']]);
});

test('who consents meanwhile is told once all the same', async () => {
  scene = await setScene();
  await strangers('uma');
  await scene.bring('uma', 'Sale');
  await toldWithin(10 * SECOND, ['uma']);
  await scene.users('uma');
  expect(await toldWithin(3 * MINUTE, ['uma'])).toEqual([['uma']]);
  expect(scene.amazon.events.answers).toEqual(new Map([[202, 1]]));
});
