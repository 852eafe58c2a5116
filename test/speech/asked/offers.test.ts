import type { SpokenOffer } from '../../../lambda/conversation/reply';
import { closingWith, pointingBack } from '../../../lambda/speech/offers';
import { phrases } from '../../../lambda/speech/phrases';

interface More extends Partial<SpokenOffer> {
  readonly before?: string;
  readonly turn?: number;
}

/** Labels, apart by bars; what the bot asks; what is heard, paragraphs apart by bars; to who stays silent, where that is something else. */
type Row = readonly [labels: string, asking: string | undefined, heard: string, silent?: string];

function heard(rows: readonly Row[], { before, turn = 0, ...more }: More = {}, locale = 'en-US'): readonly Row[] {
  return rows.map(([labels, asking]) => {
    const offer = { labels: labels === '' ? [] : labels.split('|'), more: false, ...more };
    const { closing, reprompt } = closingWith(offer, { asking, before }, phrases(locale), turn);
    const [said, again] = [closing.join(' | '), reprompt.join(' | ')];
    return said === again ? [labels, asking, said] : [labels, asking, said, again];
  });
}

test('without choices the question stands alone', () => {
  const rows: readonly Row[] = [
    ['', undefined, 'Which would you like?', 'What will it be?'],
    [' ', undefined, 'Which would you like?', 'What will it be?'],
    ['', 'Which day?', 'Which day?'],
    ['', 'Choose one of the following:', 'Choose one of these:'],
  ];
  expect(heard(rows)).toEqual(rows);
  const later: readonly Row[] = [['', undefined, 'What will it be?', 'Which one?']];
  expect(heard(later, { turn: 1 })).toEqual(later);
});

test('the only choice is asked about, where the bot does not ask', () => {
  const rows: readonly Row[] = [
    ['Tea', undefined, 'Would you like Tea?', 'Would you like Tea? Say yes, or tell me what you would like instead.'],
    ['Yes', undefined, 'Would you like to say Yes?'],
    ['Tea| ', 'What shall it be?', 'You can say Tea. | What shall it be?'],
  ];
  expect(heard(rows)).toEqual(rows);
  const more: readonly Row[] = [
    [
      'Tea',
      undefined,
      'You can say Tea, or say more options. | Which would you like?',
      'You can say Tea, or say more options. | What will it be?',
    ],
    ['Tea', 'Please choose one:', 'You can say Tea, or say more options. | Please choose one.'],
  ];
  expect(heard(more, { more: true })).toEqual(more);
});

test('choices are the end of the question, or stand before it', () => {
  const rows: readonly Row[] = [
    [
      'Tea|Coffee',
      undefined,
      'You can say Tea or Coffee. | Which would you like?',
      'You can say Tea or Coffee. | What will it be?',
    ],
    ['Tea|Coffee', 'Which one?', 'Which one: Tea or Coffee?'],
    ['Tea|Coffee', 'Which one? ', 'Which one: Tea or Coffee?'],
    ['Tea|Coffee', 'Your choice…', 'Your choice: Tea or Coffee?'],
    ['Tea|Coffee', 'Please choose', 'Please choose: Tea or Coffee?'],
    ['Tea|Coffee!', 'Please choose one: ', 'Please choose one: Tea or Coffee?'],
    ['Red wine|White', 'Choose one of the following wines:', 'Choose one of the following wines: Red wine or White?'],
    ['Tea|Coffee', 'Is it for you? Please choose', 'You can say Tea or Coffee. | Is it for you? Please choose'],
    ['Tea|Coffee', 'Please choose (one)', 'You can say Tea or Coffee. | Please choose (one)'],
    ['Tea|Coffee', 'Shall it be “the usual”?', 'You can say Tea or Coffee. | Shall it be “the usual”?'],
    // Theirs are no part of what the bot asks.
    ['I’m here|Not yet', 'Are you there?', 'You can say I’m here or Not yet. | Are you there?'],
  ];
  expect(heard(rows)).toEqual(rows);
  const more: readonly Row[] = [
    [
      'Tea|Coffee',
      undefined,
      'You can say Tea, Coffee, or say more options. | Which would you like?',
      'You can say Tea, Coffee, or say more options. | What will it be?',
    ],
    ['Tea|Coffee', 'Which one?', 'Which one: Tea, Coffee, or more options?'],
    [
      'Tea, black|Coffee; white',
      'Please choose one :',
      'You can choose one of these. | Number 1: Tea, black. | Number 2: Coffee; white. | Or say more options. | Please choose one.',
    ],
  ];
  expect(heard(more, { more: true })).toEqual(more);
});

test('a question that names them all has nothing behind it', () => {
  const rows: readonly Row[] = [
    ['Tea|Coffee', 'Tea or coffee?', 'Tea or coffee?'],
    ['Tea|Coffee', 'Coffee or cake?', 'Coffee or cake: Tea or Coffee?'],
    ['Coffee|Tea', 'Tea or coffee?', 'Tea or coffee: Coffee or Tea?'],
    ['Tea|Tea rose', 'A tea?', 'A tea: Tea or Tea rose?'],
    ['Rose tea|Tea', 'A rose tea?', 'A rose tea: Rose tea or Tea?'],
    ['Tea|🙂', 'A tea?', 'A tea: Tea or 🙂?'],
    ['Teas|Coffee', 'Which teas and coffees?', 'Which teas and coffees: Teas or Coffee?'],
    ['Tea', 'More tea?', 'You can say Tea. | More tea?'],
    ['Same again|Something else', 'Same again?', 'Same again or Something else?'],
    ['Same again', 'Same again?', 'Same again?'],
    ['Something else|Same again', 'Same again?', 'Same again: Something else or Same again?'],
  ];
  expect(heard(rows)).toEqual(rows);
  const more: readonly Row[] = [['Tea|Coffee', 'Tea or coffee?', 'Tea or coffee: Tea, Coffee, or more options?']];
  expect(heard(more, { more: true })).toEqual(more);
});

test('what was named just before is said to who stays silent', () => {
  const before = 'We have tea and coffee.';
  const rows: readonly Row[] = [
    ['Tea|Coffee', 'Which one?', 'Which one?', 'Which one: Tea or Coffee?'],
    [
      'Tea|Coffee',
      'Please choose one of the following:',
      'Please choose one of these:',
      'Please choose one of the following: Tea or Coffee?',
    ],
    ['Tea|Cocoa', 'Which one?', 'Which one: Tea or Cocoa?'],
    [
      'Tea|Coffee',
      undefined,
      'You can say Tea or Coffee. | Which would you like?',
      'You can say Tea or Coffee. | What will it be?',
    ],
  ];
  expect(heard(rows, { before })).toEqual(rows);
  const named: readonly Row[] = [['Tea|Coffee', 'Which one?', 'Which one?', 'Which one: Tea or Coffee?']];
  const notNamed: readonly Row[] = [['Tea|Coffee', 'Which one?', 'Which one: Tea or Coffee?']];
  const long = (length: number) => `We have tea and coffee, ${'and it is good'.repeat(20)}`.slice(0, length);
  expect(heard(named, { before: long(200) })).toEqual(named);
  expect(heard(notNamed, { before: long(201) })).toEqual(notNamed);
  const others: readonly Row[] = [['Tea|Coffee', 'Which one?', 'Which one: Tea, Coffee, or more options?']];
  expect(heard(others, { before, more: true })).toEqual(others);
  const ofEach: readonly Row[] = [
    ['Tea|Coffee', 'Which one?', 'For each of them you can say Tea or Coffee. | Which one?'],
  ];
  expect(heard(ofEach, { before, isOfEach: true })).toEqual(ofEach);
});

test('what the text has listed is said to who stays silent', () => {
  const rows: readonly Row[] = [
    ['Tea|Coffee', 'Which one?', 'Which one?', 'Which one: Tea or Coffee?'],
    ['Tea|Coffee', undefined, 'Which would you like?', 'You can say Tea or Coffee. | What will it be?'],
  ];
  expect(heard(rows, { isHeard: true })).toEqual(rows);
  const later: readonly Row[] = [
    ['Tea|Coffee', undefined, 'Which one?', 'You can say Tea or Coffee. | Which shall it be?'],
  ];
  expect(heard(later, { isHeard: true, turn: 2 })).toEqual(later);
});

test('a yes and a no are in the question', () => {
  const rows: readonly Row[] = [
    ['Yes|No', 'Shall I book it?', 'Shall I book it?', 'Shall I book it? | You can say Yes or No.'],
    ['Yes, book it|No', 'Shall I book it?', 'Shall I book it?', 'Shall I book it? | You can say Yes book it or No.'],
    ['yes|no', undefined, 'Yes or no?'],
  ];
  expect(heard(rows, { isYesNo: true })).toEqual(rows);
});

test('choices that ask are the question', () => {
  const rows: readonly Row[] = [
    ['Blue|Light blue', undefined, 'Blue or Light blue?'],
    ['blue|Light blue?', 'Which?', 'Blue or Light blue?'],
  ];
  expect(heard(rows, { asks: true })).toEqual(rows);
});

test('a scale is told by its ends', () => {
  const scale = '1|2|3|4|5|6';
  const rows: readonly Row[] = [
    [
      scale,
      undefined,
      'You can say a number from 1 to 6. | Which would you like?',
      'You can say a number from 1 to 6. | What will it be?',
    ],
    [scale, 'How was it?', 'You can say a number from 1 to 6. | How was it?'],
    [scale, 'How was it from 1 to 6?', 'How was it from 1 to 6?'],
    [scale, 'How was seat 1?', 'You can say a number from 1 to 6. | How was seat 1?'],
    [scale, 'How was table 6?', 'You can say a number from 1 to 6. | How was table 6?'],
    ['7|8|9|10|11|12', 'Which bus, 7 to 12?', 'Which bus, 7 to 12?'],
    ['7|8|9|10|11|12', 'How was bus 12?', 'You can say a number from 7 to 12. | How was bus 12?'],
    ['1|2|3|4|5', 'How was it?', 'You can choose one of these. | 1. | 2. | 3. | 4. | 5. | How was it?'],
    ['1|2|3|4|5|7', 'Which gate?', 'You can choose one of these. | 1. | 2. | 3. | 4. | 5. | 7. | Which gate?'],
  ];
  expect(heard(rows)).toEqual(rows);
});

test('what can be done with each of the cards is said before what else can be', () => {
  const rows: readonly Row[] = [
    ['Buy|Read more', 'Which bag?', 'For each of them you can say Buy or Read more. | Which bag?'],
    [
      'Buy',
      undefined,
      'For each of them you can say Buy. | Which would you like?',
      'For each of them you can say Buy. | What will it be?',
    ],
  ];
  expect(heard(rows, { isOfEach: true })).toEqual(rows);
  const beside: readonly Row[] = [
    ['Buy|Read more', 'Which bag?', 'For each of them you can say Buy or Read more. | Which bag: Help or Main menu?'],
    [
      'Buy',
      undefined,
      'For each of them you can say Buy. | You can say Help or Main menu. | Which one?',
      'For each of them you can say Buy. | You can say Help or Main menu. | Which shall it be?',
    ],
  ];
  expect(heard(beside, { isOfEach: true, beside: ['Help', 'Main menu'], turn: 2 })).toEqual(beside);
  const ofOne: readonly Row[] = [['Tea|Coffee', 'Which one?', 'Which one: Tea or Coffee?']];
  expect(heard(ofOne, { beside: ['Help'] })).toEqual(ofOne);
});

test('labels that would run into each other stand apart, each with its number', () => {
  const apart = (...entries: readonly string[]) => `You can choose one of these. | ${entries.join(' | ')} | Which one?`;
  const rows: readonly Row[] = [
    ['Tea, black|Coffee', 'Which one?', apart('Number 1: Tea, black.', 'Number 2: Coffee.')],
    [
      'Tea, black|Coffee',
      'For your order: choose one',
      'You can choose one of these. | Number 1: Tea, black. | Number 2: Coffee. | For your order: choose one',
    ],
    ['Tea; black|Coffee', 'Which one?', apart('Number 1: Tea; black.', 'Number 2: Coffee.')],
    ['Coffee|Tea: black', 'Which one?', apart('Number 1: Coffee.', 'Number 2: Tea: black.')],
    ['Tea or cocoa|Coffee', 'Which one?', apart('Number 1: Tea or cocoa.', 'Number 2: Coffee.')],
    ['Sure. Book it|No', 'Which one?', apart('Number 1: Sure. Book it.', 'Number 2: No.')],
    ['Sure!  Book it!|No', 'Which one?', apart('Number 1: Sure!  Book it!', 'Number 2: No.')],
    ['Half the € price|No', 'Which one?', apart('Number 1: Half the € price.', 'Number 2: No.')],
    ['A few % off|No', 'Which one?', apart('Number 1: A few % off.', 'Number 2: No.')],
    ['Room 12|Room 14', 'Which one?', apart('Number 1: Room 12.', 'Number 2: Room 14.')],
    [
      'Very near the old stone bridge there|Inside',
      'Which one?',
      apart('Number 1: Very near the old stone bridge there.', 'Number 2: Inside.'),
    ],
    ['Tea: black|option 2', 'Which one?', apart('Number 1: Tea: black.', 'Option 2.')],
    // These do not.
    ['Near the lovely old stone bridge|Inside', 'Which one?', 'Which one: Near the lovely old stone bridge or Inside?'],
    ['St.Gallen|Bern', 'Which one?', 'Which one: St.Gallen or Bern?'],
    ['Yes, send it|No', 'Which one?', 'Which one: Yes send it or No?'],
    ['Yes, send it|No, thanks', 'Which one?', apart('Number 1: Yes, send it.', 'Number 2: No, thanks.')],
    // One alone runs into nothing.
    ['Tea, black', 'Which one?', 'You can say Tea, black. | Which one?'],
  ];
  expect(heard(rows)).toEqual(rows);
});

test('a number of ours stands where it is not taken for one of the label', () => {
  const apart = (...entries: readonly string[]) => `You can choose one of these. | ${entries.join(' | ')} | Which one?`;
  const rows: readonly Row[] = [
    ['10 minutes|20 minutes', 'Which one?', apart('10 minutes.', '20 minutes.')],
    ['€ 5|more, please', 'Which one?', apart('€ 5.', 'More, please.')],
    ['About 5 minutes|Longer', 'Which one?', apart('Number 1: About 5 minutes.', 'Number 2: Longer.')],
    ['2. Tea|4. Coffee', 'Which one?', apart('2. Tea.', '4. Coffee.')],
    ['1. Tea|Coffee', 'Which one?', apart('1. Tea.', 'Coffee.')],
    ...[
      '1. Tea|2. Coffee',
      '1) Tea|2) Coffee',
      '1: Tea|2: Coffee',
      '1 - Tea|2 – Coffee',
      '1．Tea|2、Coffee',
      '１） Tea|２） Coffee',
    ].map((labels): Row => [labels, 'Which one?', apart('Number 1: Tea.', 'Number 2: Coffee.')]),
    ['1 Tea|2 Coffee', 'Which one?', apart('1 Tea.', '2 Coffee.')],
    ['1. 2 teas|2. 3 teas', 'Which one?', apart('1. 2 teas.', '2. 3 teas.')],
    [
      'Platform 1: Bern|Platform 2: Basel',
      'Which one?',
      apart('Number 1: Platform 1: Bern.', 'Number 2: Platform 2: Basel.'),
    ],
  ];
  expect(heard(rows)).toEqual(rows);
  const later: readonly Row[] = [
    ['10. Tea|11. Coffee', 'Which one?', apart('Number 10: Tea.', 'Number 11: Coffee.')],
    ['Tea; black|option 11', 'Which one?', apart('Number 10: Tea; black.', 'Option 11.')],
  ];
  expect(heard(later, { from: 9 })).toEqual(later);
});

test('other languages', () => {
  const japanese: readonly Row[] = [
    ['紅茶|コーヒー', 'どちらになさいますか？', 'どちらになさいますか。紅茶またはコーヒー、の中からお選びください。'],
    [
      '紅茶、熱い|コーヒー',
      'どちらになさいますか：',
      '次の中からお選びください。 | 1番、紅茶、熱い。 | 2番、コーヒー。 | どちらになさいますか。',
    ],
    [
      '紅茶。熱い|水',
      'お選びください。',
      '次の中からお選びください。 | 1番、紅茶。熱い。 | 2番、水。 | お選びください。',
    ],
  ];
  expect(heard(japanese, {}, 'ja-JP')).toEqual(japanese);
  const german: readonly Row[] = [
    [
      'Tee|Kaffee oder Kakao',
      'Was darf es sein?',
      'Das steht zur Auswahl. | Nummer 1: Tee. | Nummer 2: Kaffee oder Kakao. | Was darf es sein?',
    ],
    ['Tee|Mohr', 'Was darf es sein?', 'Was darf es sein: Tee oder Mohr?'],
  ];
  expect(heard(german, {}, 'de-DE')).toEqual(german);
});

test('what led to a list points back to it', () => {
  const en = phrases('en-US');
  const rows = [
    ['Please choose one of the following:', 'Please choose one of these:'],
    ['Please choose one of the following topics:', 'Please choose one of these topics:'],
    ['Say the following numbers.', 'Say these numbers.'],
    ['Which of the rooms below suits you?', 'Which of these rooms suits you?'],
    ['Which day?', 'Which day?'],
  ];
  expect(rows.map(([asking = '']) => [asking, pointingBack(asking, en)])).toEqual(rows);
});
