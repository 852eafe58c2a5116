import type { Message } from '../../lambda/conversation/message';
import { botMessage, command, scriptedPlatform, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';

const launch = { kind: 'launch' } as const;

/** A bot that says this to whatever it hears. */
function saying(...messages: readonly (string | Message)[]) {
  const bot = scriptedPlatform(() => messages.map((one) => (typeof one === 'string' ? botMessage(one) : one)));
  return { ...bot, talk: startTalk(bot.platform) };
}

const words = (sent: readonly { readonly kind: string }[]) =>
  sent.flatMap((input) => ('text' in input ? [input.text] : [input.kind]));

describe('a question of the bot’s', () => {
  test.each([
    ['before a request', 'Shall I book? Please answer yes or no.', 'Shall I book? Please answer yes or no.'],
    ['without a question mark', 'Please type your order number.', 'Please say your order number.'],
    ['with the answers in brackets', 'Continue (Y/N)', 'Continue, yes or no?'],
    ['before a footer', 'Shall I book it? Prices include tax.', 'Shall I book it?'],
    ['in the middle', 'Hello. Which day suits you? We are closed on Sunday.', 'Which day suits you?'],
  ])('%s is the last thing said, once, and nothing of ours is added', async (_where, text, asked) => {
    const { talk } = saying(text);
    const { reply } = await talk.say('hello');
    expect(reply.question).toBe('bot');
    expect(reply.asking).toBe(asked);
    const said = textsOf({ reply }).join(' ');
    expect(said.endsWith(asked)).toBe(true);
    expect(said.split(asked)).toHaveLength(2);
  });

  test('before a picture, a link and a second message is asked behind them', async () => {
    const picture = { ...botMessage('Which one?'), media: [{ kind: 'image', title: 'Our rooms' } as const] };
    const { talk } = saying(picture, 'All rooms have a balcony.');
    const { reply } = await talk.say('rooms');
    const said = textsOf({ reply });
    expect(said.at(-1)).toBe('Which one?');
    expect(said.slice(0, -1).join(' ')).toMatch(/Our rooms.*balcony/);
    expect(reply.question).toBe('bot');
  });

  test.each(['yes', 'no'] as const)('gets the "%s" that answers it, and the session goes on', async (answer) => {
    const { talk, sent } = saying('Shall I book the table? Prices include tax.');
    await talk.say('a table');
    const { reply } = await talk.say(command(answer));
    expect(words(sent).at(-1)).toBe(answer);
    expect(reply.question).toBeDefined();
  });

  test('is said behind a word of ours', async () => {
    const bot = webhookPlatform();
    const talk = startTalk(bot.platform);
    await talk.say('hello', { budgetMs: 320 });
    await talk.bring('Which day suits you?');
    const { reply } = await talk.say('and the price', { budgetMs: 320 });
    expect(reply.parts.at(-1)).toEqual({ text: 'Which day suits you?' });
    expect(reply.parts.slice(0, -1)).toContainEqual({ phrase: 'still-coming' });
    expect(reply.question).toBe('bot');
  });

  test('is not asked with the choices of an older one that came late', async () => {
    const bot = webhookPlatform({}, (input) =>
      'text' in input && input.text === 'friday' ? talk.bring('Friday it is. Anything to celebrate?') : undefined,
    );
    const talk: Talk = startTalk(bot.platform);
    await talk.say('a table', { budgetMs: 320 });
    await talk.bring(botMessage('Which day suits you?', ['Thursday', 'Friday']));
    const { reply } = await talk.say('friday');
    expect(textsOf({ reply })).toContain('Which day suits you?');
    expect(reply).toMatchObject({ question: 'bot', asking: 'Anything to celebrate?' });
    expect(reply.offer).toBeUndefined();
  });

  test('and its choices are repeated when we come back to it', async () => {
    const { talk } = saying(botMessage('Which day suits you?', ['Monday', 'Friday']));
    await talk.say('book');
    for (const input of [command('help'), { kind: 'no-match' } as const]) {
      const { reply } = await talk.say(input);
      expect(reply).toMatchObject({ asking: 'Which day suits you?', offer: { labels: ['Monday', 'Friday'] } });
      expect(reply.parts.at(-1)).toEqual({ text: 'Which day suits you?' });
    }
  });

  test('at the end of a long text is asked when the rest is left out', async () => {
    const { talk } = saying(`${'We have a table. '.repeat(200)}Shall I book it?`);
    expect((await talk.say('hello')).reply.question).toBe('go-on');
    const { reply } = await talk.say(command('no'));
    expect(reply).toMatchObject({ question: 'bot', parts: [{ phrase: 'all-right' }, { text: 'Shall I book it?' }] });
  });
});

describe('where the bot asked nothing', () => {
  test('we ask', async () => {
    const { talk } = saying('We open at nine.');
    expect((await talk.say('hours')).reply.question).toBe('anything-else');
  });

  test.each(['Goodbye!', 'Your table is booked. Thanks for chatting with us, have a great day!'])(
    'but took its leave (%j), the session ends',
    async (text) => {
      const { talk } = saying(text);
      const { reply } = await talk.say('that is all');
      expect(textsOf({ reply })).toEqual([text]);
      expect(reply.question).toBeUndefined();
    },
  );

  test('"no" hears first what still waits of the bot', async () => {
    const bot = webhookPlatform({}, () => talk.bring('Welcome.'));
    const talk: Talk = startTalk(bot.platform);
    expect((await talk.say('hello')).reply.question).toBe('anything-else');
    await talk.bring('Your parcel has arrived.');
    const { reply } = await talk.say(command('no'), { budgetMs: 320 });
    expect(textsOf({ reply })).toContain('Your parcel has arrived.');
    expect(reply.question).toBe('anything-else');
    expect((await talk.say(command('no'))).reply.question).toBeUndefined();
  });

  test('"no" ends the session where what waits was said already', async () => {
    const bot = scriptedPlatform(() => [{ ...botMessage('We open at nine.'), channel: 'inline' }]);
    const talk = startTalk(bot.platform);
    await talk.say('hours');
    await talk.bring({ ...botMessage('We open at nine.'), id: 'by webhook', channel: 'event' });
    expect((await talk.say(command('no'))).reply.question).toBeUndefined();
  });

  test('goodbye ends at once, and says how many wait', async () => {
    const bot = webhookPlatform();
    const talk = startTalk(bot.platform);
    await talk.say(launch, { newSession: true, budgetMs: 320 });
    await talk.bring('Your parcel has arrived.', 'It is at the door.');
    const { reply } = await talk.say(command('goodbye'));
    expect(reply.question).toBeUndefined();
    expect(reply.parts).toEqual([{ text: expect.stringMatching(/^Two new messages/) }, { phrase: 'goodbye' }]);
    expect(textsOf(await talk.say(launch, { newSession: true })).join(' ')).toContain('at the door');
  });
});
