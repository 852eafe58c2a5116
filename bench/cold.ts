import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
/** Of what the bot answers. */
const EXPECTED = 'half past eight';
/** The plain skill that others are compared with. */
const PLAIN = 'SDK, undici, DynamoDB';
const LAMBDA = 'dist/lambda';

/**
 * What a cold start costs: new processes, one after the other and the artifacts in turn, each of which loads one as AWS does, and
 * answers a request of a user it knows, and then twenty more. Ours asks a bot and reads and writes DynamoDB Local; beside
 * it the SDK alone, and the SDK with the same clients. Of ours it is told how often V8 took the code cache.
 *
 * @param options `against`: another checkout, built, of which the artifact is measured beside ours
 */
export async function benchCold({ against }: { readonly against?: string }): Promise<void> {
  const processes = count('BENCH_PROCESSES', 15);
  const node = runtimeNode();
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
      const start = await probe(node, artifacts[index] as Artifact, USER, QUESTION);
      if (round > 0) starts[index]?.push(start);
    }
  }
  vendor.stop();
  await dynamo.stop();
  rmSync(folder, { recursive: true });

  const version = execFileSync(node, ['--version']).toString().trim();
  console.log(`cold start: ${machine()}, ${processes} processes each, of Node ${version}`);
  const plain = starts[artifacts.findIndex(({ name }) => name === PLAIN)] ?? [];
  const head = [
    'load',
    'first answer',
    'both',
    'processor',
    'over plain',
    'later',
    'processor',
    'log, bytes',
    'code cache',
  ];
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
  const alone = join(folder, 'alone');
  mkdirSync(alone);
  copyFileSync(join(projectRoot(), LAMBDA, 'index.js'), join(alone, 'index.js'));
  const aloud = (name: string, artifact: string): Artifact => ({
    name,
    folder: artifact,
    environment: ours,
    expected: EXPECTED,
  });
  return [
    { name: 'ask-sdk-core alone', folder: await bundle(folder, 'sdk', SDK_ALONE), environment: {}, expected: 'Hello' },
    {
      name: PLAIN,
      folder: await bundle(folder, 'clients', SDK_AND_CLIENTS),
      environment: { ...aws, VENDOR_URL: vendor },
      expected: EXPECTED,
    },
    ...(against ? [aloud(`Aloud in ${relative('', against)}`, join(resolve(against), LAMBDA))] : []),
    aloud('Aloud, index.js alone', alone),
    aloud('Aloud', join(projectRoot(), LAMBDA)),
  ];
}

/** The Node that the build has made the code cache with; where it has made none, this one. */
function runtimeNode(): string {
  const { profiles } = JSON.parse(readFileSync(join(projectRoot(), 'ask-resources.json'), 'utf8'));
  const major = /\d+/.exec(profiles.default.skillInfrastructure.userConfig.runtime)?.[0];
  const file = join(projectRoot(), `node_modules/.cache/aloud/node-${major}-${process.arch}/bin/node`);
  return existsSync(file) ? file : process.execPath;
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
    told(starts),
  ];
}

/** How often V8 took the code cache, and how often not. */
function told(starts: readonly Start[]): string {
  const states = starts.flatMap(({ codeCache }) => codeCache ?? []);
  const times = (state: string) => states.filter((other) => other === state).length;
  return [...new Set(states)].map((state) => `${times(state)} ${state}`).join(', ');
}

async function bundle(folder: string, name: string, contents: string): Promise<string> {
  const artifact = join(folder, name);
  mkdirSync(artifact);
  const outfile = join(artifact, 'index.js');
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
  return artifact;
}
