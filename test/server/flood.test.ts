import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import type { Store } from '../../lambda/conversation/ports/store';
import { startServer } from '../../lambda/server';
import { userKey } from '../../lambda/skill/user';
import { openSqlite } from '../../lambda/store/sqlite';
import { PLAIN_EVENTS, toWebhook } from '../../simulator/platforms/botdistrikt-events';
import { SECRET, SKILL_ID, type Stage, setStage } from '../e2e/stage';

const USER_ID = 'amzn1.ask.account.ANNE';
const KEY = userKey(SECRET, SKILL_ID, USER_ID);
const FLOOD = 600;
/** What a server takes in at once. */
const AT_ONCE = 256;

/** A disk that stands still until it is freed. */
function standing(store: Store): { readonly store: Store; free(): void } {
  let free = () => {};
  const freed = new Promise<void>((resolve) => {
    free = resolve;
  });
  return {
    free,
    store: {
      ...store,
      append: async (...arrivals) => {
        await freed;
        return store.append(...arrivals);
      },
    },
  };
}

describe('more webhooks than the disk can take', () => {
  const disk = openSqlite(':memory:', { secret: SECRET });
  const { store, free } = standing(disk);
  let stage: Stage;
  let vendor: Pool;
  beforeAll(async () => {
    const serve = (options: Parameters<typeof startServer>[0]) => startServer({ ...options, store });
    stage = await setStage({ reply: () => [{ text: 'We open at nine.' }] }, { serve });
    vendor = new Pool(stage.server.url, { connections: FLOOD });
    await stage.echo().hear('Alexa, open chat companion');
  });
  afterAll(async () => {
    await vendor.close();
    await stage.close();
    await disk.close();
  });

  async function tell(text: string) {
    const content = { webchatId: KEY, user: '{}', reply: { text }, source: 'human', agentName: 'Maria' } as const;
    const { headers, body } = toWebhook(content, { ...PLAIN_EVENTS, ids: 'unique' }, randomUUID(), Date.now());
    const path = new URL(stage.server.webhookUrl).pathname;
    const sent = { method: 'POST', path, headers: { 'content-type': 'application/json', ...headers }, body } as const;
    const answer = await vendor.request(sent);
    await answer.body.dump();
    return { text, status: answer.statusCode, retryAfter: answer.headers['retry-after'] };
  }

  test('are refused beyond what is stored in time; what was taken is there, and turns are in time', async () => {
    let refusals = 0;
    const flood = Promise.all(
      Array.from({ length: FLOOD }, async (_, at) => {
        const answer = await tell(`message ${at}`);
        if (answer.status !== 200) refusals++;
        if (refusals === FLOOD - AT_ONCE) free();
        return answer;
      }),
    );
    const begun = performance.now();
    const turn = await stage.echo('ben').hear('Alexa, ask chat companion to tell me your opening hours');
    const turnMs = performance.now() - begun;
    const answers = await flood;
    const taken = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(({ status, retryAfter }) => `${status} ${retryAfter}`))).toEqual(new Set(['503 1']));
    expect(taken.length).toBeGreaterThanOrEqual(AT_ONCE);
    expect(refused.length).toBeGreaterThan(0);
    const stored = (await disk.unread(KEY, FLOOD)).flatMap(({ item }) =>
      item.kind === 'message' ? [item.message.text] : [],
    );
    expect(stored.sort()).toEqual(taken.map(({ text }) => text).sort());
    expect(turn?.speech).toContain('We open at nine.');
    expect(turnMs).toBeLessThan(3000);
    const lines = stage.log.filter((line) => line.includes('more webhooks than can be stored in time'));
    expect(lines).toHaveLength(1);
  });

  test('are taken again once those before are stored', async () => {
    expect(await tell('a later message')).toMatchObject({ status: 200 });
  });
});
