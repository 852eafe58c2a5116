import type { Choice, Message } from '../../lambda/conversation/message';
import { botMessage, scriptedPlatform, startTalk } from '../support/talk';

/** A bot that offers this to whatever it hears. */
async function offering(message: Message) {
  const bot = scriptedPlatform(() => [message]);
  const talk = startTalk(bot.platform);
  const { reply } = await talk.say('hello');
  const told = () => {
    const last = bot.sent.at(-1);
    return last?.kind === 'choice' ? last.choice : last?.kind === 'text' && last.text;
  };
  return { talk, told, reply };
}

const choosing = (choices: readonly Choice[]) => ({ ...botMessage('Which one?'), choices });
const cards = (...titles: readonly (readonly [string, ...string[]])[]) =>
  titles.map(([title, ...labels]) => ({ title, choices: labels.map((label) => ({ label })) }));

describe('other words that name an option', () => {
  const desk = { label: 'Talk to us', synonyms: ['front desk'] };

  test('pick it, though other options have none', async () => {
    const { talk, told } = await offering(choosing([{ label: 'Prices' }, desk]));
    await talk.say('the front desk please');
    expect(told()).toEqual(desk);
  });

  test.each(['strudel', 'the warm thing strudel'])('pick it where it was asked back: %j', async (said) => {
    const pie = { label: 'Apple pie', synonyms: ['strudel'] };
    const { talk, told } = await offering(choosing([{ label: 'Carrot cake' }, { label: 'Apple cake' }, pie]));
    expect((await talk.say('apple')).reply.offer).toMatchObject({ labels: ['Apple cake', 'Apple pie'], asks: true });
    await talk.say(said);
    expect(told()).toEqual(pie);
  });

  test.each([
    ['Please type KEEP to keep it or FREE to give it up.', 'give it up', 'FREE'],
    ['Text K to keep it or M to move it.', 'm', 'M'],
  ])('are what a text says the word is for, and the word: %j, %j', async (text, said, word) => {
    const { talk, told } = await offering(botMessage(text));
    await talk.say(said);
    expect(told()).toBe(word);
  });
});

test('a menu in the text of which several entries fit is asked back, and the number is told', async () => {
  const { talk, told } = await offering(botMessage('Choose one: 1. Carrot cake 2. Apple pie 3. Apple cake'));
  expect((await talk.say('apple')).reply.offer).toMatchObject({ labels: ['Apple pie', 'Apple cake'], asks: true });
  await talk.say('the cake');
  expect(told()).toBe('3');
});

test('options of which not all may be picked together are asked back', async () => {
  const ham = { label: 'Ham', option: 1, several: true } as const;
  const { talk, told } = await offering(choosing([ham, { label: 'No topping', option: 2 }, { label: 'Onions' }]));
  expect((await talk.say('ham and onions')).reply.offer).toMatchObject({ labels: ['Ham', 'Onions'], asks: true });
  expect(told()).toBe('hello');
});

describe('what can be done with each of several cards is said once', () => {
  test.each<[string, Partial<Message>, readonly string[]]>([
    ['where it is the same', { cards: cards(['Red', 'Buy', 'Rent'], ['Blue', 'Buy', 'Rent']) }, ['Buy', 'Rent']],
    ['where it is three things', { cards: cards(['Red', 'A', 'B', 'C'], ['Blue', 'A', 'B', 'C']) }, ['A', 'B', 'C']],
  ])('%s', async (_where, message, labels) => {
    const { reply } = await offering({ ...botMessage('Our bikes'), ...message });
    expect(reply.offer).toMatchObject({ labels, isOfEach: true });
  });

  test.each<[string, Partial<Message>, readonly string[]]>([
    [
      'one differs',
      { cards: cards(['Red', 'Buy'], ['Blue', 'Buy'], ['Green', 'Rent']) },
      ['Buy: Red', 'Buy: Blue', 'Rent'],
    ],
    ['there is one card', { cards: cards(['Red', 'Buy', 'Rent']) }, ['Buy', 'Rent']],
    [
      'it is more than anybody keeps in mind',
      { cards: cards(['Red', ...'ABCD'], ['Blue', ...'ABCD']) },
      ['A: Red', 'B: Red', 'C: Red'],
    ],
    [
      'something else is offered beside them',
      { choices: [{ label: 'Buy' }], cards: cards(['Red', 'Buy'], ['Blue', 'Buy']) },
      ['Buy', 'Buy: Red', 'Buy: Blue'],
    ],
  ])('but not where %s', async (_where, message, labels) => {
    const { reply } = await offering({ ...botMessage('Our bikes'), ...message });
    expect(reply.offer?.labels).toEqual(labels);
    expect(reply.offer?.isOfEach).toBeUndefined();
  });
});

describe('as many options are read out at once as a listener keeps in mind', () => {
  const short = (count: number) => Array.from({ length: count }, (_, at) => `Option ${'ABCDEFG'[at]}`);
  const long = (length: number) => `A label ${'o'.repeat(length - 8)}`;

  test.each([
    [4, short(4)],
    [3, short(5)],
    [4, [...short(3), long(30)]],
    [3, [...short(3), long(31)]],
    [3, [long(31), ...short(3)]],
  ])('%i of %j', async (count, labels) => {
    const { reply } = await offering(botMessage('Which one?', labels));
    expect(reply.offer).toMatchObject({ labels: labels.slice(0, count), more: count < labels.length });
  });

  test('and the last of them together where they are few', async () => {
    const { talk } = await offering(botMessage('Which one?', short(7)));
    expect((await talk.say('more options')).reply.offer).toMatchObject({ labels: short(7).slice(3), more: false });
  });
});

test.each([
  [['Yes', 'No'], true],
  [['No thanks', 'Yes please'], true],
  [['Yes', 'Perhaps'], undefined],
  [['Perhaps', 'No'], undefined],
  [['Yes', 'Yes please'], undefined],
  [['Yes', 'No', 'Perhaps'], undefined],
])('whether %j are nothing but a yes and a no', async (labels, isYesNo) => {
  const { reply } = await offering(botMessage('Shall I?', labels));
  expect(reply.offer).toMatchObject({ labels });
  expect(reply.offer?.isYesNo).toBe(isYesNo);
});
