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
