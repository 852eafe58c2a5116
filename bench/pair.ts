import { makeTable } from '../lambda/store/dynamodb/table';
import { createPki, type Pki } from '../simulator/pki';
import { startDynamoDbLocal } from '../test/support/dynamodb-local';
import { type Child, startChild } from './child';
import { count, machine, quantile, summary, table } from './figures';
import { atMost, openLine, signTurn } from './traffic';
import { newClient } from './units';

const TABLE = 'aloud-pair';
/** So many talk at the same time: more than one process can serve at once. */
const AT_A_TIME = 16;
const WARM_UP = 1000;
const EXPECTED = 'half past eight';

interface Round {
  readonly turnsPerSecond: number;
  /** Of each process, microseconds of the processor for a turn that it served. */
  readonly cpuPerTurn: readonly number[];
  readonly slowestMs: number;
  readonly p95Ms: number;
}

/**
 * Two processes on one DynamoDB table: users whose turns go to one and the other alternately, so that each reads what the other has
 * written, beside the same turns served by one of them alone; in turn, in one run.
 *
 * @throws when a turn was not answered with what the bot said
 */
export async function benchPair(): Promise<void> {
  const turns = count('BENCH_TURNS', 4000);
  const rounds = count('BENCH_ROUNDS', 5);
  const dynamo = await startDynamoDbLocal();
  if (!dynamo) throw new Error('this needs DynamoDB Local, and that needs a Java development kit');
  const client = newClient(dynamo.port);
  await makeTable(client, TABLE);
  client.destroy();
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${dynamo.port}`,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  const pki = createPki();
  const vendor = await startChild('vendor', {});
  const both = [await startServer(pki, vendor), await startServer(pki, vendor)] as const;
  const [first] = both;
  await talk(pki, both, WARM_UP);
  const alone: Round[] = [];
  const together: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    alone.push(await talk(pki, [first], turns));
    together.push(await talk(pki, both, turns));
  }
  for (const child of [...both, vendor]) child.stop();
  await dynamo.stop();

  console.log(`two processes on one table of DynamoDB Local: ${machine()}`);
  console.log(`${turns} turns, ${AT_A_TIME} at a time, ${rounds} rounds in turn; median (least to most)`);
  console.log(table([['', 'one process', 'two processes'], ...rowsOf(alone, together)]));
}

function startServer(pki: Pki, vendor: Child): Promise<Child> {
  return startChild('ours', {
    rootPem: pki.rootPem,
    chainPem: pki.chainPem,
    environment: {
      ALOUD_STORE: `dynamodb:${TABLE}`,
      ALOUD_PLATFORM: 'botdistrikt',
      BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
      BOTDISTRIKT_DOMAIN: 'https://bench.example',
      BOTDISTRIKT_BASE_URL: vendor.url,
    },
  });
}

/** Users talk, each in the one session that they have; what comes next goes to the next server. */
async function talk(pki: Pki, servers: readonly Child[], turns: number): Promise<Round> {
  const lines = servers.map(({ url }) => openLine(`${url}/alexa`, AT_A_TIME));
  const cpuOf = () => Promise.all(servers.map((server) => server.cpu()));
  const before = await cpuOf();
  const begun = performance.now();
  const times: number[] = [];
  const served = servers.map(() => 0);
  await atMost(Array(turns).keys(), AT_A_TIME, async (turn) => {
    // An odd number of users, so that each comes to every server.
    const user = `P${turn % (2 * AT_A_TIME + 1)}`;
    const at = turn % servers.length;
    const { text, ms } = (await lines[at]?.post(signTurn(pki, user, 'when do you open'))) ?? { text: '', ms: 0 };
    if (!text.includes(EXPECTED)) throw new Error(text);
    served[at] = (served[at] ?? 0) + 1;
    times.push(ms);
  });
  const seconds = (performance.now() - begun) / 1000;
  const after = await cpuOf();
  await Promise.all(lines.map((line) => line.close()));
  return {
    turnsPerSecond: turns / seconds,
    cpuPerTurn: after.map((used, at) => (used - (before[at] ?? 0)) / (served[at] ?? 1)),
    slowestMs: Math.max(...times),
    p95Ms: quantile(times, 0.95),
  };
}

function rowsOf(alone: readonly Round[], together: readonly Round[]): string[][] {
  const row = (name: string, of: (round: Round) => number, digits = 0) => [
    name,
    ...[alone, together].map((all) => summary(all.map(of), digits)),
  ];
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
  return [
    row('turns a second', ({ turnsPerSecond }) => turnsPerSecond),
    row('CPU per turn of the busiest, µs', ({ cpuPerTurn }) => Math.max(...cpuPerTurn)),
    row('CPU per turn, µs', ({ cpuPerTurn }) => sum(cpuPerTurn) / cpuPerTurn.length),
    row('95 of 100 answered within, ms', ({ p95Ms }) => p95Ms),
    row('slowest, ms', ({ slowestMs }) => slowestMs),
  ];
}
