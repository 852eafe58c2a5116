import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { openDynamo } from '../lambda/store/dynamodb';
import { createClient } from '../lambda/store/dynamodb/client';
import { makeTable } from '../lambda/store/dynamodb/table';
import { projectRoot } from '../simulator/root';
import { startDynamoDbLocal } from '../test/support/dynamodb-local';
import { startChild } from './child';
import { count, machine, median, summary, table } from './figures';
import { keyOf, SECRET } from './servers';
import { envelopeOf, SKILL_ID, userIdOf } from './traffic';

const TABLE = 'aloud-cold';
const USER = 'U1';
const QUESTION = 'when do you open';
/** Of each process. */
const ANSWERS = 21;

/** A Lambda artifact, and what its environment is. */
interface Artifact {
  readonly name: string;
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Milliseconds in a new process. */
interface Start {
  /** Until the module is loaded, and what it starts by itself is started. */
  readonly loaded: number;
  /** From there to the first answer. */
  readonly answered: number;
  /** What a later answer takes. */
  readonly warm: number;
  /** What of it the processor works, in milliseconds. */
  readonly processor: number;
  /** Bytes of log that it writes. */
  readonly logged: number;
}

/** The skill of the SDK, which answers without asking a bot. */
const SDK_ALONE = `
  import { SkillBuilders } from 'ask-sdk-core';
  const skill = SkillBuilders.custom().addRequestHandlers({
    canHandle: () => true,
    handle: ({ responseBuilder }) => responseBuilder.speak('Hello.').reprompt('Well?').getResponse(),
  }).create();
  export const handler = (event) => skill.invoke(event);
`;

/** What any skill needs that keeps something in DynamoDB and asks a bot: one read, one call, one write. */
const SDK_AND_CLIENTS = `
  import { SkillBuilders } from 'ask-sdk-core';
  import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
  import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
  import { Pool } from 'undici';
  const db = new DynamoDBClient({});
  const pool = new Pool(process.env.VENDOR_URL);
  const Key = marshall({ pk: 'B', sk: 'A' });
  const skill = SkillBuilders.custom().addRequestHandlers({
    canHandle: () => true,
    async handle({ responseBuilder }) {
      const { Item } = await db.send(new GetItemCommand({ TableName: '${TABLE}', Key, ConsistentRead: true }));
      const { body } = await pool.request({ method: 'POST', path: '/message', body: '{"message":{"text":"hello"}}' });
      const [reply] = await body.json();
      const turns = (Item ? unmarshall(Item).turns : 0) + 1;
      await db.send(new PutItemCommand({ TableName: '${TABLE}', Item: marshall({ pk: 'B', sk: 'A', turns }) }));
      return responseBuilder.speak(reply.text).reprompt('Well?').getResponse();
    },
  }).create();
  export const handler = (event) => skill.invoke(event);
`;

/** Loads an artifact as AWS does, has it answer one request, and then some more. */
const PROBE = `
  const begun = performance.now();
  const { handler } = require(process.env.ARTIFACT);
  const loaded = performance.now();
  const answer = async () => {
    const { response } = await handler(JSON.parse(process.env.EVENT), { getRemainingTimeInMillis: () => 8000 });
    if (!response.outputSpeech) throw new Error('no answer');
    return performance.now();
  };
  (async () => {
    const answered = await answer();
    const times = [];
    const before = process.cpuUsage();
    for (let turn = 0; turn < ${ANSWERS - 1}; turn++) {
      const from = performance.now();
      times.push((await answer()) - from);
    }
    const used = process.cpuUsage(before);
    const processor = (used.user + used.system) / 1000 / ${ANSWERS - 1};
    const result = { loaded: loaded - begun, answered: answered - loaded, times, processor };
    process.stdout.write(JSON.stringify(result), () => process.exit());
  })();
`;

/**
 * What a cold start costs: new processes, one after the other and the artifacts in turn, each of which loads one and
 * answers a request of a user it knows, and then twenty more. Ours asks a bot and reads and writes DynamoDB Local; beside
 * it the SDK alone, and the SDK with the same clients.
 */
export async function benchCold(): Promise<void> {
  const processes = count('BENCH_PROCESSES', 15);
  const dynamo = await startDynamoDbLocal();
  if (!dynamo) throw new Error('the cold start needs DynamoDB Local, and that needs a Java development kit');
  const folder = mkdtempSync(join(tmpdir(), 'aloud-cold-'));
  const vendor = await startChild('vendor', {});
  const aws = {
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${dynamo.port}`,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  await prepareTable(dynamo.port);
  const ours = {
    ...aws,
    ALOUD_PLATFORM: 'botdistrikt',
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_SECRET: SECRET,
    ALOUD_STORE: `dynamodb:${TABLE}`,
    BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
    BOTDISTRIKT_DOMAIN: 'https://bench.example',
    BOTDISTRIKT_BASE_URL: vendor.url,
  };
  const file = join(projectRoot(), 'dist/lambda/index.js');
  const artifacts: Artifact[] = [
    { name: 'ask-sdk-core alone', file: await bundle(folder, 'sdk', SDK_ALONE), environment: {} },
    {
      name: 'SDK, undici, DynamoDB',
      file: await bundle(folder, 'clients', SDK_AND_CLIENTS),
      environment: { ...aws, VENDOR_URL: vendor.url },
    },
    { name: 'Aloud', file, environment: ours },
    { name: 'Aloud, started by AWS', file, environment: { ...ours, _HANDLER: 'index.handler' } },
  ];

  const starts = artifacts.map((): Start[] => []);
  // The first of each warms the disk and DynamoDB Local.
  for (let round = 0; round <= processes; round++) {
    for (const [index, artifact] of artifacts.entries()) {
      const start = await probe(artifact);
      if (round > 0) starts[index]?.push(start);
    }
  }
  vendor.stop();
  await dynamo.stop();
  rmSync(folder, { recursive: true });

  console.log(`cold start: ${machine()}, ${processes} processes each`);
  const rows = artifacts.map(({ name }, index) => {
    const of = (pick: (start: Start) => number) => (starts[index] ?? []).map(pick);
    const whole = of(({ loaded, answered }) => loaded + answered);
    return [
      name,
      summary(
        of(({ loaded }) => loaded),
        0,
      ),
      summary(
        of(({ answered }) => answered),
        0,
      ),
      median(whole).toFixed(0),
      summary(
        of(({ warm }) => warm),
        1,
      ),
      median(of(({ processor }) => processor)).toFixed(1),
      median(of(({ logged }) => logged)).toFixed(0),
    ];
  });
  const head = ['load', 'first answer', 'both', 'a later answer', 'its processor', 'its log, bytes'];
  console.log(table([['milliseconds: median (least to most)', ...head], ...rows]));
}

async function prepareTable(port: number): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = createClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-1', credentials });
  await makeTable(client, TABLE);
  const store = openDynamo(TABLE, { secret: SECRET, client });
  const { version, conversation } = await store.open(keyOf(USER), {
    userId: userIdOf(USER),
    locale: 'en-US',
    apiEndpoint: 'https://api.amazonalexa.com',
  });
  const thread = { webchatId: 'w1', user: '{"id":1}' };
  await store.save(keyOf(USER), { ...conversation, thread }, version);
  await store.close();
}

async function bundle(folder: string, name: string, contents: string): Promise<string> {
  mkdirSync(join(folder, name));
  const outfile = join(folder, name, 'index.js');
  const stdin = { contents, resolveDir: projectRoot() };
  await build({
    stdin,
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    logLevel: 'warning',
  });
  return outfile;
}

async function probe({ file, environment }: Artifact): Promise<Start> {
  const event = JSON.stringify(envelopeOf(USER, QUESTION));
  const env = { PATH: process.env.PATH, ARTIFACT: file, EVENT: event, ...environment };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', PROBE], { env });
  const log = stdout.slice(0, stdout.lastIndexOf('\n') + 1);
  const { times, ...start } = JSON.parse(stdout.slice(log.length));
  return { ...start, warm: median(times), logged: Buffer.byteLength(log) / ANSWERS };
}
