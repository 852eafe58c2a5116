import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  UpdateContinuousBackupsCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DUE_INDEX } from './keys';

/**
 * The table, as tests and `npm run table` make it; the template in `infrastructure/` says the same, and adds the
 * stream that wakes its notifier.
 */
export function tableDefinition(name: string): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
      { AttributeName: 'due_shard', AttributeType: 'S' },
      { AttributeName: 'due_at', AttributeType: 'N' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: DUE_INDEX,
        KeySchema: [
          { AttributeName: 'due_shard', KeyType: 'HASH' },
          { AttributeName: 'due_at', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  };
}

/** What became of a table that was asked for. */
export interface MadeTable {
  /** `false`: it was there before; its keys were left as they are. */
  readonly created: boolean;
  /** `false`: the service knows no point-in-time recovery (DynamoDB Local). */
  readonly recovery: boolean;
}

const LONGEST_WAIT_S = 120;

/**
 * Makes the table unless it is there, and switches on the expiry of items and point-in-time recovery. Safe to repeat.
 */
export async function makeTable(client: DynamoDBClient, name: string): Promise<MadeTable> {
  const created = await client.send(new CreateTableCommand(tableDefinition(name))).then(
    () => true,
    (error: unknown) => unless('ResourceInUseException', error),
  );
  await waitUntilTableExists({ client, maxWaitTime: LONGEST_WAIT_S, minDelay: 0.1, maxDelay: 5 }, { TableName: name });
  const expiry = { Enabled: true, AttributeName: 'expires' };
  await client
    .send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: expiry }))
    .catch((error: unknown) => {
      // The service's word for "it is on already".
      if (!(error instanceof Error && error.name === 'ValidationException' && /already enabled/.test(error.message))) {
        throw error;
      }
    });
  const recovery = await client
    .send(
      new UpdateContinuousBackupsCommand({
        TableName: name,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    )
    .then(
      () => true,
      (error: unknown) => unless('UnknownOperationException', error),
    );
  return { created, recovery };
}

function unless(name: string, error: unknown): false {
  if (error instanceof Error && error.name === name) return false;
  throw error;
}
