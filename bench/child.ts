import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { devNull } from 'node:os';
import type { Served } from './served';
import type { Role, RoleOptions } from './servers';

export interface Memory {
  /** Bytes, after a collection. */
  readonly rss: number;
  readonly heapUsed: number;
}

export interface Child extends Omit<Served, 'answers'> {
  /** CPU time the process has used so far, in microseconds. */
  cpu(): Promise<number>;
  memory(): Promise<Memory>;
  /** One question at a time. */
  ask(question: string, value?: unknown): Promise<unknown>;
  stop(): void;
}

interface Question {
  readonly question: string;
  readonly value?: unknown;
}

/**
 * Starts a server in a process of its own.
 *
 * @param script the bundle of the benchmarks that it is started from: another checkout's, if not ours
 */
export async function startChild<R extends Role>(
  role: R,
  options: RoleOptions[R],
  script = __filename,
): Promise<Child> {
  const child = fork(script, {
    // What a server logs is written, but not shown.
    stdio: ['ignore', openSync(devNull, 'w'), 'inherit', 'ipc'],
    execArgv: [...process.execArgv, '--expose-gc'],
    env: { ...process.env, BENCH_ROLE: role, BENCH_OPTIONS: JSON.stringify(options) },
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process of ${role} ended: ${code}`);
  });
  ended.catch(() => {});
  const told = async () => (await Promise.race([once(child, 'message'), ended]))[0];
  const ask = (question: string, value?: unknown) => {
    child.send({ question, value } satisfies Question);
    return told();
  };
  const served = (await told()) as Served;
  return {
    ...served,
    ask,
    cpu: async () => Number(await ask('cpu')),
    memory: async () => (await ask('memory')) as Memory,
    stop: () => child.disconnect(),
  };
}

/** The process of a child: starts its server and answers what it is asked. */
export async function serve(start: () => Promise<Served>): Promise<void> {
  const { url, webhookUrl, environment, answers = {} } = await start();
  const all: Served['answers'] = { cpu, memory, ...answers };
  process.on('message', async ({ question, value }: Question) =>
    process.send?.((await all[question]?.(value)) ?? null),
  );
  process.on('disconnect', () => process.exit());
  process.send?.({ url, webhookUrl, environment });
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function memory(): Memory {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heapUsed };
}
