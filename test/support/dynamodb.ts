import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import type { Store } from '../../lambda/conversation/ports/store';
import { type DynamoOptions, openDynamo } from '../../lambda/store/dynamodb';
import { createClient } from '../../lambda/store/dynamodb/client';
import { tableDefinition } from '../../lambda/store/dynamodb/table';
import { localAnswers, PORT_VARIABLE } from './dynamodb-local';

export const SECRET = 'a secret of at least 32 characters';

const port = process.env[PORT_VARIABLE];

/** On a busy machine DynamoDB Local takes seconds for what DynamoDB does in milliseconds. */
const TIMEOUT_MS = 30_000;

/** Where the AWS SDK finds DynamoDB Local: for processes that a test starts, and for its own. */
export const LOCAL_ENVIRONMENT = {
  AWS_REGION: 'eu-west-1',
  AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
};

/** A client of DynamoDB Local. */
export function localClient(config: DynamoDBClientConfig = {}): DynamoDBClient {
  return createClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: { requestTimeout: TIMEOUT_MS, throwOnRequestTimeout: true },
    ...config,
  });
}

/** A table of a test's own. */
export interface TestTable {
  readonly name: string;
  readonly client: DynamoDBClient;
  /** Opens a store on it. What it has not closed, `dispose` does. */
  open(options?: Partial<DynamoOptions>): Store;
  dispose(): Promise<void>;
}

export async function makeTestTable(): Promise<TestTable> {
  const name = `aloud-${randomUUID()}`;
  const client = localClient();
  await client.send(new CreateTableCommand(tableDefinition(name)));
  const stores: Store[] = [];
  return {
    name,
    client,
    open(options) {
      const store = openDynamo(name, { secret: SECRET, client: localClient(), timeoutMs: TIMEOUT_MS, ...options });
      stores.push(store);
      return store;
    },
    async dispose() {
      await Promise.all(stores.map((store) => store.close()));
      await client.send(new DeleteTableCommand({ TableName: name }));
      client.destroy();
    },
  };
}

/** Tests that need DynamoDB Local. Where it could not be started the run has said so; one test stands for them. */
export function describeDynamo(name: string, tests: () => void): void {
  // A test may have to be that patient more than once.
  jest.setTimeout(2 * TIMEOUT_MS);
  if (port)
    describe(name, () => {
      beforeAll(() => localAnswers(port));
      tests();
    });
  else test(`${name}: left out, there is no Java`, () => expect(port).toBeUndefined());
}
