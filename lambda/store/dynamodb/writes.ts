import { randomUUID } from 'node:crypto';
import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import {
  type Attributes,
  type Condition,
  chunksOf,
  type Item,
  type Requests,
  toItem,
  toValues,
  within,
} from './expressions';
import type { Key } from './keys';
import { type Try, withRetries } from './retry';

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
  /** What `#name` stands for in it. */
  readonly names?: Readonly<Record<string, string>>;
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

/** The most that a transaction may hold. */
export const TRANSACTION_SIZE = 100;
const BATCH_SIZE = 25;
const BATCHES_AT_ONCE = 4;

/** Writes with conditions, transactions, and deletions in batches. Each is tried again while others are in its way. */
export function createWrites(client: DynamoDBClient, { table, timeoutMs: longestMs }: Requests) {
  const shorter = (patienceMs = longestMs) => Math.ceil(Math.min(patienceMs, longestMs));

  return {
    update<T>({ key, set, names, condition, values, returning }: Update, patienceMs?: number): Promise<Updated<T>> {
      const timeoutMs = shorter(patienceMs);
      const command = new UpdateItemCommand({
        TableName: table,
        Key: marshall(key),
        UpdateExpression: set,
        ...(names && { ExpressionAttributeNames: names }),
        ...toExpression({ condition, values }),
        ReturnValues: returning ? 'ALL_NEW' : 'NONE',
      });
      return withRetries<Updated<T>>(async () => {
        try {
          const { Attributes: now } = await client.send(command, within(timeoutMs));
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
    transact(writes: readonly Write[], patienceMs?: number): Promise<Refusals | undefined> {
      const timeoutMs = shorter(patienceMs);
      const command = new TransactWriteItemsCommand({
        TransactItems: writes.map((write) => toTransactItem(write, table)),
        ClientRequestToken: randomUUID(),
      });
      return withRetries<Refusals | undefined>(async () => {
        try {
          await client.send(command, within(timeoutMs));
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
      const { UnprocessedItems: rest = {} } = await client.send(command, within(longestMs));
      left = (rest[table] ?? []) as typeof left;
      return left.length === 0 ? { done: undefined } : { again: 'unprocessed items' };
    }, longestMs);
  }
}

export type Writes = ReturnType<typeof createWrites>;

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
