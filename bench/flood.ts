import { setTimeout as delay } from 'node:timers/promises';
import { createPki, type Pki } from '../simulator/pki';
import { type Bar, barChart, writeChart } from './chart';
import { type Child, startChild } from './child';
import { markdown, writeSection } from './docs';
import { count, machine, median, quantile, table } from './figures';
import type { Flooded } from './flooder';
import type { Options } from './main';
import { startPace, type Turn } from './pace';
import { keyOf } from './servers';
import { storedBy } from './stored';

/** Who is written to: others than those who talk meanwhile. */
const USERS = Array.from({ length: 5000 }, (_, user) => `F${user}`);
const FIRST_RATE = 400;
const STEP = 1.25;
const LONGEST_MS = 500;
/** Turns have this long; their bot answers at once. */
const BUDGET_MS = 6500;
const WARM_UP_MS = 3000;
const TRY_SECONDS = 2;
const TRIES = 3;
const RUNS = 3;
const REST_MS = 1000;

interface Run {
  readonly name: string;
  readonly flooded: Flooded | undefined;
  readonly turns: readonly Turn[];
  readonly rss: number;
}

interface Scene {
  readonly pki: Pki;
  readonly ours: Child;
  readonly flooder: Child;
}

/**
 * Webhooks that come faster and faster while users go on talking, twenty turns a second: the highest rate at which none is
 * refused, and twice that. Server, vendor and bot are processes of their own.
 *
 * @throws when a webhook was answered otherwise than 200 or 503, or what was answered 200 is not on disk
 */
export async function benchFlood({ write }: Options): Promise<void> {
  const seconds = count('BENCH_SECONDS', 5);
  const pki = createPki();
  const bot = await startChild('vendor', {});
  const flooder = await startChild('flooder', {});
  const ours = await startChild('ours', {
    rootPem: pki.rootPem,
    chainPem: pki.chainPem,
    users: USERS,
    environment: {
      ALOUD_PLATFORM: 'botdistrikt',
      BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
      BOTDISTRIKT_DOMAIN: 'https://bench.example',
      BOTDISTRIKT_BASE_URL: bot.url,
      ALOUD_TURN_BUDGET_MS: String(BUDGET_MS),
    },
  });
  const scene = { pki, ours, flooder };
  await warmUp(scene);
  const alone = await run(scene, 'no webhooks', 0, seconds);
  const highest = await keptRate(scene, await highestRate(scene), seconds);
  const doubled = await run(scene, 'twice that', 2 * highest.rate, seconds);
  const runs = [alone, highest.run, doubled];
  const [taken, stored] = [await flooder.ask('taken'), await storedBy(ours)];
  for (const child of [ours, flooder, bot]) child.stop();

  const rows = rowsOf(runs);
  console.log(
    `a flood of webhooks: ${machine()}, of three runs of ${seconds} seconds the one in the middle, 20 turns a second meanwhile`,
  );
  console.log(table(rows));
  if (runs.some(({ flooded }) => (flooded?.failed ?? 0) > 0)) throw new Error('a webhook was not answered 200 or 503');
  if (stored !== taken) throw new Error(`${taken} webhooks were answered 200, and ${stored} stored`);
  if (!write) return;
  writeSection('performance.md', 'flood', markdown(rows));
  writeChart(
    'bench-flood.svg',
    barChart('Webhooks a second', [...barsOf(highest.run, ''), ...barsOf(doubled, ', at twice the rate')]),
  );
}

async function flood({ ours, flooder }: Scene, perSecond: number, seconds: number): Promise<Flooded> {
  const what = { url: ours.webhookUrl, keys: USERS.map(keyOf), perSecond, seconds };
  return (await flooder.ask('flood', what)) as Flooded;
}

async function warmUp(scene: Scene): Promise<void> {
  const pace = startPace(scene.pki, scene.ours.url);
  await flood(scene, FIRST_RATE, WARM_UP_MS / 1000);
  await pace.stop();
}

function barsOf({ flooded }: Run, when: string): Bar[] {
  if (!flooded) return [];
  const { sent, perSecond } = flooded;
  const rate = (name: string, part: number) => ({ name: `${name}${when}`, value: (perSecond * part) / sent });
  return [rate('stored', flooded.taken), rate('refused', flooded.refused)];
}

/** Tries ever more, until some are refused or late, and not only once: other programs may have held the machine up. */
async function highestRate(scene: Scene): Promise<number> {
  const pace = startPace(scene.pki, scene.ours.url);
  let [rate, next] = [FIRST_RATE, FIRST_RATE];
  for (let tries = 0; tries < TRIES; ) {
    const { refused, failed, p99 } = await flood(scene, next, TRY_SECONDS);
    await delay(REST_MS / 2);
    if (refused + failed > 0 || p99 > LONGEST_MS) {
      tries++;
      continue;
    }
    tries = 0;
    rate = next;
    next = Math.round((rate * STEP) / 10) * 10;
  }
  await pace.stop();
  return rate;
}

/** The longer it lasts the more gets in the way: a rate counts that was kept for the whole time. */
async function keptRate(
  scene: Scene,
  rate: number,
  seconds: number,
): Promise<{ readonly rate: number; readonly run: Run }> {
  const kept = await run(scene, 'the highest rate at which none is refused', rate, seconds);
  const isKept = kept.flooded?.refused === 0 && kept.flooded.p99 <= LONGEST_MS;
  if (isKept || rate <= FIRST_RATE / 2) return { rate, run: kept };
  return keptRate(scene, Math.round(rate / STEP / 10) * 10, seconds);
}

/** Of three runs the one in the middle, by its slowest turns: one alone says as much of the machine's other programs. */
async function run(scene: Scene, name: string, perSecond: number, seconds: number): Promise<Run> {
  const runs: Run[] = [];
  for (let time = 0; time < RUNS; time++) runs.push(await runOnce(scene, name, perSecond, seconds));
  const [middle] = runs.toSorted((a, b) => quantile(timesOf(a), 0.99) - quantile(timesOf(b), 0.99)).slice(RUNS >> 1);
  return middle as Run;
}

async function runOnce(scene: Scene, name: string, perSecond: number, seconds: number): Promise<Run> {
  await delay(REST_MS);
  const pace = startPace(scene.pki, scene.ours.url);
  const flooded = perSecond > 0 ? await flood(scene, perSecond, seconds) : undefined;
  if (!flooded) await delay(seconds * 1000);
  const turns = await pace.stop();
  const { rss } = await scene.ours.memory();
  return { name, flooded, turns, rss };
}

function timesOf({ turns }: Run): number[] {
  return turns.map(({ from, to }) => to - from);
}

function rowsOf(runs: readonly Run[]): string[][] {
  const row = (name: string, cell: (run: Run) => string) => [name, ...runs.map(cell)];
  const ofFlood = (cell: (flooded: Flooded) => string) => (one: Run) => (one.flooded ? cell(one.flooded) : '');
  return [
    ['', ...runs.map(({ name }) => name)],
    row(
      'webhooks a second',
      ofFlood(({ perSecond }) => perSecond.toFixed(0)),
    ),
    row(
      'refused with 503',
      ofFlood(({ refused, sent }) => `${((100 * refused) / sent).toFixed(1)} %`),
    ),
    row(
      'answered, ms: median',
      ofFlood((flooded) => flooded.median.toFixed(1)),
    ),
    row(
      '99 of 100',
      ofFlood(({ p99 }) => p99.toFixed(0)),
    ),
    row('turns', ({ turns }) => String(turns.length)),
    row('late', ({ turns }) => String(turns.filter(({ isLate, from, to }) => isLate || to - from > BUDGET_MS).length)),
    row('a turn, ms: median', (one) => median(timesOf(one)).toFixed(0)),
    row('99 of 100 ', (one) => quantile(timesOf(one), 0.99).toFixed(0)),
    row('the slowest', (one) => Math.max(...timesOf(one)).toFixed(0)),
    row('memory of the server, MB', ({ rss }) => (rss / 1024 / 1024).toFixed(0)),
  ];
}
