import { botMessage, command, scriptedPlatform, startTalk, textsOf, webhookPlatform } from '../support/talk';

/** A bot that asks for a name, and for a day when told "book". */
function askingBot() {
  return scriptedPlatform((input) => {
    if (input.kind === 'start') return [];
    const isBooking = input.kind === 'text' && input.text === 'book';
    return [isBooking ? botMessage('Which day?', ['Monday', 'Tuesday']) : botMessage('Fine. What is your name?')];
  });
}

const moment = { parts: [{ phrase: 'wait' }, { text: 'What is your name?' }], question: 'bot' };

describe('a user who asks for a moment', () => {
  test.each(['hold on', 'just a second please', 'give me a minute', 'let me think', 'um can you wait a moment'])(
    'by %j gets ten seconds and the bot’s question again, and the bot hears nothing of it',
    async (said) => {
      const { platform, sent } = askingBot();
      const talk = startTalk(platform);
      await talk.say('hello');
      expect((await talk.say(said)).reply).toMatchObject({ ...moment, pause: 10 });
      expect(sent).toHaveLength(1);
      await talk.say('it is anne');
      expect(sent.at(-1)).toEqual({ kind: 'text', text: 'it is anne' });
    },
  );

  test('by "no wait" has not answered our question', async () => {
    const talk = startTalk(scriptedPlatform(() => [botMessage('We open at nine.')]).platform);
    expect((await talk.say('hours')).reply.question).toBe('anything-else');
    expect((await talk.say('no wait')).reply).toMatchObject({ question: 'anything-else', pause: 10 });
    expect((await talk.say('no')).reply.question).toBeUndefined();
  });

  test('hears the choices again, and can pick one', async () => {
    const { platform, sent } = askingBot();
    const talk = startTalk(platform);
    await talk.say('book');
    expect((await talk.say('hang on')).reply).toMatchObject({
      parts: [{ phrase: 'wait' }, { text: 'Which day?' }],
      pause: 10,
      offer: { labels: ['Monday', 'Tuesday'] },
      question: 'choices',
    });
    await talk.say('tuesday');
    expect(sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: 'Tuesday' } });
  });

  test('is asked our question again where the bot has asked none', async () => {
    const talk = startTalk(scriptedPlatform(() => [botMessage('We open at nine.')]).platform);
    await talk.say('hello');
    const { reply } = await talk.say('wait');
    expect(reply).toMatchObject({ parts: [{ phrase: 'wait' }], pause: 10, question: 'anything-else' });
    expect((await talk.say('no')).reply.parts).toEqual([{ phrase: 'goodbye' }]);
  });

  test('can still ask for the answer that is on its way', async () => {
    const bot = webhookPlatform();
    const talk = startTalk(bot.platform);
    await talk.say('hello', { budgetMs: 320 });
    expect((await talk.say('hold on')).reply).toMatchObject({ pause: 10, question: 'check' });
    await talk.bring('Hello yourself.');
    expect(textsOf(await talk.say('yes'))).toContain('Hello yourself.');
  });

  test('gets no more than three in a row: after these the question comes at once', async () => {
    const talk = startTalk(askingBot().platform);
    await talk.say('hello');
    const pauses: (number | undefined)[] = [];
    for (let times = 0; times < 5; times++) pauses.push((await talk.say('hold on')).reply.pause);
    expect(pauses).toEqual([10, 10, 10, undefined, undefined]);
    expect((await talk.say('hold on')).reply).toMatchObject(moment);
  });

  test.each(['it is anne', 'help', 'say that again'])('gets three more after %j', async (between) => {
    const talk = startTalk(askingBot().platform);
    await talk.say('hello');
    for (let times = 0; times < 4; times++) await talk.say('hold on');
    await talk.say(between);
    expect((await talk.say('hold on')).reply.pause).toBe(10);
  });

  test('and then for what was said, hears that', async () => {
    const talk = startTalk(askingBot().platform);
    const { reply } = await talk.say('hello');
    await talk.say('hold on');
    expect((await talk.say(command('repeat'))).reply.parts).toEqual(reply.parts);
  });
});

test('an option that is called so is picked', async () => {
  const bot = scriptedPlatform((input) => (input.kind === 'start' ? [] : [botMessage('And now?', ['Wait', 'Go'])]));
  const talk = startTalk(bot.platform);
  await talk.say('hello');
  await talk.say('wait');
  expect(bot.sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: 'Wait' } });
});
