import { botMessage, scriptedPlatform, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';

const ACCOUNTS = botMessage('Which account?', ['Checking account', 'Savings account']);
const SAID = 'my checking account please i need the balance';
const words = (sent: readonly { readonly kind: string }[]) =>
  sent.map((input) => ('text' in input ? input.text : input.kind));

test('what an answer adds to an option is said to the bot once it has answered the option', async () => {
  const bot = scriptedPlatform((input) => (input.kind === 'choice' ? [botMessage('Fine.')] : [ACCOUNTS]));
  const talk = startTalk(bot.platform);
  await talk.say('hello');
  expect(textsOf(await talk.say(SAID))[0]).toBe('Fine.');
  expect(words(bot.sent)).toEqual(['hello', 'choice', 'i need the balance']);
});

test('a bot that answers by webhook hears it no sooner, and it is not lost when the answer is late', async () => {
  const bot = webhookPlatform({}, async (input) => {
    if ('text' in input && input.text === 'hello') await talk.bring(ACCOUNTS);
  });
  const talk: Talk = startTalk(bot.platform);
  await talk.say('hello');
  expect((await talk.say(SAID, { budgetMs: 320 })).reply.parts).toEqual([{ phrase: 'held' }]);
  expect(words(bot.sent)).toEqual(['hello', 'choice']);
  await talk.bring('Fine.');
  expect(textsOf(await talk.say('check', { budgetMs: 320 }))).toContain('Fine.');
  expect(words(bot.sent)).toEqual(['hello', 'choice', 'i need the balance']);
});

test('an answer that fits several options is asked back, and the next words pick one', async () => {
  const bot = scriptedPlatform((input) => (input.kind === 'choice' ? [botMessage('Fine.')] : [ACCOUNTS]));
  const talk = startTalk(bot.platform);
  await talk.say('hello');
  const { reply } = await talk.say('the account');
  expect(reply.offer).toEqual({ labels: ['Checking account', 'Savings account'], more: false, asks: true });
  await talk.say('savings');
  expect(bot.sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: 'Savings account' } });
});

const SERVICES = botMessage('What can I do for you?', ['Book a visit', 'Opening hours']);
const VISITS = botMessage('What is it for?', ['Check-up', 'Cleaning', 'Whitening']);
const DAYS = botMessage('Which day suits you?', ['Monday', 'Tuesday']);
const BOOKED = 'i would like to book a visit for a cleaning please';
const bookings = (input: { readonly kind: string }) => {
  const label = 'choice' in input ? (input.choice as { readonly label: string }).label : '';
  if (label === 'Book a visit') return [VISITS];
  return label === 'Cleaning' ? [DAYS] : [SERVICES];
};

test('what an answer adds picks an option that the bot offers next, with the data of its button', async () => {
  const bot = scriptedPlatform((input) => bookings(input));
  const talk = startTalk(bot.platform);
  await talk.say('hello');
  await talk.say(BOOKED);
  expect(bot.sent.slice(1)).toEqual([
    { kind: 'choice', choice: { label: 'Book a visit', option: { payload: 'BOOK A VISIT' } } },
    { kind: 'choice', choice: { label: 'Cleaning', option: { payload: 'CLEANING' } } },
  ]);
});

test('it does so where the bot answers by webhook', async () => {
  const bot = webhookPlatform({}, async (input) => {
    await talk.bring(...bookings(input));
  });
  const talk: Talk = startTalk(bot.platform);
  await talk.say('hello');
  await talk.say(BOOKED);
  expect(bot.sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: 'Cleaning' } });
});

test('what is then asked is not asked with the choices of what was answered', async () => {
  const bot = scriptedPlatform((input) => bookings(input));
  const talk = startTalk(bot.platform);
  await talk.say('hello');
  const { reply } = await talk.say(BOOKED);
  expect(reply.offer?.labels).toEqual(['Monday', 'Tuesday']);
});

test('what the bot does not understand behind an option leaves what it offered first', async () => {
  const bot = scriptedPlatform((input) => {
    if ('text' in input && input.text !== 'hello') return [botMessage('Sorry, I did not get that.')];
    return input.kind === 'choice' ? [VISITS] : [SERVICES];
  });
  const talk = startTalk(bot.platform);
  await talk.say('hello');
  const { reply } = await talk.say('i would like to book a visit and bring my dog');
  expect(bot.sent.at(-1)).toMatchObject({ kind: 'text' });
  expect(reply.offer?.labels).toEqual(['Check-up', 'Cleaning', 'Whitening']);
});

test('what a person offers meanwhile is not picked by it: the bot is told it in words', async () => {
  const person = {
    ...botMessage('Or this?', ['Cleaning', 'Whitening']),
    from: { kind: 'agent', name: 'Rosa' } as const,
  };
  const bot = webhookPlatform({}, async (input) => {
    await talk.bring(...(input.kind === 'choice' ? [person, botMessage('Fine. What is it for?')] : [SERVICES]));
  });
  const talk: Talk = startTalk(bot.platform);
  await talk.say('hello');
  await talk.say(BOOKED, { budgetMs: 600 });
  expect(bot.sent.at(-1)).toMatchObject({ kind: 'text', text: expect.stringContaining('cleaning') });
});

test('it still does where the bot ended an older conversation meanwhile', async () => {
  const bot = webhookPlatform({}, async (input) => {
    if (input.kind === 'choice') {
      await talk.inbox.receive([{ kind: 'closed', to: { key: 'anne' }, at: Date.now(), id: 'end' }]);
    }
    await talk.bring(...bookings(input));
  });
  const talk: Talk = startTalk(bot.platform);
  await talk.say('hello');
  await talk.say(BOOKED);
  expect(talk.errors).toEqual([]);
  expect(bot.sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: 'Cleaning' } });
});
