import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { chunksOf, type Item, type Requests, toItem, toValues, within } from './expressions';
import { DUE_INDEX, type Key } from './keys';
import { withRetries } from './retry';

export interface Range {
  readonly partition: string;
  readonly between?: readonly [string, string];
  /** Default: all. */
  readonly limit?: number;
  /** Only the keys. */
  readonly keysOnly?: boolean;
}

export interface DueRange {
  readonly shard: string;
  readonly until?: number;
  readonly limit: number;
  readonly newestFirst?: boolean;
}

export type DueEntry = Item<{ readonly due_at: number }>;

const GET_SIZE = 100;

/** Reads of items are strongly consistent, but for `getAll`, which costs half of that. */
export function createReads(client: DynamoDBClient, { table, timeoutMs }: Requests) {
  /** One page after the other, until the limit or the end. */
  async function queryPages<T>(input: Omit<QueryCommandInput, 'TableName'>, limit = Number.POSITIVE_INFINITY) {
    const items: Item<T>[] = [];
    let start: Record<string, AttributeValue> | undefined;
    do {
      const left = limit - items.length;
      const page = await client.send(
        new QueryCommand({
          ...input,
          TableName: table,
          ...(left !== Number.POSITIVE_INFINITY && { Limit: left }),
          ...(start && { ExclusiveStartKey: start }),
        }),
        within(timeoutMs),
      );
      for (const item of page.Items ?? []) items.push(toItem<T>(item));
      start = page.LastEvaluatedKey;
    } while (start && items.length < limit);
    return items;
  }

  return {
    async get<T>(key: Key, attributes?: string): Promise<Item<T> | undefined> {
      const { Item: found } = await client.send(
        new GetItemCommand({
          TableName: table,
          Key: marshall(key),
          ConsistentRead: true,
          ...(attributes && { ProjectionExpression: attributes }),
        }),
        within(timeoutMs),
      );
      return found && toItem<T>(found);
    },

    /** Items in no order, as they are or were a moment ago; those that are not there are left out. */
    async getAll<T>(keys: readonly Key[], attributes: string): Promise<Item<T>[]> {
      const chunks = await Promise.all(chunksOf(keys, GET_SIZE).map((chunk) => getChunk<T>(chunk, attributes)));
      return chunks.flat();
    },

    query<T>({ partition, between, limit, keysOnly }: Range): Promise<Item<T>[]> {
      const [from, to] = between ?? [];
      const input = {
        KeyConditionExpression: between ? 'pk = :pk AND sk BETWEEN :from AND :to' : 'pk = :pk',
        ExpressionAttributeValues: toValues({ pk: partition, ...(between && { from, to }) }),
        ConsistentRead: true,
        ...(keysOnly && { ProjectionExpression: 'pk, sk' }),
      };
      return queryPages<T>(input, limit);
    },

    /** Keys in the index, the oldest first. The index follows the table after a moment: they may be out of date. */
    queryDue({ shard, until, limit, newestFirst = false }: DueRange): Promise<DueEntry[]> {
      return queryPages({ ...dueInput(shard, until), ScanIndexForward: !newestFirst }, limit);
    },

    /** How many entries of a shard there are, up to the limit. */
    async countDue(shard: string, limit: number): Promise<number> {
      const input = { ...dueInput(shard), TableName: table, Select: 'COUNT', Limit: limit } as const;
      const { Count = 0 } = await client.send(new QueryCommand(input), within(timeoutMs));
      return Count;
    },
  };

  async function getChunk<T>(keys: readonly Key[], attributes: string): Promise<Item<T>[]> {
    const request = { ProjectionExpression: attributes };
    let left = { [table]: { ...request, Keys: keys.map((key) => marshall(key)) } };
    const items: Item<T>[] = [];
    return withRetries<Item<T>[]>(async () => {
      const command = new BatchGetItemCommand({ RequestItems: left });
      const { Responses = {}, UnprocessedKeys: rest = {} } = await client.send(command, within(timeoutMs));
      for (const item of Responses[table] ?? []) items.push(toItem<T>(item));
      const { Keys = [] } = rest[table] ?? {};
      left = { [table]: { ...request, Keys } };
      return Keys.length === 0 ? { done: items } : { again: 'unprocessed keys' };
    }, timeoutMs);
  }
}

export type Reads = ReturnType<typeof createReads>;

function dueInput(shard: string, until?: number) {
  return {
    IndexName: DUE_INDEX,
    KeyConditionExpression: `due_shard = :shard${until === undefined ? '' : ' AND due_at <= :until'}`,
    ExpressionAttributeValues: toValues({ shard, ...(until !== undefined && { until }) }),
  };
}
