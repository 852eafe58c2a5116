import { randomUUID } from 'node:crypto';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPki } from '../simulator/pki';
import { CALLBACKS, sign, toMessage, toWebhook } from '../simulator/platforms/voximplant-callbacks';
import { type Child, startChild } from './child';
import { machine, median, quantile, table } from './figures';
import { ROUNDS, takeTurns, WARM_UPS } from './rounds';
import { keyOf } from './servers';
import { storedBy } from './stored';
import { drive, type Signed } from './traffic';

/** So many that nobody's inbox grows long in a run. */
const USERS = Array.from({ length: 2000 }, (_, user) => `U${user}`);
const SALT = 'a salt for the benchmark';
const API_TOKEN = 'a token for the benchmark';
/** Concurrency, and webhooks for each server in a round. */
const LOADS = [
  { atATime: 1, webhooks: 300 },
  { atATime: 32, webhooks: 2000 },
];

interface Figures {
  readonly perSecond: number;
  readonly median: number;
  readonly p95: number;
  /** Microseconds of the server's CPU for a webhook. */
  readonly cpu: number;
}

/**
 * How fast webhooks are taken in: checked, understood, told apart from repetitions and on disk before they are answered;
 * beside Express with a loop that only inserts a row for each, into a database with the same promises. The webhooks are
 * Voximplant's, signed, of users that are known. Each server is a process of its own, and the two take turns.
 */
export async function benchWebhooks(): Promise<void> {
  const pki = createPki();
  const bare = await startChild('bare', {});
  const ours = await startChild('ours', {
    rootPem: pki.rootPem,
    chainPem: pki.chainPem,
    users: USERS,
    environment: {
      ALOUD_PLATFORM: 'voximplant',
      VOXIMPLANT_ACCOUNT: 'bench',
      VOXIMPLANT_REGION: 'eu',
      VOXIMPLANT_API_TOKEN: API_TOKEN,
      VOXIMPLANT_CHANNEL_UUID: randomUUID(),
      VOXIMPLANT_SALT: SALT,
    },
  });

  const servers = LOADS.flatMap((load) => [
    { ...load, server: bare },
    { ...load, server: ours },
  ]);
  const syncs: number[] = [];
  let sent = 0;
  const { figures } = await takeTurns(servers, ({ server, webhooks, atATime }) => {
    syncs.push(...timeSyncs(20));
    if (server === ours) sent += webhooks;
    return measure(server, webhooks, atATime);
  });
  const stored = await storedBy(ours);
  for (const child of [bare, ours]) child.stop();
  // A webhook that means nothing to us is answered as well, and costs less.
  if (stored !== sent) throw new Error(`${sent} webhooks were sent, and ${stored} stored`);

  console.log(`webhooks: ${machine()}`);
  const sizes = LOADS.map(({ atATime, webhooks }) => `${webhooks} webhooks ${atATime} at a time`);
  console.log(
    `Medians of ${ROUNDS()} rounds, after ${WARM_UPS()} to warm up, of ${sizes.join(' and ')};`,
    `a write of 4 KB is on disk after ${median(syncs).toFixed(2)} ms`,
  );
  const sections = LOADS.flatMap(({ atATime }, load) => section(atATime, figures[2 * load], figures[2 * load + 1]));
  console.log(table([HEAD, ...sections]));
}

const COLUMNS = ['perSecond', 'median', 'p95', 'cpu'] as const;
const HEAD = ['', 'per second', 'median ms', 'p95 ms', 'CPU µs'];

/** @param bare of each round, as `ours` */
function section(atATime: number, bare: readonly Figures[] = [], ours: readonly Figures[] = []): string[][] {
  const line = (name: string, rounds: readonly Figures[], digits: readonly number[]) => [
    `${atATime} at a time: ${name}`,
    ...COLUMNS.map((column, index) => median(rounds.map((round) => round[column])).toFixed(digits[index])),
  ];
  const ratios = ours.map((own, round) => {
    const ratio = (column: keyof Figures) => own[column] / (bare[round]?.[column] ?? Number.NaN);
    return { perSecond: ratio('perSecond'), median: ratio('median'), p95: ratio('p95'), cpu: ratio('cpu') };
  });
  return [line('bare', bare, [0, 2, 2, 0]), line('Aloud', ours, [0, 2, 2, 0]), line('ratio', ratios, [2, 2, 2, 2])];
}

async function measure(server: Child, webhooks: number, atATime: number): Promise<Figures> {
  // Made beforehand, as it is counted how many come through in a second.
  const requests = Array.from({ length: webhooks }, (_, index) => signWebhook(USERS[index % USERS.length] as string));
  const before = await server.cpu();
  const started = performance.now();
  const times = await drive(String(server.webhookUrl), requests, {
    atATime,
    expected: 'OK',
    make: (request) => request,
  });
  const seconds = (performance.now() - started) / 1000;
  return {
    perSecond: webhooks / seconds,
    median: median(times),
    p95: quantile(times, 0.95),
    cpu: ((await server.cpu()) - before) / webhooks,
  };
}

function signWebhook(user: string): Signed {
  const text = 'We open at half past eight and close at six. Which day would suit you?';
  const options = ['Monday', 'Tuesday', 'Friday'].map((title) => ({ title, payload: title }));
  const eventId = randomUUID();
  const { headers, body } = toWebhook(
    toMessage({ text, options }, randomUUID(), 'bot', CALLBACKS),
    { clientId: keyOf(user), eventId },
    sign(CALLBACKS, { salt: SALT, apiToken: API_TOKEN }, eventId),
    CALLBACKS,
  );
  return { headers: { 'content-type': 'application/json', ...headers }, body };
}

/** What the disk itself takes, in milliseconds: the least that being on disk can cost. */
function timeSyncs(times: number): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'aloud-bench-'));
  const file = openSync(join(folder, 'sync'), 'w');
  const page = Buffer.alloc(4096, 1);
  const measured = Array.from({ length: times }, () => {
    const started = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - started;
  });
  closeSync(file);
  rmSync(folder, { recursive: true });
  return measured;
}
