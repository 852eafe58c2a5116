import { execFile } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createPki, type Pki } from '../simulator/pki';
import { hasJovo } from './baselines';
import { type Child, startChild } from './child';
import { machine, median, table } from './figures';
import { ROUNDS, takeTurns, WARM_UPS } from './rounds';
import { drive, openLine, signTurn } from './traffic';

/** More than any server gets to answer in a round, in which each says one thing to each server. */
const USERS = Array.from({ length: 10_000 }, (_, user) => `U${user}`);
/** A round: milliseconds from what a user says to what they say next, having heard the bot and thought of an answer. */
const EVERY_MS = 9000;
/** Turns of a round, whatever the time: fewer would leave V8 much to compile while it is measured. */
const LEAST_TURNS = 500;
const AT_A_TIME = 16;
/** Milliseconds for what a server puts off until it has answered: that is a part of the turn. */
const SETTLE_MS = 100;
const SAID = 'when do you open tomorrow';

interface Contender {
  readonly name: string;
  readonly server: Child;
  /** Whether it must refuse what is not signed. */
  readonly verifies: boolean;
  /** Whether the others are compared with it. */
  readonly isCompared?: boolean;
}

interface Measured {
  readonly turns: number;
  /** Microseconds of the server's CPU for a turn. */
  readonly cpu: number;
}

/**
 * What a turn costs the server's CPU, beside four others that ask the same bot once for each: the naive floor; the same
 * behind the stock verifiers; Jovo 4; and the limit of what our promises cost. The bot answers two plain sentences with
 * three quick replies. Each server is a process of its own and only its own CPU time counts, not that of the driver,
 * which signs each request as it sends it. The servers take turns, and ratios are of the same round.
 *
 * @param options `against`: another checkout, of which the server is built and measured beside ours
 */
export async function benchTurns({ against }: { readonly against?: string }): Promise<void> {
  const pki = createPki();
  const vendor = await startChild('vendor', {});
  const contenders = await startContenders(pki, vendor, against);
  for (const contender of contenders) await check(pki, contender);
  const share = EVERY_MS / contenders.length;
  const { figures, everyMs } = await takeTurns(contenders, ({ server }) => measure(pki, server, share));
  for (const { server } of [...contenders, { server: vendor }]) server.stop();

  console.log(`turns: ${machine()}`);
  console.log(
    `${ROUNDS()} rounds after ${WARM_UPS()} to warm up, each of some ${median(figures.flat().map(({ turns }) => turns))}`,
    `turns, ${AT_A_TIME} at a time; each user speaks every ${(everyMs / 1000).toFixed(1)} s`,
  );
  console.log('CPU of the server for a turn, in µs and in times of what another took in the same round');
  const others = contenders.filter(({ isCompared }) => isCompared);
  const head = [
    ['', ...['µs', ...others.map(({ name }) => `× ${name}`)].flatMap((unit) => [unit, ''])],
    ['', ...[0, ...others].flatMap(() => ['least', 'median'])],
  ];
  const rows = contenders.map(({ name }, index) => {
    const own = cpuOf(figures[index]);
    const ratios = others.map((other) => {
      const their = cpuOf(figures[contenders.indexOf(other)]);
      return leastAndMedian(
        own.map((cpu, round) => cpu / (their[round] ?? Number.NaN)),
        2,
      );
    });
    return [name, ...leastAndMedian(own, 0), ...ratios.flat()];
  });
  console.log(table([...head, ...rows]));
}

async function startContenders(pki: Pki, vendor: Child, against?: string): Promise<Contender[]> {
  const asking = { vendorUrl: vendor.url };
  const { rootPem, chainPem } = pki;
  const trusting = { ...asking, rootPem, chainPem };
  const ours = {
    rootPem,
    chainPem,
    environment: {
      ALOUD_PLATFORM: 'botdistrikt',
      BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
      BOTDISTRIKT_DOMAIN: 'https://bench.example',
      BOTDISTRIKT_BASE_URL: vendor.url,
    },
  };
  const contenders: Contender[] = [
    { name: 'naive floor', server: await startChild('floor', asking), verifies: false, isCompared: true },
    { name: 'stock-verified', server: await startChild('stockVerified', trusting), verifies: true, isCompared: true },
  ];
  if (hasJovo()) contenders.push({ name: 'Jovo 4', server: await startChild('jovo', asking), verifies: false });
  else console.error('\n!!! JOVO IS LEFT OUT, as it is not installed: npm ci --prefix bench/jovo\n');
  contenders.push({ name: 'limit', server: await startChild('limit', trusting), verifies: true });
  if (against) {
    const server = await startChild('ours', ours, await buildBench(resolve(against)));
    contenders.push({ name: `Aloud in ${relative('', against)}`, server, verifies: true, isCompared: true });
  }
  return [...contenders, { name: 'Aloud', server: await startChild('ours', ours), verifies: true }];
}

/** Builds the benchmarks of another checkout, with its own script. Resolves to the bundle's path. */
async function buildBench(checkout: string): Promise<string> {
  const script = pathToFileURL(resolve(checkout, 'scripts/build.mjs'));
  const build = `const { buildEntry } = await import('${script}'); process.stdout.write(await buildEntry('bench'));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', build]);
  return stdout;
}

/** @throws when a server that has to verify its requests does not */
async function check(pki: Pki, { name, server, verifies }: Contender): Promise<void> {
  const line = openLine(`${server.url}/alexa`, 1);
  const request = signTurn(pki, 'forger', SAID);
  const forged = { ...request, body: request.body.replace(SAID, 'when do you close') };
  const taken = await line.post(forged).then(
    () => true,
    () => false,
  );
  await line.close();
  if (taken === verifies) throw new Error(`${name}: a forged request is ${taken ? 'answered' : 'refused'}`);
}

async function measure(pki: Pki, server: Child, ms: number): Promise<Measured> {
  const before = await server.cpu();
  const times = await drive(`${server.url}/alexa`, usersFor(ms - SETTLE_MS), {
    atATime: AT_A_TIME,
    expected: 'half past eight',
    make: (user) => signTurn(pki, user, SAID),
  });
  await delay(SETTLE_MS);
  return { turns: times.length, cpu: ((await server.cpu()) - before) / times.length };
}

/** One after the other, until the time is over and there were enough. */
function* usersFor(ms: number): Generator<string> {
  const end = performance.now() + ms;
  for (const [index, user] of USERS.entries()) {
    if (index >= LEAST_TURNS && performance.now() >= end) return;
    yield user;
  }
}

function cpuOf(rounds: readonly Measured[] = []): number[] {
  return rounds.map(({ cpu }) => cpu);
}

function leastAndMedian(values: readonly number[], digits: number): string[] {
  return [Math.min(...values), median(values)].map((value) => value.toFixed(digits));
}
