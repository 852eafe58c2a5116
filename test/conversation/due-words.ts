import { randomUUID } from 'node:crypto';
import type { UserInput } from '../../lambda/conversation/action';
import { NO_BACKGROUND_CALLS } from '../../lambda/conversation/background-calls';
import { createPassOnDue } from '../../lambda/conversation/due-words';
import { createInbox } from '../../lambda/conversation/inbox';
import type { Message } from '../../lambda/conversation/message';
import type { Platform, PlatformInput } from '../../lambda/conversation/ports/platform';
import type { Store } from '../../lambda/conversation/ports/store';
import { AloudError } from '../../lambda/errors';
import { createQueuedWords } from '../../lambda/notifications/queued-words';
import { voiceFor } from '../../lambda/speech/voice';
import { botMessage, command, startTalk, textsOf, webhookPlatform } from '../support/talk';

const SHORT = { budgetMs: 320 };
const launch = { kind: 'launch' } as const;
const ANNE = { userId: 'amzn1.ask.account.anne', locale: 'en-US' };
/** More than it takes until what may be passed on is due. */
const SOON_MS = 4000;

/** What of a user's words is queued, where nothing goes on after a turn. */
export function describeDueWords(open: () => Promise<Store>): void {
  afterEach(() => jest.restoreAllMocks());

  /** A bot that takes one thing at a time, and whoever passes on what is due. */
  async function start(traits: Partial<Platform> = { oneAtATime: true }, onSend?: (input: PlatformInput) => unknown) {
    const store = await open();
    const { platform, sent } = webhookPlatform(traits, onSend);
    const talk = startTalk(platform, { store, runsOn: false });
    const errors: string[] = [];
    const onError = ({ code }: AloudError) => void errors.push(code);
    const inbox = createInbox({ store, platform: platform.name, onError() {} });
    /** Happens once, before something is saved. */
    const meanwhile: { happens?: () => Promise<void> } = {};
    const watched: Store = {
      ...store,
      async save(...saving) {
        const { happens } = meanwhile;
        meanwhile.happens = undefined;
        await happens?.();
        return store.save(...saving);
      },
    };
    const passOn = createPassOnDue({
      ...{ platform, store: watched, inbox, background: NO_BACKGROUND_CALLS, voiceFor, quietMs: 20, onError },
    });
    /** One invocation of who passes on what is due, a moment later. */
    const passOnDue = (aheadMs = SOON_MS, owns = true) =>
      createQueuedWords({
        store,
        skills: [{ owns: () => owns, passOn }],
        telemetry: { error: (error) => void errors.push(String(error)) },
        now: () => Date.now() + aheadMs,
      }).drain(1500);
    const words = () => sent.flatMap((input) => ('text' in input ? [input.text] : []));
    const passOnNow = () =>
      passOn({ key: 'anne', locale: 'en-US', id: randomUUID(), stop: new AbortController().signal });
    return { store, talk, words, passOnDue, passOnNow, meanwhile, errors };
  }

  /** The bot was asked something, and more was said before it has answered. */
  async function withQueuedWords(...options: Parameters<typeof start>) {
    const stage = await start(...options);
    await stage.talk.say('when do you open', { ...SHORT, newSession: true });
    expect((await stage.talk.say('close my account', SHORT)).reply.parts).toEqual([{ phrase: 'held' }]);
    return stage;
  }

  const agent = (text: string): Message => ({ ...botMessage(text), from: { kind: 'agent', id: '7', name: 'Rosa' } });
  const broadcast = (text: string): Message => ({ ...botMessage(text), from: { kind: 'broadcast' } });

  test('is passed on in order, each once the one before is answered, and heard with the answers', async () => {
    const { talk, words, passOnDue, store } = await withQueuedWords();
    await talk.say('and say goodbye to Kim', SHORT);
    await talk.bring('We open at nine.');
    await passOnDue();
    expect(words()).toEqual(['when do you open', 'close my account']);
    await talk.bring('Your account is closed.');
    await passOnDue();
    expect(words()).toEqual(['when do you open', 'close my account', 'and say goodbye to Kim']);
    expect(await store.nextWords()).toBeUndefined();
    const heard = textsOf(await talk.say(launch, { ...SHORT, newSession: true }));
    expect(heard).toEqual(expect.arrayContaining(['We open at nine.', 'Your account is closed.']));
  });

  test('waits for its answer, which no broadcast is', async () => {
    const { talk, words, passOnDue, store } = await withQueuedWords();
    await talk.bring(broadcast('Closed on Monday.'));
    await passOnDue();
    expect(words()).toEqual(['when do you open']);
    // When the answer is not expected any more.
    expect((await store.nextWords()) ?? 0).toBeGreaterThan(Date.now() + 40_000);
    await talk.bring('We open at nine.');
    await passOnDue();
    expect(words()).toEqual(['when do you open', 'close my account']);
  });

  test('stays due, once its answer has come, whatever the user does meanwhile', async () => {
    const { talk, store } = await withQueuedWords();
    await talk.bring('We open at nine.');
    const due = await store.nextWords();
    expect(due).toBeLessThan(Date.now() + SOON_MS);
    await talk.say(command('help'), SHORT);
    await talk.end(true);
    expect(await store.nextWords()).toBe(due);
  });

  test('waits for a minute at most', async () => {
    const { words, passOnDue } = await withQueuedWords();
    const now = Date.now;
    jest.spyOn(Date, 'now').mockImplementation(() => now() + 61_000);
    await passOnDue(0);
    expect(words()).toEqual(['when do you open', 'close my account']);
  });

  test('is passed on, where its answer comes while it is found to be outstanding', async () => {
    const { talk, words, passOnNow, meanwhile } = await withQueuedWords();
    meanwhile.happens = () => talk.bring('We open at nine.');
    await passOnNow();
    expect(words()).toEqual(['when do you open', 'close my account']);
  });

  test('is not, where the user takes it back at that moment', async () => {
    const { talk, words, passOnNow, meanwhile } = await withQueuedWords();
    await talk.bring('We open at nine.');
    meanwhile.happens = async () => void (await talk.say(command('goodbye'), SHORT));
    await passOnNow();
    expect(words()).toEqual(['when do you open']);
  });

  test('is passed on once, although two look for it and the next turn begins at the same moment', async () => {
    const { talk, words, passOnDue } = await withQueuedWords();
    await talk.bring('We open at nine.');
    await Promise.all([passOnDue(), passOnDue(), talk.say('check', { budgetMs: 900 }), passOnDue()]);
    expect(words()).toEqual(['when do you open', 'close my account']);
  });

  test('is passed on by another, where one has died that had it in hand', async () => {
    const { talk, words, passOnDue, store } = await withQueuedWords();
    await talk.bring('We open at nine.');
    await store.claimWords({ now: Date.now() + SOON_MS, limit: 10, leaseMs: 20_000 });
    await passOnDue();
    expect(words()).toEqual(['when do you open']);
    await passOnDue(SOON_MS + 20_000);
    expect(words()).toEqual(['when do you open', 'close my account']);
  });

  test.each<[string, string | UserInput]>([
    ['Stop', command('goodbye')],
    ['Cancel', { kind: 'cancel' }],
    ['starting over', command('start-over')],
  ])('is not, after %s', async (_title, leaving) => {
    const { talk, words, passOnDue } = await withQueuedWords();
    await talk.say(leaving, SHORT);
    await talk.bring('We open at nine.');
    await passOnDue();
    expect(words()).toEqual(['when do you open']);
  });

  test('is passed on for who takes no notifications', async () => {
    const { talk, words, passOnDue, store } = await withQueuedWords();
    await store.subscribe('anne', ANNE, { subscribed: false, at: Date.now() });
    await talk.bring('We open at nine.');
    await passOnDue();
    expect(words()).toEqual(['when do you open', 'close my account']);
  });

  test('goes to a person all at once who has taken over', async () => {
    const { talk, words, passOnDue } = await withQueuedWords();
    await talk.say('and say goodbye to Kim', SHORT);
    await talk.bring(agent('This is Rosa. How can I help?'));
    await passOnDue();
    expect(words()).toEqual(['when do you open', 'close my account', 'and say goodbye to Kim']);
  });

  test('is tried again later where the platform has no room, each time after a longer while', async () => {
    let isFull = true;
    const full = (input: PlatformInput) => {
      if (isFull && 'text' in input && input.text === 'close my account') {
        throw new AloudError('ALOUD_PLATFORM_RATE_LIMITED', 'HTTP 429', { retryAfterMs: 10 * 60_000 });
      }
    };
    const { talk, words, passOnNow, store, errors } = await withQueuedWords({ oneAtATime: true }, full);
    await talk.bring('We open at nine.');
    const waits: number[] = [];
    for (let tries = 0; tries < 3; tries++) {
      await passOnNow();
      waits.push(Math.round((((await store.nextWords()) ?? 0) - Date.now()) / 1000));
    }
    expect(waits).toEqual([5, 10, 20]);
    expect(errors).toEqual(Array(3).fill('ALOUD_PLATFORM_RATE_LIMITED'));
    isFull = false;
    await passOnNow();
    expect(words().at(-1)).toBe('close my account');
    expect(await store.nextWords()).toBeUndefined();
  });

  test('is lost where the platform does not take it, and the user is told', async () => {
    const { talk, words, passOnDue } = await withQueuedWords({ oneAtATime: true }, (input) => {
      if ('text' in input && input.text === 'close my account')
        throw new AloudError('ALOUD_PLATFORM_FAILED', 'HTTP 500');
    });
    await talk.bring('We open at nine.');
    await passOnDue();
    await passOnDue();
    expect(words()).toHaveLength(2);
    const { reply } = await talk.say(launch, { ...SHORT, newSession: true });
    expect(reply.parts[0]).toEqual({ phrase: 'undelivered' });
  });

  test('is left to who serves its skill, and after ten minutes to nobody', async () => {
    const { talk, words, passOnDue, store } = await withQueuedWords();
    await talk.bring('We open at nine.');
    await passOnDue(SOON_MS, false);
    expect(words()).toEqual(['when do you open']);
    expect(await store.nextWords()).toBeLessThan(Date.now() + 2 * SOON_MS + 5000);
    const now = Date.now;
    jest.spyOn(Date, 'now').mockImplementation(() => now() + 11 * 60_000);
    await passOnDue(0, false);
    expect(await store.nextWords()).toBeUndefined();
    const { reply } = await talk.say(launch, { ...SHORT, newSession: true });
    expect(reply.parts[0]).toEqual({ phrase: 'undelivered' });
  });

  test('is due at once where its answer comes while the turn is being saved', async () => {
    const store = await open();
    const { platform } = webhookPlatform({ oneAtATime: true });
    let comes: (() => Promise<void>) | undefined;
    const talk = startTalk(platform, {
      runsOn: false,
      store: {
        ...store,
        async save(...saving) {
          if (saving[1].outbox.some(({ state }) => state === 'queued')) await comes?.();
          return store.save(...saving);
        },
      },
    });
    await talk.say('when do you open', { ...SHORT, newSession: true });
    comes = async () => {
      comes = undefined;
      await talk.bring('We open at nine.');
    };
    await talk.say('close my account', SHORT);
    expect(await store.nextWords()).toBeLessThanOrEqual(Date.now());
  });

  test('follows what an answer adds to, once, also where a bot takes many things at a time', async () => {
    const { talk, words, passOnDue, store } = await start({});
    await talk.say('hello', SHORT);
    const { version, conversation } = await store.open('anne', ANNE);
    const text = (id: string) => ({ id, input: { kind: 'text', text: id }, saidAt: Date.now() }) as const;
    const outbox = [
      { ...text('option'), state: 'sent', sentAt: Date.now() },
      { ...text('addition'), state: 'queued', follows: 'option' },
    ] as const;
    const saving = { words: { dueAt: Date.now() } };
    expect(await store.save('anne', { ...conversation, outbox }, version, saving)).toBe(true);
    await talk.bring('Noted.');
    await Promise.all([passOnDue(), passOnDue(), talk.say('check', { budgetMs: 900 })]);
    expect(words()).toEqual(['hello', 'addition']);
  });
}
