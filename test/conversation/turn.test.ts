import type { Message } from '../../lambda/conversation/message';
import { AloudError } from '../../lambda/errors';
import { botMessage, command, scriptedPlatform, startTalk, textsOf } from '../support/talk';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** A bot that asks for a day when told "book", and otherwise repeats what it hears. */
function bookingBot() {
  return scriptedPlatform((input) => {
    if (input.kind === 'start') return [];
    const text = input.kind === 'choice' ? input.choice.label : input.text;
    return text === 'book' ? [botMessage('Which day?', DAYS)] : [botMessage(`You said ${text}.`)];
  });
}

describe('launch', () => {
  test('a new user is opened on the platform and welcomed', async () => {
    const bot = bookingBot();
    const { reply } = await startTalk(bot.platform).say({ kind: 'launch' }, { newSession: true });
    expect(bot.opened).toEqual([{ key: 'anne', locale: 'en-US' }]);
    expect(reply).toMatchObject({ parts: [{ phrase: 'welcome' }], question: 'what' });
  });

  test('what the bot says at the start is said instead of our welcome', async () => {
    const bot = scriptedPlatform(() => [botMessage('Hi, I am Bo!')]);
    const { reply } = await startTalk(bot.platform).say({ kind: 'launch' });
    expect(reply).toMatchObject({ parts: [{ text: 'Hi, I am Bo!' }], question: 'anything-else' });
  });

  test('a known user is welcomed back without a call to the platform', async () => {
    const bot = bookingBot();
    const talk = startTalk(bot.platform);
    await talk.say({ kind: 'launch' });
    const { reply } = await talk.say({ kind: 'launch' }, { newSession: true });
    expect(reply.parts).toEqual([{ phrase: 'welcome-back' }]);
    expect([bot.opened.length, bot.sent.length]).toEqual([1, 1]);
  });
});

describe('words for the bot', () => {
  test('reach it as they were said, and several messages become one reply', async () => {
    const bot = scriptedPlatform(() => [botMessage('One.'), botMessage('**Two**, <b>three</b>?')]);
    const { reply } = await startTalk(bot.platform).say('Tell me  MORE, please');
    expect(bot.sent).toEqual([{ kind: 'text', text: 'Tell me  MORE, please' }]);
    expect(reply).toMatchObject({ parts: [{ text: 'One.' }, { text: 'Two, three?' }], question: 'bot' });
  });

  test('a one-shot works for a user who never launched', async () => {
    const bot = bookingBot();
    const { reply } = await startTalk(bot.platform).say('hello', { newSession: true });
    expect(reply.parts).toEqual([{ text: 'You said hello.' }]);
    expect(bot.opened).toHaveLength(1);
  });

  test('an empty answer is legal: the words were passed on', async () => {
    const { reply, error } = await startTalk(scriptedPlatform(() => []).platform).say('hello');
    expect(error).toBeUndefined();
    expect(reply).toMatchObject({ parts: [{ phrase: 'passed-on' }], question: 'anything-else' });
  });

  test('yes and no to a question of the bot go to the bot', async () => {
    const bot = scriptedPlatform(() => [botMessage('Are you sure?')]);
    const talk = startTalk(bot.platform);
    await talk.say('cancel my booking');
    await talk.say(command('yes'));
    await talk.say('no');
    expect(bot.sent.slice(1)).toEqual([
      { kind: 'text', text: 'yes' },
      { kind: 'text', text: 'no' },
    ]);
  });
});

describe('choices', () => {
  test('three are offered, then "more options" offers the next', async () => {
    const talk = startTalk(bookingBot().platform);
    const offers = [];
    for (const words of ['book', 'more options', 'more options']) offers.push((await talk.say(words)).reply.offer);
    expect(offers).toMatchObject([
      { labels: ['Monday', 'Tuesday', 'Wednesday'], more: true },
      { labels: ['Thursday', 'Friday'], more: false },
      { labels: ['Monday', 'Tuesday', 'Wednesday'], more: true },
    ]);
  });

  test.each([
    ['Tuesday', 'Tuesday'],
    ['TUESDAY!', 'Tuesday'],
    ['two', 'Tuesday'],
    ['the second one', 'Tuesday'],
    ['the last one you said', 'Wednesday'],
    ['friday', 'Friday'],
    ['number five', 'Friday'],
  ])('"%s" is sent as the vendor\'s own option %s', async (said, label) => {
    const bot = bookingBot();
    const talk = startTalk(bot.platform);
    await talk.say('book');
    await talk.say(said);
    expect(bot.sent.at(-1)).toEqual({ kind: 'choice', choice: { label, option: { payload: label.toUpperCase() } } });
  });

  test('after "more options" a position counts among those read out last', async () => {
    const bot = bookingBot();
    const talk = startTalk(bot.platform);
    for (const words of ['book', 'more options', 'the second one']) await talk.say(words);
    expect(bot.sent.at(-1)).toMatchObject({ choice: { label: 'Friday' } });
  });

  test('anything else is sent as text, and a settled offer is no longer matched', async () => {
    const bot = bookingBot();
    const talk = startTalk(bot.platform);
    for (const words of ['book', 'next week', 'two']) await talk.say(words);
    expect(bot.sent.slice(1)).toEqual([
      { kind: 'text', text: 'next week' },
      { kind: 'text', text: 'two' },
    ]);
  });

  test('a built-in yes or no picks the choice that says it', async () => {
    const bot = scriptedPlatform(() => [botMessage('Confirm?', ['👍 Yes!', 'No, thanks'])]);
    const talk = startTalk(bot.platform);
    await talk.say('book');
    await talk.say(command('yes'));
    await talk.say(command('no'));
    expect(bot.sent.slice(1)).toMatchObject([{ choice: { label: '👍 Yes!' } }, { choice: { label: 'No, thanks' } }]);
  });

  test('an offer of an earlier session is not matched', async () => {
    const bot = bookingBot();
    const talk = startTalk(bot.platform);
    await talk.say('book');
    await talk.end(true);
    await talk.say('two', { newSession: true });
    expect(bot.sent.at(-1)).toEqual({ kind: 'text', text: 'two' });
  });

  test('what is offered beside a question that was not understood is offered again', async () => {
    const talk = startTalk(bookingBot().platform);
    await talk.say('book');
    const { reply } = await talk.say({ kind: 'no-match' });
    expect(reply).toMatchObject({
      parts: [{ phrase: 'no-match' }, { text: expect.stringMatching(/\?$/) }],
      question: 'choices',
      offer: { more: true },
    });
  });
});

describe('our own questions', () => {
  test('"no" to "anything else?" ends the session, "yes" invites', async () => {
    const talk = startTalk(bookingBot().platform);
    await talk.say('hello');
    expect((await talk.say(command('yes'))).reply).toMatchObject({ parts: [{ phrase: 'go-ahead' }], question: 'what' });
    const { reply } = await talk.say('no thanks');
    expect(reply.parts).toEqual([{ phrase: 'goodbye' }]);
    expect(reply.question).toBeUndefined();
  });

  test('"repeat" gives the same reply once more, word for word', async () => {
    const talk = startTalk(bookingBot().platform);
    await talk.say('hello');
    const { reply } = await talk.say('book');
    expect((await talk.say(command('repeat'))).reply).toMatchObject({ ...reply, messages: [] });
    expect((await talk.say('say that again')).reply).toMatchObject({ ...reply, messages: [] });
  });

  test('help leaves the open question open', async () => {
    const bot = scriptedPlatform(() => [botMessage('Fine. What is your name?')]);
    const talk = startTalk(bot.platform);
    await talk.say('book');
    const { reply } = await talk.say(command('help'));
    expect(reply.question).toBe('bot');
    expect(reply.parts[0]).toEqual({ phrase: 'help-answer' });
    expect(reply.parts.at(-1)).toEqual({ text: 'What is your name?' });
    await talk.say('yes');
    expect(bot.sent.at(-1)).toEqual({ kind: 'text', text: 'yes' });
  });

  test('"start over" forgets what was offered', async () => {
    const bot = bookingBot();
    const talk = startTalk(bot.platform);
    await talk.say('book');
    expect((await talk.say(command('start-over'))).reply.parts).toEqual([{ phrase: 'start-over' }]);
    await talk.say('two');
    expect(bot.sent.slice(1)).toEqual([{ kind: 'start' }, { kind: 'text', text: 'two' }]);
  });
});

describe('a long answer', () => {
  const STORY = Array.from({ length: 200 }, (_, index) => `This is sentence number ${index} of a long story.`);
  const storyBot = () => scriptedPlatform(() => [botMessage(STORY.join(' '), ['Again'])]);
  const textOf = (result: { reply: { parts: readonly object[] } }) =>
    result.reply.parts.map((part) => ('text' in part ? part.text : '')).join(' ');

  test('is read page by page, nothing lost and nothing twice, and its choices are offered at the end', async () => {
    const talk = startTalk(storyBot().platform);
    let result = await talk.say('story');
    const pages = [textOf(result)];
    while (result.reply.question === 'go-on') {
      expect(result.reply.offer).toBeUndefined();
      result = await talk.say(command('yes'));
      pages.push(textOf(result));
    }
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.join(' ')).toBe(STORY.join(' '));
    expect(result.reply).toMatchObject({ question: 'choices', offer: { labels: ['Again'] } });
  });

  test('"no" skips the rest and offers its choices', async () => {
    const talk = startTalk(storyBot().platform);
    await talk.say('story');
    const { reply } = await talk.say(command('no'));
    expect(reply).toMatchObject({ parts: [{ phrase: 'all-right' }], offer: { labels: ['Again'] } });
  });

  test('can be taken up in the next session', async () => {
    const talk = startTalk(storyBot().platform);
    const first = textOf(await talk.say('story'));
    await talk.end(true);
    const { reply } = await talk.say({ kind: 'launch' }, { newSession: true });
    expect(reply).toMatchObject({ parts: [{ phrase: 'unfinished' }], question: 'go-on' });
    const next = textOf(await talk.say('yes'));
    expect(STORY.join(' ').startsWith(`${first} ${next}`)).toBe(true);
  });

  test('other words drop the rest and go to the bot', async () => {
    const bot = storyBot();
    const talk = startTalk(bot.platform);
    await talk.say('story');
    await talk.say('what are your prices');
    expect(bot.sent.at(-1)).toEqual({ kind: 'text', text: 'what are your prices' });
  });
});

describe('trouble', () => {
  const failing = (code: 'ALOUD_PLATFORM_FAILED' | 'ALOUD_PLATFORM_THREAD_GONE', times: number) => {
    let left = times;
    return scriptedPlatform((): Message[] => {
      if (left-- > 0) throw new AloudError(code, 'HTTP 5xx');
      return [botMessage('Here I am.')];
    });
  };

  test('a platform error is said, told, and leaves the offer open', async () => {
    let down = false;
    const bot = scriptedPlatform((input) => {
      if (down) throw new AloudError('ALOUD_PLATFORM_FAILED', 'HTTP 503');
      return input.kind === 'choice' ? [botMessage('Booked.')] : [botMessage('Which day?', DAYS)];
    });
    const talk = startTalk(bot.platform);
    await talk.say('book');
    down = true;
    const { reply, error } = await talk.say('two');
    expect(error).toMatchObject({ code: 'ALOUD_PLATFORM_FAILED' });
    expect(reply).toMatchObject({
      parts: [{ phrase: 'error.unreachable' }, { text: 'Which day?' }],
      question: 'choices',
    });
    down = false;
    expect((await talk.say('two')).reply.parts).toEqual([{ text: 'Booked.' }]);
    expect(bot.sent.at(-1)).toMatchObject({ choice: { label: 'Tuesday' } });
  });

  test('a thread that is gone is opened again, once, and the new one is kept', async () => {
    const bot = failing('ALOUD_PLATFORM_THREAD_GONE', 1);
    const talk = startTalk(bot.platform);
    expect((await talk.say('hello')).reply.parts).toEqual([{ text: 'Here I am.' }]);
    expect([bot.opened.length, bot.sent.length]).toEqual([2, 2]);
    await talk.say('hello again');
    expect(bot.opened).toHaveLength(2);
  });

  test('a thread that stays gone is an error, not a loop', async () => {
    const bot = failing('ALOUD_PLATFORM_THREAD_GONE', 99);
    expect((await startTalk(bot.platform).say('hello')).error).toMatchObject({ code: 'ALOUD_PLATFORM_THREAD_GONE' });
    expect([bot.opened.length, bot.sent.length]).toEqual([2, 2]);
  });

  test('no other error makes a send go out twice', async () => {
    const bot = failing('ALOUD_PLATFORM_FAILED', 99);
    await startTalk(bot.platform).say('hello');
    expect(bot.sent).toHaveLength(1);
  });

  test('an adapter that throws something of its own is an internal error with an apology', async () => {
    const bot = scriptedPlatform(() => {
      throw new TypeError('boom');
    });
    const { reply, error } = await startTalk(bot.platform).say('hello');
    expect(error).toMatchObject({ code: 'ALOUD_INTERNAL' });
    expect(reply.parts).toEqual([{ phrase: 'error.trouble' }]);
  });

  test('where nothing runs on, an inline answer that is too slow is given up, with a sentence', async () => {
    const bot = scriptedPlatform(() => []);
    const platform = {
      ...bot.platform,
      send: (_thread: unknown, _input: unknown, signal: AbortSignal) =>
        new Promise<never>((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new AloudError('ALOUD_PLATFORM_TIMEOUT', 'too slow')));
        }),
    };
    const { reply } = await startTalk(platform, { runsOn: false }).say('hello', { budgetMs: 300 });
    expect(reply).toMatchObject({ parts: [{ phrase: 'error.slow' }], question: 'what' });
  });

  test('an answer is still given when it cannot be saved', async () => {
    const talk = startTalk(bookingBot().platform);
    await talk.say('hello');
    talk.store.save = () => Promise.reject(new AloudError('ALOUD_STORE_UNAVAILABLE', 'disk full'));
    expect((await talk.say('book')).reply.parts).toEqual([{ text: 'Which day?' }]);
    expect(talk.errors).toMatchObject([{ code: 'ALOUD_STORE_UNAVAILABLE' }]);
  });
});

test('two turns of one account at the same time are both answered, and both are kept', async () => {
  const talk = startTalk(bookingBot().platform);
  await talk.say('hello');
  const results = await Promise.all(['book', 'one', 'two'].map((words) => talk.say(words)));
  expect(results.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
  expect(talk.errors).toEqual([]);
  const { conversation } = await talk.store.open('anne', { userId: 'amzn1.ask.account.anne', locale: 'en-US' });
  expect(conversation.turns).toBe(4);
});

test('users on one process never see each other', async () => {
  const bot = scriptedPlatform((input, thread) => [
    botMessage(`${thread.user} said ${input.kind === 'text' ? input.text : input.kind}. Go on?`, [`${thread.user}`]),
  ]);
  const anne = startTalk(bot.platform);
  const ben = startTalk(bot.platform, { key: 'ben', store: anne.store });
  const turns = Array.from({ length: 10 }, (_, index) => {
    const echo = { device: `echo ${index}` };
    return [anne.say(`word ${index}`, echo), ben.say(`word ${index}`, echo)];
  }).flat();
  const replies = (await Promise.all(turns)).map(({ reply }) => reply);
  replies.forEach((reply, index) => {
    const who = index % 2 === 0 ? 'anne' : 'ben';
    expect(reply.offer?.labels).toEqual([who]);
    expect(textsOf({ reply }).join(' ')).toBe(`${who} said word ${Math.floor(index / 2)}. Go on?`);
  });
});
