import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '../lambda/conversation/ports/store';
import { createClient } from '../lambda/store/dynamodb/client';
import { makeTable } from '../lambda/store/dynamodb/table';
import { openStoreAt, sqlitePath } from '../lambda/store/open';
import { startDynamoDbLocal } from '../test/support/dynamodb-local';
import { type RoleProcess, serveRole, startRole } from './broadcast-process';
import { type AmazonReport, alexaIdOf, keyOf, kindOf, type OursOptions, SECRET } from './broadcast-roles';
import { sendBroadcast, textFor } from './broadcast-vendor';
import { machine, table } from './figures';

/** What SQLite takes in one commit; DynamoDB Local, by one connection each. */
const AT_A_TIME = { sqlite: 1000, dynamodb: 20 };

export interface BroadcastOptions {
  /** As in ALOUD_STORE; a DynamoDB table must be there. Default: a new SQLite file. */
  readonly location?: string;
  /** How many processes of ours take webhooks and send notifications, on one database. Default: 1. */
  readonly servers?: number;
  readonly users: number;
  /** How often a process of ours is killed, at random points between the first webhook and the last notification. */
  readonly kills: number;
  /** Milliseconds between two notifications. */
  readonly paceMs: number;
  /** Milliseconds that Amazon takes to answer. */
  readonly answerMs: number;
  /** One of Amazon's answers in so many is lost; 0: none. */
  readonly loseOneIn: number;
  /** Default: what the notifier has. */
  readonly leaseMs?: number;
  /** The bundle of the benchmarks, of which the processes are started. */
  readonly script: string;
  /** How often it is looked how things are, in milliseconds. */
  readonly lookMs: number;
}

/** How things were at a moment. */
interface Sample {
  /** Seconds since the first webhook. */
  readonly at: number;
  readonly accepted: number;
  readonly told: number;
  /** As the metrics say; absent while the process was down. */
  readonly pending?: number;
  /** Bytes. */
  readonly rss?: number;
}

export interface BroadcastResult extends AmazonReport {
  readonly users: number;
  /** How many of them must be told. */
  readonly subscribed: number;
  readonly kills: number;
  /** Webhooks that were sent more than once. */
  readonly repeated: number;
  readonly acceptedMs: number;
  readonly ms: number;
  /** Users whose inbox holds exactly the message that is theirs, once. */
  readonly inboxes: number;
  readonly dead: number;
  readonly samples: readonly Sample[];
  /** What the processes logged of their progress. */
  readonly progress: readonly string[];
}

/**
 * `npm run bench broadcast [users] [kills] [notifications per second] [dynamodb]`: a business sends a broadcast to all
 * its users, while our process is killed again and again; with `dynamodb` two of them share a table of DynamoDB Local,
 * and are killed in turn. The webhooks are BotDistrikt's; the vendor and Amazon are processes of their own. At the end
 * every message must be in its inbox once, and every user who takes notifications told once.
 */
export async function benchBroadcast(args: readonly string[]): Promise<void> {
  const role = process.env.BROADCAST_ROLE;
  if (role) return serveRole(role);
  const [users = 100_000, kills = 10, perSecond = 400] = args.slice(0, 3).map(Number);
  const paceMs = 1000 / perSecond;
  const options = { users, kills, paceMs, answerMs: 30, loseOneIn: 500, script: __filename, lookMs: 1000 };
  const dynamodb = args[3] === 'dynamodb' ? await startTable() : undefined;
  const result = await runBroadcast(dynamodb ? { ...options, location: dynamodb.location, servers: 2 } : options);
  await dynamodb?.stop();
  print(result, perSecond);
  if (faultsOf(result).length > 0) process.exitCode = 1;
}

/** A table of DynamoDB Local, for this process and those that it starts. */
async function startTable(): Promise<{ readonly location: string; stop(): Promise<void> }> {
  const local = await startDynamoDbLocal();
  if (!local) throw new Error('DynamoDB Local needs a Java development kit');
  process.env.AWS_REGION = 'eu-west-1';
  process.env.AWS_ENDPOINT_URL_DYNAMODB = `http://127.0.0.1:${local.port}`;
  process.env.AWS_ACCESS_KEY_ID = 'local';
  process.env.AWS_SECRET_ACCESS_KEY = 'local';
  const client = createClient();
  await makeTable(client, 'broadcast');
  client.destroy();
  return { location: 'dynamodb:broadcast', stop: local.stop };
}

/** What of a result is not as it must be; empty for a good one. */
export function faultsOf(result: BroadcastResult): string[] {
  const { users, subscribed, told, wrongly, inboxes, dead, violations } = result;
  const twice = users - (told[0] ?? 0) - (told[1] ?? 0);
  return [
    (told[1] ?? 0) !== subscribed && `${told[1] ?? 0} of ${subscribed} users were told once`,
    twice > 0 && `${twice} users were told more than once`,
    wrongly > 0 && `${wrongly} users were told who take no notifications`,
    inboxes !== users && `${inboxes} of ${users} inboxes hold their message once`,
    dead > 0 && `${dead} notifications are dead`,
    violations > 0 && `Amazon found fault with ${violations} requests`,
  ].filter((fault) => fault !== false);
}

export async function runBroadcast(options: BroadcastOptions): Promise<BroadcastResult> {
  const { users, kills, script, servers = 1 } = options;
  const folder = mkdtempSync(join(tmpdir(), 'aloud-broadcast-'));
  const location = options.location ?? `sqlite:${join(folder, 'aloud.db')}`;
  const log = join(folder, 'log');
  const store = openStoreAt(location, { secret: SECRET });
  const size = sqlitePath(location) === undefined ? AT_A_TIME.dynamodb : AT_A_TIME.sqlite;
  await register(store, users, size);
  const subscribed = Array.from({ length: users }, (_, user) => kindOf(user)).filter((kind) => kind === 'takes').length;

  const { answerMs, loseOneIn, paceMs, leaseMs, lookMs } = options;
  const amazon = await startRole('amazon', { users, answerMs, loseOneIn }, { script, log });
  const ours = (port: number): OursOptions => ({ location, port, paceMs, leaseMs, ...amazon.served });
  const start = (port: number) => startRole('ours', ours(port), { script, log });
  const aloud = await Promise.all(Array.from({ length: servers }, () => start(0)));

  const begun = performance.now();
  const broadcast = sendBroadcast(
    users,
    aloud.map(({ served }) => served.webhookUrl),
  );
  const killAt = Array.from({ length: kills }, () => Math.random()).sort((a, b) => a - b);
  const samples: Sample[] = [];
  let killed = 0;
  let looked = Number.NEGATIVE_INFINITY;
  for (;;) {
    const told = (await amazon.ask('told')) ?? 0;
    const { accepted } = broadcast;
    const done = (accepted / users + told / subscribed) / 2;
    if (killed < kills && done > (killAt[killed] ?? 1)) {
      const victim = killed++ % servers;
      const { served, kill } = aloud[victim] as RoleProcess<'ours'>;
      await kill();
      aloud[victim] = await start(served.port);
    }
    if (performance.now() - looked >= lookMs) {
      looked = performance.now();
      samples.push({ at: (looked - begun) / 1000, accepted, told, ...(await aloud[0]?.ask('state')) });
      if (accepted === users && killed === kills && (await store.pendingNotifications()) === 0) break;
    }
    await delay(Math.min(lookMs, 20));
  }
  const ms = performance.now() - begun;
  const acceptedMs = await broadcast.done;
  const report = await amazon.ask('report');
  if (!report) throw new Error('Amazon is gone');
  await Promise.all(aloud.map(({ kill }) => kill()));
  await amazon.kill();
  const inboxes = await countInboxes(store, users, size);
  const dead = (await store.deadLetters(1000)).length;
  await store.close();
  const progress = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"msg":"notifications"'));
  rmSync(folder, { recursive: true });
  const { repeated } = broadcast;
  return { ...report, users, subscribed, kills: killed, repeated, acceptedMs, ms, inboxes, dead, samples, progress };
}

async function inPieces(users: number, size: number, work: (user: number) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < users; from += size) {
    const piece = Array.from({ length: Math.min(size, users - from) }, (_, index) => work(from + index));
    await Promise.all(piece);
  }
}

/** Makes the users known, as Alexa's word on their subscription does. */
function register(store: Store, users: number, size: number): Promise<void> {
  const at = Date.now() - 60_000;
  return inPieces(users, size, (user) => {
    const identity = { userId: alexaIdOf(user), locale: 'en-US', apiEndpoint: 'https://api.amazonalexa.com' };
    return store.subscribe(keyOf(user), identity, { subscribed: kindOf(user) !== 'declined', at });
  });
}

async function countInboxes(store: Store, users: number, size: number): Promise<number> {
  let right = 0;
  await inPieces(users, size, async (user) => {
    const items = await store.unread(keyOf(user), 10);
    const [item] = items.map((unread) => unread.item);
    if (items.length === 1 && item?.kind === 'message' && item.message.text === textFor(user)) right++;
  });
  return right;
}

function print(result: BroadcastResult, perSecond: number): void {
  const { users, subscribed, kills, repeated, acceptedMs, ms, told, answers, inboxes, samples, progress } = result;
  const rate = (count: number, time: number) => `${Math.round(count / (time / 1000))}/s`;
  const seconds = (time: number) => `${(time / 1000).toFixed(1)} s`;
  const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
  const busy = result.perSecond.slice(1, -1).filter((count) => count > 0);
  const rss = samples.flatMap((sample) => sample.rss ?? []);
  const step = Math.max(Math.ceil(samples.length / 20), 1);

  console.log(`broadcast: ${machine()}`);
  console.log(`${users} users, of whom ${subscribed} take notifications; at most ${perSecond} notifications a second`);
  console.log(`killed ${kills} times; ${repeated} webhooks got no answer and were sent again`);
  console.log(`accepted: ${users} in ${seconds(acceptedMs)}, ${rate(users, acceptedMs)}, restarts included`);
  const median = busy.toSorted((a, b) => a - b)[Math.floor(busy.length / 2)] ?? 0;
  console.log(
    `announced: ${told[1] ?? 0} in ${seconds(ms)}; in a second ${median} (median), ${Math.max(...busy)} (most)`,
  );
  console.log(`Amazon answered: ${JSON.stringify(answers)}`);
  console.log(`memory: ${mb(Math.min(...rss))} to ${mb(Math.max(...rss))}`);
  const rows = samples
    .filter((_, index) => index % step === 0 || index === samples.length - 1)
    .map((sample) => [
      sample.at.toFixed(0),
      String(sample.accepted),
      String(sample.told),
      String(sample.pending ?? '-'),
      sample.rss === undefined ? '-' : mb(sample.rss),
    ]);
  console.log(table([['seconds', 'accepted', 'announced', 'pending', 'rss'], ...rows]));
  console.log(`${progress.length} lines of progress in the log, the last: ${progress.at(-1) ?? 'none'}`);
  const faults = faultsOf(result);
  console.log(`inboxes: ${inboxes} hold their message once`);
  console.log(faults.length === 0 ? 'everybody was told once' : `NOT GOOD: ${faults.join('; ')}`);
}
