import { setTimeout as delay } from 'node:timers/promises';
import type { Message } from '../../lambda/conversation/message';
import { AloudError } from '../../lambda/errors';
import { botMessage, command, scriptedPlatform, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';

const launch = { kind: 'launch' } as const;
const SHORT = { budgetMs: 320 };
const TURNS = { oneAtATime: true, greetsFirst: true };
const IDENTITY = { userId: 'amzn1.ask.account.anne', locale: 'en-US' };
const failed = () => new AloudError('ALOUD_PLATFORM_FAILED', 'HTTP 500');
const gone = () => new AloudError('ALOUD_PLATFORM_THREAD_GONE', 'HTTP 404');
const story = (name: string) => Array.from({ length: 200 }, (_, at) => `This is sentence ${at} of ${name}.`).join(' ');
const agent = (text: string): Message => ({ ...botMessage(text), from: { kind: 'agent', id: '7', name: 'Rosa' } });

describe('yes answers the question that was asked last', () => {
  test('"Shall I go on?", although a choice that was not heard yet says yes too', async () => {
    const bot = scriptedPlatform(() => [botMessage(`${story('the terms')} Do you accept?`, ['Yes', 'No'])]);
    const talk = startTalk(bot.platform);
    expect((await talk.say('order')).reply.question).toBe('go-on');
    await talk.say(command('yes'));
    await talk.say('yes');
    expect(bot.sent).toHaveLength(1);
  });

  test('"Shall I forget you?", although such a choice is open', async () => {
    const bot = scriptedPlatform(() => [botMessage('Confirm?', ['Yes', 'No'])]);
    const talk = startTalk(bot.platform);
    await talk.say('book');
    await talk.say('forget me');
    await talk.say(command('yes'));
    expect(await talk.store.find('anne')).toBeUndefined();
    expect(bot.sent).toHaveLength(1);
  });

  test('and not one from before an apology', async () => {
    let down = false;
    const bot = scriptedPlatform(() => {
      if (down) throw failed();
      return [botMessage('Hi.')];
    });
    const talk = startTalk(bot.platform);
    await talk.say('hello');
    await talk.say('forget me');
    down = true;
    await talk.say('wait, what are your prices');
    await talk.say(command('yes'));
    expect(await talk.store.find('anne')).toBeDefined();
  });
});

describe('words', () => {
  test('that were apologised for are not held beside', async () => {
    let down = true;
    const bot = webhookPlatform(TURNS, async (input) => {
      if (down) throw failed();
      await talk.bring(input.kind === 'start' ? 'Welcome!' : 'Sure.');
    });
    const talk: Talk = startTalk(bot.platform);
    expect((await talk.say('hello')).reply.parts).toEqual([{ phrase: 'error.unreachable' }]);
    down = false;
    bot.sent.splice(0);
    await talk.say('hello');
    expect(bot.sent.filter(({ kind }) => kind === 'text')).toHaveLength(1);
  });

  test('that are refused after the greeting came are apologised for', async () => {
    const bot = webhookPlatform(TURNS, async (input) => {
      if (input.kind !== 'start') throw failed();
      await talk.bring('Welcome!');
    });
    const talk: Talk = startTalk(bot.platform);
    const { reply } = await talk.say('hello');
    expect(reply.parts).toEqual([{ text: 'Welcome!' }, { phrase: 'error.unreachable' }]);
  });

  test.each([true, false])(
    'reach the bot once when its greeting comes just before the deadline (runs on: %s)',
    async (runsOn) => {
      const sent: string[] = [];
      const { platform } = webhookPlatform({
        ...TURNS,
        async send(thread, input, signal) {
          if (signal.aborted) throw new AloudError('ALOUD_PLATFORM_TIMEOUT', 'nothing was sent');
          sent.push(input.kind);
          if (input.kind === 'start') setTimeout(() => void talk.bring('Welcome!'), 300);
          else await talk.bring('Answer.');
          return { thread, messages: [], pending: true };
        },
      });
      const talk: Talk = startTalk(platform, { runsOn, quietMs: 700 });
      const first = await talk.say('cancel my order', { budgetMs: 900 });
      expect(first.reply.parts.at(-1)).toEqual({ phrase: 'held' });
      await talk.say('check', { budgetMs: 1500 });
      expect(sent).toEqual(['start', 'text']);
    },
  );

  test.each([true, false])('of a thread that turns out to be gone too late are kept (runs on: %s)', async (runsOn) => {
    const sent: string[] = [];
    let known = false;
    const { platform } = webhookPlatform({
      async send(thread, input, signal) {
        if (signal.aborted) throw new AloudError('ALOUD_PLATFORM_TIMEOUT', 'nothing was sent');
        if (!known) {
          known = true;
          await delay(150);
          throw gone();
        }
        sent.push(input.kind);
        return { thread, messages: [], pending: true };
      },
    });
    const talk = startTalk(platform, { runsOn });
    await talk.say('hello', SHORT);
    await delay(150);
    await talk.say('check', SHORT);
    expect(sent).toEqual(['text']);
  });

  test('that nobody means any more are not sent days later', async () => {
    const bot = webhookPlatform(
      TURNS,
      async (input) => void (input.kind === 'start' && (await talk.bring('Welcome!'))),
    );
    const talk: Talk = startTalk(bot.platform);
    await talk.say(launch);
    await talk.say('hello', SHORT);
    await talk.say('cancel my order', SHORT);
    await talk.end(true);
    const before = bot.sent.length;
    const later = Date.now() + 3 * 24 * 3_600_000;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => later);
    await talk.say(launch, { newSession: true, budgetMs: 600 });
    clock.mockRestore();
    expect(bot.sent).toHaveLength(before);
  });

  test('"start over", said twice while the bot is busy, starts over once', async () => {
    const bot = webhookPlatform(TURNS, async (input) => {
      if (input.kind === 'start') await talk.bring(`Welcome ${bot.sent.length}!`);
    });
    const talk: Talk = startTalk(bot.platform);
    await talk.say(launch);
    await talk.say('hello', SHORT);
    await talk.say(command('start-over'), SHORT);
    await talk.say(command('start-over'), SHORT);
    await talk.bring('Answer.');
    await talk.say('check');
    expect(bot.sent.filter(({ kind }) => kind === 'start')).toHaveLength(2);
  });

  test('a failure that comes after the turn ends the promise of an answer', async () => {
    let fail = () => {};
    const bot = scriptedPlatform(
      () =>
        new Promise((_resolve, reject) => {
          fail = () => reject(failed());
        }),
    );
    const talk = startTalk(bot.platform);
    expect((await talk.say('hello', SHORT)).reply.parts).toEqual([{ phrase: 'still-coming' }]);
    fail();
    await delay(20);
    expect((await talk.say('check', SHORT)).reply.parts).toEqual([
      { phrase: 'undelivered' },
      { phrase: 'nothing-new' },
    ]);
  });
});

describe('what the bot offers and asks', () => {
  test('without a word is not lost behind an unfinished text', async () => {
    const talk: Talk = startTalk(webhookPlatform({}, async () => talk.bring(story('a story'))).platform);
    await talk.say('story', { budgetMs: 1000 });
    await talk.end(true);
    await talk.bring({ ...botMessage('', ['Red', 'Blue']), id: 'colours', text: undefined });
    const offers = [(await talk.say(launch, { newSession: true })).reply.offer?.labels];
    for (let turns = 0; turns < 30; turns++) offers.push((await talk.say(command('yes'), SHORT)).reply.offer?.labels);
    expect(offers).toContainEqual(['Red', 'Blue']);
  });

  test('stays open over "any new messages"', async () => {
    const bot = scriptedPlatform(() => [botMessage('Which?', ['Red', 'Blue'])]);
    const talk = startTalk(bot.platform);
    await talk.say('colour');
    await talk.say({ kind: 'command', command: 'unread-messages' });
    await talk.say('red');
    expect(bot.sent.at(-1)).toMatchObject({ kind: 'choice' });
  });

  test('a number is still a number after "go on", and after a reply that was missed', async () => {
    const inputRequest = { kind: 'number', option: { id: 3 } } as const;
    const bot = webhookPlatform({}, () =>
      talk.bring({ ...botMessage(`${story('a story')} How much?`), id: 'q', inputRequest }),
    );
    const talk: Talk = startTalk(bot.platform);
    let turn = await talk.say('hello');
    while (turn.reply.question === 'go-on') turn = await talk.say(command('yes'));
    await talk.end(false);
    await talk.say(launch, { newSession: true });
    await talk.say('thirty', SHORT);
    expect(bot.sent.at(-1)).toMatchObject({ kind: 'answer', number: 30 });
  });
});

test('a message that does not fit the page with another stays in the inbox, whatever is said next', async () => {
  const talk = startTalk(webhookPlatform().platform);
  await talk.say('hi', SHORT);
  await talk.bring(`One ${'word '.repeat(120)}end.`, agent(`Two ${'word '.repeat(120)}end. Your visit is cancelled.`));
  await talk.say('check', SHORT);
  await talk.say('what are your hours', SHORT);
  const items = await talk.store.unread('anne', 10);
  const heard = textsOf(await talk.say(launch, { newSession: true }));
  expect(items.length === 1 || heard.join().includes('cancelled')).toBe(true);
});

test('a message that does not fit behind what was missed is heard, whatever is said next', async () => {
  const talk = startTalk(webhookPlatform({}, () => talk.bring(`One ${'word '.repeat(120)}end.`)).platform);
  await talk.say('hi');
  await talk.end(false);
  await talk.bring(agent(`Two ${'word '.repeat(66)}end. Your visit is cancelled.`));
  const heard = textsOf(await talk.say(launch, { newSession: true }));
  heard.push(...textsOf(await talk.say('what are your hours', SHORT)));
  expect(heard.join()).toContain('cancelled');
});

test('a message that is announced and does not fit behind a late answer is the next one', async () => {
  const talk: Talk = startTalk(webhookPlatform().platform);
  await talk.say('hi', SHORT);
  await talk.end(true);
  await talk.bring(`One ${'word '.repeat(88)}end.`, agent(`Two ${'word '.repeat(66)}end.`));
  const { reply } = await talk.say(launch, { newSession: true });
  expect(reply.question).toBe('next-message');
  expect(textsOf(await talk.say(command('yes'))).at(-1)).toMatch(/^Two/);
});

test('what is missed again and again is said once more, and does not add up', async () => {
  const talk = startTalk(scriptedPlatform((input) => (input.kind === 'text' ? [botMessage('One.')] : [])).platform);
  await talk.say('one');
  await talk.end(false);
  expect(textsOf(await talk.say(launch, { newSession: true }))).toEqual(['In case you missed it.', 'One.']);
  expect(textsOf(await talk.say(launch, { newSession: true }))).toEqual([]);
  expect((await talk.store.open('anne', IDENTITY)).conversation.missed).toBeUndefined();
});

test('an answer that its webhook brought to another Echo while it was on its way is heard once', async () => {
  const answer = botMessage('We close at six.');
  const bot = webhookPlatform({
    inline: true,
    async send(thread, input) {
      if (input.kind !== 'text' || input.text !== 'when do you close') return { thread, messages: [], pending: false };
      await talk.bring({ ...answer, channel: 'event' });
      elsewhere.push(...textsOf(await talk.say('check', { device: 'bedroom', newSession: true })));
      return { thread, messages: [{ ...answer, id: '1', channel: 'inline' }], pending: false };
    },
  });
  const talk: Talk = startTalk(bot.platform);
  const elsewhere: string[] = [];
  await talk.say('hello');
  const here = textsOf(await talk.say('when do you close'));
  expect([...elsewhere, ...here].filter((text) => text === 'We close at six.')).toHaveLength(1);
});

test('what the bot said of its own accord may be its next answer as well', async () => {
  const bot = webhookPlatform({
    inline: true,
    send: async (thread) => ({ thread, messages: [{ ...botMessage('Sorry?'), channel: 'inline' }], pending: false }),
  });
  const talk: Talk = startTalk(bot.platform);
  await talk.say(launch);
  await talk.bring({ ...botMessage('Sorry?'), id: 'event', channel: 'event' });
  // Whichever of the two it repeats, the next one is an answer.
  await talk.say({ kind: 'command', command: 'unread-messages' });
  expect(textsOf(await talk.say('hello'))).toEqual(['Sorry?']);
});
