import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { cpus, devNull } from 'node:os';
import { createPki } from '../simulator/pki';
import { startFloor, startOurs, startVendor } from './servers';
import { drive, type SignedRequest, signRequests } from './traffic';

/**
 * `npm run bench`: what a turn costs the server's CPU, beside the naive floor: Express with the stock SDK and adapter,
 * unverified, one undici call to the same bot, no store, no speech work. The bot answers two plain sentences with three
 * quick replies. Each server is a process of its own and only its own CPU time counts; the two take turns, so that a drift
 * of the machine's speed hits both.
 */
const ROUNDS = 9;
const TURNS_PER_ROUND = 1500;
const CONCURRENCY = 16;
const USERS = 200;

const ROLES = { vendor: startVendor, floor: startFloor, ours: startOurs } as const;
type Role = keyof typeof ROLES;

interface Child {
  readonly url: string;
  /** CPU time the process has used so far, in microseconds. */
  cpu(): Promise<number>;
  stop(): void;
}

export async function main(): Promise<void> {
  const role = process.env.BENCH_ROLE as Role | undefined;
  await (role ? serve(role) : compare());
}

/** A child: starts its server and answers the parent's questions. */
async function serve(role: Role): Promise<void> {
  const server = await ROLES[role](JSON.parse(process.env.BENCH_OPTIONS ?? '{}'));
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
  process.on('disconnect', () => process.exit());
  process.send?.(server.url);
}

async function compare(): Promise<void> {
  const pki = createPki();
  const vendor = await startChild('vendor', {});
  const options = { vendorUrl: vendor.url, rootPem: pki.rootPem, chainPem: pki.chainPem };
  const floor = await startChild('floor', options);
  const ours = await startChild('ours', options);
  const measure = async (server: Child, requests: readonly SignedRequest[]) => {
    const before = await server.cpu();
    await drive(`${server.url}/alexa`, requests, CONCURRENCY, TURNS_PER_ROUND);
    return ((await server.cpu()) - before) / TURNS_PER_ROUND;
  };

  const rows: { floor: number; ours: number; ratio: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    // Signed anew each round: a signature is good for 150 seconds.
    const requests = signRequests(pki, USERS);
    const row = { floor: await measure(floor, requests), ours: await measure(ours, requests) };
    // The first round warms up.
    if (round > 0) rows.push({ ...row, ratio: row.ours / row.floor });
  }
  for (const child of [floor, ours, vendor]) child.stop();

  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
  console.log(`${ROUNDS} rounds of ${TURNS_PER_ROUND} turns of ${USERS} users, ${CONCURRENCY} at a time`);
  console.log('CPU of the server per turn, median (min to max)');
  const median = (of: keyof (typeof rows)[number], digits: number) =>
    summary(
      rows.map((row) => row[of]),
      digits,
    );
  console.log(`  naive floor       ${median('floor', 0)} µs`);
  console.log(`  Aloud on SQLite   ${median('ours', 0)} µs`);
  console.log(`  ratio             ${median('ratio', 2)}`);
}

async function startChild(role: Role, options: object): Promise<Child> {
  const child = fork(__filename, {
    // What a server logs is written, but not shown.
    stdio: ['ignore', openSync(devNull, 'w'), 'inherit', 'ipc'],
    env: { ...process.env, BENCH_ROLE: role, BENCH_OPTIONS: JSON.stringify(options) },
  });
  const [url] = await once(child, 'message');
  return {
    url: String(url),
    async cpu() {
      child.send('cpu');
      const [microseconds] = await once(child, 'message');
      return Number(microseconds);
    },
    stop: () => child.disconnect(),
  };
}

function summary(values: readonly number[], digits: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => (sorted[index] ?? Number.NaN).toFixed(digits);
  return `${at(Math.floor(sorted.length / 2))} (${at(0)} to ${at(sorted.length - 1)})`;
}
