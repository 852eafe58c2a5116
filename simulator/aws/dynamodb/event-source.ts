import { setTimeout as delay } from 'node:timers/promises';
import type { Outcome } from '../lambda/sandbox';
import type { JsonObject } from '../template/parse';
import { passes } from './filter';
import { callLocal, LocalError, type LocalUrl } from './local';

interface StreamRecord {
  readonly eventName: string;
  readonly dynamodb: { readonly SequenceNumber: string };
}

interface Look {
  readonly Records: readonly StreamRecord[];
  readonly NextShardIterator?: string;
}

export interface EventSourceOptions {
  readonly local: LocalUrl;
  readonly table: string;
  /** The mapping, as the template has it. */
  readonly properties: JsonObject;
  readonly invoke: (event: object) => Promise<Outcome>;
}

/** Lambda's side of a stream: reads it, filters, and invokes the function with batches. */
export interface EventSource {
  /** How many records passed the filter. */
  readonly matched: number;
  /** How many did not. */
  readonly filtered: number;
  /** How many records were given up, and went to the queue. */
  readonly deadLetters: number;
  close(): Promise<void>;
}

/** Streams are asked four times a second, as Lambda does. */
const ASK_MS = 250;
const STREAMS = 'DynamoDBStreams_20120810';

/** Reads what comes from now on (`LATEST`). Failed batches are tried again as a whole; they are not cut in half. */
export async function startEventSource({ local, table, properties, invoke }: EventSourceOptions): Promise<EventSource> {
  const stop = new AbortController();
  const { BatchSize = 100, MaximumBatchingWindowInSeconds = 0, MaximumRetryAttempts = 0 } = properties;
  const { Filters } = properties.FilterCriteria as unknown as { Filters: readonly { Pattern: string }[] };
  const patterns = Filters.map(({ Pattern }) => JSON.parse(Pattern) as object);
  const counts = { matched: 0, filtered: 0, deadLetters: 0 };

  const { Table } = await callLocal<{ Table: { LatestStreamArn: string } }>(local, 'DynamoDB_20120810.DescribeTable', {
    TableName: table,
  });
  const StreamArn = Table.LatestStreamArn;
  const { StreamDescription } = await callLocal<{ StreamDescription: { Shards: { ShardId: string }[] } }>(
    local,
    `${STREAMS}.DescribeStream`,
    { StreamArn },
  );
  const seen = new Set<string>();
  const iterators = await Promise.all(StreamDescription.Shards.map(({ ShardId }) => iteratorOf(ShardId, 'LATEST')));
  const running = Promise.all(
    StreamDescription.Shards.map(({ ShardId }, index) => follow(ShardId, iterators[index])),
  ).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });

  async function iteratorOf(
    ShardId: string,
    ShardIteratorType: 'LATEST' | 'TRIM_HORIZON',
  ): Promise<string | undefined> {
    const input = { StreamArn, ShardId, ShardIteratorType };
    return (await callLocal<{ ShardIterator?: string }>(local, `${STREAMS}.GetShardIterator`, input)).ShardIterator;
  }

  /** One look. DynamoDB Local forgets the place in a shard where nothing has happened for a while. */
  async function look(shard: string, ShardIterator: string): Promise<Look> {
    try {
      return await callLocal<Look>(local, `${STREAMS}.GetRecords`, { ShardIterator });
    } catch (error) {
      if (!(error instanceof LocalError && /^(?:TrimmedDataAccess|ExpiredIterator)/.test(error.type))) throw error;
      return { Records: [], NextShardIterator: await iteratorOf(shard, 'TRIM_HORIZON') };
    }
  }

  async function follow(shard: string, start: string | undefined): Promise<void> {
    let iterator = start;
    let batch: StreamRecord[] = [];
    let since = 0;
    while (iterator !== undefined) {
      await delay(ASK_MS, undefined, { signal: stop.signal });
      const { Records, NextShardIterator }: Look = await look(shard, iterator);
      iterator = NextShardIterator;
      const fresh = Records.filter(({ dynamodb }) => !seen.has(dynamodb.SequenceNumber));
      for (const { dynamodb } of fresh) seen.add(dynamodb.SequenceNumber);
      const matched = fresh.filter((record) => patterns.some((pattern) => passes(pattern, record)));
      counts.matched += matched.length;
      counts.filtered += fresh.length - matched.length;
      if (batch.length === 0) since = performance.now();
      batch.push(...matched);
      const isFull = batch.length >= Number(BatchSize);
      const isOver = performance.now() - since >= Number(MaximumBatchingWindowInSeconds) * 1000;
      if (batch.length === 0 || !(isFull || isOver)) continue;
      await hand(batch);
      batch = [];
    }
  }

  async function hand(batch: readonly StreamRecord[]): Promise<void> {
    let left = batch;
    for (let tries = 0; tries <= Number(MaximumRetryAttempts); tries++) {
      const Records = left.map((record) => ({ ...record, eventSource: 'aws:dynamodb', eventSourceARN: StreamArn }));
      const outcome = await invoke({ Records });
      if (stop.signal.aborted) return;
      if (!outcome.ok) continue;
      const { batchItemFailures = [] } = (outcome.payload ?? {}) as {
        batchItemFailures?: { itemIdentifier: string }[];
      };
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      const first = left.findIndex(({ dynamodb }) => failed.has(dynamodb.SequenceNumber));
      if (first === -1) return;
      left = left.slice(first);
    }
    counts.deadLetters += left.length;
  }

  return {
    get matched() {
      return counts.matched;
    },
    get filtered() {
      return counts.filtered;
    },
    get deadLetters() {
      return counts.deadLetters;
    },
    async close() {
      stop.abort();
      await running;
    },
  };
}
