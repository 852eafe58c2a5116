import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';
import { PLAIN_EVENTS, toWebhook } from '../simulator/platforms/botdistrikt-events';
import { quantile } from './figures';
import type { Served } from './served';

/** So many may be on their way at once, each on a connection of its own: more than any server lets in. */
const CONNECTIONS = 1024;
const TICK_MS = 10;

export interface Flood {
  /** Of the webhook. */
  readonly url: string;
  /** Whom they are for, one after the other. */
  readonly keys: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
}

export interface Flooded {
  readonly sent: number;
  readonly taken: number;
  /** With 503 and a time to come again. */
  readonly refused: number;
  /** In any other way. */
  readonly failed: number;
  /** Milliseconds until a taken one was answered, from when it was due. */
  readonly median: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** A vendor who sends webhooks at a rate, however long their answers take. */
export async function startFlooder(): Promise<Served> {
  let taken = 0;
  return {
    url: '',
    answers: {
      async flood(what) {
        const flooded = await send(what as Flood);
        taken += flooded.taken;
        return flooded;
      },
      /** How many were taken in all. */
      taken: () => taken,
    },
  };
}

async function send({ url, keys, perSecond, seconds }: Flood): Promise<Flooded> {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  const times: number[] = [];
  const counts = { taken: 0, refused: 0, failed: 0 };

  async function post(index: number, due: number): Promise<void> {
    const { headers, body } = eventFor(keys[index % keys.length] as string);
    const answer = await pool.request({ method: 'POST', path, headers, body });
    await answer.body.dump();
    if (answer.statusCode === 200) {
      counts.taken++;
      times.push(performance.now() - due);
    } else if (answer.statusCode === 503 && answer.headers['retry-after']) counts.refused++;
    else counts.failed++;
  }

  const begun = performance.now();
  const all: Promise<void>[] = [];
  const total = perSecond * seconds;
  while (all.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - begun) / 1000) * perSecond));
    while (all.length < due) {
      const index = all.length;
      all.push(
        post(index, begun + (index / perSecond) * 1000).catch(() => {
          counts.failed++;
        }),
      );
    }
    await delay(TICK_MS);
  }
  const sentIn = (performance.now() - begun) / 1000;
  await Promise.all(all);
  await pool.close();
  const [median, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  return { sent: total, ...counts, median, p99, perSecond: total / sentIn };
}

/** What a person wrote, as BotDistrikt tells it: BotDistrikt's events bear no proof beside the secret path. */
function eventFor(webchatId: string) {
  const text = 'We open at half past eight and close at six. Which day would suit you?';
  const content = { webchatId, user: '{}', reply: { text }, source: 'human', agentName: 'Maria' } as const;
  return toWebhook(content, { ...PLAIN_EVENTS, ids: 'unique' }, randomUUID(), Date.now());
}
