import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createInbox } from '../lambda/conversation/inbox';
import type { Store } from '../lambda/conversation/ports/store';
import { createNotifier } from '../lambda/notifications/notifier';
import { createQueuedWords } from '../lambda/notifications/queued-words';
import { openDynamo } from '../lambda/store/dynamodb';
import { createClient } from '../lambda/store/dynamodb/client';
import { makeTable } from '../lambda/store/dynamodb/table';
import { noteAfterMsOf, pollMsOf } from '../lambda/store/open';
import { NO_TELEMETRY } from '../lambda/telemetry/telemetry';
import { startDynamoDbLocal } from '../test/support/dynamodb-local';
import { startMeter, type Usage } from '../test/support/dynamodb-meter';
import { botMessage, scriptedPlatform, startTalk, webhookPlatform } from '../test/support/talk';
import { ACTIVITIES, type Units } from './activities';
import { costTable } from './cost';
import { markdown, writeSection } from './docs';
import { count, machine, table } from './figures';
import type { Options } from './main';
import { keyOf, SECRET } from './servers';
import { userIdOf } from './traffic';

const TABLE = 'aloud-units';
/** Users as Alexa tells of them, and how often is looked, as on Lambda. */
const ON_LAMBDA = {
  pollMs: pollMsOf(`dynamodb:${TABLE}`),
  noteAfterMs: noteAfterMsOf(`dynamodb:${TABLE}`),
  apiEndpoint: 'https://api.eu.amazonalexa.com',
};
const ANSWER = 'We open at half past eight and close at six. Which day would suit you best this week?';
/** How long the bot of a webhook platform takes, in milliseconds. */
const BOT_MS = 2000;
const QUIET_MS = 700;

/** What things take of DynamoDB, and what they cost. */
export async function benchUnits({ write }: Options): Promise<void> {
  const rounds = count('BENCH_ROUNDS', 20);
  const dynamo = await startDynamoDbLocal();
  if (!dynamo) throw new Error('the units need DynamoDB Local, and that needs a Java development kit');
  const client = newClient(dynamo.port);
  const other = newClient(dynamo.port);
  const meter = startMeter(client, other, TABLE);
  await makeTable(other, TABLE);
  const store = openDynamo(TABLE, { secret: SECRET, client });
  const elsewhere = openDynamo(TABLE, { secret: SECRET, client: other });

  const units: Partial<Record<keyof Units, Usage>> = {};
  const keep = (what: keyof Units, { requests, reads, writes }: Usage) => {
    units[what] = { requests: requests / rounds, reads: reads / rounds, writes: writes / rounds };
  };
  const measure = async (
    what: keyof Units,
    work: (round: number) => Promise<unknown>,
    before?: () => Promise<unknown>,
  ) => {
    let sum: Usage = { requests: 0, reads: 0, writes: 0 };
    for (let round = 0; round < rounds; round++) {
      await before?.();
      meter.read();
      await work(round);
      const { requests, reads, writes } = meter.read();
      sum = { requests: sum.requests + requests, reads: sum.reads + reads, writes: sum.writes + writes };
    }
    keep(what, sum);
  };

  const anne = { store, ...ON_LAMBDA, key: keyOf('anne'), userId: userIdOf('anne') };
  const inline = startTalk(
    scriptedPlatform(() => [botMessage(ANSWER, ['Monday', 'Tuesday', 'Friday'])]).platform,
    anne,
  );
  await measure('arrival', (round) => startInline(store, round).say({ kind: 'launch' }));
  await inline.say({ kind: 'launch' }, { newSession: true });
  await measure('inlineTurn', () => inline.say('when do you open'));
  await measure(
    'sessionEnd',
    () => inline.end(true),
    () => inline.say('when do you open'),
  );

  const inbox = createInbox({ store: elsewhere, platform: 'klaunch', onError: fail });
  const bring = (key: string) =>
    inbox.receive([{ kind: 'message', to: { key }, message: { ...botMessage(ANSWER), id: crypto.randomUUID() } }]);
  const ben = { store, ...ON_LAMBDA, key: keyOf('ben'), userId: userIdOf('ben'), quietMs: QUIET_MS };
  const { platform } = webhookPlatform({}, () => void setTimeout(() => bring(ben.key).catch(fail), BOT_MS));
  const waiting = startTalk(platform, ben);
  await waiting.say('hello', { newSession: true });
  await measure('webhookTurn', () => waiting.say('when do you open'));

  await elsewhere.open('carl', { userId: 'carl', locale: 'en-US' });
  const metered = createInbox({ store, platform: 'klaunch', onError: fail, notifications: true });
  const message = (from: 'bot' | 'agent') => ({ ...botMessage(ANSWER), id: crypto.randomUUID(), from: { kind: from } });
  await measure('answer', () => metered.receive([{ kind: 'message', to: { key: 'carl' }, message: message('bot') }]));
  await elsewhere.link('klaunch:t1', 'carl');
  await measure('threadAnswer', () =>
    metered.receive([{ kind: 'message', to: { thread: 't1' }, message: message('bot') }]),
  );

  /** One that the vendor gives neither an id nor a time. */
  const timeless = (id: string) => {
    const said = { ...message('bot'), id, sentAt: Date.now() };
    return { kind: 'message', to: { key: 'carl' }, message: said, byContent: true } as const;
  };
  const tell = async (id: string) => {
    const events = [timeless(id)];
    await metered.receive(events);
    await metered.answered(events);
  };
  await measure('timelessAnswer', (round) => tell(`timeless ${round}`));
  await measure('timelessRepetition', (round) => tell(`timeless ${round}`));

  await measure('link', (round) => store.link(`klaunch:l${round}`, 'carl'));

  // Each for a user of its own, who is told.
  const users = Array.from({ length: rounds }, (_, index) => `user${index}`);
  for (const key of users) {
    await elsewhere.subscribe(key, { userId: key, locale: 'en-US' }, { subscribed: true, at: 1 });
  }
  await measure('delivery', (round) =>
    metered.receive([{ kind: 'message', to: { key: users[round] ?? '' }, message: message('agent') }]),
  );
  const notifier = createNotifier({
    store,
    skills: [{ client: { send: async () => ({ kind: 'accepted' }) }, telemetry: NO_TELEMETRY, owns: () => true }],
    paceMs: 1,
    telemetry: NO_TELEMETRY,
    now: () => Date.now() + 10_000,
  });
  meter.read();
  await notifier.drain(60_000);
  keep('notification', meter.read());
  const words = createQueuedWords({ store, skills: [], telemetry: NO_TELEMETRY });
  await measure('look', () => Promise.all([notifier.drain(60_000), words.drain(60_000)]));
  await measure('erasure', (round) => store.erase(users[round] ?? ''));

  await Promise.all([store.close(), elsewhere.close()]);
  await dynamo.stop();
  const measured = units as Units;
  const rows = Object.entries(ACTIVITIES).map(([name, what]) => {
    const { requests, reads, writes } = measured[name as keyof Units];
    return [what, ...[requests, reads, writes].map((mean) => String(Number(mean.toFixed(1))))];
  });
  const used = [['', 'requests', 'read units', 'write units'], ...rows];
  const dear = costTable(measured, (BOT_MS + QUIET_MS) / 1000);
  console.log(`units of DynamoDB: ${machine()}, means of ${rounds}`);
  console.log(table(used));
  console.log('what turns a month cost with them, in US dollars');
  console.log(table(dear));
  if (!write) return;
  writeSection('cost.md', 'units', markdown(used));
  writeSection('cost.md', 'dollars', markdown(dear));
}

/** A talk of a user who is not known yet. */
function startInline(store: Store, round: number) {
  const user = { key: keyOf(`new${round}`), userId: userIdOf(`new${round}`) };
  return startTalk(scriptedPlatform(() => [botMessage(ANSWER)]).platform, { store, ...ON_LAMBDA, ...user });
}

export function newClient(port: number): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return createClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-1', credentials });
}

function fail(error: unknown): never {
  throw error;
}
