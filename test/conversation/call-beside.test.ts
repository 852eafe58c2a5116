import { setTimeout as delay } from 'node:timers/promises';
import type { SendResult } from '../../lambda/conversation/ports/platform';
import { AloudError } from '../../lambda/errors';
import { botMessage, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';
import { until } from '../support/until';

/**
 * A bot whose answer comes at once by webhook, while its call comes back only when nobody waits for it any more, and before
 * the answer counts as whole.
 */
function answeringBeside(comeBack: () => SendResult) {
  const { platform } = webhookPlatform({
    async send() {
      await talk.bring('Which tea?');
      await delay(340);
      return comeBack();
    },
  });
  const talk: Talk = startTalk(platform, { quietMs: 420 });
  return talk;
}

describe('a call that comes back while the turn still waits whether the bot says more', () => {
  test.each(['ALOUD_PLATFORM_FAILED', 'ALOUD_INTERNAL'] as const)(
    'and has failed (%s) is reported, and the user hears the answer alone',
    async (code) => {
      const talk = answeringBeside(() => {
        throw code === 'ALOUD_INTERNAL' ? new TypeError('boom') : new AloudError(code, 'HTTP 502');
      });
      const { reply, error } = await talk.say('tea');
      expect(reply.parts).toEqual([{ text: 'Which tea?' }]);
      expect([error, talk.errors.map((told) => told.code)]).toEqual([undefined, [code]]);
    },
  );

  test('brings what is heard, too', async () => {
    const talk = answeringBeside(() => ({ thread: {}, messages: [botMessage('By the way.')], pending: false }));
    const heard = [...textsOf(await talk.say('tea')), ...textsOf(await talk.say('check', { budgetMs: 300 }))];
    expect(heard).toEqual(expect.arrayContaining(['Which tea?', 'By the way.']));
    expect(talk.errors).toEqual([]);
  });

  test('and whose messages cannot be kept is reported', async () => {
    const talk = answeringBeside(() => {
      talk.store.append = () => Promise.reject(new AloudError('ALOUD_STORE_UNAVAILABLE', 'disk full'));
      return { thread: {}, messages: [botMessage('By the way.')], pending: false };
    });
    expect(textsOf(await talk.say('tea'))).toEqual(['Which tea?']);
    expect(talk.errors).toMatchObject([{ code: 'ALOUD_STORE_UNAVAILABLE' }]);
  });
});

test('a thread that turns out to be gone when the turn is over is not tried again', async () => {
  const tried: unknown[] = [];
  let opened = 0;
  const { platform } = webhookPlatform({
    open: async () => ({ number: ++opened }),
    async send(thread) {
      tried.push(thread.number);
      if (thread.number === 2) return { thread, messages: [], pending: true };
      await delay(100);
      throw new AloudError('ALOUD_PLATFORM_THREAD_GONE', 'HTTP 404');
    },
  });
  const talk = startTalk(platform);
  await talk.say('hello', { budgetMs: 300 });
  const state = async () => (await talk.store.find('anne'))?.conversation.outbox[0]?.state;
  await until(async () => (await state()) === 'queued', 'what is queued');
  await talk.say('check', { budgetMs: 300 });
  expect(tried).toEqual([1, 2]);
});
