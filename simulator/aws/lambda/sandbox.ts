import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readBody, type Served, serveOnLoopback } from '../../amazon/loopback';
import { projectRoot } from '../../root';

/** What became of an invocation. */
export type Outcome =
  | { readonly ok: true; readonly payload: unknown }
  /** `message`: what the log of Lambda says; never what a caller of the skill hears. */
  | { readonly ok: false; readonly message: string };

export interface SandboxOptions {
  /** The unzipped artifact. */
  readonly folder: string;
  readonly arn: string;
  readonly handler: string;
  readonly runtime: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly region: string;
  /** The variables of the function, and nothing else of this process's. */
  readonly environment: Readonly<Record<string, string>>;
  readonly onLog: (line: string) => void;
}

/** One execution environment of a function: a process that serves one invocation at a time. */
export interface Sandbox {
  /** Ready for an invocation, or becoming so. */
  readonly isFree: boolean;
  readonly isOver: boolean;
  invoke(event: unknown): Promise<Outcome>;
  close(): Promise<void>;
}

interface Invocation {
  readonly id: string;
  readonly event: unknown;
  readonly end: (outcome: Outcome) => void;
}

const API = '/2018-06-01/runtime';

/**
 * Starts AWS's own runtime client for Node on the artifact, against a runtime API on loopback:
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html. A time-out or a crash ends the environment, as on AWS.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  let invocation: Invocation | undefined;
  let isTaken = false;
  let poll: ServerResponse | undefined;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  let initError = '';

  const api: Served = await serveOnLoopback({
    listen: (...exchange) => void listen(...exchange),
    stop: () => poll?.destroy(),
  });
  const child = start(options, new URL(api.url).host);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (line) options.onLog(line);
    });
  }
  child.once('exit', (code) => {
    isOver = true;
    end({ ok: false, message: initError || `Runtime exited with error: exit status ${code}` });
  });

  async function listen(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, id, kind] = new RegExp(`^${API}/invocation/([^/]+)(?:/(response|error))?$`).exec(request.url ?? '') ?? [];
    if (request.method === 'GET' && id === 'next') {
      poll = response;
      hand();
      return;
    }
    const body = await readBody(request);
    response.writeHead(202).end();
    if (request.url === `${API}/init/error`) initError = errorText(body);
    else if (id === invocation?.id && kind === 'response') end({ ok: true, payload: JSON.parse(body) });
    else if (id === invocation?.id && kind === 'error') end({ ok: false, message: errorText(body) });
  }

  /** Hands the invocation over, once the process asks for one. */
  function hand(): void {
    if (!invocation || isTaken || !poll) return;
    isTaken = true;
    const { id, event } = invocation;
    const ms = options.timeoutSeconds * 1000;
    timer = setTimeout(() => {
      end({ ok: false, message: `Task timed out after ${options.timeoutSeconds}.00 seconds` });
      child.kill('SIGKILL');
    }, ms);
    poll
      .writeHead(200, {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': id,
        'lambda-runtime-deadline-ms': String(Date.now() + ms),
        'lambda-runtime-invoked-function-arn': options.arn,
        'lambda-runtime-trace-id': 'Root=1-00000000-000000000000000000000000',
      })
      .end(JSON.stringify(event));
    poll = undefined;
  }

  function end(outcome: Outcome): void {
    clearTimeout(timer);
    const ended = invocation;
    invocation = undefined;
    isTaken = false;
    ended?.end(outcome);
  }

  return {
    get isFree() {
      return !isOver && !invocation;
    },
    get isOver() {
      return isOver;
    },
    invoke: (event) =>
      new Promise((resolve) => {
        invocation = { id: randomUUID(), event, end: resolve };
        hand();
      }),
    async close() {
      const exited = child.exitCode === null && new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await exited;
      await api.close();
    },
  };
}

function start(options: SandboxOptions, apiHost: string): ChildProcess {
  const { folder, handler, runtime, memoryMb, region, environment, arn } = options;
  const client = join(
    dirname(createRequire(join(projectRoot(), 'package.json')).resolve('aws-lambda-ric/package.json')),
    'bin/index.mjs',
  );
  const name = arn.split(':').at(-1) ?? '';
  return spawn(
    process.execPath,
    [...flagsOf(memoryMb), '-r', join(projectRoot(), 'simulator/aws/lambda/runtime-shim.cjs'), client, handler],
    {
      cwd: folder,
      env: {
        ...environment,
        AWS_LAMBDA_RUNTIME_API: apiHost,
        LAMBDA_TASK_ROOT: folder,
        _HANDLER: handler,
        AWS_LAMBDA_FUNCTION_NAME: name,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
        AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
        AWS_LAMBDA_LOG_STREAM_NAME: randomUUID(),
        AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        TZ: ':UTC',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/**
 * Node as AWS starts it for a function of that memory: of the managed runtime's `/var/runtime/bootstrap`, as published images have it.
 * That the one of Node 24 does the same is assumed.
 */
export function flagsOf(memoryMb: number): readonly string[] {
  const newSpace = Math.floor(memoryMb / 10);
  return [
    ...['--expose-gc', '--max-http-header-size=81920'],
    ...[`--max-semi-space-size=${Math.floor(newSpace / 2)}`, `--max-old-space-size=${memoryMb - newSpace}`],
  ];
}

function errorText(body: string): string {
  const { errorType, errorMessage } = JSON.parse(body) as Record<string, string>;
  return `${errorType}: ${errorMessage}`;
}
