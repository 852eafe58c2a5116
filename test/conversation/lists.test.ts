import { menuIn } from '../../lambda/conversation/menu';
import { tidy } from '../../lambda/conversation/menu-option';
import { namedIn } from '../../lambda/conversation/named-replies';
import { voiceFor } from '../../lambda/speech/voice';

const voice = voiceFor('en-US');
type Options = readonly (readonly [label: string, reply: string])[];
const listed = (text: string): Options => menuIn(text, voice).map(({ label, reply }) => [label, reply]);
const named = (text: string) =>
  namedIn(text, voice).map(({ label, reply, synonym }) =>
    synonym === undefined ? [label, reply] : [label, reply, synonym],
  );
const counted = (count: number, entry: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${index + 1}. ${entry(index + 1)}`).join('\n');

describe('a list in the text is read with what each entry is told as', () => {
  test.each<[string, Options]>([
    [
      'Which one?\n1. Piano\n2. Violin',
      [
        ['Piano', '1'],
        ['Violin', '2'],
      ],
    ],
    [
      'Which one?\n1) Piano\n2) Violin',
      [
        ['Piano', '1'],
        ['Violin', '2'],
      ],
    ],
    [
      'Which one? [1] Piano [2] Violin',
      [
        ['Piano', '1'],
        ['Violin', '2'],
      ],
    ],
    [
      'Which one? 1: Piano, 2: Violin',
      [
        ['Piano', '1'],
        ['Violin', '2'],
      ],
    ],
    [
      'Which one? 1 – Piano, 2 – Violin',
      [
        ['Piano', '1'],
        ['Violin', '2'],
      ],
    ],
    [
      'Which one? ①Piano ②Violin ③Drums',
      [
        ['Piano', '1'],
        ['Violin', '2'],
        ['Drums', '3'],
      ],
    ],
    [
      '1. Piano\n2. Violin\nWhich one?',
      [
        ['Piano', '1'],
        ['Violin', '2'],
      ],
    ],
    [
      '1. Piano 2. Violin. Which one?',
      [
        ['Piano', '1'],
        ['Violin', '2'],
      ],
    ],
    [
      'Reply with 1, 2 or 3.\n1. Piano\n2. Violin\n3. Drums',
      [
        ['Piano', '1'],
        ['Violin', '2'],
        ['Drums', '3'],
      ],
    ],
    [
      '1. Piano\n2. Violin',
      [
        ['Piano', '1'],
        ['Violin', '2'],
      ],
    ],
    [
      'Choose a number:\n1. Piano\n3. Drums\n9. Talk to us',
      [
        ['Piano', '1'],
        ['Drums', '3'],
        ['Talk to us', '9'],
      ],
    ],
    [
      'Choose a number:\n1. Piano\n2. Violin\n0. Main menu',
      [
        ['Piano', '1'],
        ['Violin', '2'],
        ['Main menu', '0'],
      ],
    ],
    [
      'Which one?\n(a) Piano\n(b) Violin',
      [
        ['Piano', 'a'],
        ['Violin', 'b'],
      ],
    ],
    [
      'Which one?\nA: Piano\nB: Violin',
      [
        ['Piano', 'A'],
        ['Violin', 'B'],
      ],
    ],
    [
      `Which one?\n${counted(12, (index) => `Song ${index}`)}`,
      Array.from({ length: 12 }, (_, index) => [`Song ${index + 1}`, `${index + 1}`] as const),
    ],
  ])('%j', (text, options) => {
    expect(listed(text)).toEqual(options);
  });

  test('of circled numbers, up to the twentieth', () => {
    const signs = Array.from({ length: 20 }, (_, index) => String.fromCharCode('①'.charCodeAt(0) + index));
    const options = listed(`Which one? ${signs.map((sign, index) => `${sign} Song ${index + 1}`).join(' ')}`);
    expect(options.map(([, reply]) => reply)).toEqual(signs.map((_, index) => `${index + 1}`));
  });

  test('of at most twenty entries', () => {
    expect(listed(`Which one?\n${counted(20, (index) => `Song ${index}`)}`)).toHaveLength(20);
    expect(listed(`Which one?\n${counted(21, (index) => `Song ${index}`)}`)).toEqual([]);
  });

  test('without a question only where its entries are short', () => {
    expect(listed('1. One two three four\n2. Violin')).toHaveLength(2);
    expect(listed('1. One two three four five\n2. Violin')).toEqual([]);
    expect(listed('Which one?\n1. One two three four five\n2. Violin')).toHaveLength(2);
  });

  test('in a text of at most two thousand characters', () => {
    const list = 'Which one?\n1. Piano\n2. Violin\n';
    expect(listed(list + 'a'.repeat(2000 - list.length))).toHaveLength(2);
    expect(listed(list + 'a'.repeat(2001 - list.length))).toEqual([]);
    expect(listed(`${'<b></b>'.repeat(1000)}${list}`)).toHaveLength(2);
    expect(listed(`${'<b></b>'.repeat(1500)}${list}`)).toEqual([]);
  });
});

describe('what counts otherwise is no menu', () => {
  test.each([
    'Which one?\n1. Piano',
    'Which one?\n2. Piano\n3. Violin',
    'Which one?\n1. Piano\n3. Drums',
    'Which one?\n1. Piano\n1. Violin',
    'Which one?\n(a) Piano\n(B) Violin',
    'Choose a number:\n1. Piano\n0. Main menu\n2. Violin',
    'Choose a number: 1 - 10',
    '1 Piano\n2 Violin',
    `Which one?\n1. ${'a'.repeat(61)}\n2. Violin`,
    'Which one?\n1. one two three four five six seven eight nine\n2. Violin',
  ])('%j', (text) => {
    expect(listed(text)).toEqual([]);
  });
});

describe('words that a text asks to be told', () => {
  test.each<[string, readonly (readonly string[])[]]>([
    [
      'Reply YES to confirm or NO to cancel.',
      [
        ['yes', 'YES', 'confirm'],
        ['no', 'NO', 'cancel'],
      ],
    ],
    ['Type "CONFIRM" to proceed.', [['confirm', 'CONFIRM', 'proceed']]],
    [
      'Is it broken? (Y/N)',
      [
        ['yes', 'Y'],
        ['no', 'N'],
      ],
    ],
    [
      'Is it broken? (yes/no)',
      [
        ['yes', 'yes'],
        ['no', 'no'],
      ],
    ],
    [
      'Reply Y to renew or N to leave it.',
      [
        ['renew', 'Y', 'yes'],
        ['leave it', 'N', 'no'],
      ],
    ],
    [
      'To swap it, reply B. To keep it, reply K.',
      [
        ['swap it', 'B'],
        ['keep it', 'K'],
      ],
    ],
    ['Reply STOP to end. Reply STOP at any time.', [['stop', 'STOP', 'end']]],
    ['We are open.', []],
    [`${'a'.repeat(1974)}. Type CONFIRM to proceed.`, [['confirm', 'CONFIRM', 'proceed']]],
    [`${'a'.repeat(1975)}. Type CONFIRM to proceed.`, []],
  ])('%j', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

test.each<[string, string | undefined]>([
  ['  Piano. ', 'Piano'],
  ['Piano;:,!\nand more', 'Piano'],
  ['Mr. Reed', 'Mr. Reed'],
  [' . ', undefined],
  ['', undefined],
  ['a'.repeat(60), 'a'.repeat(60)],
  ['a'.repeat(61), undefined],
  ['a b c d e f g h', 'a b c d e f g h'],
  ['a b c d e f g h i', undefined],
])('an entry %j without its markup is %j', (entry, label) => {
  expect(tidy(entry)).toBe(label);
});
