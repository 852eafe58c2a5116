import type { UserInput } from '../../lambda/conversation/action';
import type { Message } from '../../lambda/conversation/message';
import type { SendResult } from '../../lambda/conversation/ports/platform';
import { AloudError } from '../../lambda/errors';
import { botMessage, command, scriptedPlatform, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';

const LATE = 'Here is the answer to your earlier question.';
const SHORT = { budgetMs: 320 };

/** A bot that answers by webhook what `answers` has for the words, or nothing. */
function answering(answers: Record<string, readonly (string | Message)[]>, traits = {}) {
  const bot = webhookPlatform(traits, async (input) => {
    const text = input.kind === 'text' ? input.text : input.kind;
    await talk.bring(...(answers[text] ?? []));
  });
  const talk: Talk = startTalk(bot.platform);
  return { ...bot, talk };
}

function from(kind: 'agent' | 'broadcast', text: string, name?: string): Message {
  return { ...botMessage(text), from: { kind, id: '7', ...(name && { name }) } };
}

describe('an answer that comes by webhook', () => {
  test('is spoken in the turn that asked, all of its messages together', async () => {
    const { talk } = answering({ hello: ['One.', 'Two?'] });
    const result = await talk.say('hello');
    expect(textsOf(result)).toEqual(['One.', 'Two?']);
    expect(result.reply.question).toBe('bot');
    expect(result.late).toBe(false);
  });

  test('wakes the turn when it comes, and what follows within the quiet time belongs to it', async () => {
    const { talk } = answering({});
    const turn = talk.say('hello');
    setTimeout(() => void talk.bring('One.').then(() => talk.bring('Two.')), 30);
    expect(textsOf(await turn)).toEqual(['One.', 'Two.']);
  });

  test('is found when another process received it', async () => {
    const { talk } = answering({});
    const other = startTalk(webhookPlatform().platform, { store: talk.store });
    const turn = talk.say('hello');
    setTimeout(() => void other.bring('From afar.'), 30);
    expect(textsOf(await turn)).toEqual(['From afar.']);
  });

  test.each(['check again please', 'yes have another look', 'please look again'])(
    'is looked for again in the words of the question: %s',
    async (words) => {
      const { talk, sent } = answering({});
      await talk.say('hello', SHORT);
      expect((await talk.say(words, SHORT)).reply).toMatchObject({ parts: [{ phrase: 'still-coming' }] });
      expect(sent).toHaveLength(1);
    },
  );

  test('is promised when it does not come in time, and heard by "check"', async () => {
    const { talk, sent } = answering({});
    const first = await talk.say('hello', SHORT);
    expect(first).toMatchObject({ late: true, error: undefined });
    expect(first.reply).toMatchObject({ parts: [{ phrase: 'still-coming' }], question: 'check' });
    expect((await talk.say('check', SHORT)).reply).toMatchObject({ parts: [{ phrase: 'still-coming' }] });
    const turn = talk.say(command('yes'));
    setTimeout(() => void talk.bring('Here I am.'), 30);
    expect(textsOf(await turn)).toEqual(['Here I am.']);
    expect(sent[0]).toEqual({ kind: 'text', text: 'hello' });
  });

  test('comes first at the next turn when it is late, and is named as such', async () => {
    const { talk } = answering({ prices: ['Sixty dollars.'] });
    await talk.say('hours', SHORT);
    await talk.bring('We open at eight.');
    expect(textsOf(await talk.say('prices'))).toEqual([
      LATE,
      'We open at eight.',
      'And now to what you just said.',
      'Sixty dollars.',
    ]);
  });

  test.each([
    [110, LATE],
    [-110, LATE],
    [130, 'Something more came in for you.'],
    [-130, 'Something more came in for you.'],
  ])('is named as such where it was sent within two minutes of the question: %i s, "%s"', async (seconds, lead) => {
    const { talk } = answering({});
    await talk.say('hello', SHORT);
    await talk.bring({ ...botMessage('At last.'), sentAt: Date.now() + seconds * 1000 });
    expect(textsOf(await talk.say('check', SHORT))).toEqual([lead, 'At last.']);
  });

  test('is heard at the next launch when the user has left', async () => {
    const { talk } = answering({});
    await talk.say('hours', SHORT);
    await talk.end(true);
    await talk.bring('We open at eight.');
    const { reply } = await talk.say({ kind: 'launch' }, { newSession: true });
    expect(reply.parts).toEqual([{ phrase: 'welcome-back' }, { text: LATE }, { text: 'We open at eight.' }]);
  });

  test('is not claimed for the newer question when an older one is still open', async () => {
    const { talk } = answering({});
    await talk.say('hours', SHORT);
    const turn = talk.say('prices');
    setTimeout(() => void talk.bring('We open at eight.'), 30);
    expect(textsOf(await turn)).toEqual(['An answer just came in.', 'We open at eight.']);
  });

  test.each<[string, UserInput]>([
    ['a launch', { kind: 'launch' }],
    ['starting over', command('start-over')],
  ])('is introduced by nothing where %s was not greeted', async (_title, start) => {
    const { talk } = answering({ hours: ['We open at eight.'], prices: ['Sixty dollars.'] });
    await talk.say(start, SHORT);
    expect(textsOf(await talk.say('hours'))).toEqual(['We open at eight.']);
    expect(textsOf(await talk.say('prices'))).toEqual(['Sixty dollars.']);
  });

  test('is one to the oldest question: the other one is still waited for', async () => {
    const { talk, sent } = answering({});
    await talk.say('hours', SHORT);
    await talk.say('prices', SHORT);
    await talk.bring('We open at eight.');
    expect(textsOf(await talk.say('check', SHORT))).toContain('We open at eight.');
    expect((await talk.say('check', SHORT)).reply).toMatchObject({ parts: [{ phrase: 'still-coming' }] });
    expect(sent).toHaveLength(2);
  });

  test('is still waited for where an announcement came in its place', async () => {
    const { talk, sent } = answering({});
    await talk.say('hours', SHORT);
    await talk.bring(from('broadcast', 'We close early today.'));
    const { reply } = await talk.say('check', SHORT);
    expect(reply.parts).toContainEqual({ phrase: 'still-coming' });
    expect(sent).toHaveLength(1);
  });

  test('is not waited for once the conversation has ended on the platform', async () => {
    const { talk } = answering({});
    const turn = talk.say('hours');
    setTimeout(() => void talk.inbox.receive([{ kind: 'closed', to: { key: 'anne' }, id: 'c1', at: 1 }]), 30);
    expect(await turn).toMatchObject({ late: false, error: undefined });
  });

  test('is looked for again also where it is a greeting', async () => {
    const { talk, sent } = answering({});
    await talk.say({ kind: 'launch' }, SHORT);
    const turn = talk.say('check');
    setTimeout(() => void talk.bring('Hello, I am Bo!'), 30);
    expect(textsOf(await turn)).toEqual(['Hello, I am Bo!']);
    expect(sent).toEqual([{ kind: 'start' }]);
  });

  test('may come in several pieces, the last of them after the turn', async () => {
    const { talk } = answering({ hello: ['One.'], more: ['Three.'] });
    await talk.say('hello');
    await talk.bring('Two.');
    expect(textsOf(await talk.say('more'))).toEqual([
      'Something more came in for you.',
      'Two.',
      'And now to what you just said.',
      'Three.',
    ]);
  });

  test('offers its choices, and a late offer is replaced by a newer one', async () => {
    const { talk, sent } = answering({ day: [botMessage('Which day?', ['Monday', 'Tuesday'])] });
    await talk.say('colour', SHORT);
    await talk.bring(botMessage('Which colour?', ['Red']));
    const { reply } = await talk.say('day');
    expect(reply.offer?.labels).toEqual(['Monday', 'Tuesday']);
    await talk.say('two', SHORT);
    expect(sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: 'Tuesday' } });
  });

  test('is heard once however often it is delivered', async () => {
    const { talk } = answering({ hello: ['One.', 'One.'] });
    expect(textsOf(await talk.say('hello'))).toEqual(['One.']);
    await talk.bring('One.');
    expect(textsOf(await talk.say('hello again', SHORT))).toEqual([]);
  });
});

describe('other voices', () => {
  test('a person and a broadcast are named', async () => {
    const { talk } = answering({ hello: ['Hi.'] });
    await talk.say('hello');
    await talk.bring(from('agent', 'This is Rosa.', 'Rosa'), from('agent', 'How can I help?', 'Rosa'));
    await talk.bring(from('broadcast', 'We close early today.'));
    const texts = textsOf(await talk.say('hello'));
    expect(texts.slice(0, 5)).toEqual([
      'Rosa says:',
      'This is Rosa.',
      'How can I help?',
      'An announcement:',
      'We close early today.',
    ]);
  });

  test('a bot is waited for as long as the turn lasts, a person for three seconds', async () => {
    const bot = answering({});
    const person = answering({ hello: [from('agent', 'This is Rosa.', 'Rosa')] });
    await person.talk.say('hello');
    const turns = [bot.talk.say('one'), person.talk.say('one')];
    setTimeout(() => void Promise.all([bot.talk.bring('At last.'), person.talk.bring('At last.')]), 3500);
    const [ofBot, ofPerson] = await Promise.all(turns);
    expect([ofBot, ofPerson].map((turn) => turn && textsOf(turn))).toEqual([['At last.'], []]);
    expect(ofPerson?.reply.parts).toContainEqual({ phrase: 'passed-to-person' });
  });

  test('a person who answers soon is heard in the same turn', async () => {
    const { talk } = answering({ hello: [from('agent', 'This is Rosa.', 'Rosa')] });
    await talk.say('hello');
    const turn = talk.say('is it far');
    setTimeout(() => void talk.bring(from('agent', 'Ten minutes.', 'Rosa')), 500);
    expect(textsOf(await turn)).toEqual(expect.arrayContaining(['Ten minutes.']));
  });

  test('a broadcast is no answer: the bot is waited for', async () => {
    const { talk } = answering({});
    const turn = talk.say('hello');
    setTimeout(async () => {
      await talk.bring(from('broadcast', 'We close early today.'));
      setTimeout(() => void talk.bring('Hi.'), 100);
    }, 10);
    expect(textsOf(await turn)).toEqual(expect.arrayContaining(['We close early today.', 'Hi.']));
  });

  test('many are read a page at a time, the rest stays in the inbox', async () => {
    const { talk } = answering({ hello: ['Hi.'] });
    await talk.say('hello');
    const long = Array.from({ length: 6 }, (_, index) => `${index} ${'word '.repeat(50)}end.`);
    await talk.bring(...long);
    const first = await talk.say({ kind: 'launch' }, { newSession: true });
    expect(first.reply.question).toBe('go-on');
    const heard = textsOf(first);
    for (let turns = 0; turns < 5; turns++) heard.push(...textsOf(await talk.say(command('yes'))));
    for (const text of long) expect(heard.filter((part) => part === text)).toHaveLength(1);
  });
});

describe('a platform that takes one thing at a time', () => {
  const traits = { oneAtATime: true, greetsFirst: true };

  test('hears the words only after its bot has greeted', async () => {
    const { talk, sent } = answering({ start: ['Welcome!'], hello: ['You said hello.'] }, traits);
    expect(textsOf(await talk.say('hello'))).toEqual(['Welcome!', 'You said hello.']);
    expect(sent).toEqual([{ kind: 'start' }, { kind: 'text', text: 'hello' }]);
  });

  test('holds the words back, says so, and passes them on later', async () => {
    const { talk, sent } = answering({ hello: ['You said hello.'] }, traits);
    const first = await talk.say('hello', SHORT);
    expect(first.reply).toMatchObject({ parts: [{ phrase: 'held' }], question: 'check' });
    expect(sent).toEqual([{ kind: 'start' }]);
    await talk.bring('Welcome!');
    expect(textsOf(await talk.say('check'))).toEqual(['Welcome!', 'And now to what you just said.', 'You said hello.']);
    expect(sent).toHaveLength(2);
  });

  test('is never told two things at once, not even by two Echos', async () => {
    const { talk, sent } = answering({ start: ['Welcome!'], hello: ['Hi.'] }, traits);
    await talk.say('hello');
    const [kitchen, bedroom] = await Promise.all([
      talk.say('one', SHORT),
      talk.say('two', { ...SHORT, newSession: true, device: 'bedroom' }),
    ]);
    expect(sent).toHaveLength(3);
    expect([kitchen, bedroom].filter(({ reply }) => 'phrase' in (reply.parts[0] ?? {}))).toHaveLength(2);
    await talk.bring('Answer one.');
    await talk.say('check', SHORT);
    expect(sent).toHaveLength(4);
  });

  test('a launch that waits in vain for the greeting welcomes, and the greeting comes later without ado', async () => {
    const { talk } = answering({ hello: ['Hi.'] }, traits);
    const first = await talk.say({ kind: 'launch' }, SHORT);
    expect(first.reply).toMatchObject({ parts: [{ phrase: 'welcome' }], question: 'what' });
    await talk.bring('I am Bo.');
    expect(textsOf(await talk.say('hello'))).toEqual(['I am Bo.', 'And now to what you just said.', 'Hi.']);
  });

  test('hears the words although its bot does not greet, once it has had the time to', async () => {
    const { talk, sent } = answering({ hello: ['Hi.'], prices: ['Sixty dollars.'] }, traits);
    await talk.say({ kind: 'launch' }, SHORT);
    await talk.say('hello', SHORT);
    expect(sent).toEqual([{ kind: 'start' }]);
    const now = Date.now() + 11_000;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
    expect(textsOf(await talk.say('prices'))).toEqual(['Hi.', 'Sixty dollars.']);
    clock.mockRestore();
  });

  test('starts again when the platform has forgotten the thread, and the words are not lost', async () => {
    let gone = true;
    const bot = webhookPlatform(traits, async (input) => {
      if (input.kind === 'text' && gone) {
        gone = false;
        throw new AloudError('ALOUD_PLATFORM_THREAD_GONE', 'unknown user');
      }
      await talk.bring(input.kind === 'start' ? botMessage(`Welcome ${bot.sent.length}!`) : 'You said it.');
    });
    const talk = startTalk(bot.platform);
    expect(textsOf(await talk.say('hello'))).toEqual(['Welcome 1!', 'Welcome 3!', 'You said it.']);
  });
});

test('a message that comes before anybody knows whose thread it is belongs to the right user', async () => {
  const bot = webhookPlatform({ threadId: (thread) => thread.id as string | undefined });
  const talk = startTalk({
    ...bot.platform,
    async send(): Promise<SendResult> {
      await talk.inbox.receive([{ kind: 'message', to: { thread: 't9' }, message: botMessage('Early bird.') }]);
      return { thread: { id: 't9' }, messages: [], pending: true };
    },
  });
  expect(textsOf(await talk.say('hello'))).toEqual(['Early bird.']);
});

test('an end of the conversation on the platform makes the next words open another', async () => {
  const { talk, opened } = answering({ 'i am leaving': ['Take care.'] });
  await talk.say('i am leaving');
  await talk.inbox.receive([{ kind: 'closed', to: { key: 'anne' }, id: 'c1', at: 1 }]);
  await talk.say('hello again', SHORT);
  expect(opened).toHaveLength(2);
});

test('the end of an older conversation on the platform ends none that is open', async () => {
  let opens = 0;
  const bot = webhookPlatform({ threadId: ({ id }) => String(id), open: async () => ({ id: `t${++opens}` }) });
  const talk = startTalk(bot.platform);
  const end = (id: string, thread: string) =>
    talk.inbox.receive([{ kind: 'closed', to: { key: 'anne', thread }, id, at: 1 }]);
  await talk.say('hello', SHORT);
  await end('c0', 't0');
  await talk.say('hello', SHORT);
  expect(opens).toBe(1);
  await end('c1', 't1');
  await talk.say('hello', SHORT);
  expect(opens).toBe(2);
});

describe('while the database fails', () => {
  /** The next reads fail, or all until it is healed with what this returns. */
  const failOnce = (talk: Talk, times = 1) => {
    const { unread } = talk.store;
    talk.store.unread = async (...asked) => {
      if (--times < 0) return unread(...asked);
      throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'gone');
    };
    return () => {
      talk.store.unread = unread;
    };
  };

  test.each([
    ['a moment', 1, ['One.'], []],
    ['longer', Number.POSITIVE_INFINITY, [], ['One.']],
  ])('for %s, an answer is heard once', async (_how, times, now, then) => {
    const { talk } = answering({});
    const turn = talk.say('hello');
    let heal = () => {};
    setTimeout(() => {
      heal = failOnce(talk, times);
      void talk.bring('One.');
    }, 30);
    const first = await turn;
    heal();
    expect(textsOf(first)).toEqual(now);
    if (now.length === 0) expect(first.reply.parts).toEqual([{ phrase: 'error.trouble' }]);
    expect(textsOf(await talk.say('check', SHORT)).filter((text) => text === 'One.')).toEqual(then);
  });

  test('while a call is under way, its answer is heard all the same', async () => {
    const bot = webhookPlatform({}, async () => {
      failOnce(talk);
      await talk.bring('One.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    const talk: Talk = startTalk(bot.platform);
    expect(textsOf(await talk.say('hello'))).toEqual(['One.']);
  });
});

test('a script that came late is answered before anything else is said', async () => {
  const script: Message = { ...botMessage('One moment.'), inputRequest: { kind: 'script', option: 'calc' } };
  const { talk, sent } = answering({ answer: ['Done.'] });
  await talk.say('hello', SHORT);
  await talk.bring(script);
  expect(textsOf(await talk.say('is it far'))).toEqual(expect.arrayContaining(['One moment.', 'Done.']));
  expect(sent.map(({ kind }) => kind)).toEqual(['text', 'answer', 'text']);
});

test('what the bot says a while after its script is heard in the same turn', async () => {
  const script: Message = { ...botMessage('One moment.'), inputRequest: { kind: 'script', option: 'calc' } };
  const { platform } = webhookPlatform({}, async (input) => {
    if (input.kind === 'answer') setTimeout(() => void talk.bring('Sixty dollars.'), 700);
    else await talk.bring(script);
  });
  const talk: Talk = startTalk(platform);
  expect(textsOf(await talk.say('what does it cost'))).toEqual(['One moment.', 'Sixty dollars.']);
});

test('a bot that wants a script after each script is answered three times, and the turn ends', async () => {
  let scripts = 0;
  const script = (): Message => {
    const text = `Script ${++scripts}.`;
    return { ...botMessage(text), inputRequest: { kind: 'script', option: text } };
  };
  const { platform, sent } = webhookPlatform({}, () => talk.bring(script()));
  const talk: Talk = startTalk(platform);
  expect(textsOf(await talk.say('hello'))).toEqual(['Script 1.', 'Script 2.', 'Script 3.', 'Script 4.']);
  expect(sent.map(({ kind }) => kind)).toEqual(['text', 'answer', 'answer', 'answer']);
});

test('a script whose result is not taken leaves what the bot has said', async () => {
  const script: Message = { ...botMessage('One moment.'), inputRequest: { kind: 'script', option: 'calc' } };
  const { platform } = webhookPlatform({}, (input) => {
    if (input.kind === 'answer') throw new AloudError('ALOUD_PLATFORM_FAILED', 'HTTP 500');
    return talk.bring(script);
  });
  const talk: Talk = startTalk(platform);
  expect(textsOf(await talk.say('hello'))).toEqual(['One moment.']);
  expect(talk.errors).toMatchObject([{ code: 'ALOUD_PLATFORM_FAILED' }]);
});

test('a script is answered by the turn, and what the bot says then is heard', async () => {
  const script: Message = { ...botMessage('Let me look that up.'), inputRequest: { kind: 'script', option: 'calc' } };
  const { talk, sent } = answering({ hello: [script], answer: ['Done.'] });
  expect(textsOf(await talk.say('hello'))).toEqual(['Let me look that up.', 'Done.']);
  expect(sent[1]).toEqual({ kind: 'answer', inputRequest: { kind: 'script', option: 'calc' }, text: '' });
});

test('a number that the bot asked for reaches it as one', async () => {
  const slider: Message = {
    ...botMessage('How much?'),
    inputRequest: { kind: 'number', min: 0, max: 100, option: { id: 3 } },
  };
  const { talk, sent } = answering({ hello: [slider] });
  expect((await talk.say('hello')).reply.question).toBe('bot');
  await talk.say('thirty', SHORT);
  expect(sent[1]).toEqual({ kind: 'answer', inputRequest: slider.inputRequest, text: 'thirty', number: 30 });
});

test.each([
  ['thirty or forty', 'one-number'],
  ['two hundred', 'out-of-range'],
])('where a number was asked for, "%s" is asked back: %s', async (words, phrase) => {
  const slider: Message = { ...botMessage('How much?'), inputRequest: { kind: 'number', min: 0, max: 100 } };
  const { talk, sent } = answering({ hello: [slider] });
  await talk.say('hello');
  const { reply } = await talk.say(words, SHORT);
  expect(reply).toMatchObject({ parts: [{ phrase }, { text: expect.stringMatching(/^How much\?/) }], question: 'bot' });
  expect(sent).toHaveLength(1);
});

describe('an inline answer that misses the deadline', () => {
  test('runs on, is promised, and is heard once', async () => {
    let finish = (_messages: Message[]) => {};
    const bot = scriptedPlatform((input) =>
      input.kind === 'text' && input.text === 'slow'
        ? new Promise((resolve) => (finish = resolve))
        : [botMessage('Fast.')],
    );
    const talk = startTalk(bot.platform);
    const first = await talk.say('slow', SHORT);
    expect(first.reply).toMatchObject({ parts: [{ phrase: 'still-coming' }], question: 'check' });
    expect(first.error).toMatchObject({ code: 'ALOUD_PLATFORM_TIMEOUT' });
    const turn = talk.say('check');
    setTimeout(() => finish([botMessage('At last.')]), 30);
    expect(textsOf(await turn)).toEqual(['At last.']);
    expect(textsOf(await talk.say('hello'))).toEqual(['Fast.']);
  });

  const by = (message: Message, channel: 'inline' | 'event', id: string): Message => ({ ...message, channel, id });

  test('and comes by the event webhook too is heard once, and announced where nothing is known of it', async () => {
    const said = { ...botMessage('You are welcome.'), sentAt: Date.now() };
    let answers = 0;
    const bot = scriptedPlatform(() => [by(said, 'inline', `i${answers++}`)]);
    const talk = startTalk(bot.platform);
    await talk.say('hello');
    await talk.bring(by(said, 'event', 'e1'));
    expect(textsOf(await talk.say('hello'))).toEqual(['You are welcome.']);
    await talk.bring(by(said, 'event', 'e2'), by(said, 'event', 'e3'));
    expect(textsOf(await talk.say('hello'))).toEqual([
      'In case you missed it.',
      'You are welcome.',
      'And now to what you just said.',
      'You are welcome.',
    ]);
  });
});

describe('the word that an answer takes a while', () => {
  test('is said once, and not when the answer is there', async () => {
    const { talk } = answering({ hello: ['Hi.'] });
    const progress = jest.fn(async () => {});
    await talk.say('hello', { progress });
    expect(progress).not.toHaveBeenCalled();
    await talk.say('slow', { progress, budgetMs: 2200 });
    expect(progress).toHaveBeenCalledTimes(1);
  });

  test('is taken back when the turn ends while it is on its way', async () => {
    const { talk } = answering({});
    let taken = false;
    const progress = (signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => {
          taken = true;
          resolve();
        });
      });
    await talk.say('slow', { progress, budgetMs: 2000 });
    expect(taken).toBe(true);
  });
});
