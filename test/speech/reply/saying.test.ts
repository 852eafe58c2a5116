import type { Message } from '../../../lambda/conversation/message';
import { LISTED, UNLISTED } from '../../../lambda/speech/listing-marks';
import { phrases } from '../../../lambda/speech/phrases';
import { createSaying } from '../../../lambda/speech/saying';
import { atOnce } from '../../../lambda/speech/steps';
import { message } from '../messages';

const REST = 'The rest of this message is too long to read out.';
const ALL = 'All of it is in your Alexa app.';
const PICTURE = 'There is a picture in your Alexa app.';
const url = 'https://x.example/r.png';

interface In {
  readonly locale?: string;
  readonly room?: number;
  readonly longest?: number;
}

/** What is said of a message; before an entry of a list that is marked as one stands ›, and before what is none ‹. */
function said(parts: Partial<Message>, { locale = 'en-US', room, longest = 50 }: In = {}): readonly string[] {
  const saying = createSaying(phrases(locale), { onUnfilled: () => {}, longest });
  return atOnce(saying(message(parts), room)).map((text) => text.replaceAll(LISTED, '›').replaceAll(UNLISTED, '‹'));
}

test.each<[text: string, paragraphs: string[]]>([
  ['Hello **you**.\nWe are open', ['Hello you. We are open.']],
  ['We have:\n\n- soup\n- salad\n\nWhich one?', ['We have:', 'soup. salad.', 'Which one?']],
  ['Please type your name\n…\n(Y/N)', ['Please say your name. yes or no?']],
  ['When were you born?\n(DD/MM/YYYY)', ['When were you born?']],
  ['When were you born?\n\n(DD/MM/YYYY)', ['When were you born?']],
  ['Hello.\n\n…\n\n🎉', ['Hello.']],
  ['😀', ['Grinning face.']],
  ['😀\n\n👍', ['Grinning face, thumbs up.']],
  ['\u{1FAE8}', ['An emoji.']],
  ['…', []],
  ['![The room](https://x.example/r.png)', ['The room.']],
  [`![](${url})`, [PICTURE]],
  [`![](${url}) ![](https://x.example/s.png)`, ['There are two pictures in your Alexa app.']],
  [`Our room:\n\n![](${url})`, ['Our room:']],
])('the text %j', (text, paragraphs) => {
  expect(said({ text })).toEqual(paragraphs);
});

test('an emoji without a name is silent beside choices, and where a language has no word for it', () => {
  expect(said({ text: '\u{1FAE8}', choices: [{ label: 'Yes' }] })).toEqual([]);
  expect(said({ text: '\u{1FAE8}', media: [{ kind: 'image', url }] })).toEqual([PICTURE]);
  expect(said({ text: '\u{1FAE8}' }, { room: -1 })).toEqual([]);
  expect(said({ text: '\u{1FAE8}' }, { room: 0 })).toEqual([REST]);
});

describe('cards', () => {
  test.each<[cards: Partial<Message['cards'][number]>[], paragraphs: string[]]>([
    [
      [{ title: 'Soup', text: 'Hot and green' }, { title: 'Salad' }],
      ['Soup. Hot and green.', 'Salad.'],
    ],
    [[{ text: 'Hot and green.' }], ['Hot and green.']],
    [[{ title: 'Soup', text: 'Hot.\n\nGreen.' }], ['Soup.', 'Hot.', 'Green.']],
    [[{ title: 'Soup\n\nof the day', text: 'Hot.' }], ['Soup.', 'of the day.', 'Hot.']],
    [[{ imageUrl: url }], [PICTURE]],
    [[{ imageUrl: '/r.png' }], ['There is a picture.']],
    [[{ title: 'Soup', imageUrl: url }], ['Soup.']],
    [[{}], []],
  ])('%j', (cards, paragraphs) => {
    expect(said({ cards: cards.map((card) => ({ choices: [], ...card })) })).toEqual(paragraphs);
  });

  const about = 'A quiet room above the garden, with a desk, a rain shower, free parking and breakfast for two.';
  const rooms = ['Garden room', 'Sea view', 'Loft'].map((title) => ({
    title,
    text: about,
    choices: [{ label: 'Book' }],
  }));

  test('that are many are told of in short', () => {
    const names = rooms.map(({ title }) => `${title}. A quiet room above the garden.`);
    expect(said({ text: 'Our rooms:', cards: rooms })).toEqual(['Our rooms:', ...names, ALL]);
    expect(said({ cards: rooms.slice(1) })).toEqual([`Sea view. ${about}`, `Loft. ${about}`]);
  });
});

test('all that a message has is said in this order', () => {
  expect(
    said({
      inputRequest: { kind: 'number', min: 1, max: 5 },
      media: [{ kind: 'video', url: 'https://x.example/v.mp4' }],
      cards: [{ title: 'Soup', choices: [] }],
      text: 'How was it?',
    }),
  ).toEqual(['How was it?', 'Soup.', 'There is a video in your Alexa app.', 'Tell me a number from 1 to 5.']);
  expect(said({ inputRequest: { kind: 'script' } })).toEqual([]);
});

describe('a long table or list is told of before it is begun', () => {
  const list = (before: string, item = '- soup') => `${before}${`${item}\n`.repeat(8)}`;
  const told = 'A list of 8 items. All of it is in your Alexa app.';
  const soups = Array.from({ length: 8 }, () => 'soup.').join(' ');

  test.each<[text: string, longest: number, paragraphs: string[]]>([
    [list('We have:\n\n'), 5, ['We have:', told, soups]],
    [list('We have:\n\n'), 50, ['We have:', soups]],
    [list(''), 5, [told, soups]],
    [list('We have:\n\nSoups\n\n'), 5, ['We have:', 'Soups.', told, soups]],
    [list('soup of the day:\n\n', '- **soup**'), 5, [told, 'soup of the day:', soups]],
    [`We are open. ${'Come and see us. '.repeat(20)}`, 5, [`We are open. ${'Come and see us. '.repeat(20)}`.trim()]],
    [`<p>Menu:</p><ul>${'<li>soup</li>'.repeat(8)}</ul>`, 5, [told, 'Menu:', soups]],
    [
      `Hours:\n\n| Day | Opens | Closes |\n|---|---|---|\n${'| Monday | 9:30 | 17:30 |\n'.repeat(4)}`,
      5,
      [
        'Hours:',
        'A table of 4 rows: Monday to Monday, with Opens and Closes. All of it is in your Alexa app.',
        Array.from({ length: 4 }, () => 'Monday, Opens: 9:30, Closes: 5:30 PM.').join(' '),
      ],
    ],
  ])('%j in %d s', (text, longest, paragraphs) => {
    expect(said({ text }, { longest })).toEqual(paragraphs);
  });

  test('with its entries marked', () => {
    const text = list('Please have ready:\n\n', '- Passport number');
    expect(said({ text }, { longest: 5 })).toEqual([
      'Please have ready:',
      told,
      expect.stringMatching(/^›Passport number/),
    ]);
  });
});

describe('only so much is read', () => {
  test.each<[room: number | undefined, paragraphs: string[]]>([
    [undefined, ['Soup is hot.', 'Salad. It is cold.']],
    [28, ['Soup is hot.', 'Salad. It is cold.']],
    [27, ['Soup is hot.', 'Salad.', 'It is cold.', REST]],
    [19, ['Soup is hot.', 'Salad.', 'It.', REST]],
    [12, ['Soup is hot.', REST]],
  ])('%s', (room, paragraphs) => {
    const parts = { text: 'Soup is hot.', cards: [{ title: 'Salad', text: 'It is cold.', choices: [] }] };
    expect(said(parts, { room })).toEqual(paragraphs);
  });
});

test('of what was not filled it is told, of all texts at once', () => {
  const told: (readonly string[])[] = [];
  const saying = createSaying(phrases('en-US'), { onUnfilled: (names) => told.push(names), longest: 50 });
  const say = (parts: Partial<Message>) => atOnce(saying(message(parts)));
  say({ text: 'Hello Jane!' });
  say({
    text: 'Hello {{name}}!',
    cards: [{ title: '{{dish}}', text: '{{about}}', choices: [{ label: '{{book}}' }] }],
    choices: [{ label: '{{other}}' }],
  });
  expect(told.map((names) => [...names].sort())).toEqual([['about', 'book', 'dish', 'name', 'other']]);
});

test('a message that was read whole is not read again', () => {
  const told: (readonly string[])[] = [];
  const saying = createSaying(phrases('en-US'), { onUnfilled: (names) => told.push(names), longest: 50 });
  const one = message({ text: 'Hello {{name}}!' });
  const all = atOnce(saying(one, one.text?.length));
  expect(atOnce(saying(one))).toBe(all);
  expect([told.length, atOnce(saying(one, 5))]).toEqual([1, ['Hello.', REST]]);
  expect(told).toHaveLength(2);
  const cut = message({ text: 'Hello {{name}}!' });
  expect([atOnce(saying(cut, 5)), atOnce(saying(cut))]).toEqual([['Hello.', REST], all]);
});

describe('the name of a list, and what stands behind it', () => {
  test.each<[next: string, saidOf: string]>([
    ['- Home, Mill Lane\n- Office', '›Delivery address. | ›Home, Mill Lane. ›Office. ‹Both are saved.'],
    ['1. Home, Mill Lane\n2. Office', '›Delivery address. ‹1. Home, Mill Lane. 2. Office. Both are saved.'],
    ['12) Home, Mill Lane\n13) Office', '›Delivery address. ‹12) Home, Mill Lane. 13) Office. Both are saved.'],
    ['Home, Mill Lane\nOffice', 'Delivery address. Home, Mill Lane. Office. Both are saved.'],
    ['112. Home\n113. Office', 'Delivery address. 112. Home. 113. Office. Both are saved.'],
    ['1: Home\n2: Office', 'Delivery address. 1: Home. 2: Office. Both are saved.'],
    ['No. 1. Home\nNo. 2. Office', 'Delivery address. number 1. Home. number 2. Office. Both are saved.'],
  ])('%j', (next, saidOf) => {
    expect(said({ text: `Delivery address\n${next}\nBoth are saved.` }).join(' | ')).toBe(saidOf);
  });

  test('in a paragraph of its own', () => {
    expect(said({ text: 'Delivery address\n\n- Home\n\nIt is saved.' })).toEqual([
      '›Delivery address.',
      '›Home.',
      '‹It is saved.',
    ]);
  });
});
