import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createInbox } from '../lambda/conversation/inbox';
import { createNotifier } from '../lambda/notifications/notifier';
import { openDynamo } from '../lambda/store/dynamodb';
import { createClient } from '../lambda/store/dynamodb/client';
import { makeTable } from '../lambda/store/dynamodb/table';
import { pollMsOf } from '../lambda/store/open';
import type { Store } from '../lambda/store/store';
import { NO_TELEMETRY } from '../lambda/telemetry';
import { startDynamoDbLocal } from '../test/support/dynamodb-local';
import { botMessage, scriptedPlatform, startTalk, webhookPlatform } from '../test/support/talk';
import { count, machine, table } from './figures';
import { SECRET } from './servers';

const TABLE = 'aloud-units';
const ANSWER = 'We open at half past eight and close at six. Which day would suit you best this week?';
/** How long the bot of a webhook platform takes, in milliseconds. */
const BOT_MS = 1000;

/** What was asked of DynamoDB. */
interface Usage {
  requests: number;
  reads: number;
  writes: number;
}

interface Meter {
  readonly client: DynamoDBClient;
  /** What was used since it was asked last. */
  read(): Usage;
}

/**
 * What things cost of DynamoDB: requests, and units as they are billed. DynamoDB Local counts the units of a transaction
 * once, AWS bills them twice (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html): here
 * they count twice.
 */
export async function benchUnits(): Promise<void> {
  const rounds = count('BENCH_ROUNDS', 20);
  const dynamo = await startDynamoDbLocal();
  if (!dynamo) throw new Error('the units need DynamoDB Local, and that needs a Java development kit');
  const meter = startMeter(newClient(dynamo.port));
  const other = newClient(dynamo.port);
  await makeTable(other, TABLE);
  const store = openDynamo(TABLE, { secret: SECRET, client: meter.client });
  const elsewhere = openDynamo(TABLE, { secret: SECRET, client: other });

  const rows: string[][] = [];
  const measure = async (what: string, work: (round: number) => Promise<unknown>) => {
    meter.read();
    for (let round = 0; round < rounds; round++) await work(round);
    const { requests, reads, writes } = meter.read();
    rows.push([what, ...[requests, reads, writes].map((sum) => (sum / rounds).toFixed(1))]);
  };

  const inline = startTalk(scriptedPlatform(() => [botMessage(ANSWER, ['Monday', 'Tuesday', 'Friday'])]).platform, {
    store,
  });
  await measure('a new user opens the skill', (round) => startInline(store, round).say({ kind: 'launch' }));
  await inline.say({ kind: 'launch' }, { newSession: true });
  await measure('a turn, the bot answers in the call', () => inline.say('when do you open'));

  const inbox = createInbox({ store: elsewhere, platform: 'klaunch', onError: fail });
  const bring = (key: string) =>
    inbox.receive([{ kind: 'message', to: { key }, message: { ...botMessage(ANSWER), id: crypto.randomUUID() } }]);
  const { platform } = webhookPlatform({}, () => void setTimeout(() => bring('ben').catch(fail), BOT_MS));
  const waiting = startTalk(platform, { store, key: 'ben', quietMs: 700, pollMs: pollMsOf(`dynamodb:${TABLE}`) });
  await waiting.say('hello', { newSession: true });
  await measure('a turn, the bot answers by webhook after a second', () => waiting.say('when do you open'));

  await elsewhere.open('carl', { userId: 'carl', locale: 'en-US' });
  const metered = createInbox({ store, platform: 'klaunch', onError: fail, notices: true });
  const message = (from: 'bot' | 'agent') => ({ ...botMessage(ANSWER), id: crypto.randomUUID(), from: { kind: from } });
  await measure('the webhook of an answer', () =>
    metered.receive([{ kind: 'message', to: { key: 'carl' }, message: message('bot') }]),
  );
  await elsewhere.link('klaunch:t1', 'carl');
  await measure('the same, where it names a thread', () =>
    metered.receive([{ kind: 'message', to: { thread: 't1' }, message: message('bot') }]),
  );

  // Each for a user of its own, who is told.
  const users = Array.from({ length: rounds }, (_, index) => `user${index}`);
  for (const key of users) {
    await elsewhere.subscribe(key, { userId: key, locale: 'en-US' }, { subscribed: true, at: 1 });
  }
  await measure("the webhook of a person's message or a broadcast", (round) =>
    metered.receive([{ kind: 'message', to: { key: users[round] ?? '' }, message: message('agent') }]),
  );
  const notifier = createNotifier({
    store,
    client: { send: async () => ({ kind: 'accepted' }) },
    paceMs: 1,
    telemetry: NO_TELEMETRY,
    now: () => Date.now() + 10_000,
  });
  meter.read();
  await notifier.drain(60_000);
  const sent = meter.read();
  const perNotice = [sent.requests, sent.reads, sent.writes].map((sum) => (sum / rounds).toFixed(1));
  rows.push([`a notice, of ${rounds} sent together`, ...perNotice]);
  await measure('the notifier looks, and nothing is due', () => notifier.drain(60_000));
  await measure('a user is erased', (round) => store.erase(users[round] ?? ''));

  await Promise.all([store.close(), elsewhere.close()]);
  await dynamo.stop();
  console.log(`units of DynamoDB: ${machine()}, means of ${rounds}`);
  console.log(table([['', 'requests', 'read units', 'write units'], ...rows]));
}

/** A talk of a user who is not known yet. */
function startInline(store: Store, round: number) {
  return startTalk(scriptedPlatform(() => [botMessage(ANSWER)]).platform, { store, key: `new${round}` });
}

function newClient(port: number): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return createClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-1', credentials });
}

function startMeter(client: DynamoDBClient): Meter {
  let used: Usage = { requests: 0, reads: 0, writes: 0 };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const result = await next({
          ...args,
          input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } as typeof args.input,
        });
        const { ConsumedCapacity } = result.output as { readonly ConsumedCapacity?: Capacity | readonly Capacity[] };
        const units = [ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        used.requests++;
        if (/Get|Query/.test(commandName)) used.reads += units;
        else used.writes += commandName.startsWith('Transact') ? 2 * units : units;
        return result;
      },
    { step: 'initialize' },
  );
  return {
    client,
    read() {
      const since = used;
      used = { requests: 0, reads: 0, writes: 0 };
      return since;
    },
  };
}

interface Capacity {
  readonly CapacityUnits?: number;
}

function fail(error: unknown): never {
  throw error;
}
