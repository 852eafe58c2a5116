import { createLabel, isPolar, type Label, widerThan } from '../../../../lambda/conversation/answers/label';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { wordAt } from '../../../../lambda/conversation/answers/word-at';
import { lexiconOf } from '../lexicon-of';
import { preparedOf } from './table';

/** The words of a label: those that count in capitals, those that other options hold in brackets, an ordinal with its "th". */
const wordsOf = ({ items }: Label) =>
  items
    .map(({ text, content, shared, ordinal }) => {
      const word = content ? text.toUpperCase() : text;
      return `${shared ? `(${word})` : word}${ordinal ? 'TH' : ''}`;
    })
    .join(' ');

const written = (offers: readonly (readonly [offer: string, words: string])[]) =>
  offers.map(([offer]) => [offer, preparedOf(offer).labels.map(wordsOf).join(' | ')]);

test('what tells a label from the others counts, even where it is a light word', () => {
  const rows: [string, string][] = [
    ['The red scarf | A blue hat', 'the RED SCARF | a BLUE HAT'],
    ['Turn on | Turn off', '(TURN) ON | (TURN) OFF'],
    ['This evening | Tomorrow evening', 'THIS (EVENING) | TOMORROW (EVENING)'],
    ['Milk | No milk', '(MILK) | NO (MILK)'],
    ['In the Ear | Behind the Ear', 'IN (the) (EAR) | BEHIND (the) (EAR)'],
    ['In the ear | In the nose | On the ear | Nose', '(IN) (the) (EAR) | (IN) (the) (NOSE) | ON (the) (EAR) | (NOSE)'],
    ['To go | To stay', '(to) GO | (to) STAY'],
    ['The | A', 'THE | A'],
    ['Me | Me and her', '(ME) | (ME) AND HER'],
    ['10 am | 2 am | 10 pm', '(10) (AM) | 2 (AM) | (10) PM'],
    ['Room with view | Room without view | Room', '(ROOM) WITH (VIEW) | (ROOM) WITHOUT (VIEW) | (ROOM)'],
    ['Yes, with tea | No, with tea', 'YES (with) (TEA) | NO (with) (TEA)'],
    [
      'Red tea with milk | Red tea with ice | Milk with ice',
      '(RED) (TEA) (with) (MILK) | (RED) (TEA) (with) (ICE) | (MILK) (with) (ICE)',
    ],
  ];
  expect(written(rows)).toEqual(rows);
});

test('the yes or no that a label begins with does not count where more follows', () => {
  const rows: [string, string][] = [
    ['Yes, cancel it | No, keep it', 'yes CANCEL (it) | no KEEP (it)'],
    ['Yes | No | Not sure', 'yes | no | NOT SURE'],
    ['Yes, what is it | No', 'yes WHAT IS IT | no'],
    ['No, thanks | Cash | Card', 'no THANKS | CASH | CARD'],
    ['No way | Cash', 'no WAY | CASH'],
    ['Yes, it is | No, it is', 'YES (IT) (IS) | NO (IT) (IS)'],
    ['No heating | No water | Leak', '(NO) HEATING | (NO) WATER | LEAK'],
  ];
  expect(written(rows)).toEqual(rows);
});

test('numbers of a label are one word each, as they are written', () => {
  const rows: [string, string][] = [
    ['Nova 9 128 GB | Nova 9 256 GB', '(NOVA) (9) 128 (GB) | (NOVA) (9) 256 (GB)'],
    ['₹199 – 1 GB | ₹299 – 2 GB', '(RUPEES) 199 1 (GB) | (RUPEES) 299 2 (GB)'],
    ['First class | Second class', 'FIRSTTH (CLASS) | SECONDTH (CLASS)'],
    ['Two hundred | 3 hundred', 'TWOHUNDRED | 3HUNDRED'],
    ['At 9:30 | At 10:15', '(at) 930 | (at) 1015'],
    ['Half past nine | Ten', 'HALF PAST NINE | TEN'],
    ['At half past nine | At ten', '(at) HALF PAST NINE | (at) TEN'],
  ];
  expect(written(rows)).toEqual(rows);
});

test('other ways to say a label are labels beside it: sizes in full, and synonyms that no other option holds', () => {
  const rows: [string, string][] = [
    ['S | M', 'S | SMALL | ESS | M | MEDIUM | EM'],
    ['S | Tailored', 'S | TAILORED'],
  ];
  expect(written(rows)).toEqual(rows);
  const synonyms = [['current', 'the card'], ['rainy day', 'card', 'checking plan'], ['2']];
  const offered = { labels: ['Checking', 'Savings', 'Loan of 5'], synonyms, from: 0, to: 3 };
  const { labels, count } = prepareOffer(offered, lexiconOf('en'));
  const ways = labels.map((label) => `${label.index}${label.isSynonym ? ' or' : ''} ${wordsOf(label)}`);
  expect(ways).toEqual(['0 CHECKING', '0 or CURRENT', '1 SAVINGS', '1 or RAINY DAY', '2 LOAN of 5', '2 2']);
  expect(count).toBe(3);
});

test('a label is joined, with all its words and with those that count, up to forty of them', () => {
  const rows: [string, string, string][] = [
    ["Don't call me", 'donotcallme', 'notcall'],
    ['The red scarf', 'theredscarf', 'redscarf'],
    ["Nan's own", 'nansown', 'nanown'],
    ['The', 'the', ''],
  ];
  const joined = rows.map(([text]) => {
    const [label] = preparedOf(text).labels;
    return [text, label?.compact, label?.core];
  });
  expect(joined).toEqual(rows);
  const long = Array.from({ length: 60 }, (_, at) => `word${String.fromCharCode(97 + (at % 26))}`).join(' ');
  expect(preparedOf(long).labels[0]?.items).toHaveLength(40);
});

test('a label is a yes or no, holds a word that excludes, or is the lack of something', () => {
  const told = ({ polarity, negative, lacks }: Label) =>
    [polarity, negative && 'negative', lacks && 'lack'].filter(Boolean).join(' ');
  const rows: [string, string[]][] = [
    ['Yes, please | No', ['yes', 'no negative']],
    ['Cheese | No cheese', ['', 'no negative lack']],
    ['Now | No, another time', ['', 'no negative']],
    ['Take it | Leave it', ['', '']],
    ['I accept | I do not accept', ['', 'negative']],
    ["Don't know | Know", ['negative', '']],
    ['With gravy | Without gravy', ['', 'negative']],
    ['Notes | Knot', ['', '']],
  ];
  expect(rows.map(([offer]) => [offer, preparedOf(offer).labels.map(told)])).toEqual(rows);
});

test('labels stand for yes and no where both are offered, or nothing but a plain yes, or one no among others', () => {
  const rows: [string, boolean][] = [
    ['Great | Okay', true],
    ['Great | Okay | Poor', false],
    ['Okay | No way | Cash', true],
    ['Yes | Maybe | Later', true],
    ['Sure thing | Later | Cash', false],
    ['Yes | Sure | Later', true],
    ['No heating | Leak | Noise', true],
    ['No heating | No water | Leak', false],
    ['Tea | Coffee | Milk', true],
    ['Nothing | Yesterday | Cash', true],
  ];
  const lexicon = lexiconOf('en');
  const tokens = (offer: string) => offer.split(' | ').map((text) => lexicon.tokenize(text).texts);
  expect(rows.map(([offer]) => [offer, isPolar(tokens(offer), lexicon)])).toEqual(rows);
});

test('the time and the number of a label are known where it has one', () => {
  const rows: [string, string, number | undefined][] = [
    ['Today 4 PM', '4 pm', 4],
    ['At 9:30', '9 30', 930],
    ['1 to 4', '', undefined],
    ['5 or more', '', 5],
    ['Size 9 128', '', undefined],
    ['Red', '', undefined],
  ];
  const known = rows.map(([text]) => {
    const [label] = preparedOf(text).labels;
    const { hour, minute, half } = label?.time ?? {};
    return [text, [hour, minute, half].filter((one) => one !== undefined).join(' '), label?.number];
  });
  expect(known).toEqual(rows);
  const way = { text: '2', index: 0, isSynonym: true };
  expect(createLabel(way, ['2'], false, lexiconOf('en'))).toMatchObject({
    isSynonym: false,
    number: 2,
    items: [{ shared: false }],
  });
  expect(createLabel({ ...way, text: 'two of' }, ['of'], false, lexiconOf('en'))).toMatchObject({
    isSynonym: true,
    items: [{ shared: false }],
  });
});

test('a label is widened by those that hold all its words and more, but not by one word', () => {
  const rows: [string, string[]][] = [
    ['Student loan | Student loan extension | Loan', ['1', '', '']],
    ['Pencil | Pencil case', ['', '']],
    ['The loan | The loan extension', ['', '']],
    ['Red wine | Dark red wine | Red wine glass | White wine', ['12', '', '', '']],
    ['Red wine | Red grape | Wine', ['', '', '']],
  ];
  const wider = rows.map(([offer]) => {
    const { labels } = preparedOf(offer);
    return [
      offer,
      labels.map((label) =>
        widerThan(label, labels)
          .map(({ index }) => index)
          .join(''),
      ),
    ];
  });
  expect(wider).toEqual(rows);
  const synonyms = [['my student loan now'], []];
  const offered = { labels: ['Student loan', 'Grant'], synonyms, from: 0, to: 2 };
  expect([...prepareOffer(offered, lexiconOf('en')).widened]).toEqual([]);
});

test('beside the first and the last word of several stands none', () => {
  expect([-1, 0, 1, 2].map((at) => wordAt(['sea', 'view'], at))).toEqual(['', 'sea', 'view', '']);
});
