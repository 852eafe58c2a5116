import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../simulator/root';
import { startDynamoDbLocal } from '../test/support/dynamodb-local';
import { startChild } from './child';
import { SDK_ALONE, SDK_AND_CLIENTS } from './cold-plain-skills';
import { type Artifact, probe, type Start } from './cold-probe';
import { prepareTable, TABLE, USER } from './cold-table';
import { count, machine, median, summary, table } from './figures';
import { SECRET } from './servers';
import { SKILL_ID } from './traffic';

const QUESTION = 'when do you open';
/** The plain skill that others are compared with. */
const PLAIN = 'SDK, undici, DynamoDB';
const LAMBDA = 'dist/lambda/index.js';

/**
 * What a cold start costs: new processes, one after the other and the artifacts in turn, each of which loads one and
 * answers a request of a user it knows, and then twenty more. Ours asks a bot and reads and writes DynamoDB Local; beside
 * it the SDK alone, and the SDK with the same clients.
 *
 * @param options `against`: another checkout, built, of which the artifact is measured beside ours
 */
export async function benchCold({ against }: { readonly against?: string }): Promise<void> {
  const processes = count('BENCH_PROCESSES', 15);
  const dynamo = await startDynamoDbLocal();
  if (!dynamo) throw new Error('the cold start needs DynamoDB Local, and that needs a Java development kit');
  const folder = mkdtempSync(join(tmpdir(), 'aloud-cold-'));
  const vendor = await startChild('vendor', {});
  await prepareTable(dynamo.port);
  const artifacts = await artifactsFor(folder, dynamo.port, vendor.url, against);

  const starts = artifacts.map((): Start[] => []);
  // The first of each warms the disk and DynamoDB Local.
  for (let round = 0; round <= processes; round++) {
    for (let turn = 0; turn < artifacts.length; turn++) {
      // Each round begins with another of them.
      const index = (round + turn) % artifacts.length;
      const start = await probe(artifacts[index] as Artifact, USER, QUESTION);
      if (round > 0) starts[index]?.push(start);
    }
  }
  vendor.stop();
  await dynamo.stop();
  rmSync(folder, { recursive: true });

  console.log(`cold start: ${machine()}, ${processes} processes each`);
  const plain = starts[artifacts.findIndex(({ name }) => name === PLAIN)] ?? [];
  const head = ['load', 'first answer', 'both', 'processor', 'over plain', 'later', 'processor', 'log, bytes'];
  const rows = artifacts.map(({ name }, index) => [name, ...figuresOf(starts[index] ?? [], plain)]);
  console.log(table([['milliseconds: median (least to most)', ...head], ...rows]));
}

async function artifactsFor(folder: string, port: number, vendor: string, against?: string): Promise<Artifact[]> {
  const aws = {
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  const ours = {
    ...aws,
    ALOUD_PLATFORM: 'botdistrikt',
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_SECRET: SECRET,
    ALOUD_STORE: `dynamodb:${TABLE}`,
    BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
    BOTDISTRIKT_DOMAIN: 'https://bench.example',
    BOTDISTRIKT_BASE_URL: vendor,
  };
  const alike = (name: string, root: string): Artifact[] => [
    { name, file: join(root, LAMBDA), environment: ours },
    { name: `${name}, started by AWS`, file: join(root, LAMBDA), environment: { ...ours, _HANDLER: 'index.handler' } },
  ];
  return [
    { name: 'ask-sdk-core alone', file: await bundle(folder, 'sdk', SDK_ALONE), environment: {} },
    {
      name: PLAIN,
      file: await bundle(folder, 'clients', SDK_AND_CLIENTS),
      environment: { ...aws, VENDOR_URL: vendor },
    },
    ...(against ? alike(`Aloud in ${relative('', against)}`, resolve(against)) : []),
    ...alike('Aloud', projectRoot()),
  ];
}

/** The figures of an artifact. "over plain": of the processor, beside the plain skill of the same round. */
function figuresOf(starts: readonly Start[], plain: readonly Start[]): string[] {
  const over = starts.map(({ worked }, round) => worked - (plain[round]?.worked ?? Number.NaN));
  const of = (pick: (start: Start) => number) => starts.map(pick);
  return [
    median(of(({ loaded }) => loaded)).toFixed(0),
    median(of(({ answered }) => answered)).toFixed(0),
    median(of(({ loaded, answered }) => loaded + answered)).toFixed(0),
    summary(
      of(({ worked }) => worked),
      0,
    ),
    median(over).toFixed(0),
    median(of(({ warm }) => warm)).toFixed(1),
    median(of(({ warmWorked }) => warmWorked)).toFixed(1),
    median(of(({ logged }) => logged)).toFixed(0),
  ];
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
