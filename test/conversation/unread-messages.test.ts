import { setTimeout as delay } from 'node:timers/promises';
import type { UserInput } from '../../lambda/conversation/action';
import type { Message } from '../../lambda/conversation/message';
import { botMessage, command, scriptedPlatform, startTalk, textsOf, webhookPlatform } from '../support/talk';

const launch = { kind: 'launch' } as const;
const SHORT = { budgetMs: 320 };
const NEWS: UserInput = { kind: 'command', command: 'unread-messages' };

const agent = (text: string, name = 'Rosa', id = '7'): Message => ({
  ...botMessage(text),
  from: { kind: 'agent', id, name },
});
const broadcast = (text: string): Message => ({ ...botMessage(text), from: { kind: 'broadcast', id: '9' } });

/** A user who has talked to the bot, and has left. */
async function away({ notifications = false } = {}) {
  const bot = scriptedPlatform((input) => (input.kind === 'text' ? [botMessage(`You said ${input.text}.`)] : []));
  const talk = startTalk(bot.platform, { notifications });
  await talk.say(launch, { newSession: true });
  await talk.end(true);
  return { ...bot, talk };
}

describe('messages that wait', () => {
  test('are counted and told apart at the launch, and read one at a time, oldest first', async () => {
    const { talk } = await away();
    await talk.bring(agent('Your crown is ready.'), broadcast('We close early today.'));
    const first = await talk.say(launch, { newSession: true });
    expect(first.reply.parts[0]).toEqual({ phrase: 'welcome-back' });
    expect(textsOf(first)).toEqual([
      'Two new messages: one from Rosa and one announcement.',
      'Rosa says:',
      'Your crown is ready.',
    ]);
    expect(first.reply.question).toBe('next-message');
    const second = await talk.say(command('yes'));
    expect(textsOf(second)).toEqual(['An announcement:', 'We close early today.']);
    expect(second.reply.question).toBe('anything-else');
    expect(textsOf(await talk.say(NEWS))).toEqual([]);
  });

  test('one is told as one', async () => {
    const { talk } = await away();
    await talk.bring(broadcast('We close early today.'));
    expect(textsOf(await talk.say('any new messages', { newSession: true }))[0]).toBe('One new announcement.');
  });

  test('more than a listener can count are "more than"', async () => {
    const { talk } = await away();
    await talk.bring(...Array.from({ length: 40 }, (_, index) => agent(`Message ${index}.`)));
    expect(textsOf(await talk.say(launch, { newSession: true }))[0]).toBe('More than thirty new messages.');
  });

  test('"next" reads the next, "skip" leaves it out, "repeat" reads it again', async () => {
    const { talk } = await away();
    await talk.bring(agent('One.'), agent('Two.'), agent('Three.'), agent('Four.'));
    await talk.say(launch, { newSession: true });
    expect(textsOf(await talk.say('next'))).toContain('Two.');
    expect(textsOf(await talk.say(command('repeat')))).toContain('Two.');
    expect(textsOf(await talk.say('skip'))).toContain('Four.');
    expect(textsOf(await talk.say(NEWS))).toEqual([]);
  });

  test('"no" leaves the others for later', async () => {
    const { talk } = await away();
    await talk.bring(agent('One.'), agent('Two.'));
    await talk.say(launch, { newSession: true });
    await talk.say(command('no'));
    expect(textsOf(await talk.say(NEWS))).toEqual(['One new message from Rosa.', 'Rosa says:', 'Two.']);
  });

  test('"delete all" asks, and deletes all that wait', async () => {
    const { talk } = await away();
    await talk.bring(...Array.from({ length: 50 }, (_, index) => agent(`Message ${index}.`)));
    await talk.say(launch, { newSession: true });
    expect((await talk.say('delete all')).reply.question).toBe('delete-all');
    expect((await talk.say(command('yes'))).reply.parts).toEqual([{ phrase: 'deleted' }]);
    expect((await talk.say(NEWS)).reply.parts).toEqual([{ phrase: 'no-unread' }]);
  });

  test('"reply" takes the next words to the person, whatever they are', async () => {
    const { talk, sent } = await away();
    await talk.bring(agent('When would you like to come?'), agent('Or shall I call you?'));
    await talk.say(launch, { newSession: true });
    expect((await talk.say('reply')).reply.question).toBe('reply');
    await talk.say('call me at nine');
    expect(sent.at(-1)).toEqual({ kind: 'text', text: 'call me at nine' });
  });

  test('a question of a person can be answered straight away', async () => {
    const { talk, sent } = await away();
    await talk.bring(agent('When would you like to come?'));
    expect((await talk.say(launch, { newSession: true })).reply.question).toBe('bot');
    await talk.say('tomorrow');
    expect(sent.at(-1)).toEqual({ kind: 'text', text: 'tomorrow' });
  });

  test('after the last message of a person the user is asked for a reply', async () => {
    const { talk } = await away();
    await talk.bring(agent('Your crown is ready.'));
    expect((await talk.say(launch, { newSession: true })).reply.question).toBe('answer-person');
    expect((await talk.say(command('yes'))).reply.question).toBe('reply');
  });

  test('"delete all" leaves what the bot has said', async () => {
    const { platform } = webhookPlatform();
    const talk = startTalk(platform);
    await talk.say('hello', SHORT);
    await talk.bring(agent('Rosa here.'), agent('Are you there'));
    await talk.say(launch, { newSession: true, ...SHORT });
    await talk.bring(agent('Hello'), botMessage('We open at nine.'));
    await talk.say('delete all', SHORT);
    const { reply } = await talk.say(command('yes'), SHORT);
    expect(reply).toMatchObject({ parts: [{ phrase: 'deleted' }], question: 'anything-else' });
    expect(textsOf(await talk.say(launch, { newSession: true, ...SHORT }))).toEqual(
      expect.arrayContaining(['We open at nine.']),
    );
  });

  test('"next" and "delete all" are words for the bot when no messages are being read', async () => {
    const { talk, sent } = await away();
    await talk.say('next', { newSession: true });
    await talk.say('delete all');
    expect(sent.slice(-2)).toEqual([
      { kind: 'text', text: 'next' },
      { kind: 'text', text: 'delete all' },
    ]);
  });

  test('in a conversation they come after the answer, and are said to be from a person', async () => {
    const { talk } = await away();
    await talk.say('hello', { newSession: true });
    await talk.bring(agent('Rosa here.'));
    expect(textsOf(await talk.say('prices'))).toEqual(['You said prices.', 'Rosa says:', 'Rosa here.']);
  });
});

describe('two messages of a person that came meanwhile', () => {
  const BOTH = ['Rosa says:', 'One.', 'Two.'];
  const LONG = Array.from({ length: 120 }, (_, index) => `Sentence ${index} has a few words.`).join(' ');
  const yes = command('yes');

  test.each<[string, string | undefined, string | UserInput]>([
    ['words for the bot', undefined, 'and then'],
    ['a new beginning', undefined, command('start-over')],
    ['a look for an answer', 'slow', 'check again'],
    ['"yes" to "Shall I go on?"', 'long', yes],
    ['"yes" to "Anything else?"', 'hello', yes],
  ])('are both read beside %s', async (_way, before, words) => {
    const answers: Record<string, string> = { long: LONG, hello: 'We open at nine.' };
    const { platform } = webhookPlatform();
    const talk = startTalk(platform);
    await talk.say(launch, { newSession: true, ...SHORT });
    if (before !== undefined) {
      if (answers[before]) await talk.bring(botMessage(answers[before]));
      await talk.say(before, SHORT);
    }
    await talk.bring(agent('One.'), agent('Two.'));
    const texts = textsOf(await talk.say(words, SHORT));
    const from = texts.indexOf('Rosa says:');
    expect(texts.slice(from, from + BOTH.length)).toEqual(BOTH);
  });

  test('are both read to who says that there is something else', async () => {
    const { talk } = await away();
    expect((await talk.say('hello', { newSession: true })).reply.question).toBe('anything-else');
    await talk.bring(agent('One.'), agent('Two.'));
    expect(textsOf(await talk.say(yes))).toEqual(BOTH);
    expect((await talk.say('no')).reply.question).toBe('anything-else');
    expect((await talk.say(yes)).reply).toMatchObject({ parts: [{ phrase: 'go-ahead' }], question: 'what' });
  });

  test.each<[string, string | UserInput, readonly string[]]>([
    ['"any new messages"', NEWS, ['Two new messages from Rosa.', 'Rosa says:', 'One.']],
    ['the launch', launch, ['Two new messages from Rosa.', 'Rosa says:', 'One.']],
  ])('are announced and read one by one by %s', async (_way, words, expected) => {
    const { talk } = await away();
    await talk.bring(agent('One.'), agent('Two.'));
    expect(textsOf(await talk.say(words, { newSession: true }))).toEqual(expected);
  });

  test('are told at the end of the session, and stay', async () => {
    const { talk } = await away();
    await talk.say(launch, { newSession: true });
    await talk.bring(agent('One.'), agent('Two.'));
    const { reply } = await talk.say(command('no'));
    expect(reply.parts).toEqual([{ text: 'Two new messages from Rosa.' }, { phrase: 'goodbye' }]);
    expect(reply.question).toBeUndefined();
    expect(textsOf(await talk.say(launch, { newSession: true }))).toContain('One.');
  });

  test('what the bot said meanwhile is read to who wants nothing else, and then all is asked for', async () => {
    const { platform } = webhookPlatform();
    const talk = startTalk(platform);
    await talk.say(launch, { newSession: true, ...SHORT });
    await talk.bring(botMessage('Your tea is ready.'), agent('One.'), agent('Two.'));
    const { reply } = await talk.say(command('no'), SHORT);
    expect(textsOf({ reply }).slice(-4)).toEqual(['Your tea is ready.', ...BOTH]);
    expect(reply.question).toBe('answer-person');
  });
});

describe('where no message is left', () => {
  test.each<[string, boolean, string]>([
    ['who has a person’s is asked for a reply', true, 'answer-person'],
    ['of an announcement nobody is asked for one', false, 'anything-else'],
  ])('%s', async (_what, isPersons, question) => {
    const { talk } = await away();
    await talk.bring(isPersons ? agent('One.') : broadcast('One.'));
    await talk.say(launch, { newSession: true });
    for (const word of ['next', 'skip', 'delete all']) {
      expect((await talk.say(word)).reply).toMatchObject({ parts: [{ phrase: 'no-unread' }], question });
    }
  });

  test('"no" to "Shall I delete them?" deletes none', async () => {
    const { talk } = await away();
    await talk.bring(agent('One.'), agent('Two.'));
    await talk.say(launch, { newSession: true });
    await talk.say('delete all');
    expect((await talk.say(command('no'))).reply).toMatchObject({
      parts: [{ phrase: 'all-right' }],
      question: 'anything-else',
    });
    expect(textsOf(await talk.say(NEWS))).toContain('Two.');
  });
});

describe('while a person has the conversation', () => {
  async function withPerson(notifications: boolean) {
    const talk = startTalk(webhookPlatform().platform, { notifications });
    await talk.say('I have a question', SHORT);
    await talk.bring(agent('Rosa here.'));
    await talk.say('check', SHORT);
    return talk;
  }

  test('no answer is no error: the words were passed on', async () => {
    const talk = await withPerson(false);
    const { reply, error } = await talk.say('my tooth hurts', SHORT);
    expect(error).toBeUndefined();
    expect(reply).toMatchObject({ parts: [{ phrase: 'passed-to-person' }], question: 'person' });
  });

  test('notifications are offered once, by a card, and never again', async () => {
    const talk = await withPerson(true);
    const first = await talk.say('my tooth hurts', SHORT);
    expect(first.reply).toMatchObject({
      parts: [{ phrase: 'passed-to-person' }, { phrase: 'offer-notifications' }],
      permission: true,
    });
    const second = await talk.say('it really does', SHORT);
    expect(second.reply.permission).toBeUndefined();
    expect(second.reply.parts).toEqual([{ phrase: 'passed-to-person' }]);
  });

  test('who takes notifications is told to expect one', async () => {
    const talk = await withPerson(true);
    await talk.say('turn on notifications');
    expect((await talk.say('my tooth hurts', SHORT)).reply.parts).toEqual([{ phrase: 'will-notify' }]);
  });

  test.each([
    [undefined, ['passed-to-person', 'offer-notifications']],
    [true, ['will-notify']],
    [false, ['passed-to-person']],
  ])('a recognised speaker hears what holds for the account (takes notifications: %s)', async (subscribed, phrases) => {
    const talk = startTalk(webhookPlatform().platform, { notifications: true, account: 'household' });
    const household = { userId: 'amzn1.ask.account.anne', locale: 'en-US' };
    if (subscribed !== undefined) await talk.store.subscribe('household', household, { subscribed, at: 1 });
    await talk.say('I have a question', SHORT);
    await talk.bring(agent('Rosa here.'));
    const said = [await talk.say('check', SHORT), await talk.say('my tooth hurts', SHORT)];
    expect(said[1]?.reply.parts).toEqual(phrases.map((phrase) => ({ phrase })));
    expect(said.map(({ reply }) => reply.permission)).toEqual([undefined, subscribed === undefined ? true : undefined]);
  });

  test('a recognised speaker is answered though the account cannot be looked up', async () => {
    const talk = startTalk(webhookPlatform().platform, { notifications: true, account: 'household' });
    talk.store.find = () => Promise.reject(new Error('gone'));
    const on = await talk.say({ kind: 'command', command: 'notify-on' });
    expect(on.reply).toMatchObject({ parts: [{ phrase: 'notify-on' }], permission: true });
    expect(talk.errors).not.toEqual([]);
  });

  test.each(['Rosa here.', 'Which tooth is it?'])('"reply" is no word for the person who said %j', async (said) => {
    const bot = webhookPlatform();
    const talk = startTalk(bot.platform);
    await talk.say('I have a question', SHORT);
    await talk.bring(agent(said));
    await talk.say('check', SHORT);
    expect((await talk.say('reply', SHORT)).reply.question).toBe('reply');
    await talk.say('the left one', SHORT);
    expect(bot.sent.slice(1)).toEqual([{ kind: 'text', text: 'the left one' }]);
  });

  test('a broadcast takes nothing over', async () => {
    const talk = await withPerson(false);
    await talk.bring(broadcast('We close early today.'));
    await talk.say('my tooth hurts', SHORT);
    expect((await talk.say('it really does', SHORT)).reply.parts).toEqual([{ phrase: 'passed-to-person' }]);
  });

  test('the bot takes over again when it speaks', async () => {
    const talk = await withPerson(false);
    await talk.bring('The bot is back.');
    await talk.say('hello', SHORT);
    expect((await talk.say('hello again', SHORT)).reply.parts).toEqual([{ phrase: 'still-coming' }]);
  });
});

describe('notifications by voice', () => {
  test('are turned on with a card, and off', async () => {
    const { talk } = await away({ notifications: true });
    const on = await talk.say('notify me', { newSession: true });
    expect(on.reply).toMatchObject({ parts: [{ phrase: 'notify-on' }], permission: true });
    expect((await talk.say('notify me')).reply.parts).toEqual([{ phrase: 'notify-known' }]);
    expect((await talk.say('stop notifying me')).reply.parts).toEqual([{ phrase: 'notify-off' }]);
    expect((await talk.store.standing('anne'))?.subscription).toMatchObject({ subscribed: false });
  });

  describe('that were stopped and are wanted again', () => {
    const IDENTITY = { userId: 'amzn1.ask.account.anne', locale: 'en-US' };
    const again = { parts: [{ phrase: 'notify-known' }], permission: undefined };
    const card = { parts: [{ phrase: 'notify-on' }], permission: true };

    async function stoppedAfter(permission: boolean) {
      const { talk } = await away({ notifications: true });
      await talk.say('notify me', { newSession: true });
      // The user has opened the card, and Alexa tells it.
      if (permission) await talk.store.subscribe('anne', IDENTITY, { subscribed: true, at: Date.now() + 1 });
      await delay(3);
      await talk.say('stop notifying me');
      return talk;
    }

    test('need no card where Alexa has told that they are permitted', async () => {
      const talk = await stoppedAfter(true);
      for (let times = 0; times < 2; times++) {
        const { reply } = await talk.say('notify me');
        expect({ parts: reply.parts, permission: reply.permission }).toEqual(again);
        expect((await talk.store.standing('anne'))?.subscription).toMatchObject({ subscribed: true });
        await talk.say('stop notifying me');
      }
    });

    test('need one where the permission was never given', async () => {
      expect((await (await stoppedAfter(false)).say('notify me')).reply).toMatchObject(card);
    });

    test('need one where it was taken back meanwhile', async () => {
      const talk = await stoppedAfter(true);
      await delay(3);
      await talk.store.subscribe('anne', IDENTITY, { subscribed: false, at: Date.now() });
      expect((await talk.say('notify me')).reply).toMatchObject(card);
    });

    test('need none for a recognised speaker whose account takes them', async () => {
      const talk = startTalk(webhookPlatform().platform, { notifications: true, account: 'household' });
      await talk.store.subscribe('household', IDENTITY, { subscribed: true, at: 1 });
      await talk.say('stop notifying me', { newSession: true });
      const { reply } = await talk.say('notify me');
      expect({ parts: reply.parts, permission: reply.permission }).toEqual(again);
    });
  });

  test('are said to be unavailable where they are', async () => {
    const { talk } = await away();
    expect((await talk.say('notify me', { newSession: true })).reply.parts).toEqual([{ phrase: 'notify-never' }]);
  });
});

describe('"forget me"', () => {
  test('asks first', async () => {
    const { talk } = await away();
    expect((await talk.say('forget me', { newSession: true })).reply.question).toBe('forget-me');
    expect((await talk.say(command('no'))).reply.parts).toEqual([{ phrase: 'all-right' }]);
    expect(await talk.store.find('anne')).toBeDefined();
  });

  test('holds against a turn that was still waiting', async () => {
    const talk = startTalk(webhookPlatform().platform);
    await talk.say(launch, SHORT);
    const waiting = talk.say('hello', { budgetMs: 600 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await talk.store.erase('anne');
    expect((await waiting).reply.question).toBeDefined();
    expect(await talk.store.find('anne')).toBeUndefined();
  });

  test('deletes the user, and ends the session', async () => {
    const { talk } = await away();
    await talk.bring(agent('One.'));
    await talk.say('forget me', { newSession: true });
    const { reply } = await talk.say(command('yes'));
    expect([reply.parts, reply.question]).toEqual([[{ phrase: 'forgotten' }], undefined]);
    expect(await talk.store.find('anne')).toBeUndefined();
    expect((await talk.say(launch, { newSession: true })).reply.parts).toEqual([{ phrase: 'welcome' }]);
  });
});
