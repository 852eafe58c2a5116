import type { Message } from '../../lambda/conversation/message';
import { voiceFor } from '../../lambda/speech/voice';
import { botMessage } from '../support/talk';
import { hearing } from './hearing';

type Offered = readonly [text: string, labels: readonly string[], said: string, reprompt: string | RegExp];

const OTHERWISE = '(?:Which would you like|What will it be|Which one|Which shall it be)';

describe('choices behind a question of the bot’s are the end of it', () => {
  test.each<Offered>([
    [
      'Which day suits you?',
      ['Thursday', 'Friday'],
      'Which day suits you: Thursday or Friday?',
      'Which day suits you: Thursday or Friday?',
    ],
    [
      'We have two rooms. Which one would you like?',
      ['Garden', 'Cellar'],
      'We have two rooms. Which one would you like: Garden or Cellar?',
      'Which one would you like: Garden or Cellar?',
    ],
    [
      'Hi! I am Bella. What can I do for you? 😊',
      ['Book a table', 'Opening hours', 'Menu', 'Gift cards'],
      'Hi! I am Bella. What can I do for you: Book a table, Opening hours, Menu or Gift cards?',
      'What can I do for you: Book a table, Opening hours, Menu or Gift cards?',
    ],
    [
      'Which day?',
      ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
      'Which day: Monday, Tuesday, Wednesday, or more options?',
      'Which day: Monday, Tuesday, Wednesday, or more options?',
    ],
    [
      'Please choose a room.',
      ['Garden', 'Cellar'],
      'Please choose a room: Garden or Cellar?',
      'Please choose a room: Garden or Cellar?',
    ],
    [
      'What is it about? Please choose a topic.',
      ['Billing', 'Delivery'],
      'You can say Billing or Delivery. What is it about? Please choose a topic.',
      'You can say Billing or Delivery. What is it about? Please choose a topic.',
    ],
    [
      'Which one would you like? All rooms have a balcony.',
      ['Garden', 'Cellar'],
      'All rooms have a balcony. Which one would you like: Garden or Cellar?',
      'Which one would you like: Garden or Cellar?',
    ],
    [
      'He asked: “Are you in?”',
      ['In', 'Out'],
      'You can say In or Out. He asked: “Are you in?”',
      'You can say In or Out. He asked: “Are you in?”',
    ],
  ])('%j %j', async (text, labels, said, reprompt) => {
    expect(await hearing([botMessage(text, labels)])).toMatchObject({ said, reprompt });
  });
});

describe('yes and no are in a question already', () => {
  test.each<Offered>([
    ['Shall I book it?', ['Yes', 'No'], 'Shall I book it?', 'Shall I book it? You can say Yes or No.'],
    [
      'Your table is free. Shall I book it?',
      ['Yes please', 'No thanks'],
      'Your table is free. Shall I book it?',
      'Shall I book it? You can say Yes please or No thanks.',
    ],
    ['Delivery to Burlington.', ['Yes', 'No'], 'Delivery to Burlington. Yes or No?', 'Yes or No?'],
    [
      'Shall I book it?',
      ['Yes', 'No', 'Ask me later'],
      'Shall I book it: Yes, No or Ask me later?',
      'Shall I book it: Yes, No or Ask me later?',
    ],
  ])('%j %j', async (text, labels, said, reprompt) => {
    expect(await hearing([botMessage(text, labels)])).toMatchObject({ said, reprompt });
  });

  test('and the answer picks the option', async () => {
    const { say, sent } = await hearing([botMessage('Shall I book it?', ['Yes please', 'No thanks'])]);
    await say('no');
    expect(sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: 'No thanks' } });
  });
});

test('a yes with more to it is one of two', async () => {
  const { said } = await hearing([botMessage('Is this right?', ['Yes, send it', 'Go back to the list'])]);
  expect(said).toBe('Is this right: Yes send it or Go back to the list?');
});

describe('one choice', () => {
  test.each<Offered>([
    [
      'Your details are saved.',
      ['Continue'],
      'Your details are saved. Would you like to continue?',
      'Would you like to continue? Say yes, or tell me what you would like instead.',
    ],
    [
      'Your locker is free.',
      ['Rent my locker'],
      'Your locker is free. Would you like to rent your locker?',
      'Would you like to rent your locker? Say yes, or tell me what you would like instead.',
    ],
    [
      'The pool is closed.',
      ['Swimming lessons'],
      'The pool is closed. Would you like Swimming lessons?',
      'Would you like Swimming lessons? Say yes, or tell me what you would like instead.',
    ],
    [
      'Nobody is at the desk.',
      ['Ring me back'],
      'Nobody is at the desk. Shall I say Ring me back?',
      'Shall I say Ring me back? Say yes, or tell me what you would like instead.',
    ],
    [
      'We are at your side.',
      ['Contact us'],
      'We are at your side. Would you like to contact us?',
      'Would you like to contact us? Say yes, or tell me what you would like instead.',
    ],
    [
      'Bring a towel.',
      ['Got it 👍'],
      'Bring a towel. Shall I say Got it?',
      'Shall I say Got it? Say yes, or tell me what you would like instead.',
    ],
    [
      'Your cart has two items. Ready to check out?',
      ['Check out'],
      'Your cart has two items. You can say Check out. Ready to check out?',
      'You can say Check out. Ready to check out?',
    ],
  ])('%j %j', async (text, labels, said, reprompt) => {
    expect(await hearing([botMessage(text, labels)])).toMatchObject({ said, reprompt });
  });

  test.each(['yes', 'yes please', 'continue', 'go ahead'])('is taken with %j', async (answer) => {
    const { say, sent } = await hearing([botMessage('Your details are saved.', ['Continue'])]);
    await say(answer);
    expect(sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: 'Continue' } });
  });

  test('is left with other words, which are for the bot', async () => {
    const { say, sent } = await hearing([botMessage('Your details are saved.', ['Continue'])]);
    await say('change my address');
    expect(sent.at(-1)).toMatchObject({ text: 'change my address' });
  });
});

describe('labels that would run into each other are kept apart, and the question is behind them', () => {
  test.each<Offered>([
    [
      'Which plan would you like?',
      ['Basic, $9 a month', 'Pro, $19 a month', 'Family, up to five people'],
      'You can choose one of these. Number 1: Basic, $9 a month. Number 2: Pro, $19 a month. Number 3: Family, up to five people. Which plan would you like?',
      /^You can choose one of these\. Number 1: .*Which plan would you like\?$/,
    ],
    [
      'For how many people?',
      ['1 person', '2 people', '3 people', '4 people'],
      'You can choose one of these. 1 person. 2 people. 3 people. 4 people. For how many people?',
      /For how many people\?$/,
    ],
    [
      'What would you like to do?',
      ['1. Check balance', '2. Block card', '3. Talk to someone'],
      'You can choose one of these. Number 1: Check balance. Number 2: Block card. Number 3: Talk to someone. What would you like to do?',
      /^You can choose one of these\. Number 1: Check balance\. /,
    ],
    [
      'Which slot?',
      ['Monday, 9:00', 'Monday, 10:30', 'Tuesday, 9:00', 'Friday, 14:00', 'Friday, 15:30'],
      'You can choose one of these. Number 1: Monday, 9:00. Number 2: Monday, 10:30. Number 3: Tuesday, 9:00. Or say more options. Which slot?',
      /Or say more options\. Which slot\?$/,
    ],
    [
      'Here is what people ask.',
      ['What are your opening hours?', 'Where can I park my car near you?', 'Do you deliver?'],
      'Here is what people ask. You can choose one of these. Number 1: What are your opening hours. Number 2: Where can I park my car near you. Number 3: Do you deliver. Which would you like?',
      /Number 3: Do you deliver\. \w.*\?$/,
    ],
  ])('%j %j', async (text, labels, said, reprompt) => {
    const heard = await hearing([botMessage(text, labels)]);
    expect(heard.said.replace(new RegExp(`${OTHERWISE}\\?$`), 'Which would you like?')).toBe(said);
    expect(heard.reprompt).toMatch(reprompt);
  });

  test('are picked by the number that was said', async () => {
    const { say, sent } = await hearing([botMessage('Which plan?', ['Basic, $9', 'Pro, $19'])]);
    await say('number two');
    expect(sent.at(-1)).toMatchObject({ choice: { label: 'Pro, $19' } });
  });

  test('and keep counting with more options', async () => {
    const labels = ['Mon, 9:00', 'Mon, 10:30', 'Tue, 9:00', 'Fri, 14:00', 'Fri, 15:30'];
    const { say } = await hearing([botMessage('Which slot?', labels)]);
    expect((await say('more options')).said).toBe(
      'You can choose one of these. Number 4: Friday, 2 PM. Number 5: Friday, 3:30 PM. Which slot?',
    );
  });
});

test.each([
  ['stars', ['⭐', '⭐⭐', '⭐⭐⭐', '⭐⭐⭐⭐', '⭐⭐⭐⭐⭐'], /How was it: one star, two stars, .* five stars\?$/],
  ['numbers', ['1', '2', '3', '4', '5'], /1\. 2\. 3\. 4\. 5\. How was it\?$/],
])('a scale of five is said whole: %s', async (_what, labels, said) => {
  expect((await hearing([botMessage('How was it?', labels)])).said).toMatch(said);
});

describe('choices that were heard are not said again', () => {
  test.each<Offered>([
    [
      'Do you prefer a window seat or an aisle seat?',
      ['Window seat', 'Aisle seat'],
      'Do you prefer a window seat or an aisle seat?',
      'Do you prefer a window seat or an aisle seat?',
    ],
    ['Red, white or rosé?', ['Red 🍷', 'White', 'Rosé'], 'Red, white or rosé?', 'Red, white or rosé?'],
    [
      'What is it about?\n1. Lost key\n2. Noise\n3. Heating',
      ['1', '2', '3'],
      '1. Lost key. 2. Noise. 3. Heating. What is it about?',
      'What is it about: Lost key, Noise or Heating?',
    ],
    [
      'What is it about?\n1. Lost key\n2. Noise\n3. Heating',
      ['Lost key', 'Noise', 'Heating'],
      '1. Lost key. 2. Noise. 3. Heating. What is it about?',
      'What is it about: Lost key, Noise or Heating?',
    ],
    [
      'What is it about?\n\n- Lost key\n- Noise\n- Heating',
      ['Lost key', 'Noise', 'Heating'],
      'Lost key. Noise. Heating. What is it about?',
      'What is it about: Lost key, Noise or Heating?',
    ],
  ])('%j %j', async (text, labels, said, reprompt) => {
    expect(await hearing([botMessage(text, labels)])).toMatchObject({ said, reprompt });
  });

  test('but picked by what they are about, or their number', async () => {
    const menu = botMessage('What is it about?\n1. Lost key\n2. Noise\n3. Heating', ['1', '2', '3']);
    const { say, sent } = await hearing([menu]);
    await say('the heating');
    expect(sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: '3' } });
    await say('two');
    expect(sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: '2' } });
  });

  test('are said where the question is asked again', async () => {
    const menu = botMessage('What is it about?\n1. Lost key\n2. Noise\n3. Heating', ['1', '2', '3']);
    const { say } = await hearing([menu]);
    expect((await say({ kind: 'no-match' })).said).toMatch(/ What is it about: Lost key, Noise or Heating\?$/);
    await say({ kind: 'command', command: 'goodbye' });
    expect((await say({ kind: 'launch' }, { newSession: true })).said).toMatch(
      / What is it about: Lost key, Noise or Heating\?$/,
    );
  });

  test('one that was not among them has all of them said', async () => {
    const { said } = await hearing([botMessage('Tea or coffee?', ['Tea', 'Coffee', 'Cocoa'])]);
    expect(said).toBe('Tea or coffee: Tea, Coffee or Cocoa?');
  });
});

test.each([
  [
    'a scale of ten is said by its ends',
    'How likely are you to come back?',
    Array.from({ length: 10 }, (_, index) => String(index + 1)),
    'You can say a number from 1 to 10. How likely are you to come back?',
  ],
  [
    'and not at all where the question has them',
    'From 0 to 10, how happy are you?',
    Array.from({ length: 11 }, (_, index) => String(index)),
    'From 0 to 10, how happy are you?',
  ],
  [
    'a question that is a choice itself is asked with the other one',
    'The same seat?',
    ['The same seat', 'Another seat'],
    'The same seat or Another seat?',
  ],
])('%s', async (_what, text, labels, said) => {
  expect((await hearing([botMessage(text, labels)])).said).toBe(said);
});

test('more of a long scale is none: each of its numbers is taken', async () => {
  const labels = Array.from({ length: 10 }, (_, index) => String(index + 1));
  const { say, sent } = await hearing([botMessage('How was it?', labels)]);
  await say('eight');
  expect(sent.at(-1)).toMatchObject({ choice: { label: '8' } });
});

test('a list of what is needed is no menu', async () => {
  const { said } = await hearing([
    botMessage('To join us you need:\n1. Your passport\n2. A photo\n3. Your tax number\n\nThe office closes at six.'),
  ]);
  expect(said).toMatch(/^To join us you need: .* The office closes at six\. [^?]+\?$/);
  expect(said).not.toMatch(new RegExp(`${OTHERWISE}\\?$`));
});

test.each([
  [
    'Please pick one of the following topics:\n1. Rent\n2. Noise',
    [],
    '1. Rent. 2. Noise. Please pick one of these topics.',
  ],
  ['Please pick one of the following:\n1. Rent\n2. Noise', ['1', '2'], '1. Rent. 2. Noise. Please pick one of these.'],
  [
    'Choose one of the options below:',
    ['Small, 10 dollars', 'Large, 12 dollars'],
    'You can choose one of these. Number 1: Small, 10 dollars. Number 2: Large, 12 dollars. Choose one of these options.',
  ],
])('a list that stands before is not said to follow: %j', async (text, labels, said) => {
  expect((await hearing([botMessage(text, labels)])).said).toBe(said);
});

test('a request that led to a list ends behind it', async () => {
  const { said } = await hearing([botMessage('Pick your size:', ['Small, 10 cm', 'Large, 20 cm'])]);
  expect(said).toMatch(/Number 2: Large, 20 (?:cm|centimetres)\. Pick your size\.$/);
});

describe('choices behind a statement are asked about once', () => {
  test.each([
    ['We have two rooms.', ['Garden', 'Cellar'], /^We have two rooms\. You can say Garden or Cellar\. [^?]+\?$/],
    [
      'Our rooms are quiet.',
      ['Garden', 'Cellar', 'Attic', 'Barn', 'Loft'],
      /^Our rooms are quiet\. You can say Garden, Cellar, Attic, or say more options\. [^?]+\?$/,
    ],
  ])('%j %j', async (text, labels, said) => {
    expect((await hearing([botMessage(text, labels)])).said).toMatch(said);
  });

  test('and more of them are with the question of the bot’s', async () => {
    const labels = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
    const { say } = await hearing([botMessage('Which day?', labels)]);
    expect((await say('more options')).said).toBe('Which day: Thursday or Friday?');
    expect((await say('more options')).said).toMatch(/Which day: Monday, Tuesday, Wednesday, or more options\?$/);
  });
});

describe('cards', () => {
  const carousel = (labels: (title: string) => readonly string[], text = 'Our bikes'): Message => ({
    ...botMessage(text),
    cards: ['Red bike', 'Blue bike', 'Green bike'].map((title) => ({
      title,
      text: 'From $20.',
      imageUrl: 'https://shop.example/bike.png',
      choices: labels(title).map((label) => ({ label, option: `${label} ${title}` })),
    })),
  });

  test('with the same buttons are read by their titles, then what can be done with each', async () => {
    const { said, say, sent } = await hearing([carousel(() => ['Details', 'Buy'])]);
    expect(said).toMatch(
      /^Our bikes\. Red bike\. From \$20\. Blue bike\. .* For each of them you can say Details or Buy\. [^?]+\?$/,
    );
    await say('buy the blue bike');
    expect(sent.at(-1)).toMatchObject({ choice: { option: 'Buy Blue bike' } });
  });

  test('with the same button and a question of the bot’s ask that', async () => {
    const { said } = await hearing([carousel(() => ['Buy'], 'Which bike would you like?')]);
    expect(said).toMatch(/For each of them you can say Buy\. Which bike would you like\?$/);
  });

  test('with the same button, and choices beside them, are not named once more', async () => {
    const { said, say, sent } = await hearing([
      carousel(() => ['Choose']),
      { ...botMessage('Would you like to see others?', ['By price', 'By size']), id: '2' },
    ]);
    expect(said).toMatch(/For each of them you can say Choose\. Would you like to see others: By price or By size\?$/);
    await say('choose the blue bike');
    expect(sent.at(-1)).toMatchObject({ choice: { option: 'Choose Blue bike' } });
    await say('by size');
    expect(sent.at(-1)).toMatchObject({ choice: { label: 'By size' } });
  });

  test('with a button of its own each offer those', async () => {
    const { said } = await hearing([carousel((title) => [`Buy ${title.split(' ')[0]}`], 'Which one?')]);
    expect(said).toMatch(/Which one: Buy Red, Buy Blue or Buy Green\?$/);
  });

  test('take about ten seconds', async () => {
    const { said } = await hearing([carousel(() => ['Buy'])]);
    expect(voiceFor('en-US').seconds(said)).toBeLessThan(14);
  });
});

test.each([
  ['Which day?', ['Monday', 'Friday']],
  ['Shall I book it?', ['Yes', 'No']],
  ['Ready?', ['Start']],
  ['Which plan?', ['Basic, $9', 'Pro, $19']],
  ['We have soup.', ['Soup', 'Salad']],
  ['How can I help? Please choose.', ['Sales', 'Service']],
])('%j %j asks once, and no word is lost or said twice', async (text, labels) => {
  const { said } = await hearing([botMessage(text, labels)]);
  expect(said.match(/\?/g)).toHaveLength(1);
  for (const word of text.match(/\w+/g) ?? [])
    expect(said.split(new RegExp(`\\b${word}\\b`, 'i')).length).toBeGreaterThan(1);
});
