import type { Message } from '../../lambda/conversation/message';
import { botMessage, command, scriptedPlatform, startTalk, type Talk, webhookPlatform } from '../support/talk';
import { type Heard, hearing, listen } from './hearing';

const SHORT = { budgetMs: 320 } as const;
const LAUNCH = { kind: 'launch' } as const;
const MUMBLE = { kind: 'no-match' } as const;
const rosa = (text: string): Message => ({ ...botMessage(text), from: { kind: 'agent', id: '7', name: 'Rosa' } });

test('"Anything else?" is asked in many words, and never in the same words twice in a row', async () => {
  const { said, say } = await hearing([botMessage('We open at nine.')]);
  const heard = [said];
  for (let turn = 0; turn < 40; turn++) {
    // Other turns lie between, as they come.
    for (let others = turn % 3; others > 0; others--) await say(others === 2 ? 'help' : MUMBLE);
    heard.push((await say('hours')).said);
  }
  const questions = heard.map((speech) => speech.replace('We open at nine. ', ''));
  expect(new Set(questions).size).toBeGreaterThanOrEqual(8);
  for (const [index, question] of questions.entries()) expect(question).not.toBe(questions[index - 1]);
});

describe('failures in a row', () => {
  test('of hearing: the question again, then what helps, then a kind end', async () => {
    const { say } = await hearing([botMessage('Which day suits you?', ['Thursday', 'Friday'])]);
    expect((await say(MUMBLE)).said).toMatch(
      /^(?:Sorry|I didn't|I missed).* Which day suits you: Thursday or Friday\?$/,
    );
    expect((await say(MUMBLE)).said).toMatch(/say help\. Which day suits you: Thursday or Friday\?$/);
    expect(await say(MUMBLE)).toMatchObject({
      said: expect.stringMatching(/another time\. Goodbye!$/),
      reprompt: undefined,
    });
    expect((await say(LAUNCH, { newSession: true })).said).toMatch(/Which day suits you: Thursday or Friday\?$/);
    expect((await say(MUMBLE)).said).toMatch(/Friday\?$/);
  });

  test('with an answer between them are no row', async () => {
    const { say } = await hearing([botMessage('We open at nine.')]);
    for (let turn = 0; turn < 4; turn++) {
      expect((await say(MUMBLE)).reprompt).toBeDefined();
      expect((await say(MUMBLE)).reprompt).toBeDefined();
      await say('hours');
    }
  });

  test('of the bot: what was asked is asked again, and the third ends kindly', async () => {
    let fails = false;
    const { platform } = scriptedPlatform(() => {
      if (fails) throw new TypeError('no such thing');
      return [botMessage('Which day suits you?', ['Thursday', 'Friday'])];
    });
    const say = listen(startTalk(platform));
    await say('a table');
    fails = true;
    expect((await say('friday')).said).toMatch(/Which day suits you: Thursday or Friday\?$/);
    expect((await say('friday')).said).toMatch(/Which day suits you: Thursday or Friday\?$/);
    expect(await say('friday')).toMatchObject({
      said: expect.stringMatching(/a little later\. Goodbye!$/),
      reprompt: undefined,
    });
    fails = false;
    expect((await say(LAUNCH, { newSession: true })).said).toMatch(/Which day suits you: Thursday or Friday\?$/);
  });
});

describe('help says what works here and now, and ends with a question', () => {
  const help = command('help');

  test('at the beginning', async () => {
    const { said } = await listen(startTalk(scriptedPlatform(() => []).platform))(help);
    expect(said).toMatch(/own words\. To leave, say stop\. What would you like to (?:say|do)\?$/);
  });

  test('with options open', async () => {
    const { say } = await hearing([botMessage('Which day suits you?', ['Thursday', 'Friday'])]);
    expect((await say(help)).said).toMatch(
      /pick one of the options.* say repeat\. .* say start over\. To leave, say stop\. Which day suits you: Thursday or Friday\?$/,
    );
  });

  test('with options open, of nothing else', async () => {
    const { say } = await hearing([botMessage('Which day suits you?', ['Thursday', 'Friday'])], {});
    expect((await say(help)).said).not.toContain('in your own words');
  });

  test('with an option open that only holds the word', async () => {
    const { say, sent } = await hearing([botMessage('What hurts?', ['My tooth… help!', 'My jaw'])]);
    const before = sent.length;
    expect((await say('help')).said).toMatch(/^You can pick one of the options/);
    expect((await say(help)).said).toMatch(/^You can pick one of the options/);
    expect(sent).toHaveLength(before);
  });

  test('unless it is the option', async () => {
    const { say, sent } = await hearing([botMessage('What would you like?', ['Help 🆘', 'Prices'])]);
    await say('help');
    expect(sent.at(-1)).toMatchObject({ choice: { label: 'Help 🆘' } });
  });

  test('with a yes or no open', async () => {
    const { say } = await hearing([botMessage('Shall I book it?', ['Yes', 'No'])]);
    expect((await say(help)).said).toMatch(/^Just say yes or no, or ask for something else\. .* Shall I book it\?$/);
  });

  test('with a question of the bot’s open', async () => {
    const { say } = await hearing([botMessage('What is your name?')]);
    expect((await say(help)).said).toMatch(/^Just answer in your own words.* What is your name\?$/);
  });

  test('with more to hear', async () => {
    const { say } = await hearing([botMessage('The castle is old. '.repeat(100))]);
    expect((await say(help)).said).toMatch(/^To hear the rest, say yes\. .*Shall I go on\?$/);
  });

  test('with new messages', async () => {
    const { platform } = webhookPlatform({}, () => talk.bring('Welcome.'));
    const talk: Talk = startTalk(platform);
    const say = listen(talk);
    await say('hello');
    expect((await say(help)).said).not.toContain('new messages');
    await talk.bring(rosa('Your parcel is here.'));
    expect((await say(help)).said).toMatch(/To hear them, say new messages\. .*\?$/);
  });
});

describe('where a person answers', () => {
  async function withRosa(
    ...texts: readonly string[]
  ): Promise<{ say: ReturnType<typeof listen>; first: Heard; talk: Talk; sent: readonly unknown[] }> {
    const bot = webhookPlatform();
    const talk = startTalk(bot.platform, { notifications: true });
    const say = listen(talk);
    await say('hello', SHORT);
    await say(command('goodbye'));
    await talk.bring(...texts.map((text, index) => ({ ...rosa(text), id: `rosa ${index}` })));
    return { say, talk, sent: bot.sent, first: await say(LAUNCH, { newSession: true }) };
  }

  test('several messages of hers are announced under her name', async () => {
    const { first } = await withRosa('Your parcel is here.', 'It is at the door.');
    expect(first.said).toMatch(
      /Two new messages from Rosa\. Rosa says: Your parcel is here\. (?:Shall I read the next one|Next one)\?$/,
    );
  });

  test('notifications are offered behind the last of them, not between', async () => {
    const { first, say } = await withRosa('Your parcel is here.', 'It is at the door.');
    expect(first.said).not.toContain('notification');
    const last = await say('yes');
    expect(last.said).toMatch(/It is at the door\. .*notification.* Would you like to reply\?$/);
  });

  test('a card that is spoken of is not displaced by the permission', async () => {
    const { first, say } = await withRosa('See https://shop.example/parcel for your parcel.');
    expect(first.said).not.toContain('notification');
    expect(first.card?.text).toContain('https://shop.example/parcel');
    expect((await say('no')).said).not.toContain('notification');
  });

  test.each(['next', 'skip', 'delete all'])('behind the last message, %j is no word for her', async (words) => {
    const { say, sent } = await withRosa('Your parcel is here.');
    const before = sent.length;
    const { said } = await say(words, SHORT);
    expect(said).toMatch(/^(?:There are no new messages|You have no new messages)\. Would you like to reply\?$/);
    expect(sent).toHaveLength(before);
  });

  test.each(['next', 'delete all'])('behind the last announcement, %j is no word for the bot', async (words) => {
    const bot = webhookPlatform();
    const talk = startTalk(bot.platform);
    const say = listen(talk);
    await say('hello', SHORT);
    await say(command('goodbye'));
    await talk.bring({ ...botMessage('We are closed on Monday.'), id: 'b', from: { kind: 'broadcast' } });
    await say(LAUNCH, { newSession: true });
    const before = bot.sent.length;
    expect((await say(words, SHORT)).said).toMatch(/^(?:There are|You have) no new messages\. [^?]+\?$/);
    expect(bot.sent).toHaveLength(before);
  });

  test('the bot’s choices are not said as hers', async () => {
    const { said, say, sent } = await hearing([
      {
        ...botMessage('See [the map](https://shop.example/map) first. What can I do for you?', ['Hours', 'Prices']),
        id: 'a',
      },
      { ...rosa('Tom here, can I help?'), id: 'b' },
    ]);
    expect(said).toBe(
      'See the map first. What can I do for you? The link is in your Alexa app. Rosa says: Tom here, can I help?',
    );
    await say('prices');
    expect(sent.at(-1)).toMatchObject({ choice: { label: 'Prices' } });
  });

  test('and the bot had offered something before, that is not asked behind her message', async () => {
    const bot = webhookPlatform({}, () => talk.bring(botMessage('Which day?', ['Monday', 'Friday'])));
    const talk: Talk = startTalk(bot.platform);
    const say = listen(talk);
    await say('hello');
    await say(command('goodbye'));
    await talk.bring({ ...rosa('Your parcel is here.'), id: 'rosa' });
    const { said } = await say(LAUNCH, { newSession: true });
    expect(said).toMatch(/Rosa says: Your parcel is here\. Would you like to reply\?$/);
    await say('friday');
    expect(bot.sent.at(-1)).toMatchObject({ choice: { label: 'Friday' } });
  });

  test.each(["no that's it", "no that's all", "that's it", 'no need'])('and %j does not look for it', async (words) => {
    const { say } = await withRosa('How can I help?');
    await say('my parcel is late', SHORT);
    const { said } = await say(words, SHORT);
    expect(said).not.toMatch(/nothing new|look|answered/i);
  });

  test('"anything else" is left out', async () => {
    const { say } = await withRosa('How can I help?');
    const { said } = await say('my parcel is late', SHORT);
    expect(said).toMatch(/(?:see if they have answered|look for their answer)\?$/);
    expect((await say('yes', SHORT)).said).toMatch(/Shall I [^?]+\?$/);
  });
});

describe('where the answer takes long', () => {
  test.each(["no that's it", "that's all", 'not now'])('%j does not look again', async (words) => {
    const say = listen(startTalk(webhookPlatform().platform));
    expect((await say('where is my parcel', SHORT)).said).toMatch(/Shall I [^?]+\?$/);
    expect((await say(words, SHORT)).said).toMatch(/^(?:All right|Okay|Sure)\. (?!Shall I)[^?]+\?$/);
  });

  test('"I am done" ends', async () => {
    const say = listen(startTalk(webhookPlatform().platform));
    await say('where is my parcel', SHORT);
    expect((await say("i'm done", SHORT)).reprompt).toBeUndefined();
  });
});

describe('what was not heard is said again', () => {
  /** A reply that Alexa did not play, and what the bot says next. */
  async function missing(missed: string, next: string) {
    let answer = missed;
    const talk = startTalk(scriptedPlatform((input) => (input.kind === 'start' ? [] : [botMessage(answer)])).platform);
    const say = listen(talk);
    await say('hello');
    await talk.end(false);
    answer = next;
    return (await say('go on', { newSession: true })).said;
  }

  test('behind what is new, and before a question one is led back to that', async () => {
    expect(await missing('Your parcel was sent.', 'We have two sizes. Which one would you like?')).toBe(
      'We have two sizes. In case you missed it. Your parcel was sent. Now back to my question. Which one would you like?',
    );
  });

  test('but not a question that a newer one has taken the place of', async () => {
    expect(await missing('We are open. Which day suits you?', 'Sure. What is your name?')).toBe(
      'Sure. In case you missed it. We are open. Now back to my question. What is your name?',
    );
    expect(await missing('Which day suits you?', 'Sure. What is your name?')).toBe('Sure. What is your name?');
  });

  test('and as it was where nothing new is asked', async () => {
    expect(await missing('Which day suits you?', 'We open at nine.')).toBe(
      'We open at nine. In case you missed it. Which day suits you?',
    );
  });
});
