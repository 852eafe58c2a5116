import { setTimeout as delay } from 'node:timers/promises';
import type { Platform, PlatformInput } from '../../lambda/conversation/ports/platform';
import type { Store } from '../../lambda/conversation/ports/store';
import { AloudError, type ErrorCode } from '../../lambda/errors';
import { openSqlite } from '../../lambda/store/sqlite';
import { startTalk, type Talk, webhookPlatform } from '../support/talk';

const SHORT = { budgetMs: 320 };
const phrasesOf = (result: Awaited<ReturnType<Talk['say']>>) =>
  result.reply.parts.flatMap((part) => ('phrase' in part ? [part.phrase] : []));

/** A bot whose first call fails when it is told to. */
function failing(code: ErrorCode, store?: Store, traits: Partial<Platform> = {}) {
  let fail = () => {};
  const failed = new Promise<void>((resolve) => {
    fail = resolve;
  });
  let isFirst = true;
  const bot = webhookPlatform(traits, async () => {
    if (!isFirst) return;
    isFirst = false;
    await failed;
    throw new AloudError(code, 'HTTP 503');
  });
  return { talk: startTalk(bot.platform, { store }), sent: bot.sent, fail };
}

const textsTo = (sent: readonly PlatformInput[]) =>
  sent.map((input) => (input.kind === 'text' ? input.text : input.kind));

async function until(isTrue: () => unknown): Promise<void> {
  for (let tries = 0; tries < 100 && !(await isTrue()); tries++) await delay(10);
}

const outboxOf = async (talk: Talk) => (await talk.store.find('anne'))?.conversation.outbox ?? [];

describe('a call that fails when its turn has promised the answer', () => {
  test.each(['ALOUD_PLATFORM_FAILED', 'ALOUD_PLATFORM_UNREACHABLE', 'ALOUD_PLATFORM_REJECTED'] as const)(
    'is told at the next turn, once: %s',
    async (code) => {
      const { talk, sent, fail } = failing(code);
      expect(phrasesOf(await talk.say('a table for two', SHORT))).toEqual(['still-coming']);
      fail();
      await until(() => talk.errors.length > 0);
      expect(phrasesOf(await talk.say('check', SHORT))[0]).toBe('undelivered');
      expect(phrasesOf(await talk.say('check', SHORT))).not.toContain('undelivered');
      // Nobody can tell whether it was taken: it is not sent again without the user.
      expect(textsTo(sent).filter((text) => text === 'a table for two')).toHaveLength(1);
    },
  );

  test('is not told where the answer has come all the same', async () => {
    const { talk, fail } = failing('ALOUD_PLATFORM_FAILED');
    await talk.say('a table for two', SHORT);
    await talk.bring('It is yours.');
    await talk.say('check', SHORT);
    fail();
    await until(() => talk.errors.length > 0);
    expect(phrasesOf(await talk.say('check', SHORT))).not.toContain('undelivered');
  });

  test.each([{}, { oneAtATime: true }])(
    'is not promised any more where it fails before the turn is saved: %j',
    async (traits) => {
      const store = openSqlite(':memory:', { secret: 'a secret of at least 32 characters' });
      const { talk, fail } = failing(
        'ALOUD_PLATFORM_FAILED',
        {
          ...store,
          // What the turn does last before it makes its answer.
          async unread(...asked) {
            fail();
            await delay(50);
            return store.unread(...asked);
          },
        },
        traits,
      );
      const told = phrasesOf(await talk.say('a table for two', SHORT));
      expect(told.at(-1)).toBe('error.slow');
      expect(told).not.toContain('still-coming');
      expect(await outboxOf(talk)).toEqual([]);
      expect(phrasesOf(await talk.say('check', SHORT))).not.toContain('undelivered');
    },
  );

  test('is sent again where the platform has not taken it', async () => {
    const { talk, sent, fail } = failing('ALOUD_PLATFORM_RATE_LIMITED');
    await talk.say('a table for two', SHORT);
    fail();
    await until(async () => (await outboxOf(talk)).some(({ state }) => state === 'queued'));
    await talk.say('check', SHORT);
    expect(textsTo(sent).slice(0, 2)).toEqual(['a table for two', 'a table for two']);
  });
});
