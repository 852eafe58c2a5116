import { botMessage, command, scriptedPlatform, startTalk, textsOf, webhookPlatform } from '../support/talk';

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

test('it is said again until it was heard', async () => {
  const talk = startTalk(echoBot().platform);
  await talk.say('one');
  await talk.end(false);
  await talk.say(launch, { newSession: true });
  await talk.end(false);
  expect(textsOf(await talk.say(launch, { newSession: true }))).toContain('You said one.');
  await talk.say(command('help'));
  await talk.end(true);
  expect(textsOf(await talk.say(launch, { newSession: true }))).toEqual([]);
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
  expect(texts).toEqual([MISSED, 'One.', 'Something more came in for you.', 'Two.']);
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
  expect(await talk.store.identity('anne')).toBeUndefined();
});
