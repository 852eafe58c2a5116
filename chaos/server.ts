import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Trusted } from './server-role';
import { starvedMs } from './starved';

/** A server of ours in a process of its own, which is killed and started again on the same port. */
export interface Server {
  readonly isUp: boolean;
  readonly url: string;
  readonly webhookUrl: string;
  /** `undefined` while it is down. */
  readonly pid: number | undefined;
  /** Starts it, its clock wrong by so much. */
  start(clockMs?: number): Promise<void>;
  /** SIGKILL: it gets no chance to put anything in order. Resolves when it is gone. */
  kill(): Promise<void>;
  /** How long its main thread was ready to run and the machine ran others so far, in milliseconds. */
  starvedMs(): number;
}

export interface ServerOptions {
  /** The bundle that calls `serveRole`. */
  readonly script: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly trusted: Trusted;
  /** Told of each line that it writes. */
  readonly onLine: (line: string) => void;
  /** Told when it ends without being killed by us. */
  readonly onCrash: (how: string) => void;
}

const HEAP_MB = 192;
const MOST_STARTS = 60;
const BETWEEN_STARTS_MS = 300;

export function createServer({ script, settings, trusted, onLine, onCrash }: ServerOptions): Server {
  let child: ChildProcess | undefined;
  let served = { port: 0, url: '', webhookUrl: '' };
  let starvedBefore = 0;
  let starvedNow = 0;

  function readStarved(): number {
    // Where it is not told, nothing counts as starved.
    if (child?.pid !== undefined) starvedNow = starvedMs(child.pid) ?? starvedNow;
    return starvedBefore + starvedNow;
  }

  /** Whether it listens. */
  async function startOnce(clockMs: number): Promise<boolean> {
    const started = fork(script, [], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      env: {
        PATH: process.env.PATH,
        ...settings,
        PORT: String(served.port),
        CHAOS_ROLE: 'server',
        CHAOS_TRUST: JSON.stringify(trusted),
        CHAOS_CLOCK_MS: String(clockMs),
      },
    });
    for (const stream of [started.stdout, started.stderr]) {
      let rest = '';
      stream?.on('data', (chunk) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) onLine(line);
      });
    }
    const ended = once(started, 'exit');
    const [message] = await Promise.race([once(started, 'message'), ended.then(() => [])]);
    if (typeof message !== 'object') return false;
    served = message;
    child = started;
    void ended.then(([code, signal]) => {
      if (child !== started) return;
      child = undefined;
      onCrash(`${signal ?? `exit ${code}`}`);
    });
    return true;
  }

  return {
    get isUp() {
      return child !== undefined;
    },
    get url() {
      return served.url;
    },
    get webhookUrl() {
      return served.webhookUrl;
    },
    get pid() {
      return child?.pid;
    },
    starvedMs: readStarved,
    async start(clockMs = 0) {
      // As a supervisor does: a database that is locked at the moment is none of the next.
      for (let tries = 0; tries < MOST_STARTS; tries++) {
        if (await startOnce(clockMs)) return;
        await delay(BETWEEN_STARTS_MS);
      }
      throw new Error('a server did not start');
    },
    async kill() {
      const victim = child;
      if (!victim) return;
      starvedBefore = readStarved();
      starvedNow = 0;
      child = undefined;
      const ended = once(victim, 'exit');
      victim.kill('SIGKILL');
      await ended;
    },
  };
}
