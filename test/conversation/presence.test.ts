import { createInbox } from '../../lambda/conversation/inbox';
import type { Store } from '../../lambda/conversation/ports/store';
import { botMessage, scriptedPlatform, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';

const launch = { kind: 'launch' } as const;
const story = Array.from({ length: 40 }, (_, at) => `This is sentence ${at} of a long story.`).join(' ');

const activeUntil = async ({ store }: Talk) => (await store.standing('anne'))?.activeUntil ?? 0;
/** A store that fails as soon as a turn has its reply: the process is gone. */
const dying = (disk: Store): Store => ({
  ...disk,
  async save(key, conversation, version, options) {
    const before = await disk.find(key);
    if (conversation.turns > (before?.conversation.turns ?? 0)) throw new Error('dead');
    return disk.save(key, conversation, version, options);
  },
});

describe('a notification would interrupt', () => {
  test.each([true, false])('who waits for the first answer of a session (inline: %s)', async (isInline) => {
    let seen = 0;
    let isOver = false;
    const look = async () => {
      for (; seen === 0 && !isOver; seen = await activeUntil(talk)) await new Promise(setImmediate);
    };
    const { platform } = isInline
      ? scriptedPlatform(async () => {
          await look();
          return [];
        })
      : webhookPlatform({}, look);
    const talk: Talk = startTalk(platform, { notifications: true });
    await talk.say('hello', { newSession: true, budgetMs: 1500 });
    isOver = true;
    expect(seen).toBeGreaterThan(Date.now() + 60_000);
  });

  test('who is listening to a long answer', async () => {
    const talk = startTalk(scriptedPlatform(() => [botMessage(story)]).platform);
    const spoken = textsOf(await talk.say('tell me')).join(' ');
    // Alexa says some fifteen characters a second, and then the microphone is open for a while.
    expect(await activeUntil(talk)).toBeGreaterThan(Date.now() + (spoken.length / 15) * 1000 + 30_000);
  });

  test('who goes on at another Echo', async () => {
    const talk = startTalk(scriptedPlatform(() => [botMessage('Hi.')]).platform);
    await talk.say('hello', { newSession: true, device: 'bedroom' });
    await talk.say('hello', { newSession: true, device: 'kitchen' });
    await talk.end(true, 'kitchen');
    expect(await activeUntil(talk)).toBeGreaterThan(Date.now() + 60_000);
    await talk.end(true, 'bedroom');
    expect(await activeUntil(talk)).toBeLessThanOrEqual(Date.now());
  });
});

test('a process that dies while a bot thinks, which answers inline, repeats nothing that was heard', async () => {
  const { platform } = scriptedPlatform(async (input) => {
    const isHard = input.kind === 'text' && input.text === 'think';
    if (isHard) await proven;
    return [botMessage(isHard ? 'I have thought.' : 'Hi.')];
  });
  const sessions = new Map<string, string>();
  const talk = startTalk(platform, { sessions });
  await talk.say('hello', { newSession: true });
  let prove = () => {};
  const proven = new Promise<void>((resolve) => {
    prove = resolve;
  });
  const watched: Store = {
    ...talk.store,
    async save(...save) {
      const saved = await talk.store.save(...save);
      if (!save[1].unacknowledged) prove();
      return saved;
    },
  };
  await startTalk(platform, { sessions, store: dying(watched) }).say('think');
  await talk.end(false);
  expect(textsOf(await talk.say(launch, { newSession: true }))).toEqual([]);
});

describe('a clock that was set back by a day', () => {
  afterEach(() => jest.restoreAllMocks());

  const setBack = () => {
    const ahead = Date.now;
    jest.spyOn(Date, 'now').mockImplementation(() => ahead() - 24 * 3_600_000);
  };

  test('makes nobody wait for an answer of tomorrow', async () => {
    const bot = webhookPlatform({ oneAtATime: true });
    const talk = startTalk(bot.platform);
    await talk.say('hello', { budgetMs: 320 });
    setBack();
    await talk.say('is anne there', { budgetMs: 320 });
    expect(bot.sent).toHaveLength(2);
  });

  test('does not end the deletion of what is too old', async () => {
    let sweeps = 0;
    const talk = startTalk(webhookPlatform().platform);
    const store = { ...talk.store, sweep: async () => void sweeps++ };
    const inbox = createInbox({ store, platform: 'klaunch', onError() {}, now: () => Date.now() });
    await inbox.sweep();
    setBack();
    await inbox.sweep();
    await inbox.sweep();
    expect(sweeps).toBe(2);
  });
});
