import { setTimeout as delay } from 'node:timers/promises';
import { SETTINGS } from '../../lambda/config/settings';
import { startTalk, textsOf, webhookPlatform } from '../support/talk';

const QUIET_MS = Number(SETTINGS.quietMs.fallback);
/** By so much a second message is before its time, or misses it. */
const BEFORE_MS = 120;
const BEHIND_MS = 250;

/** A bot that says this, and after so many milliseconds more. What is heard of it in the turn, and how long that took. */
async function hearOf(first: string, moreAfterMs: number, quietMs = QUIET_MS) {
  let more: Promise<unknown> = Promise.resolve();
  const bot = webhookPlatform({}, async ({ kind }) => {
    if (kind === 'start') return;
    await talk.bring(first);
    more = delay(moreAfterMs).then(() => talk.bring('And more.'));
  });
  const talk: ReturnType<typeof startTalk> = startTalk(bot.platform, { quietMs });
  const begun = performance.now();
  const heard = textsOf(await talk.say('hello'));
  const ms = performance.now() - begun;
  await more;
  return { heard, ms };
}

// The first turn of a process takes longer.
beforeAll(() => hearOf('Which day?', 0, 1));

describe.each([
  ['a question', 'Which day?', 700],
  ['a statement', 'You have two bookings.', 1200],
])('behind %s', (_what, first, quietMs) => {
  test(`more is waited for until ${quietMs} ms are over`, async () => {
    const { heard } = await hearOf(first, quietMs - BEFORE_MS);
    expect(heard.join(' ')).toContain('And more.');
  });

  test('and no longer', async () => {
    const { heard, ms } = await hearOf(first, quietMs + BEHIND_MS);
    expect(heard.join(' ')).not.toContain('And more.');
    expect(ms).toBeGreaterThanOrEqual(quietMs - 5);
    expect(ms).toBeLessThan(quietMs + BEHIND_MS);
  });
});
