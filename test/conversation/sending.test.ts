import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '../../lambda/conversation/ports/store';
import { AloudError } from '../../lambda/errors';
import { openSqlite } from '../../lambda/store/sqlite';
import { botMessage, command, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';

const NAMED = { threadId: ({ id }: Readonly<Record<string, unknown>>) => (typeof id === 'string' ? id : undefined) };

/** A vendor whose bot answers by webhook while the call that it answers is still open. */
function early(traits = {}, { callMs = 3000, runsOn = true, reply = (text: string) => [`About ${text}?`] } = {}) {
  const ended: string[] = [];
  const sent: string[] = [];
  const { platform } = webhookPlatform({
    async send(thread, input, signal) {
      const text = input.kind === 'text' ? input.text : input.kind;
      sent.push(text);
      await talk.bring(...reply(text));
      const over = new AbortController();
      signal.addEventListener('abort', () => over.abort());
      await delay(callMs, undefined, { signal: over.signal }).catch(() => {
        throw new AloudError('ALOUD_PLATFORM_TIMEOUT', 'not in time');
      });
      ended.push(text);
      return { thread, messages: [], pending: true };
    },
    ...traits,
  });
  const talk: Talk = startTalk(platform, { runsOn });
  return { platform, talk, sent, ended };
}

async function timed<T>(work: Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const started = performance.now();
  const result = await work;
  return { result, ms: performance.now() - started };
}

describe('an answer that comes before the call has come back', () => {
  test.each([true, false])(
    'is spoken at once where users are named by our key (in the background: %s)',
    async (runsOn) => {
      const { talk, sent, ended } = early({}, { runsOn });
      const result = await talk.say('tea');
      // Before the call has come back.
      expect(ended).toEqual([]);
      expect(textsOf(result)).toEqual(['About tea?']);
      expect(result).toMatchObject({ late: false, error: undefined });
      expect(sent).toHaveLength(1);
      expect(textsOf(await talk.say('cake'))).toEqual(['About cake?']);
      expect(sent).toHaveLength(2);
      expect(talk.errors).toEqual([]);
    },
  );

  test('is spoken at once of a thread that is known, and after the call of one that is not', async () => {
    const back: string[] = [];
    const { talk } = early({
      ...NAMED,
      async send(thread: Readonly<Record<string, unknown>>, input: { text: string }) {
        await talk.bring(`About ${input.text}?`);
        // Longer than a call is waited for whose answer was heard.
        await delay(1500);
        back.push(input.text);
        return { thread: { ...thread, id: 't1' }, messages: [], pending: true };
      },
    });
    expect(textsOf(await talk.say('tea'))).toEqual(['About tea?']);
    expect(back).toEqual(['tea']);
    expect(textsOf(await talk.say('cake'))).toEqual(['About cake?']);
    expect(back).toEqual(['tea']);
  });

  test("finds a new user by the platform's own name before anything is said to them", async () => {
    const outcomes: unknown[] = [];
    const { talk } = early({
      ...NAMED,
      open: async () => ({ id: 'visitor 7' }),
      async send(thread: Readonly<Record<string, unknown>>) {
        const to = { key: 'visitor 7', thread: 'visitor 7' };
        outcomes.push(...(await talk.inbox.receive([{ kind: 'message', to, message: botMessage('Welcome!') }])));
        return { thread, messages: [], pending: true };
      },
    });
    expect(textsOf(await talk.say('tea'))).toEqual(['Welcome!']);
    expect(outcomes).toEqual(['stored']);
  });

  test('is heard whole', async () => {
    const { talk } = early({}, { reply: () => ['One.'] });
    const turn = talk.say('tea');
    setTimeout(() => void talk.bring('Two?'), 20);
    expect(textsOf(await turn)).toEqual(['One.', 'Two?']);
  });

  test('makes an error of the call no error of the turn, and nothing is sent again', async () => {
    const { talk, sent } = early({
      async send(_thread: unknown, input: { text?: string }) {
        sent.push(input.text ?? '');
        await talk.bring(`About ${input.text}?`);
        await delay(20);
        throw new AloudError('ALOUD_PLATFORM_FAILED', 'HTTP 502');
      },
    });
    for (const words of ['tea', 'cake']) {
      expect((await talk.say(words)).reply.parts).toEqual([{ text: `About ${words}?` }]);
    }
    expect(sent).toHaveLength(2);
  });

  test('is spoken, whatever comes of the call later; what it brings is heard next', async () => {
    const failures = [new AloudError('ALOUD_PLATFORM_FAILED', 'HTTP 502')];
    const { talk } = early({
      async send(thread: Readonly<Record<string, unknown>>, input: { text?: string }) {
        await talk.bring(`About ${input.text}?`);
        await delay(600);
        const failure = failures.pop();
        if (failure) throw failure;
        return { thread, messages: [botMessage('By the way.')], pending: false };
      },
    });
    expect(textsOf(await talk.say('tea'))).toEqual(['About tea?']);
    await delay(500);
    expect(talk.errors).toMatchObject([{ code: 'ALOUD_PLATFORM_FAILED' }]);
    expect(textsOf(await talk.say('cake'))).toEqual(['About cake?']);
    await delay(500);
    expect(textsOf(await talk.say(command('yes')))).toContain('By the way.');
  });

  test('is not taken for the answer to something newer where nothing may run on', async () => {
    const answers = ['tea', 'cake'];
    const bot = webhookPlatform({}, async () => {
      if (answers.shift() === 'tea') return;
      await talk.bring('About tea?');
      await delay(200);
      await talk.bring('About cake?');
    });
    const talk: Talk = startTalk(bot.platform, { runsOn: false });
    await talk.say('tea', { budgetMs: 320 });
    expect(textsOf(await talk.say('cake'))).toEqual(expect.arrayContaining(['About tea?', 'About cake?']));
  });
});

describe('a call that the platform has no room for', () => {
  const busy = (retryAfterMs?: number) => new AloudError('ALOUD_PLATFORM_RATE_LIMITED', 'HTTP 429', { retryAfterMs });

  function limited(errors: AloudError[]) {
    const tried: number[] = [];
    const bot = webhookPlatform({}, async (input) => {
      tried.push(performance.now());
      const error = errors.shift();
      if (error) throw error;
      await talk.bring(`About ${input.kind === 'text' ? input.text : input.kind}?`);
    });
    const talk: Talk = startTalk(bot.platform);
    return { talk, tried };
  }

  test('is made again when the platform says, and its answer is heard', async () => {
    const { talk, tried } = limited([busy(300), busy(0)]);
    expect(textsOf(await talk.say('tea'))).toEqual(['About tea?']);
    expect(tried).toHaveLength(3);
    expect((tried[1] ?? 0) - (tried[0] ?? 0)).toBeGreaterThan(290);
  });

  test('is made again after a second where it says nothing', async () => {
    const { talk, tried } = limited([busy()]);
    expect(textsOf(await talk.say('tea'))).toEqual(['About tea?']);
    expect((tried[1] ?? 0) - (tried[0] ?? 0)).toBeGreaterThan(950);
  });

  test('is told at once where the turn would be over by then', async () => {
    const { talk, tried } = limited([busy(60_000)]);
    const { result, ms } = await timed(talk.say('tea'));
    expect(result.reply.parts).toEqual([{ phrase: 'error.busy' }]);
    expect(ms).toBeLessThan(1000);
    expect(tried).toHaveLength(1);
  });

  test('is told when there is no end of it', async () => {
    const { talk, tried } = limited(Array.from({ length: 20 }, () => busy(0)));
    expect((await talk.say('tea')).reply.parts).toEqual([{ phrase: 'error.busy' }]);
    expect(tried.length).toBeLessThan(6);
  });

  test.each(['ALOUD_PLATFORM_FAILED', 'ALOUD_PLATFORM_UNREACHABLE', 'ALOUD_PLATFORM_REJECTED'] as const)(
    'is no other that fails: %s is not made again',
    async (code) => {
      const { talk, tried } = limited([new AloudError(code, 'HTTP 503', { retryAfterMs: 0 })]);
      await talk.say('tea');
      expect(tried).toHaveLength(1);
    },
  );
});

describe('a platform that is sent to in a line', () => {
  function paced(paceMs: number) {
    const sentAt: number[] = [];
    const make = (store?: Talk['store'], key = 'anne') => {
      const bot = webhookPlatform({ paceMs }, async (input) => {
        sentAt.push(performance.now());
        await talk.bring(`About ${input.kind === 'text' ? input.text : input.kind} of ${key}?`);
      });
      const talk: Talk = startTalk(bot.platform, { store, key });
      return talk;
    };
    return { make, sentAt };
  }

  test('is sent to at that pace, by all users and processes together', async () => {
    const { make, sentAt } = paced(300);
    const anne = make();
    const others = ['ben', 'carl', 'dora'].map((key) => make(anne.store, key));
    const said = await Promise.all([anne, ...others].map((talk) => talk.say('tea')));
    expect(said.map(textsOf)).toEqual(['anne', 'ben', 'carl', 'dora'].map((key) => [`About tea of ${key}?`]));
    const gaps = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(250);
  });

  test('is told to be busy at once where the turn would be over by then, and takes no place', async () => {
    const { make, sentAt } = paced(3000);
    const anne = make();
    await anne.say('tea');
    const { result, ms } = await timed(anne.say('cake', { budgetMs: 3400 }));
    expect(result.reply.parts).toEqual([{ phrase: 'error.busy' }, { text: 'About tea of anne?' }]);
    expect(ms).toBeLessThan(1000);
    expect(sentAt).toHaveLength(1);
    expect(textsOf(await anne.say('cake'))).toEqual(['About cake of anne?']);
  });
});

describe('a thread that could not be linked, as the database was in trouble,', () => {
  /** Its name is in the answer of a call: of the one that opens it, or of the first send. */
  test.each(['open', 'send'] as const)('is linked with the next send: named by %s', async (named) => {
    const store = openSqlite(':memory:', { secret: 'a secret of at least 32 characters' });
    let isInTrouble = true;
    const link: Store['link'] = async (thread, key) => {
      if (isInTrouble) throw new AloudError('ALOUD_STORE_THROTTLED', 'no more at the moment');
      await store.link(thread, key);
    };
    const { platform } = webhookPlatform({
      ...NAMED,
      open: async () => (named === 'open' ? { id: 't1' } : {}),
      send: async (thread) => ({ thread: 'id' in thread ? thread : { id: 't1' }, messages: [], pending: true }),
    });
    const talk = startTalk(platform, { store: { ...store, link } });
    await talk.say('tea', { budgetMs: 600 });
    isInTrouble = false;
    await talk.say('cake', { budgetMs: 600 });
    await talk.inbox.receive([{ kind: 'message', to: { thread: 't1' }, message: botMessage('Here is your cake.') }]);
    expect(textsOf(await talk.say('check', { budgetMs: 600 }))).toContain('Here is your cake.');
  });
});
