import { setTimeout as delay } from 'node:timers/promises';
import type { Server } from './server';

/** What one request of an Echo went through. */
export interface Call {
  readonly server: number;
  readonly starvedMs: number;
}

/** What becomes of an answer on its way to an Echo, where a fault is planted there. */
export type Tamper = (answer: { readonly status: number; readonly body: string }, user: string) => Tampered;
export type Tampered =
  | { readonly status: number; readonly body: string }
  | { readonly afterMs: number }
  | { readonly cut: true };

/** The way of one Echo's requests to our servers, as a balancer has it. */
export interface UserLine {
  readonly fetch: typeof fetch;
  /** The first request since the last look. */
  first(): Call | undefined;
}

export interface Lines {
  of(user: string): UserLine;
}

export interface LineOptions {
  readonly servers: readonly Server[];
  /** For how long this process was kept from running. */
  readonly lagMs: () => number;
  readonly tamper?: Tamper;
}

/** A server that takes no connections is left out; a request that was taken is never sent to another. */
export function createLines({ servers, lagMs, tamper }: LineOptions): Lines {
  let turn = 0;

  function choose(): number {
    const first = turn++ % servers.length;
    const order = servers.map((_, index) => (first + index) % servers.length);
    return order.find((index) => servers[index]?.isUp) ?? first;
  }

  return {
    of(user) {
      let calls: Call[] = [];
      return {
        first() {
          const [call] = calls;
          calls = [];
          return call;
        },
        async fetch(_url, init) {
          const index = choose();
          const server = servers[index] as Server;
          const [starved, lag] = [server.starvedMs(), lagMs()];
          try {
            const answer = await fetch(`${server.url}/alexa`, init);
            const taken = { status: answer.status, body: await answer.text() };
            return await asResponse(tamper?.(taken, user) ?? taken, init?.signal ?? undefined);
          } finally {
            calls.push({ server: index, starvedMs: Math.round(server.starvedMs() - starved + lagMs() - lag) });
          }
        },
      };
    },
  };
}

async function asResponse(tampered: Tampered, signal: AbortSignal | undefined): Promise<Response> {
  if ('cut' in tampered) throw new Error('cut');
  if ('afterMs' in tampered) {
    await delay(tampered.afterMs, undefined, { signal });
    return new Response('{}');
  }
  return new Response(tampered.body, { status: tampered.status });
}
