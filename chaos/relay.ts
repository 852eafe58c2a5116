import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { readBody } from '../simulator/amazon/loopback';
import { createKnob, type Knob } from './knob';
import { markersIn } from './markers';
import type { Random } from './random';
import type { Recorder } from './recorder';
import type { Server } from './server';

/** What stands between a vendor and our servers. */
export interface Relay {
  /** Where the vendor sends its webhooks. */
  readonly url: string;
  /** The longest time that a webhook is held, in milliseconds: a later one may overtake it. */
  readonly holdMs: Knob<number>;
  /** The share of good answers that the vendor never gets: it sends the webhook again. */
  readonly lost: Knob<number>;
  /** The share of webhooks that never arrive. */
  readonly cut: Knob<number>;
  close(): Promise<void>;
}

export interface RelayOptions {
  readonly servers: readonly Server[];
  readonly recorder: Recorder;
  readonly random: Random;
  /** A fault that is planted: the webhook is answered 200 and goes nowhere. */
  readonly swallows?: (markers: readonly string[]) => boolean;
}

const HOP_BY_HOP = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive']);

export async function startRelay({ servers, recorder, random, swallows }: RelayOptions): Promise<Relay> {
  const holdMs = createKnob(0);
  const lost = createKnob(0);
  const cut = createKnob(0);
  let turn = 0;

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(incoming);
    const markers = markersIn(body);
    if (random.chance(cut.value)) return void incoming.socket.destroy();
    if (holdMs.value > 0) await delay(random.between(0, holdMs.value));
    const isSwallowed = swallows?.(markers) ?? false;
    const answer = isSwallowed ? { status: 200, body: '' } : await forward(incoming, body);
    recorder.add({ kind: 'delivered', markers, status: answer.status });
    if (answer.status === 0 || random.chance(lost.value)) return void incoming.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(answer.body);
  }

  async function forward({ method = 'POST', headers }: IncomingMessage, body: string) {
    const up = servers.filter(({ isUp }) => isUp);
    const server = up[turn++ % Math.max(up.length, 1)];
    if (!server) return { status: 0, body: '' };
    const own = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)) as [string, string][];
    try {
      const init = { method, headers: own, ...(method === 'POST' && { body }) };
      const answer = await fetch(server.webhookUrl, init);
      return { status: answer.status, body: await answer.text() };
    } catch {
      return { status: 0, body: '' };
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    holdMs,
    lost,
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
