import type { Message } from '../../lambda/conversation/message';
import { botMessage, command, scriptedPlatform, startTalk } from '../support/talk';

/** A bot that says this to whatever it hears, and what is said between us and a user of it. */
function saying(...messages: readonly Message[]) {
  const { platform, sent } = scriptedPlatform((input) => (input.kind === 'start' ? [] : [...messages]));
  const talk = startTalk(platform);
  const say = async (input: Parameters<typeof talk.say>[0]) => {
    const { reply } = await talk.say(input);
    const parts = reply.parts.map((part) => ('phrase' in part ? part.phrase : part.text));
    return { parts, question: reply.question, labels: reply.offer?.labels, reply };
  };
  return { say, talk, sent };
}

const REPEAT = command('repeat');
const NO = command('no');
const long = (end: string, choices: readonly string[] = []) =>
  botMessage(`${'We have a hall. '.repeat(200)}${end}`, choices);

describe('"more options"', () => {
  const many = botMessage('Which hall?', ['One', 'Two', 'Three', 'Four', 'Five']);

  test('reads the next with the question, and says so before it begins again', async () => {
    const { say } = saying(many);
    await say('a hall');
    expect(await say('more options')).toMatchObject({ parts: ['Which hall?'], labels: ['Four', 'Five'] });
    expect(await say('more options')).toMatchObject({
      parts: ['no-more-options', 'Which hall?'],
      labels: ['One', 'Two', 'Three'],
      question: 'choices',
    });
  });

  test('of a bot that asks nothing are read alone', async () => {
    const { say } = saying(botMessage('', ['One', 'Two', 'Three', 'Four', 'Five']));
    await say('a hall');
    expect(await say('more options')).toMatchObject({ parts: [], labels: ['Four', 'Five'] });
    expect(await say('what are the options')).toMatchObject({ parts: [], labels: ['One', 'Two', 'Three'] });
  });
});

describe('what help leads back to', () => {
  test('are the choices that were read out last', async () => {
    const { say } = saying(botMessage('Which hall?', ['One', 'Two', 'Three', 'Four', 'Five']));
    await say('a hall');
    await say('more options');
    expect((await say(command('help'))).labels).toEqual(['Four', 'Five']);
  });

  test('are the choices of a text that has listed them, which is not said again', async () => {
    const { say } = saying(botMessage('Which hall?\nNorth\nSouth', ['North', 'South']));
    expect((await say('a hall')).reply.offer).toMatchObject({ isHeard: true });
    const { labels, reply } = await say(command('help'));
    expect(labels).toEqual(['North', 'South']);
    expect(reply.offer).not.toHaveProperty('isHeard');
  });
});

describe('"repeat"', () => {
  test('says that there is nothing to who has heard nothing', async () => {
    expect((await saying().say(REPEAT)).parts).toContain('nothing-to-repeat');
  });

  test.each([
    ['what offers', botMessage('Which hall?', ['North', 'South'])],
    ['what offers, and says nothing', botMessage('', ['North', 'South'])],
    ['what asks', botMessage('Which hall would you like?')],
    ['what asks nothing', botMessage('We have two halls.')],
    ['what asks for more', botMessage('We have two halls. Let me know if you need anything else.')],
  ])('says the same once more, word for word, however often: %s', async (_what, message) => {
    const { say } = saying(message);
    const { messages: _, ...first } = (await say('halls')).reply;
    for (let times = 0; times < 2; times++) {
      const { messages: __, ...again } = (await say(REPEAT)).reply;
      expect(again).toEqual(first);
    }
  });
});

test('our question for more is put in other words each time', async () => {
  const { say } = saying(botMessage('We have two halls.'));
  for (const asked of [0, 1, 2]) expect((await say('halls')).reply).toMatchObject({ question: 'anything-else', asked });
});

test('it is, too, where something else was repeated in between', async () => {
  const { platform } = scriptedPlatform((input) => {
    const isHalls = input.kind === 'text' && input.text === 'halls';
    return [isHalls ? botMessage('Which hall?', ['North', 'South']) : botMessage('We open at nine.')];
  });
  const talk = startTalk(platform);
  expect((await talk.say('hours')).reply.asked).toBe(0);
  await talk.say('halls');
  await talk.say(REPEAT);
  expect((await talk.say('hours')).reply.asked).toBe(1);
});

describe('the end of a long text that is left out', () => {
  test.each([
    ['asks with choices', long('Which hall?', ['North', 'South']), ['all-right', 'Which hall?'], 'choices'],
    ['asks', long('Which hall would you like?'), ['all-right', 'Which hall would you like?'], 'bot'],
    ['asks nothing', long('That is all.'), ['all-right'], 'anything-else'],
    ['tells of a word', long('Send STOP to unsubscribe.'), ['all-right'], 'anything-else'],
  ])('%s', async (_how, message, parts, question) => {
    const { say } = saying(message);
    expect((await say('halls')).question).toBe('go-on');
    expect(await say(NO)).toMatchObject({ parts, question });
  });
});

describe('a word of ours', () => {
  test.each([
    ['choices', botMessage('Which hall?', ['North', 'South']), ['Which hall?'], 'choices'],
    ['choices without a question', botMessage('', ['North', 'South']), [], 'choices'],
    ['a question', botMessage('Which hall would you like?'), ['Which hall would you like?'], 'bot'],
    ['nothing', botMessage('We have two halls.'), [], 'anything-else'],
  ])('behind which there is still %s leads back to it', async (_what, message, asked, question) => {
    const { say } = saying(message);
    await say('halls');
    expect((await say('forget me')).question).toBe('forget-me');
    expect(await say(NO)).toMatchObject({ parts: ['all-right', ...asked], question });
  });
});

test('goodbye ends the session, though something is open', async () => {
  const { say } = saying(botMessage('Which hall?', ['North', 'South']));
  await say('halls');
  const { parts, question } = await say(command('goodbye'));
  expect({ parts, question }).toEqual({ parts: ['goodbye'], question: undefined });
});
