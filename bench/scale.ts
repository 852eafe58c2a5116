import { rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openSqlite } from '../lambda/store/sqlite';
import { createPki, type Pki } from '../simulator/pki';
import { barChart, writeChart } from './chart';
import { type Child, startChild } from './child';
import { makeCrowd, nameOf } from './crowd';
import { markdown, writeSection } from './docs';
import { count, machine, median, summary, table } from './figures';
import { type Lag, watchLoop } from './lag';
import { databaseFile } from './listen';
import type { Options } from './main';
import { ROUNDS, takeTurns } from './rounds';
import { keyOf, SECRET } from './servers';
import { drive, signTurn } from './traffic';

const DAY_MS = 24 * 60 * 60_000;
const FEW = 1000;
/** Of each crowd so many talk: the same of a few users, and spread over all pages of many. */
const TALKING = 1000;
const TURNS = 500;
const AT_A_TIME = 16;
const SETTLE_MS = 100;
const ERASES = 50;

interface Place {
  readonly users: number;
  readonly path: string;
  readonly server: Child;
  /** How many have talked. */
  turns: number;
}

/**
 * Whether it matters how many users there are: the processor's time for a turn where SQLite keeps a thousand, and where it
 * keeps a million; and how long the event loop stands still for a sweep and for erases among a million. The million takes
 * 1.5 GB where temporary files are kept, and is removed in the end.
 */
export async function benchScale({ users: many = 1_000_000, write }: Options): Promise<void> {
  const pki = createPki();
  const bot = await startChild('vendor', {});
  const places: Place[] = [];
  try {
    for (const users of [FEW, many]) places.push(await startPlace(pki, bot, users));
    const { figures } = await takeTurns(places, (place) => measure(pki, place));
    for (const { server } of [...places, { server: bot }]) server.stop();
    const [few = [], all = []] = figures;
    const ratios = all.map((cpu, round) => cpu / (few[round] ?? Number.NaN));
    const turns = [
      ['', 'CPU for a turn, µs', 'of the database, MB'],
      ...places.map(({ users, path }, index) => [
        `${users.toLocaleString('en-US')} users`,
        median(figures[index] ?? []).toFixed(0),
        (statSync(path).size / 1024 / 1024).toFixed(0),
      ]),
      ['ratio, median of the rounds', summary(ratios, 2), ''],
    ];
    const holds = await measureHolds((places[1] as Place).path, many);
    console.log(`users by number: ${machine()}, medians of ${ROUNDS()} rounds of ${TURNS} turns`);
    console.log(table(turns));
    console.log(
      'how long the event loop stands still among them, and the most processor time it then took, in milliseconds',
    );
    console.log(table(holds));
    if (!write) return;
    writeSection('performance.md', 'scale', `${markdown(turns)}\n\n${markdown(holds)}`);
    const bars = places.map(({ users }, index) => ({
      name: `${users.toLocaleString('en-US')} users`,
      value: median(figures[index] ?? []),
    }));
    writeChart('bench-scale.svg', barChart("The processor's time for a turn, in microseconds", bars));
  } finally {
    for (const { path } of places) rmSync(dirname(path), { recursive: true, force: true });
  }
}

async function startPlace(pki: Pki, bot: Child, users: number): Promise<Place> {
  const path = databaseFile();
  const crowd = { users, messages: Math.min(users, 100_000), receivedAt: Date.now() };
  await makeCrowd(path, { ...crowd, recipient: (message) => silent(message % TALKING, users) });
  const server = await startChild('ours', {
    rootPem: pki.rootPem,
    chainPem: pki.chainPem,
    database: path,
    environment: {
      ALOUD_PLATFORM: 'botdistrikt',
      BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
      BOTDISTRIKT_DOMAIN: 'https://bench.example',
      BOTDISTRIKT_BASE_URL: bot.url,
    },
  });
  return { users, path, server, turns: 0 };
}

/** One who does not talk: what waits for others would be heard first. */
function silent(user: number, users: number): number {
  return users > TALKING ? user * (users / TALKING) + 1 : users + user;
}

/** Microseconds of the server's CPU for a turn. */
async function measure(pki: Pki, place: Place): Promise<number> {
  const { server, users } = place;
  const step = users / TALKING;
  const names = Array.from({ length: TURNS }, () => nameOf((place.turns++ % TALKING) * step));
  const before = await server.cpu();
  await drive(`${server.url}/alexa`, names, {
    atATime: AT_A_TIME,
    expected: 'half past eight',
    make: (name) => signTurn(pki, name, 'when do you open tomorrow'),
  });
  await delay(SETTLE_MS);
  return ((await server.cpu()) - before) / TURNS;
}

async function measureHolds(path: string, users: number): Promise<string[][]> {
  let moved = 0;
  const store = openSqlite(path, { secret: SECRET, now: () => Date.now() + moved });
  const watch = async (name: string, work: () => Promise<unknown>): Promise<string[]> => {
    const loop = watchLoop();
    await work();
    const { longest, busiest, lasted }: Lag = loop.stop();
    return [name, ...[longest, busiest, lasted].map((ms) => ms.toFixed(1))];
  };
  const rows = [
    await watch('nothing happens', () => delay(count('BENCH_SECONDS', 10) * 1000)),
    await watch(`${ERASES} users are erased`, async () => {
      for (let user = 0; user < ERASES; user++) await store.erase(keyOf(nameOf(silent(user, users))));
    }),
    await watch('a sweep of what is too old', async () => {
      for (let day = 1; day <= 9; day++) {
        moved = day * DAY_MS;
        await store.sweep();
      }
    }),
  ];
  await store.close();
  return [['', 'the longest', 'of it CPU', 'lasted'], ...rows];
}
