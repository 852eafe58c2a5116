import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';
import { PLAIN_EVENTS, toWebhook } from '../simulator/platforms/botdistrikt-events';
import { keyOf } from './broadcast-roles';

const AT_A_TIME = 64;
const RETRY_MS = 50;
/** Each message can be told from its repetitions: by its id and its time. */
const EVENTS = { ...PLAIN_EVENTS, ids: 'unique', times: 'milliseconds' } as const;

export const textFor = (user: number) => `Dear customer ${user}, our summer sale begins on Monday.`;

export interface Broadcast {
  /** How many webhooks were answered 200 so far. */
  readonly accepted: number;
  /** How many had to be sent more than once, as no answer came. */
  readonly repeated: number;
  /** Resolves when all were, with the milliseconds that it took. */
  readonly done: Promise<number>;
}

/**
 * BotDistrikt sends a broadcast: one event for each user, some at a time, again and again until it is answered 200.
 *
 * @param webhookUrls of our servers, as a balancer sees them: the next in turn is tried
 */
export function sendBroadcast(users: number, webhookUrls: readonly string[]): Broadcast {
  const servers = webhookUrls.map((url) => {
    const { origin, pathname: path } = new URL(url);
    return { pool: new Pool(origin, { connections: AT_A_TIME }), path };
  });
  const sentAt = Date.now();
  const state = { accepted: 0, repeated: 0 };
  let next = 0;

  async function deliver(user: number): Promise<void> {
    const content = { webchatId: keyOf(user), user: '{}', reply: { text: textFor(user) } } as const;
    const webhook = toWebhook({ ...content, source: 'broadcast', sourceId: 7 }, EVENTS, `b7-${user}`, sentAt);
    const headers = { 'content-type': 'application/json', ...webhook.headers };
    for (let tries = 0; ; tries++) {
      const { pool, path } = servers[(user + tries) % servers.length] as (typeof servers)[number];
      const status = await pool.request({ method: 'POST', path, headers, body: webhook.body }).then(
        async ({ statusCode, body }) => {
          await body.dump();
          return statusCode;
        },
        () => 0,
      );
      if (status === 200) return;
      if (tries === 0) state.repeated++;
      await delay(RETRY_MS);
    }
  }

  async function worker(): Promise<void> {
    while (next < users) {
      await deliver(next++);
      state.accepted++;
    }
  }

  const begun = performance.now();
  const done = Promise.all(Array.from({ length: AT_A_TIME }, worker)).then(async () => {
    await Promise.all(servers.map(({ pool }) => pool.close()));
    return performance.now() - begun;
  });
  return Object.assign(state, { done });
}
