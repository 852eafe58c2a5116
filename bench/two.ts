import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { createInbox } from '../lambda/conversation/inbox';
import type { Store } from '../lambda/conversation/ports/store';
import { openSqlite } from '../lambda/store/sqlite';
import { botMessage } from '../test/support/talk';
import { type Child, startChild } from './child';
import { count, machine, table } from './figures';
import { type Lag, watchLoop } from './lag';
import { databaseFile } from './listen';
import { SECRET } from './servers';

const DAY_MS = 24 * 60 * 60_000;
const HELD_MS = 1000;
/** Rows that are written in one go, to have many. */
const CHUNK = 5000;
const IDENTITY = { userId: 'amzn1.ask.account.BENCH', locale: 'en-US' };

interface Scene {
  readonly path: string;
  readonly store: Store;
  readonly neighbour: Child;
  /** Moves the store's clock. */
  later(ms: number): void;
}

interface Line extends Lag {
  readonly name: string;
  /** What came of it, in words. */
  readonly told: string;
}

/**
 * Two processes on one SQLite file: how long the event loop of one is held by what the other does, by an erase and by a
 * sweep, and what it costs that many users wait while the other process writes for a few.
 */
export async function benchTwo(): Promise<void> {
  const lines: Line[] = [];
  for (const run of [nothingAtAll, waitingUsers, lockedFile, erasedWhileRead, sweptInbox])
    lines.push(await onNewFile(run));
  console.log(`two processes on one file: ${machine()}`);
  const row = ({ name, longest, lasted, cpu, told }: Line) => [
    name,
    ...[longest.toFixed(1), lasted.toFixed(0), (cpu * 100).toFixed(0), told],
  ];
  console.log(table([['', 'loop held, ms', 'lasted, ms', 'CPU, % of a core', ''], ...lines.map(row)]));
}

async function onNewFile(run: (scene: Scene) => Promise<Line>): Promise<Line> {
  const path = databaseFile();
  let moved = 0;
  const store = openSqlite(path, { secret: SECRET, now: () => Date.now() + moved });
  const neighbour = await startChild('neighbour', { path, secret: SECRET });
  const later = (ms: number) => {
    moved = ms;
  };
  try {
    return await run({ path, store, neighbour, later });
  } finally {
    await store.close();
    neighbour.stop();
  }
}

/** What the other programs of this machine do to an event loop that has nothing to do. */
async function nothingAtAll(): Promise<Line> {
  const loop = watchLoop();
  await delay(count('BENCH_SECONDS', 10) * 1000);
  return { ...loop.stop(), name: 'nothing happens', told: '' };
}

/** Users wait for their bot in one process; the webhooks of ten a second come to the other. */
async function waitingUsers({ store, neighbour }: Scene): Promise<Line> {
  const users = Array.from({ length: count('BENCH_USERS', 10_000) }, (_, user) => `user-${user}`);
  await Promise.all(users.map((key) => store.open(key, IDENTITY)));
  const inbox = createInbox({ store, platform: 'bench', onError: console.error });
  const ended = new AbortController();
  setMaxListeners(0, ended.signal);
  let looks = 0;
  let heard = 0;
  const wait = async (key: string) => {
    const waiter = inbox.listen(key);
    const { mark } = await store.open(key, IDENTITY);
    while (!ended.signal.aborted) {
      await waiter.wait(60_000, ended.signal);
      looks++;
      const found = await inbox.unread(key, mark);
      if (found.length > 0) heard++;
    }
    waiter.close();
  };
  const waiting = users.map(wait);
  // Everybody looks once, as the first look says nothing of what was before.
  await delay(2000);
  looks = 0;
  const loop = watchLoop();
  await neighbour.ask('write', { keys: users.slice(0, 50), perSecond: 10 });
  await delay(count('BENCH_SECONDS', 10) * 1000);
  const lag = loop.stop();
  const told = `${looks} looks into inboxes, ${heard} of them found something`;
  await neighbour.ask('rest');
  ended.abort();
  await Promise.all(waiting);
  return { ...lag, name: `${users.length} users wait, the other process writes ten times a second`, told };
}

/** The other process keeps the write lock for a second. */
async function lockedFile({ store, neighbour }: Scene): Promise<Line> {
  await store.open('anne', IDENTITY);
  await neighbour.ask('lock', HELD_MS);
  const loop = watchLoop();
  const begun = performance.now();
  const outcome = await write(store).then(
    () => `written after ${(performance.now() - begun).toFixed(0)} ms`,
    (error: unknown) => `not written: ${error}`,
  );
  return { ...loop.stop(), name: `the other process keeps the file locked for ${HELD_MS} ms`, told: outcome };
}

/** The other process reads the file for a second, as a backup does. */
async function erasedWhileRead({ path, store, neighbour }: Scene): Promise<Line> {
  const { version } = await store.open('anne', IDENTITY);
  await store.save('anne', { turns: 1, said: [{ text: 'secret words' }], rest: [], outbox: [] }, version);
  await neighbour.ask('read', HELD_MS);
  const loop = watchLoop();
  await store.erase('anne');
  const lag = loop.stop();
  const isThere = [path, `${path}-wal`].some((file) => readFileSync(file).includes('secret words'));
  const told = `confirmed, and the words are ${isThere ? 'still in the files' : 'gone'}`;
  return { ...lag, name: `an erase while the other process reads for ${HELD_MS} ms`, told };
}

/** As many rows as a busy week leaves are too old all at once. */
async function sweptInbox({ store, later }: Scene): Promise<Line> {
  const rows = count('BENCH_ROWS', 250_000);
  await store.open('anne', IDENTITY);
  for (let done = 0; done < rows; done += CHUNK) {
    await store.append(
      Array.from({ length: CHUNK }, () => arrival()),
      Date.now(),
    );
  }
  let slowest = 0;
  let isOver = false;
  const others = (async () => {
    while (!isOver) {
      // From when it should have begun: what the loop is held by counts too.
      const due = performance.now() + 20;
      await delay(20);
      await write(store);
      slowest = Math.max(slowest, performance.now() - due);
    }
  })();
  const loop = watchLoop();
  for (let day = 1; day <= 9; day++) {
    later(day * DAY_MS);
    await store.sweep();
  }
  const lag = loop.stop();
  isOver = true;
  await others;
  return { ...lag, name: `a sweep of ${rows} rows`, told: `the slowest write meanwhile took ${slowest.toFixed(0)} ms` };
}

function write(store: Store): Promise<unknown> {
  return store.append([arrival()], Date.now() + 30 * DAY_MS);
}

function arrival() {
  return { id: randomUUID(), to: { key: 'anne' }, item: { kind: 'message', message: botMessage('Hello.') } } as const;
}
