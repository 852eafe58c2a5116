import { createPki } from '../simulator/pki';
import { type Child, startChild } from './child';
import { count, machine, summary } from './figures';
import { drive, type Signed, signTurn } from './traffic';

const TURNS_PER_ROUND = 1500;
const CONCURRENCY = 16;
const USERS = 200;

/**
 * What a turn costs the server's CPU, beside the naive floor: Express with the stock SDK and adapter, unverified, one
 * undici call to the same bot, no store, no speech work. The bot answers two plain sentences with three quick replies.
 * Each server is a process of its own and only its own CPU time counts; the two take turns, so that a drift of the
 * machine's speed hits both.
 */
export async function benchTurns(): Promise<void> {
  const rounds = count('BENCH_ROUNDS', 9);
  const pki = createPki();
  const vendor = await startChild('vendor', {});
  const floor = await startChild('floor', { vendorUrl: vendor.url });
  const ours = await startChild('ours', {
    rootPem: pki.rootPem,
    chainPem: pki.chainPem,
    environment: {
      ALOUD_PLATFORM: 'botdistrikt',
      BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
      BOTDISTRIKT_DOMAIN: 'https://bench.example',
      BOTDISTRIKT_BASE_URL: vendor.url,
    },
  });
  const measure = async (server: Child, requests: readonly Signed[]) => {
    const before = await server.cpu();
    await drive(`${server.url}/alexa`, requests, CONCURRENCY, 'half past eight');
    return ((await server.cpu()) - before) / requests.length;
  };

  const rows: { floor: number; ours: number; ratio: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    // Signed anew each round: a signature is good for 150 seconds.
    const signed = Array.from({ length: USERS }, (_, user) => signTurn(pki, `U${user}`, 'when do you open tomorrow'));
    const requests = Array.from({ length: TURNS_PER_ROUND }, (_, turn) => signed[turn % USERS] as Signed);
    const row = { floor: await measure(floor, requests), ours: await measure(ours, requests) };
    // The first round warms up.
    if (round > 0) rows.push({ ...row, ratio: row.ours / row.floor });
  }
  for (const child of [floor, ours, vendor]) child.stop();

  const column = (of: keyof (typeof rows)[number], digits: number) =>
    summary(
      rows.map((row) => row[of]),
      digits,
    );
  console.log(`turns: ${machine()}`);
  console.log(`${rounds} rounds of ${TURNS_PER_ROUND} turns of ${USERS} users, ${CONCURRENCY} at a time`);
  console.log('CPU of the server per turn, median (min to max)');
  console.log(`  naive floor       ${column('floor', 0)} µs`);
  console.log(`  Aloud on SQLite   ${column('ours', 0)} µs`);
  console.log(`  ratio             ${column('ratio', 2)}`);
}
