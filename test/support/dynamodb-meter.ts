import { type AttributeValue, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

/** What was asked of DynamoDB: requests, and units as AWS bills them. */
export interface Usage {
  readonly requests: number;
  readonly reads: number;
  readonly writes: number;
}

export interface Meter {
  /** What was used since it was asked last. */
  read(): Usage;
}

type Attributes = Readonly<Record<string, AttributeValue>>;
type Item = Attributes | undefined;

/**
 * Counts what a client of DynamoDB Local uses. Reads are as it tells them, and at least what AWS bills of a request that
 * finds nothing. Writes are counted from the items, before and after, as it counts one item of a transaction only: a unit
 * for each begun kilobyte of the larger, twice in a transaction, and one for each entry of the index that goes or comes
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html).
 *
 * @param other looks at the items, and is not counted
 */
export function startMeter(client: DynamoDBClient, other: DynamoDBClient, table: string): Meter {
  let used = { requests: 0, reads: 0, writes: 0 };
  const look = async ({ pk, sk }: Attributes): Promise<Item> => {
    const Key = { pk, sk } as Record<string, AttributeValue>;
    return (await other.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }))).Item;
  };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        used.requests++;
        const keys = touched(commandName, args.input);
        if (keys.length === 0) {
          const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' } as typeof args.input;
          const result = await next({ ...args, input });
          const { ConsumedCapacity } = result.output as { readonly ConsumedCapacity?: Capacity | readonly Capacity[] };
          const units = [ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
          used.reads += Math.max(units, (input as { ConsistentRead?: boolean }).ConsistentRead ? 1 : 0.5);
          return result;
        }
        const before = await Promise.all(keys.map(look));
        const result = await next(args);
        const after = await Promise.all(keys.map(look));
        const factor = commandName.startsWith('Transact') ? 2 : 1;
        for (const [index, was] of before.entries()) {
          const is = after[index];
          const kilobytes = Math.ceil(Math.max(sizeOf(was), sizeOf(is)) / 1024);
          used.writes += factor * Math.max(1, kilobytes) + indexWrites(entryOf(was), entryOf(is));
        }
        return result;
      },
    { step: 'initialize' },
  );
  return {
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

interface Write {
  readonly Item?: Attributes;
  readonly Key?: Attributes;
}

/** The keys of the items that a command writes or checks; none of a command that only reads. */
function touched(commandName: string, input: object): readonly Attributes[] {
  const {
    TransactItems = [],
    RequestItems = {},
    Key,
  } = input as {
    readonly TransactItems?: readonly Readonly<Record<string, Write>>[];
    readonly RequestItems?: Readonly<Record<string, readonly Readonly<Record<string, Write>>[]>>;
    readonly Key?: Attributes;
  };
  switch (commandName) {
    case 'UpdateItemCommand':
      return Key ? [Key] : [];
    case 'TransactWriteItemsCommand':
    case 'BatchWriteItemCommand': {
      const writes = [...TransactItems, ...Object.values(RequestItems).flat()];
      return writes.flatMap(Object.values<Write>).flatMap(({ Item, Key }) => [Item ?? Key ?? {}]);
    }
    default:
      return [];
  }
}

function sizeOf(item: Item): number {
  return Object.entries(item ?? {}).reduce((sum, [name, value]) => sum + name.length + sizeOfValue(value), 0);
}

function sizeOfValue({ S, N, B }: AttributeValue): number {
  if (S !== undefined) return Buffer.byteLength(S);
  // Two digits in a byte, and one more.
  if (N !== undefined) return Math.ceil(N.length / 2) + 1;
  return B?.length ?? 1;
}

function entryOf(item: Item): string | undefined {
  const { due_shard, due_at } = item ?? {};
  return due_shard && due_at && `${due_shard.S} ${due_at.N}`;
}

/** A changed key is taken out and put in again. */
function indexWrites(was: string | undefined, is: string | undefined): number {
  return was === is ? 0 : Number(was !== undefined) + Number(is !== undefined);
}
