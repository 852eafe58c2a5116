import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { storeError } from '../../lambda/store/dynamodb/errors';
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
} from '../../lambda/store/dynamodb/lean-client';
import { type Call, readCall } from '../../simulator/aws/call';
import { isSignedWith } from '../../simulator/aws/signature';

/** What DynamoDB answers to one call after the other; to `undefined` never. */
type Answer = readonly [status: number, body: object | string] | undefined;

const ENVIRONMENT = process.env;
let answers: Answer[] = [];
let calls: Call[] = [];
let server: Server;
let client: DynamoDBClient;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    calls.push(await readCall(request));
    const answer = answers.shift();
    if (!answer) return;
    const [status, body] = answer;
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [answers, calls] = [[], []];
  process.env = {
    ...{ AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'the secret' },
    AWS_SESSION_TOKEN: 'lent for a while',
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  client = new DynamoDBClient({ maxAttempts: 3, requestHandler: { connectionTimeout: 500, requestTimeout: 2000 } });
});
afterEach(() => {
  client.destroy();
  process.env = ENVIRONMENT;
});

const get = (options?: { readonly abortSignal: AbortSignal }) =>
  client.send(
    new GetItemCommand({ TableName: 'users', Key: { pk: { S: 'a' }, seal: { B: Buffer.from('key') } } }),
    options,
  );
const refusal = (type: string, more: object = {}): Answer => [
  400,
  { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'no', ...more },
];

test('a call is signed as AWS wants it, bytes as base64 in it and in its answer', async () => {
  answers = [[200, { Item: { B: { B: 'AQI=' }, sk: { S: 'B' } } }]];
  expect(await get()).toEqual({ Item: { B: { B: Buffer.from([1, 2]) }, sk: { S: 'B' } } });
  const [call] = calls as [Call];
  expect(call.headers['x-amz-target']).toBe('DynamoDB_20120810.GetItem');
  expect(call.headers['x-amz-security-token']).toBe('lent for a while');
  expect(JSON.parse(call.body.toString()).Key).toEqual({ pk: { S: 'a' }, seal: { B: 'a2V5' } });
  expect(isSignedWith(call, 'the secret')).toBe(true);
  expect(isSignedWith(call, 'another')).toBe(false);
});

test.each<[string, Answer]>([
  ['an error of its own', [503, 'busy']],
  ['throttling', refusal('ThrottlingException')],
])('what may pass by itself is asked again: %s', async (_what, trouble) => {
  answers = [trouble, trouble, [200, { Count: 0 }]];
  expect(await client.send(new QueryCommand({ TableName: 'users' }))).toEqual({ Count: 0 });
  expect(calls).toHaveLength(3);
  answers = [trouble, trouble, trouble];
  await expect(get()).rejects.toMatchObject({ $metadata: { httpStatusCode: trouble?.[0] } });
});

test('what it refuses is told by its name, with what is there', async () => {
  answers = [refusal('ConditionalCheckFailedException', { Item: { pk: { S: 'a' } } })];
  const error = await get().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConditionalCheckFailedException);
  expect(error).toMatchObject({ name: 'ConditionalCheckFailedException', Item: { pk: { S: 'a' } } });
  expect(calls).toHaveLength(1);
});

test.each<[string, string, () => void]>([
  ['nobody answers in time', 'ALOUD_STORE_UNREACHABLE', () => {}],
  [
    'nobody is there',
    'ALOUD_STORE_UNREACHABLE',
    () => Object.assign(process.env, { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' }),
  ],
  ['there is no table', 'ALOUD_STORE_NO_TABLE', () => answers.push(refusal('ResourceNotFoundException'))],
  ['there is no key', 'ALOUD_STORE_CREDENTIALS', () => delete process.env.AWS_ACCESS_KEY_ID],
  ['there is no region', 'ALOUD_STORE_UNREACHABLE', () => delete process.env.AWS_REGION],
])('where %s, the store says so', async (_what, code, arrange) => {
  arrange();
  const error = await get({ abortSignal: AbortSignal.timeout(150) }).catch((thrown: unknown) => thrown);
  expect(storeError('read', error, { table: 'users', region: 'eu-west-1' })).toMatchObject({ code });
});
