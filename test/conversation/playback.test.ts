import { openSqlite } from '../../lambda/store/sqlite';
import { botMessage, command, scriptedPlatform, startTalk, textsOf, webhookPlatform } from '../support/talk';

const SECRET = 'a secret of at least 32 characters';
const MISSED = 'In case you missed it.';
const SHORT = { budgetMs: 320 };
const launch = { kind: 'launch' } as const;

const echoBot = () =>
  scriptedPlatform((input) => (input.kind === 'text' ? [botMessage(`You said ${input.text}.`, ['Red', 'Blue'])] : []));

test('a reply that the next request follows was heard', async () => {
  const talk = startTalk(echoBot().platform);
  await talk.say('one');
  await talk.say('two');
  await talk.end(true);
  expect(textsOf(await talk.say(launch, { newSession: true }))).toEqual([]);
});

test('a reply that Alexa could not use is said again, with its choices', async () => {
  const bot = echoBot();
  const talk = startTalk(bot.platform);
  await talk.say('one');
  await talk.end(false);
  const again = await talk.say(launch, { newSession: true });
  expect(textsOf(again)).toEqual([MISSED, 'You said one.']);
  expect(again.reply.offer?.labels).toEqual(['Red', 'Blue']);
  await talk.say('blue');
  expect(bot.sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: 'Blue' } });
});

test('it is said again once, and follows nobody for ever', async () => {
  const talk = startTalk(echoBot().platform);
  await talk.say('one');
  for (let launches = 0; launches < 3; launches++) {
    const texts = textsOf(await talk.say(launch, { newSession: true }));
    expect(texts).toEqual(launches === 0 ? [MISSED, 'You said one.'] : []);
  }
});

test('what was said again when Alexa had given up is said again once more', async () => {
  const talk = startTalk(echoBot().platform);
  await talk.say('one');
  for (let launches = 0; launches < 3; launches++) {
    await talk.end('too-late');
    expect(textsOf(await talk.say(launch, { newSession: true }))).toEqual([MISSED, 'You said one.']);
  }
  await talk.end(true);
  expect(textsOf(await talk.say(launch, { newSession: true }))).toEqual([]);
});

test('what Alexa could not use is said again, but what she refuses each time follows nobody for ever', async () => {
  const talk = startTalk(echoBot().platform);
  await talk.say('one');
  const heard: (readonly string[])[] = [];
  for (let launches = 0; launches < 5; launches++) {
    await talk.end(false);
    heard.push(textsOf(await talk.say(launch, { newSession: true })));
  }
  expect(heard).toEqual([...Array(3).fill([MISSED, 'You said one.']), [], []]);
});

test('a reply that Alexa can use begins a new row of those that she refuses', async () => {
  const talk = startTalk(echoBot().platform);
  await talk.say('one');
  for (let launches = 0; launches < 3; launches++) {
    await talk.end(false);
    await talk.say(launch, { newSession: true });
  }
  const heard = [textsOf(await talk.say('three'))];
  for (let launches = 0; launches < 3; launches++) {
    await talk.end(false);
    heard.push(textsOf(await talk.say(launch, { newSession: true })));
  }
  expect(heard).toEqual([['You said three.'], ...Array(3).fill([MISSED, 'You said three.'])]);
});

test('what was to be said again, and was spoken into or left before it was answered, is said again', async () => {
  const bot = webhookPlatform({}, () => new Promise((resolve) => setTimeout(resolve, 100)));
  const talk = startTalk(bot.platform);
  await talk.say('hello', { ...SHORT, newSession: true });
  await talk.bring('One.');
  await talk.say('check', SHORT);
  await talk.end(false);
  const turn = talk.say('another question', { ...SHORT, newSession: true });
  await new Promise((resolve) => setTimeout(resolve, 30));
  await talk.end(false);
  expect(textsOf(await turn)).toContain('One.');
  expect(textsOf(await talk.say(launch, { newSession: true }))).toEqual(expect.arrayContaining([MISSED, 'One.']));
});

test('what had the time to be said was heard, although the session ended without a word', async () => {
  const talk = startTalk(echoBot().platform);
  await talk.say('one');
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now + 30_000);
  expect(textsOf(await talk.say(launch, { newSession: true }))).toEqual([]);
  jest.restoreAllMocks();
});

test('what had the time to be said was perhaps never heard, where the user begins anew while the microphone would be open', async () => {
  const talk = startTalk(echoBot().platform);
  await talk.say('one');
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now + 10_000);
  expect(textsOf(await talk.say(launch, { newSession: true }))).toEqual([MISSED, 'You said one.']);
  jest.restoreAllMocks();
});

test('on an Echo without a screen, whose ends are told, an end that was not says that the reply was not heard', async () => {
  for (const [minutes, texts] of [
    [5, [MISSED, 'You said one.']],
    [15, []],
  ] as const) {
    const talk = startTalk(echoBot().platform);
    await talk.say('one');
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + minutes * 60_000);
    expect(textsOf(await talk.say(launch, { newSession: true, endsAreTold: true }))).toEqual(texts);
    jest.restoreAllMocks();
  }
});

test('there, what was to be said again by servers that were killed is said again, three times in a row', async () => {
  const store = openSqlite(':memory:', { secret: SECRET });
  const sessions = new Map<string, string>();
  const startAnew = () => startTalk(echoBot().platform, { store, sessions });
  await startAnew().say('one');
  const heard: (readonly string[])[] = [];
  for (let launches = 0; launches < 5; launches++) {
    heard.push(textsOf(await startAnew().say(launch, { newSession: true, endsAreTold: true })));
  }
  expect(heard).toEqual([...Array(3).fill([MISSED, 'You said one.']), [], []]);
});

test('there, a server that has said it again and would have been told that it was not heard does not say it a third time', async () => {
  const talk = startTalk(echoBot().platform);
  await talk.say('one');
  const launched = async (options: { readonly isGivenUp?: true } = {}) =>
    textsOf(await talk.say(launch, { newSession: true, endsAreTold: true, ...options }));
  // Alexa had given up when the first was answered.
  expect([await launched({ isGivenUp: true }), await launched(), await launched()]).toEqual([
    ...Array(2).fill([MISSED, 'You said one.']),
    [],
  ]);
});

test('it comes after what is new, and before what that asks', async () => {
  const bot = scriptedPlatform((input) =>
    input.kind !== 'text' ? [] : [botMessage(input.text === 'book' ? 'Which day? We open at nine.' : 'You said one.')],
  );
  const talk = startTalk(bot.platform);
  await talk.say('one');
  const { reply } = await talk.say('book', { newSession: true });
  expect(textsOf({ reply })).toEqual([
    'We open at nine.',
    MISSED,
    'You said one.',
    'Now back to my question.',
    'Which day?',
  ]);
});

test('a launch comes back to the question that is open, with its choices; other words answer nothing', async () => {
  const bot = scriptedPlatform((input) =>
    input.kind === 'start' ? [] : [botMessage('Which colour?', ['Red', 'Blue'])],
  );
  const talk = startTalk(bot.platform);
  await talk.say('book', { newSession: true });
  await talk.end(true);
  const { reply } = await talk.say(launch, { newSession: true });
  expect(reply).toMatchObject({ asking: 'Which colour?', question: 'choices', offer: { labels: ['Red', 'Blue'] } });
  expect(reply.parts).toEqual([{ phrase: 'welcome-back' }, { text: 'Which colour?' }]);
  await talk.end(true);
  await talk.say('blue', { newSession: true });
  expect(bot.sent.at(-1)).toEqual({ kind: 'text', text: 'blue' });
});

describe('time goes by', () => {
  afterEach(() => jest.restoreAllMocks());

  const later = (minutes: number) => {
    const now = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => now + minutes * 60_000);
  };

  test.each([
    [29, ['Red', 'Blue'], { kind: 'choice', choice: { label: 'Blue' } }],
    [31, undefined, { kind: 'text', text: 'blue' }],
    // A clock that was set back tells nothing.
    [-31, undefined, { kind: 'text', text: 'blue' }],
  ])('a launch after %i minutes offers %j again', async (minutes, labels, sent) => {
    const bot = echoBot();
    const talk = startTalk(bot.platform);
    await talk.say('one');
    await talk.end(true);
    later(minutes);
    expect((await talk.say(launch, { newSession: true })).reply.offer?.labels).toEqual(labels);
    await talk.say('blue');
    expect(bot.sent.at(-1)).toMatchObject(sent);
  });

  test.each([
    [9, [MISSED, 'You said one.']],
    [11, []],
  ])('a reply at another Echo that was cut off %i minutes later: %j', async (minutes, texts) => {
    const talk = startTalk(echoBot().platform);
    await talk.say('one', { newSession: true, device: 'kitchen' });
    later(minutes);
    await talk.say('two', { newSession: true, device: 'bedroom' });
    await talk.end(true, 'bedroom');
    await talk.end(false, 'kitchen');
    expect(textsOf(await talk.say(launch, { newSession: true, device: 'bedroom' }))).toEqual(texts);
  });
});

test('a session that broke off without a word proves nothing', async () => {
  const talk = startTalk(echoBot().platform);
  await talk.say('one');
  expect(textsOf(await talk.say(launch, { newSession: true }))).toEqual([MISSED, 'You said one.']);
});

test('a session on another Echo leaves the first one alone', async () => {
  const talk = startTalk(echoBot().platform);
  await talk.say('one', { newSession: true, device: 'kitchen' });
  expect(textsOf(await talk.say('two', { newSession: true, device: 'bedroom' }))).toEqual(['You said two.']);
});

test('what came by webhook and was not heard is said again, and only that', async () => {
  const talk = startTalk(webhookPlatform().platform);
  const turn = talk.say('hello');
  setTimeout(() => void talk.bring('One.'), 30);
  await turn;
  await talk.end(false);
  await talk.bring('Two.');
  const texts = textsOf(await talk.say(launch, { newSession: true }));
  expect(texts).toEqual(['Something more came in for you.', 'Two.', MISSED, 'One.']);
});

test('a crash between storing and speaking loses nothing', async () => {
  const talk = startTalk(webhookPlatform().platform);
  await talk.say('hello', SHORT);
  await talk.bring('One.');
  const save = talk.store.save;
  talk.store.save = () => Promise.reject(new Error('the process is gone'));
  await talk.say('check', SHORT);
  talk.store.save = save;
  expect(textsOf(await talk.say('check', SHORT))).toContain('One.');
});

test('while the store cannot be written, what is in it is not spoken, as it would be heard twice', async () => {
  const talk = startTalk(webhookPlatform().platform);
  await talk.say('hello', SHORT);
  await talk.bring('One.');
  const save = talk.store.save;
  talk.store.save = () => Promise.reject(new Error('disk full'));
  expect((await talk.say('check', SHORT)).reply.parts).toEqual([{ phrase: 'error.trouble' }]);
  talk.store.save = save;
  expect(textsOf(await talk.say('check', SHORT)).filter((text) => text === 'One.')).toHaveLength(1);
});

test('the end of a session makes nobody known', async () => {
  const talk = startTalk(echoBot().platform);
  await talk.end(false);
  expect(await talk.store.find('anne')).toBeUndefined();
});

describe('what a turn brings that the user has gone on without', () => {
  beforeEach(() => {
    let now = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => ++now);
  });
  afterEach(() => jest.restoreAllMocks());

  /** A bot that answers a question when it is let. */
  function slowBot() {
    const waiting: (() => void)[] = [];
    const { platform } = scriptedPlatform(async (input) => {
      if (input.kind !== 'text') return [];
      if (input.text === 'slow') await new Promise<void>((resolve) => waiting.push(resolve));
      return [botMessage(`You said ${input.text}.`)];
    });
    return { talk: startTalk(platform), answer: () => waiting.pop()?.() };
  }
  const turnOf = async (said: Promise<unknown>, between: () => Promise<unknown>, answer: () => void) => {
    await new Promise((resolve) => setImmediate(resolve));
    await between();
    answer();
    await said;
  };

  test('is heard after the next word, where another request of the session came first', async () => {
    const { talk, answer } = slowBot();
    await talk.say('one');
    await turnOf(talk.say('slow'), () => talk.say(command('help')), answer);
    expect(textsOf(await talk.say('two'))).toEqual(['You said two.', MISSED, 'You said slow.']);
    expect(textsOf(await talk.say('three'))).toEqual(['You said three.']);
  });

  test('is heard in the next session at that Echo, which the user began meanwhile', async () => {
    const { talk, answer } = slowBot();
    await talk.say('one');
    await turnOf(talk.say('slow'), () => talk.say(launch, { newSession: true }), answer);
    expect(textsOf(await talk.say('two'))).toEqual(expect.arrayContaining([MISSED, 'You said slow.']));
  });

  test('is heard at once, where they went on at another Echo, and not again', async () => {
    const { talk, answer } = slowBot();
    await talk.say('one');
    const slow = talk.say('slow');
    await turnOf(slow, () => talk.say('two', { newSession: true, device: 'bedroom' }), answer);
    expect(textsOf(await slow)).toEqual(['You said slow.']);
    expect(textsOf(await talk.say('three'))).toEqual(['You said three.']);
    expect(textsOf(await talk.say('four', { device: 'bedroom' }))).toEqual(['You said four.']);
  });

  test.each([
    ['the user said goodbye', (talk: ReturnType<typeof slowBot>['talk']) => talk.say(command('goodbye'))],
    ['the session ended', (talk: ReturnType<typeof slowBot>['talk']) => talk.end(true)],
  ])('is heard at the next launch, where %s', async (_what, leave) => {
    const { talk, answer } = slowBot();
    await talk.say('one');
    await turnOf(talk.say('slow'), () => leave(talk), answer);
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + 3_600_000);
    expect(textsOf(await talk.say(launch, { newSession: true }))).toEqual([MISSED, 'You said slow.']);
  });

  test('what the newer request was told is not thereby heard', async () => {
    const { talk, answer } = slowBot();
    await turnOf(talk.say('slow'), () => talk.say('two'), answer);
    await talk.end(false);
    expect(textsOf(await talk.say(launch, { newSession: true }))).toEqual([MISSED, 'You said slow.', 'You said two.']);
  });
});
