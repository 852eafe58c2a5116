import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { ROLES } from './broadcast-roles';

type Role = keyof typeof ROLES;
type Served<R extends Role> = Awaited<ReturnType<(typeof ROLES)[R]>>;
type Answers<R extends Role> = Served<R>['answers'];
type AnswerTo<A, Q extends keyof A> = A[Q] extends () => infer T ? Awaited<T> : never;

/** A role in a process of its own. */
export interface RoleProcess<R extends Role> {
  readonly served: Served<R>['served'];
  /** `undefined` when the process is killed before it answers. */
  ask<Q extends keyof Answers<R> & string>(question: Q): Promise<AnswerTo<Answers<R>, Q> | undefined>;
  /** SIGKILL: it gets no chance to put anything in order. Resolves when it is gone. */
  kill(): Promise<void>;
}

/**
 * @param script the bundle that calls `serveRole`
 * @param log file to which the output is added
 */
export async function startRole<R extends Role>(
  role: R,
  options: Parameters<(typeof ROLES)[R]>[0],
  { script, log }: { readonly script: string; readonly log: string },
): Promise<RoleProcess<R>> {
  const out = openSync(log, 'a');
  const child: ChildProcess = fork(script, ['broadcast'], {
    stdio: ['ignore', out, out, 'ipc'],
    execArgv: [],
    env: { ...process.env, BROADCAST_ROLE: role, BROADCAST_OPTIONS: JSON.stringify(options) },
  });
  const exited = once(child, 'exit');
  const next = async () => (await Promise.race([once(child, 'message'), exited.then(() => [])]))[0];
  const served = await next();
  if (served === undefined) throw new Error(`the process of ${role} did not start: see ${log}`);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    served,
    ask(question) {
      const answer = turn.then(() => {
        if (!child.connected) return undefined;
        child.send(question, () => {});
        return next();
      });
      turn = answer;
      return answer;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** The process of a role. Ends with the one that started it. */
export async function serveRole(role: string): Promise<void> {
  const start = ROLES[role as Role] as (options: unknown) => Promise<{
    readonly served: unknown;
    readonly answers: Readonly<Record<string, () => unknown>>;
  }>;
  const { served, answers } = await start(JSON.parse(process.env.BROADCAST_OPTIONS ?? '{}'));
  process.on('message', async (question: string) => process.send?.(await answers[question]?.()));
  process.on('disconnect', () => process.exit());
  process.send?.(served);
}

/** A bundle of the roles alone, for tests: what else the benchmarks hold takes longer to load than they take to work. */
export async function main(): Promise<void> {
  await serveRole(process.env.BROADCAST_ROLE ?? '');
}
