import type { UserInput } from '../../lambda/conversation/action';
import type { Platform } from '../../lambda/conversation/ports/platform';
import type { Store } from '../../lambda/conversation/ports/store';
import { AloudError } from '../../lambda/errors';
import { openSqlite } from '../../lambda/store/sqlite';
import { botMessage, command, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';

const SHORT = { budgetMs: 320 };
const launch = { kind: 'launch' } as const;

/** A bot that takes one thing at a time and says nothing by itself. */
function busyBot() {
  const { platform, sent } = webhookPlatform({ oneAtATime: true });
  const talk: Talk = startTalk(platform);
  return { talk, words: () => sent.flatMap((input) => (input.kind === 'text' ? [input.text] : [])) };
}

/** The bot was asked something, and more was said before it has answered. */
async function withQueuedWords() {
  const { talk, words } = busyBot();
  await talk.say('when do you open', { ...SHORT, newSession: true });
  expect((await talk.say('close my account', SHORT)).reply.parts).toEqual([{ phrase: 'held' }]);
  return { talk, words };
}

describe('what was to be passed on', () => {
  test.each<[string, string | UserInput]>([
    ['Stop', command('goodbye')],
    ['Cancel', { kind: 'cancel' }],
    ['"never mind, stop"', 'stop'],
    ['starting over', command('start-over')],
  ])('is not, after %s', async (_title, leaving) => {
    const { talk, words } = await withQueuedWords();
    await talk.say(leaving, SHORT);
    await talk.bring('We open at nine.');
    await talk.say(launch, { ...SHORT, newSession: true });
    await talk.say('where are you', SHORT);
    expect(words()).toEqual(['when do you open', 'where are you']);
  });

  test('is said not to have been, to a user who was told that it would be and leaves', async () => {
    const { talk } = await withQueuedWords();
    const { reply } = await talk.say(command('goodbye'), SHORT);
    expect(reply.parts).toEqual([{ phrase: 'not-passed-on' }, { phrase: 'goodbye' }]);
    expect(reply.question).toBeUndefined();
  });

  test('is not, where the user stops before the turn has ended that it was said in', async () => {
    const { talk, words } = busyBot();
    await talk.say('when do you open', SHORT);
    const turn = talk.say('close my account', { budgetMs: 600 });
    await talk.say({ kind: 'cancel' }, SHORT);
    expect((await turn).reply.parts).toEqual([{ phrase: 'not-passed-on' }]);
    await talk.bring('We open at nine.');
    expect(textsOf(await talk.say(launch, { ...SHORT, newSession: true }))).toContain('We open at nine.');
    expect(words()).toEqual(['when do you open']);
  });

  test('stays so where nothing was to be passed on', async () => {
    const { talk } = busyBot();
    await talk.say('when do you open', SHORT);
    expect((await talk.say(command('goodbye'), SHORT)).reply.parts).toEqual([{ phrase: 'goodbye' }]);
  });

  test('is, where the user only has nothing else to say', async () => {
    const { talk, words } = await withQueuedWords();
    await talk.say(command('no'), SHORT);
    await talk.bring('We open at nine.');
    await talk.say(launch, { ...SHORT, newSession: true });
    expect(words()).toEqual(['when do you open', 'close my account']);
  });
});

describe('what was to be passed on for too long', () => {
  afterEach(() => jest.restoreAllMocks());

  const later = (ms: number) => {
    const now = Date.now() + ms;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  };
  const told = (phrases: readonly unknown[]) => phrases.filter((part) => JSON.stringify(part).includes('undelivered'));

  test.each<[string, string | UserInput]>([
    ['a launch', launch],
    ['words', 'where are you'],
    ['"check"', 'check'],
    ['"yes"', command('yes')],
  ])('is not sent, and the user is told so first of all and once, at %s', async (_title, input) => {
    const { talk, words } = await withQueuedWords();
    later(11 * 60_000);
    const { reply } = await talk.say(input, { ...SHORT, newSession: input === launch });
    expect(reply.parts[0]).toEqual({ phrase: 'undelivered' });
    expect(words()).not.toContain('close my account');
    expect(told((await talk.say(launch, { ...SHORT, newSession: true })).reply.parts)).toEqual([]);
  });

  test('is told with what the bot says, before it', async () => {
    const { talk } = await withQueuedWords();
    later(11 * 60_000);
    await talk.bring('We open at nine.');
    const { reply } = await talk.say(launch, { ...SHORT, newSession: true });
    expect(reply.parts[0]).toEqual({ phrase: 'undelivered' });
    expect(textsOf({ reply })).toContain('We open at nine.');
  });

  test('is told where the user asks for help first', async () => {
    const { talk } = await withQueuedWords();
    later(11 * 60_000);
    expect(told((await talk.say(command('help'), SHORT)).reply.parts)).toHaveLength(1);
  });

  test('is told again, to a user who asks for it', async () => {
    const { talk } = await withQueuedWords();
    later(11 * 60_000);
    const { reply } = await talk.say(launch, { ...SHORT, newSession: true });
    expect((await talk.say(command('repeat'), SHORT)).reply.parts).toEqual(reply.parts);
  });

  test('is no word of the user where it was the beginning of the conversation', async () => {
    const { talk } = busyBot();
    await talk.say('when do you open', SHORT);
    await talk.say(command('start-over'), SHORT);
    later(11 * 60_000);
    expect(told((await talk.say('where are you', SHORT)).reply.parts)).toEqual([]);
  });
});

describe('a server passes on what was said', () => {
  afterEach(() => jest.restoreAllMocks());

  const until = async (isTrue: () => unknown) => {
    for (const end = performance.now() + 3000; !(await isTrue()) && performance.now() < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const agent = (text: string) => ({ ...botMessage(text), from: { kind: 'agent', id: '7', name: 'Rosa' } as const });

  test('when the answer comes that it waited for, without a word of the user', async () => {
    const { talk, words } = await withQueuedWords();
    await talk.bring('We open at nine.');
    await until(() => words().length === 2);
    expect(words()).toEqual(['when do you open', 'close my account']);
    await talk.bring('Your account is closed.');
    expect(textsOf(await talk.say(launch, { ...SHORT, newSession: true }))).toEqual(
      expect.arrayContaining(['We open at nine.', 'Your account is closed.']),
    );
  });

  test('in its order, each once the one before is answered', async () => {
    const { talk, words } = await withQueuedWords();
    await talk.say('and say goodbye to Kim', SHORT);
    await talk.bring('We open at nine.');
    await until(() => words().length === 2);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(words()).toEqual(['when do you open', 'close my account']);
    await talk.bring('Your account is closed.');
    await until(() => words().length === 3);
    expect(words()).toEqual(['when do you open', 'close my account', 'and say goodbye to Kim']);
  });

  test('once, although the next turn looks at the same moment', async () => {
    const { talk, words } = await withQueuedWords();
    const turn = talk.say('check', { budgetMs: 900 });
    await talk.bring('We open at nine.');
    await turn;
    await until(() => words().length > 1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(words()).toEqual(['when do you open', 'close my account']);
  });

  test('not, where the user stopped meanwhile', async () => {
    const { talk, words } = await withQueuedWords();
    await talk.say(command('goodbye'), SHORT);
    await talk.bring('We open at nine.');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(words()).toEqual(['when do you open']);
  });

  test('all of it, once a person has taken over: they are not kept waiting', async () => {
    const { talk, words } = await withQueuedWords();
    await talk.say('and say goodbye to Kim', SHORT);
    await talk.bring(agent('This is Rosa. How can I help?'));
    await until(() => words().length === 3);
    expect(words()).toEqual(['when do you open', 'close my account', 'and say goodbye to Kim']);
  });

  test('all of it to a person, whatever announcement comes behind what they say', async () => {
    const { talk, words } = await withQueuedWords();
    await talk.say('and say goodbye to Kim', SHORT);
    const broadcast = { ...botMessage('Closed on Monday.'), from: { kind: 'broadcast' } } as const;
    await talk.bring(agent('This is Rosa. How can I help?'), broadcast);
    await until(() => words().length === 3);
    expect(words()).toEqual(['when do you open', 'close my account', 'and say goodbye to Kim']);
  });

  test('and what the bot says then repeats nothing that it had said before', async () => {
    const { talk, words } = await withQueuedWords();
    const okay = async () => {
      // Two moments are told apart by their milliseconds.
      await new Promise((resolve) => setTimeout(resolve, 3));
      const message = botMessage('Okay.');
      await talk.inbox.receive([{ kind: 'message', to: { key: 'anne' }, message, byContent: true }]);
    };
    await okay();
    await until(() => words().length === 2);
    await okay();
    await until(async () => (await talk.store.find('anne'))?.conversation.sends?.length === 2);
    const heard = textsOf(await talk.say(launch, { ...SHORT, newSession: true }));
    expect(heard.filter((text) => text === 'Okay.')).toHaveLength(2);
  });

  test('after a minute without an answer', async () => {
    const now = Date.now;
    let ahead = 0;
    jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
    const { talk, words } = busyBot();
    await talk.say('when do you open', SHORT);
    ahead = 59_500;
    await talk.say('close my account', SHORT);
    await until(() => words().length === 2);
    expect(words()).toEqual(['when do you open', 'close my account']);
  });

  test('and where the platform does not take it, tells the user and goes on', async () => {
    const bot = webhookPlatform({ oneAtATime: true }, (input) => {
      if (input.kind === 'text' && input.text === 'close my account') {
        throw new AloudError('ALOUD_PLATFORM_FAILED', 'HTTP 500');
      }
    });
    const talk = startTalk(bot.platform);
    await talk.say('when do you open', { ...SHORT, newSession: true });
    await talk.say('close my account', SHORT);
    await talk.say('and say goodbye to Kim', SHORT);
    await talk.bring('We open at nine.');
    await until(() => bot.sent.length === 3);
    expect(talk.errors).toMatchObject([{ code: 'ALOUD_PLATFORM_FAILED' }]);
    await until(async () => (await talk.store.find('anne'))?.conversation.outbox.some(({ state }) => state === 'lost'));
    const { reply } = await talk.say(launch, { ...SHORT, newSession: true });
    expect(reply.parts[0]).toEqual({ phrase: 'undelivered' });
    expect(bot.sent).toHaveLength(3);
  });
});

describe('where nothing goes on after a turn, a first call that is slower than it', () => {
  const timeout = () => new AloudError('ALOUD_PLATFORM_TIMEOUT', 'no answer within the turn');
  const threadId = (thread: Readonly<Record<string, unknown>>) => thread.number as string | undefined;

  /** The platform's number of a user is only in the answer to the first call, which comes too late once. */
  function slowOnce(traits: Partial<Platform>) {
    let isSlow = true;
    const bot = webhookPlatform({ threadId, ...traits });
    const send: Platform['send'] = async (thread, input, signal) => {
      if (isSlow) {
        isSlow = false;
        if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', resolve));
        throw timeout();
      }
      bot.sent.push(input);
      await talk.bring(input.kind === 'start' ? 'Welcome!' : 'You are booked.');
      return { thread: { ...thread, number: '17' }, messages: [], pending: true };
    };
    const talk: Talk = startTalk({ ...bot.platform, send }, { runsOn: false });
    return { talk, sent: bot.sent };
  }

  test('at a launch is not waited for when something is said next', async () => {
    const { talk, sent } = slowOnce({ oneAtATime: true, greetsFirst: true });
    expect((await talk.say(launch, { ...SHORT, newSession: true })).reply.parts).toEqual([{ phrase: 'welcome' }]);
    expect(textsOf(await talk.say('book me a table'))).toEqual(['Welcome!', 'You are booked.']);
    expect(sent).toEqual([{ kind: 'start' }, { kind: 'text', text: 'book me a table' }]);
  });

  test('keeps the words, which are passed on in the next turn', async () => {
    const { talk, sent } = slowOnce({ oneAtATime: true, greetsFirst: true });
    expect((await talk.say('book me a table', { ...SHORT, newSession: true })).reply.parts).toEqual([
      { phrase: 'held' },
    ]);
    expect(textsOf(await talk.say(command('yes')))).toEqual(['Welcome!', 'You are booked.']);
    expect(sent).toEqual([{ kind: 'start' }, { kind: 'text', text: 'book me a table' }]);
  });

  test('is said to be slow where it was the words themselves: no answer to them can come', async () => {
    const { talk } = slowOnce({});
    const { reply } = await talk.say('book me a table', { ...SHORT, newSession: true });
    expect(reply).toMatchObject({ parts: [{ phrase: 'error.slow' }], question: 'what' });
    expect((await talk.store.find('anne'))?.conversation.outbox).toEqual([]);
  });
});

describe('where nothing goes on after a turn, queued words are due', () => {
  const SECOND = 1000;

  /** Something is said while the bot is busy; `arrive` happens as that is saved, behind the last look of the turn. */
  async function saidWhileBusy(arrive: (talk: Talk) => Promise<unknown>) {
    const disk = openSqlite(':memory:', { secret: 'a secret of at least 32 characters' });
    let isArmed = false;
    const save: Store['save'] = async (...args) => {
      if (isArmed && args[1].outbox.some(({ state }) => state === 'queued')) {
        isArmed = false;
        await arrive(talk);
      }
      return disk.save(...args);
    };
    const { platform } = webhookPlatform({ oneAtATime: true });
    const talk: Talk = startTalk(platform, { store: { ...disk, save }, runsOn: false });
    await talk.say('when do you open', { ...SHORT, newSession: true });
    isArmed = true;
    await talk.say('close my account', SHORT);
    const dueAfter = async (ms: number) => talk.store.claimWords({ now: Date.now() + ms, limit: 10, leaseMs: SECOND });
    return { talk, dueAfter };
  }

  test('when the answer before them is not expected any more', async () => {
    const { dueAfter } = await saidWhileBusy(async () => {});
    expect(await dueAfter(50 * SECOND)).toEqual([]);
    expect(await dueAfter(61 * SECOND)).toEqual(['anne']);
  });

  test('at once, where the answer came behind the last look of the turn', async () => {
    const { dueAfter, talk } = await saidWhileBusy((talk) => talk.bring('At nine.'));
    expect(await dueAfter(SECOND)).toEqual(['anne']);
    expect(talk.errors).toEqual([]);
  });

  test('in their time, where that cannot be looked at: it is reported', async () => {
    const { dueAfter, talk } = await saidWhileBusy(async (talk) => {
      jest.spyOn(talk.inbox, 'unread').mockRejectedValueOnce(new AloudError('ALOUD_STORE_UNREACHABLE', 'no answer'));
    });
    jest.restoreAllMocks();
    expect(talk.errors.map(({ code }) => code)).toEqual(['ALOUD_STORE_UNREACHABLE']);
    expect(await dueAfter(50 * SECOND)).toEqual([]);
  });
});
