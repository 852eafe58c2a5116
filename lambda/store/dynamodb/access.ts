import { randomUUID } from 'node:crypto';
import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Key } from './keys';
import { type Try, withRetries } from './retry';
import { DUE_INDEX } from './table';

/** Attributes of an item, or values of an expression. */
export type Attributes = Readonly<Record<string, unknown>>;
/** An item: what its attributes are, the reader knows by its key. */
export type Item<T = object> = Key & T;

/** An expression's parts; `values` without the colons. */
export interface Condition {
  readonly condition?: string;
  readonly values?: Attributes;
}

/** One part of a transaction. */
export type Write =
  | ({ readonly kind: 'put'; readonly item: Item<Attributes> } & Condition)
  | ({ readonly kind: 'update'; readonly key: Key; readonly set: string } & Condition)
  | ({ readonly kind: 'delete'; readonly key: Key } & Condition)
  | ({ readonly kind: 'check'; readonly key: Key } & Condition);

/** A condition that did not hold, with the item as it is, if it is. */
export interface Refusal {
  readonly item?: Item<Attributes>;
}

/** Where their writes stand. */
export type Refusals = readonly (Refusal | undefined)[];

export interface Update extends Condition {
  readonly key: Key;
  readonly set: string;
  /** Whether the item as it is afterwards is wanted. */
  readonly returning?: boolean;
}

/**
 * `refused`: the condition did not hold, and nothing was written. Then `item` is what is there, else what was asked
 * for.
 */
export interface Updated<T> {
  readonly refused: boolean;
  readonly item?: Item<T>;
}

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

/** The most that a transaction may hold. */
export const TRANSACTION_SIZE = 100;
const GET_SIZE = 100;
const BATCH_SIZE = 25;
const BATCHES_AT_ONCE = 4;

/**
 * What the engine needs of DynamoDB, on plain values. Reads of items are strongly consistent. Not `lib-dynamodb`: it
 * wraps every command to marshal it, which is two calls here, and a cold start pays for each wrapper.
 */
export type Access = ReturnType<typeof createAccess>;

export function createAccess(client: DynamoDBClient, table: string, timeoutMs: number) {
  const timeout = () => ({ abortSignal: AbortSignal.timeout(timeoutMs) });

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
        timeout(),
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
        timeout(),
      );
      return found && toItem<T>(found);
    },

    /** Items in no order; those that are not there are left out. */
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
      const { Count = 0 } = await client.send(new QueryCommand(input), timeout());
      return Count;
    },

    update<T>({ key, set, condition, values, returning }: Update): Promise<Updated<T>> {
      const command = new UpdateItemCommand({
        TableName: table,
        Key: marshall(key),
        UpdateExpression: set,
        ...toExpression({ condition, values }),
        ReturnValues: returning ? 'ALL_NEW' : 'NONE',
      });
      return withRetries<Updated<T>>(async () => {
        try {
          const { Attributes: now } = await client.send(command, timeout());
          return { done: { refused: false, item: now && toItem<T>(now) } };
        } catch (error) {
          if (error instanceof TransactionConflictException) return { again: error.name };
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
          return { done: { refused: true, item: error.Item && toItem<T>(error.Item) } };
        }
      }, timeoutMs);
    },

    /**
     * All of it or nothing. `undefined`: it is done. Otherwise nothing was written, and the refusals stand where their
     * writes do. Idempotent: a retry after a lost answer carries the same token, and gets that answer again.
     */
    transact(writes: readonly Write[]): Promise<Refusals | undefined> {
      const command = new TransactWriteItemsCommand({
        TransactItems: writes.map((write) => toTransactItem(write, table)),
        ClientRequestToken: randomUUID(),
      });
      return withRetries<Refusals | undefined>(async () => {
        try {
          await client.send(command, timeout());
          return { done: undefined };
        } catch (error) {
          if (!(error instanceof TransactionCanceledException)) throw error;
          return readCancellation(error);
        }
      }, timeoutMs);
    },

    /** Not in one transaction, but idempotent: repeat it when it fails. */
    async deleteAll(keys: readonly Key[]): Promise<void> {
      const chunks = chunksOf(keys, BATCH_SIZE);
      const workers = Array.from({ length: Math.min(BATCHES_AT_ONCE, chunks.length) }, async () => {
        for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) await deleteChunk(chunk);
      });
      await Promise.all(workers);
    },
  };

  function deleteChunk(keys: readonly Key[]): Promise<void> {
    let left = keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: marshall({ pk, sk }) } }));
    return withRetries(async () => {
      const command = new BatchWriteItemCommand({ RequestItems: { [table]: left } });
      const { UnprocessedItems: rest = {} } = await client.send(command, timeout());
      left = (rest[table] ?? []) as typeof left;
      return left.length === 0 ? { done: undefined } : { again: 'unprocessed items' };
    }, timeoutMs);
  }

  async function getChunk<T>(keys: readonly Key[], attributes: string): Promise<Item<T>[]> {
    const request = { ConsistentRead: true, ProjectionExpression: attributes };
    let left = { [table]: { ...request, Keys: keys.map((key) => marshall(key)) } };
    const items: Item<T>[] = [];
    return withRetries<Item<T>[]>(async () => {
      const command = new BatchGetItemCommand({ RequestItems: left });
      const { Responses = {}, UnprocessedKeys: rest = {} } = await client.send(command, timeout());
      for (const item of Responses[table] ?? []) items.push(toItem<T>(item));
      const { Keys = [] } = rest[table] ?? {};
      left = { [table]: { ...request, Keys } };
      return Keys.length === 0 ? { done: items } : { again: 'unprocessed keys' };
    }, timeoutMs);
  }
}

export function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** Conditions that do not hold are an answer; conflicts and throttling are transient, and worth a retry. */
function readCancellation(error: TransactionCanceledException): Try<Refusals> {
  const reasons = error.CancellationReasons ?? [];
  if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) {
    const refusals = reasons.map(({ Code, Item }) =>
      Code === 'ConditionalCheckFailed' ? { item: Item && toItem<Attributes>(Item) } : undefined,
    );
    return { done: refusals };
  }
  const codes = reasons.map(({ Code = 'None' }) => Code).filter((code) => code !== 'None');
  if (codes.every((code) => TRANSIENT.has(code))) return { again: codes[0] ?? error.name };
  const reason = reasons.find(({ Code = 'None' }) => Code !== 'None' && !TRANSIENT.has(Code));
  throw Object.assign(new Error(reason?.Message ?? ''), { name: NAMES[reason?.Code ?? ''] ?? error.name });
}

const TRANSIENT = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);
/** Reasons, by the names that errors of single requests have. */
const NAMES: Readonly<Record<string, string>> = {
  ValidationError: 'ValidationException',
  AccessDenied: 'AccessDeniedException',
  ResourceNotFound: 'ResourceNotFoundException',
};

function dueInput(shard: string, until?: number) {
  return {
    IndexName: DUE_INDEX,
    KeyConditionExpression: `due_shard = :shard${until === undefined ? '' : ' AND due_at <= :until'}`,
    ExpressionAttributeValues: toValues({ shard, ...(until !== undefined && { until }) }),
  };
}

function toTransactItem(write: Write, table: string): NonNullable<TransactWriteItemsCommandInput['TransactItems']>[0] {
  const rest = { TableName: table, ...toExpression(write) };
  switch (write.kind) {
    case 'put':
      return { Put: { ...rest, Item: marshall(write.item, { removeUndefinedValues: true }) } };
    case 'update':
      return { Update: { ...rest, Key: marshall(write.key), UpdateExpression: write.set } };
    case 'delete':
      return { Delete: { ...rest, Key: marshall(write.key) } };
    case 'check':
      return { ConditionCheck: { ConditionExpression: '', ...rest, Key: marshall(write.key) } };
  }
}

function toExpression({ condition, values }: Condition) {
  return {
    ...(values && { ExpressionAttributeValues: toValues(values) }),
    ...(condition && {
      ConditionExpression: condition,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    }),
  };
}

function toValues(values: Attributes): Record<string, AttributeValue> {
  return marshall(Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value])));
}

function toItem<T = object>(item: Record<string, AttributeValue>): Item<T> {
  return unmarshall(item) as Item<T>;
}
