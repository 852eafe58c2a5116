import { menuIn } from '../../lambda/conversation/menu';
import type { Message } from '../../lambda/conversation/message';
import { namedIn } from '../../lambda/conversation/named-replies';
import { voiceFor } from '../../lambda/speech/voice';
import { botMessage, scriptedPlatform, startTalk, textsOf } from '../support/talk';

const voice = voiceFor('en-US');

/** A bot that says this to whatever it hears. */
function saying(message: Message | string) {
  const bot = scriptedPlatform((input) =>
    input.kind === 'start' ? [] : [typeof message === 'string' ? botMessage(message) : message],
  );
  return { ...bot, talk: startTalk(bot.platform) };
}

describe('equal buttons of several cards', () => {
  const buy = (title: string, payload: string) => ({
    title,
    choices: [{ label: 'Buy', option: { payload } }],
  });
  const carousel: Message = { ...botMessage('Our bikes'), cards: [buy('Red bike', 'R'), buy('Blue bike', 'B')] };

  test('are told apart by their card, and the button of that card is sent', async () => {
    const { talk, sent } = saying(carousel);
    const { reply } = await talk.say('bikes');
    expect(reply.offer).toMatchObject({ labels: ['Buy'], isOfEach: true });
    expect((await talk.say('what were they')).reply.offer?.labels).toEqual(['Buy: Red bike', 'Buy: Blue bike']);
    await talk.say('buy blue bike');
    expect(sent.at(-1)).toEqual({ kind: 'choice', choice: { label: 'Buy', option: { payload: 'B' } } });
  });
});

describe('options that may be picked together', () => {
  const toppings = ['Ham', 'Olives', 'Onions'];
  const choicesOf = (several: boolean) =>
    toppings.map((label, option) => ({ label, option, ...(several && { several: true as const }) }));
  const picked = (...options: readonly number[]) => ({
    kind: 'choice',
    choice: { label: options.map((option) => toppings[option]).join(', '), option: options },
  });

  test.each([
    ['all of them', picked(0, 1, 2)],
    ['everything please', picked(0, 1, 2)],
    ['ham and onions', picked(0, 2)],
    ['olives', { kind: 'choice', choice: { label: 'Olives', option: 1, several: true } }],
  ])('are sent at once: %s', async (said, input) => {
    const { talk, sent } = saying({ ...botMessage('Which toppings?'), choices: choicesOf(true) });
    await talk.say('pizza');
    await talk.say(said);
    expect(sent.at(-1)).toEqual(input);
  });

  test('are asked back where only one of two was meant', async () => {
    const { talk } = saying({ ...botMessage('Which toppings?'), choices: choicesOf(true) });
    await talk.say('pizza');
    expect((await talk.say('ham or onions')).reply.offer).toMatchObject({ labels: ['Ham', 'Onions'], asks: true });
  });

  test('are the bot’s matter, as said, where it takes one only', async () => {
    const { talk, sent } = saying({ ...botMessage('Which topping?'), choices: choicesOf(false) });
    await talk.say('pizza');
    await talk.say('all of them');
    expect(sent.at(-1)).toEqual({ kind: 'text', text: 'all of them' });
  });
});

test('what only the data of an option call it is no word for us, but for the option', async () => {
  const choices = [
    { label: 'Talk to us', synonyms: ['help'] },
    { label: 'Confirm', synonyms: ['yes please'] },
  ];
  const { talk, sent } = saying({ ...botMessage('Well?'), choices });
  await talk.say('hello');
  await talk.say('yes');
  expect(sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: 'Confirm' } });
  const { length } = sent;
  await talk.say('help');
  expect(sent).toHaveLength(length);
});

describe('a menu in the text', () => {
  test.each<[string, readonly string[]]>([
    ['1. Balance 2. Block card', ['1 Balance', '2 Block card']],
    [
      'Choose one:\n1) Check my balance\n2) Talk to somebody\n3) Something else',
      ['1 Check my balance', '2 Talk to somebody', '3 Something else'],
    ],
    ['Is that right? Reply 1 for yes, 2 for no.', ['1 yes', '2 no']],
    ['Press 1 to talk to sales or 2 to go back.', ['1 talk to sales', '2 go back']],
    ['[1] Monday [2] Tuesday', ['1 Monday', '2 Tuesday']],
    ['<p>Which one?</p><ol><li>Balance</li><li>Block <b>card</b></li></ol>', ['1 Balance', '2 Block card']],
    ['<p>1. Balance</p><p>2. Block card</p>', ['1 Balance', '2 Block card']],
    ['Choose one:\\n1. Balance\\n2. Block card', ['1 Balance', '2 Block card']],
    ['1\uFE0F\u20E3 Balance 💰\n2\uFE0F\u20E3 Block card', ['1 Balance', '2 Block card']],
    ['<p>1. ⭐ 2. ⭐⭐</p>', ['1 one star', '2 two stars']],
    ['1. Adults £8 2. Children £4. Reply 0 for the first page.', ['1 Adults £8', '2 Children £4', '0 the first page']],
    [
      'Which bin? Answer with 1, 2 or 3.\n1. The green one\n2. The blue one\n3. The one for garden waste',
      ['1 The green one', '2 The blue one', '3 The one for garden waste'],
    ],
    [
      'Please type a number: 1. Opening hours 2. Tickets 3. Lost things',
      ['1 Opening hours', '2 Tickets', '3 Lost things'],
    ],
    ['Choose a number.\n1 - Parking\n2 - Permits\n9 - A person', ['1 Parking', '2 Permits', '9 A person']],
    ['Enter the number:\n1) Parking\n2) Permits\n0) First page', ['1 Parking', '2 Permits', '0 First page']],
    ['Send 1, 2 or 7.\n1. Parking\n2. Permits\n7. Fines', ['1 Parking', '2 Permits', '7 Fines']],
    ['Choose a number.\n1. Parking\n2. Permits\n10. Fines of 2025', ['1 Parking', '2 Permits', '10 Fines of 2025']],
    ['1: Tea 2: Milk', ['1 Tea', '2 Milk']],
    ['1.  Tea\n2.  Milk', ['1 Tea', '2 Milk']],
    ['1\u20E3 Balance\n2\u20E3 Block card', ['1 Balance', '2 Block card']],
    ['1. Check  my  card  balance 2. Block card', ['1 Check my card balance', '2 Block card']],
    ['Which one? 1. A  b  c d e f g h 2. Block card', ['1 A b c d e f g h', '2 Block card']],
    ['Which one? 1. Tea', []],
    ['To join us you need:\n1. A passport\n2. A photo', []],
    ['Choose one:\n1. Balance\n2. !!', []],
    ['Choose a number.\n1. Parking\n2. Permits\n[9] A person', []],
    ['1. Parking\n2. Permits\n9. Fines', []],
    ['Choose a number.\n1. Parking\n2. Permits\nWe are here 9 - 5', []],
    ['Choose a number.\n1 - Parking\n2 - Permits\nWe are here 9 - 5', []],
    ['Choose a number.\n1. Parking\n2. Permits\n9 - A person', []],
    ['Choose a number.\n1. Parking\n2. Permits\n3. Fines\n2. Taxes', []],
    ['Choose a number.\n1. Parking\n2. Permits\n2. Fines', []],
    ['Choose a number.\n1. Parking\n2. Permits\n0. First page\n3. Fines', []],
    ['Choose a number.\n2. Permits\n3. Fines', []],
    ['You get 2 for 1, 3 for 2.', []],
    ['Reply 1 for the one we saw at ten by the old mill, 2 for no.', []],
    ['Choose one:\n1. Balance :!\n2. Block card ...', ['1 Balance', '2 Block card']],
    ['Choose one:\n1. Balance\n2. !', []],
    ['1. Check my card balance 2. Block card', ['1 Check my card balance', '2 Block card']],
    ['1. Check my old card balance 2. Block card', []],
    ['Which one? 1. A b c d e f g h 2. Block card', ['1 A b c d e f g h', '2 Block card']],
    ['Which one? 1. A b c d e f g h i 2. Block card', []],
    [
      `Which one? 1. ${'Verylongs '.repeat(5)}${'o'.repeat(10)} 2. Card`,
      [`1 ${'Verylongs '.repeat(5)}${'o'.repeat(10)}`, '2 Card'],
    ],
    [`Which one? 1. ${'Verylongs '.repeat(5)}${'o'.repeat(11)} 2. Card`, []],
    ['We have 2 rooms and 3 beds.', []],
    ['Open the lid. 2. Pour the water.', []],
    ['1. Open the app on your phone and wait. 2. Tap the button that says start.', []],
    ['It costs 1.50 or 2.50.', []],
  ])('%j', (text, options) => {
    expect(menuIn(text, voice).map(({ label, reply }) => `${reply} ${label}`)).toEqual(options);
  });

  const listOf = (count: number) =>
    Array.from({ length: count }, (_, at) => `[${at + 1}] Hall ${'abcdefghijklmnopqrstu'[at]}`);

  test.each([
    [20, 20],
    [21, 0],
  ])('of %i entries has %i options', (count, options) => {
    expect(menuIn(`Which hall?\n${listOf(count).join('\n')}`, voice)).toHaveLength(options);
  });

  test.each([
    [2000, 2],
    [2001, 0],
  ])('in a text of %i characters has %i options: a longer one is a story', (length, options) => {
    const end = '. Which one? 1. Tea 2. Milk';
    const story = `Hello.${'so '.repeat(700)}`.slice(0, length - end.length);
    expect(menuIn(story + end, voice)).toHaveLength(options);
  });

  test.each([
    ['block card', '2'],
    ['two', '2'],
    ['the first one', '1'],
  ])('%j is told the bot as the number it asked for, and the menu is not read twice', async (said, number) => {
    const { talk, sent } = saying('What can I do? 1. Balance 2. Block card');
    const { reply } = await talk.say('hello');
    expect(reply.offer).toBeUndefined();
    expect(
      textsOf({ reply })
        .join(' ')
        .match(/Block card/g),
    ).toHaveLength(1);
    await talk.say(said);
    expect(sent.at(-1)).toEqual({ kind: 'text', text: number });
  });
});

test.each([
  ['number three', '3'],
  ['three', '3'],
  ['the third one', '3'],
  ['garden waste', '3'],
  ['the blue one', '2'],
  ['when is it emptied', 'when is it emptied'],
])('%j of a menu behind the numbers to reply with', async (said, told) => {
  const { talk, sent } = saying(
    'Which bin? Answer with 1, 2 or 3.\n1. The green one\n2. The blue one\n3. Garden waste',
  );
  await talk.say('hello');
  await talk.say(said);
  expect(sent.at(-1)).toEqual({ kind: 'text', text: told });
});

test.each([
  ['nine', '9'],
  ['number nine', '9'],
  ['i would like a person please', '9'],
  ['permits', '2'],
  ['five', 'five'],
])('%j of a menu that leaves numbers out', async (said, told) => {
  const { talk, sent } = saying('Choose a number.\n1 - Parking\n2 - Permits\n9 - A person');
  await talk.say('hello');
  await talk.say(said);
  expect(sent.at(-1)).toEqual({ kind: 'text', text: told });
});

test.each([
  ['i want to grumble about the noise', 'i want to grumble about the noise'],
  ['i need to cancel', 'i need to cancel'],
  ['number to', '2'],
])('%j is no number by its sound where it says more', async (said, told) => {
  const { talk, sent } = saying('Press 1 for post, 2 for parcels, 3 for stamps.');
  await talk.say('hello');
  await talk.say(said);
  expect(sent.at(-1)).toEqual({ kind: 'text', text: told });
});

test.each([
  ['yes', '👍'],
  ['no', '👎'],
  ['thumbs down', '👎'],
])('%j is told a bot that offers a thumb up and one down as %s', async (said, label) => {
  const { talk, sent } = saying(botMessage('Did that help?', ['👍', '👎']));
  await talk.say('hello');
  await talk.say(said);
  expect(sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label } });
});

test.each(['neither', 'none of them', 'something else', 'none of those suits me'])(
  '%j reaches the bot, which knows what else there is',
  async (said) => {
    const { talk, sent } = saying({ ...botMessage('Which hall?'), choices: [{ label: 'North' }, { label: 'South' }] });
    await talk.say('hello');
    await talk.say(said);
    expect(sent.at(-1)).toEqual({ kind: 'text', text: said });
  },
);

describe('options that were asked back', () => {
  const cakes = ['Apple pie', 'Apple cake', 'Carrot cake', 'Cake'];
  const times = ['8:00 AM', '8:00 PM', '11:00 AM'];
  const sisters = ['Ella May Reed', 'Anna May Reed', 'Igor Novak'];
  const rooms = ['Room 1', 'Room 2', 'Hall'];
  const people = ['Mr. Tom Reed', 'Mrs. Ella Reed', 'Mr. Igor Novak'];

  test.each<[readonly string[], string, string, string]>([
    [cakes, 'apple', 'the cake', 'Apple cake'],
    [cakes, 'apple', 'the first one', 'Apple pie'],
    [cakes, 'apple', 'the last one', 'Apple cake'],
    [cakes, 'apple', 'not the pie', 'Apple cake'],
    [cakes, 'apple', 'no the carrot one', 'Carrot cake'],
    [cakes, 'apple', 'no carrot', 'Carrot cake'],
    [cakes, 'apple', 'neither get me the carrot cake', 'Carrot cake'],
    [cakes, 'apple', 'no pie', 'Apple cake'],
    [cakes, 'apple', 'carrot cake', 'Carrot cake'],
    [cakes, 'apple', 'the third one', 'Carrot cake'],
    [cakes, 'apple', 'cake', 'Cake'],
    [cakes, 'apple', 'neither', 'neither'],
    [cakes, 'apple', 'no', 'no'],
    [cakes, 'apple', 'no carrot please', 'Carrot cake'],
    [cakes, 'apple', 'no cakes please', 'Apple pie'],
    [cakes, 'apple', 'neither parrot', 'neither parrot'],
    [cakes, 'apple', 'neither apple pie', 'Apple cake'],
    [cakes, 'apple', 'is the cake vegan', 'is the cake vegan'],
    [times, 'eight', 'in the morning', '8:00 AM'],
    [times, 'eight', 'in the evening please', '8:00 PM'],
    [times, 'eight', 'no eleven', '11:00 AM'],
    [people, 'reed', 'the lady ella', 'Mrs. Ella Reed'],
    [people, 'reed', 'the tall one tom', 'Mr. Tom Reed'],
    [people, 'reed', 'uh the guy tom i think', 'Mr. Tom Reed'],
    [people, 'reed', 'the woman ella please', 'Mrs. Ella Reed'],
    [people, 'reed', 'who is ella', 'who is ella'],
    [people, 'reed', 'the lady tom not ella', 'the lady tom not ella'],
    [people, 'reed', 'the lady number two', 'the lady number two'],
    [people, 'reed', 'the second tom', 'the second tom'],
    [rooms, 'room', 'the big thing two', 'Room 2'],
    [people, 'reed', 'not tom the second one', 'not tom the second one'],
    [people, 'reed', 'uh the guy over there tom', 'Mr. Tom Reed'],
    [people, 'reed', 'uh the other guy over there tom', 'uh the other guy over there tom'],
    [sisters, 'reed', 'the lady ella may reed', 'Ella May Reed'],
    [people, 'reed', 'igor', 'Mr. Igor Novak'],
    [people, 'reed', 'ella was on holiday then', 'ella was on holiday then'],
  ])('%j: after %j, %j is %s', async (labels, first, said, told) => {
    const { talk, sent } = saying({ ...botMessage('Which one?'), choices: labels.map((label) => ({ label })) });
    await talk.say('hello');
    const { length } = sent;
    expect((await talk.say(first)).reply.offer).toMatchObject({ asks: true });
    expect(sent).toHaveLength(length);
    await talk.say(said);
    const input = sent.at(-1);
    expect(input?.kind === 'choice' ? input.choice.label : input?.kind === 'text' && input.text).toBe(told);
  });

  test('are all meant again once all were read out', async () => {
    const { talk } = saying({ ...botMessage('Which one?'), choices: cakes.map((label) => ({ label })) });
    await talk.say('hello');
    await talk.say('apple');
    await talk.say('what were all of the options');
    expect((await talk.say('some kind of cake')).reply.offer?.labels).toContain('Carrot cake');
  });

  test('are picked together only where the bot takes several', async () => {
    const choices = cakes.map((label, option) => ({ label, option, several: true as const }));
    const { talk, sent } = saying({ ...botMessage('Which ones?'), choices });
    await talk.say('hello');
    await talk.say('apple');
    await talk.say('both');
    expect(sent.at(-1)).toEqual({ kind: 'choice', choice: { label: 'Apple pie, Apple cake', option: [0, 1] } });
  });
});

describe('words that a text asks to be told', () => {
  test.each<[string, readonly string[]]>([
    ['Shall we send the plumber? (Y/N)', ['Y yes', 'N no']],
    ['Do you live alone [yes/no]?', ['yes yes', 'no no']],
    ['Are you insured? Answer yes or no.', ['yes yes', 'no no']],
    ['Send YES to keep the slot or NO to free it.', ['YES yes', 'NO no']],
    ['Reply HELP for help, STOP to opt out.', ['HELP help', 'STOP stop']],
    ['Enter "agent" if you want to talk to somebody.', ['agent agent']],
    ['Please text your name or the word SKIP.', ['SKIP skip']],
    ['Text K to keep it or M to move it.', ['K keep it', 'M move it']],
    ['Text **K** to **keep it** or **M** to move it.', ['K keep it', 'M move it']],
    ['<p>Reply <b>YES</b> to confirm.</p><p>Or type <i>BACK</i>.</p>', ['YES yes', 'BACK back']],
    ['Please enter another street or type BACK.', ['BACK back']],
    ['Which street do you live in? Press 9 to go back.', ['9 go back']],
    ['Send YES to book or YES to come.', ['YES yes']],
    ['For you, SIR, please reply YES to book.', ['YES yes']],
    ['<p>Type BOOK</p><p>or call us.</p>', ['BOOK book']],
    ['Type A plugs fit here.', []],
    ['We say YES and you pay later.', []],
    ['Your PIN is safe. NO fees.', []],
    ['Reply times may vary.', []],
  ])('%j', (text, options) => {
    expect(namedIn(text, voice).map(({ label, reply }) => `${reply} ${label}`)).toEqual(options);
  });

  test.each([
    ['Shall the gardener come on Monday? (Y/N)', 'yes please', 'Y'],
    ['Shall the gardener come on Monday? (Y/N)', "i'd appreciate that", 'Y'],
    ['Shall the gardener come on Monday? (Y/N)', "monday's fine", 'Y'],
    ['Shall the gardener come on Monday? (Y/N)', 'not on your life', 'N'],
    ['Shall the gardener come on Monday? (Y/N)', 'how much is he', 'how much is he'],
    ['Shall the gardener come on Monday? (Y/N)', 'neither', 'neither'],
    ['Text AGREE to accept or DECLINE to refuse.', 'i agree', 'AGREE'],
    ['Text AGREE to accept or DECLINE to refuse.', 'decline', 'DECLINE'],
    ['Text AGREE to accept or DECLINE to refuse.', 'yeah', 'AGREE'],
    ['Send BOOK to book the court.', 'book it please', 'BOOK'],
    ['Send BOOK to book the court.', 'book a taxi to the court at nine', 'book a taxi to the court at nine'],
    ['Which court? Or send QUIT to leave.', 'quit', 'QUIT'],
    ['Which street do you live in? Press 9 to go back.', 'go back please', '9'],
    ['Which street do you live in? Press 9 to go back.', 'nine elms lane', 'nine elms lane'],
    ['Which court? Or send QUIT to leave.', 'the one by the river', 'the one by the river'],
    ['Text K to keep it or M to move it.', 'move it', 'M'],
    ['It is due on Friday. Reply Y to extend it or N to bring it back.', 'yeah', 'Y'],
    ['It is due on Friday. Reply Y to extend it or N to bring it back.', 'no thanks', 'N'],
    ['It is due on Friday. Reply Y to extend it or N to bring it back.', 'extend it please', 'Y'],
    ['It is due on Friday. Reply Y to extend it or N to bring it back.', "i'll bring it back", 'N'],
    ['It is due on Friday. Reply Y to extend it or N to bring it back.', 'is it due at noon', 'is it due at noon'],
  ])('%j: %j is told the bot as %j', async (text, said, told) => {
    const { talk, sent } = saying(text);
    await talk.say('hello');
    await talk.say(said);
    expect(sent.at(-1)).toEqual({ kind: 'text', text: told });
  });

  test('are no question where they only stand beside what was said', async () => {
    const { talk, sent } = saying('The pool is open. Text STOP to unsubscribe.');
    const { reply } = await talk.say('is the pool open');
    expect(reply).toMatchObject({ question: 'anything-else' });
    expect(reply.offer).toBeUndefined();
    await talk.say('that is all thanks');
    expect(sent).toHaveLength(1);
  });

  test.each<[string, readonly unknown[]]>([
    ['Which court would you like? Send CANCEL to leave.', [{ kind: 'text', text: 'CANCEL' }]],
    ['The pool is open. Send CANCEL to unsubscribe.', []],
  ])('a bare cancel is told the bot only where it asks something: %j', async (text, told) => {
    const { talk, sent } = saying(text);
    await talk.say('hello');
    await talk.say({ kind: 'cancel' });
    expect(sent.slice(1)).toEqual(told);
  });

  test('are a question where the bot asks for one of them', async () => {
    const { talk } = saying('Your slot is at nine. Please type KEEP to keep it or FREE to give it up.');
    expect((await talk.say('my slot')).reply).toMatchObject({ question: 'bot' });
  });
});

describe('a scale', () => {
  const slider: Message = {
    ...botMessage('How satisfied are you?'),
    inputRequest: { kind: 'number', min: 0, max: 10 },
  };

  test('keeps its bounds: the range is said again', async () => {
    const { talk, sent } = saying(slider);
    await talk.say('rate');
    const { reply } = await talk.say('seventy five');
    expect(sent).toHaveLength(1);
    expect(reply.question).toBe('bot');
    expect(reply.parts[0]).toEqual({ phrase: 'out-of-range' });
    expect(textsOf({ reply }).join()).toMatch(/from 0 to 10\.$/);
    await talk.say('seven');
    expect(sent.at(-1)).toMatchObject({ kind: 'answer', number: 7 });
  });
});
