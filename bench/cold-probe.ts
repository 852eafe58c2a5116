import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { flagsOf } from '../simulator/aws/lambda/sandbox';
import { projectRoot } from '../simulator/root';
import { median } from './figures';
import { envelopeOf } from './traffic';

/** Of each process. */
const ANSWERS = 21;
/** Of the skill's function, in megabytes. */
const MEMORY = 512;

/** A Lambda artifact, and what its environment is. */
export interface Artifact {
  readonly name: string;
  /** What AWS unzips. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What its answer says. */
  readonly expected: string;
}

/** Milliseconds in a new process. */
export interface Start {
  /** Until the module is loaded, and what it starts by itself is started. */
  readonly loaded: number;
  /** From there to the first answer. */
  readonly answered: number;
  /** What of both the processor works: what is put off from the one to the other saves nothing. */
  readonly worked: number;
  /** What a later answer takes. */
  readonly warm: number;
  /** What of that the processor works. */
  readonly warmWorked: number;
  /** Bytes of log that an answer writes. */
  readonly logged: number;
  /** What the log says of the code cache; of an artifact that knows of none, nothing. */
  readonly codeCache?: string;
}

interface Took {
  readonly ms: number;
  readonly worked: number;
}

/** Starts AWS's own runtime client on the artifact, in a process that asks it something for a user, several times. */
export async function probe(node: string, artifact: Artifact, user: string, question: string): Promise<Start> {
  const root = projectRoot();
  const require = createRequire(join(root, 'package.json'));
  const client = join(dirname(require.resolve('aws-lambda-ric/package.json')), 'bin/index.mjs');
  const env = {
    PATH: process.env.PATH,
    ...{ TZ: ':UTC', LAMBDA_TASK_ROOT: artifact.folder, _HANDLER: 'index.handler' },
    ...{ AWS_LAMBDA_RUNTIME_API: '127.0.0.1:9', AWS_LAMBDA_FUNCTION_NAME: 'cold' },
    ...{ AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MEMORY), AWS_LAMBDA_FUNCTION_VERSION: '$LATEST' },
    ...{ PROBE_EVENT: JSON.stringify(envelopeOf(user, question)), PROBE_ANSWERS: String(ANSWERS) },
    PROBE_EXPECTED: artifact.expected,
    ...artifact.environment,
  };
  const args = [...flagsOf(MEMORY), '-r', join(root, 'bench/cold-runtime.cjs'), client, 'index.handler'];
  const { stdout } = await promisify(execFile)(node, args, { env, cwd: artifact.folder });
  const log = stdout.slice(0, stdout.lastIndexOf('\n') + 1);
  return startOf(log, JSON.parse(stdout.slice(log.length)));
}

function startOf(log: string, told: { readonly loaded: Took; readonly answers: readonly [Took, ...Took[]] }): Start {
  const { loaded, answers } = told;
  const [first, ...later] = answers;
  const codeCache = /"codeCache":"(\w+)"/.exec(log)?.[1];
  return {
    loaded: loaded.ms,
    answered: first.ms,
    worked: loaded.worked + first.worked,
    warm: median(later.map(({ ms }) => ms)),
    warmWorked: later.reduce((sum, { worked }) => sum + worked, 0) / later.length,
    logged: Buffer.byteLength(log) / ANSWERS,
    ...(codeCache && { codeCache }),
  };
}
