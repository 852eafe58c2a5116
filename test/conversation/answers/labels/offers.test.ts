import { type Prepared, prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { lexiconOf } from '../lexicon-of';
import { offeredBy, preparedOf } from './table';

type Told = readonly [offer: string, told: unknown];

/** What is told of each offer. */
const told = (rows: readonly Told[], tell: (prepared: Prepared) => unknown): readonly Told[] =>
  rows.map(([offer]) => [offer, tell(preparedOf(offer))]);

const words = (keys: Iterable<string>) => [...keys].join(' ');

test('what a question asks for is known of it', () => {
  const tell = (prepared: Prepared) =>
    Object.entries({
      matter: prepared.isMatter,
      role: prepared.isRole,
      order: prepared.isOrder,
      wish: prepared.isWishAsked(),
      ending: prepared.isEndingAsked(),
      past: prepared.isPastAsked(),
    })
      .filter(([, isTold]) => isTold)
      .map(([name]) => name)
      .join(' ');
  const rows: Told[] = [
    ['Leak | Noise', ''],
    ['Which one? Leak | Noise', ''],
    ['What is the problem? Leak | Noise', 'matter'],
    ["What's your role? Nurse | Doctor", 'role'],
    ['Which class would you like to join? Spin | Yoga', 'order wish'],
    ['Which one do you need? Spin | Yoga', 'wish'],
    ['What would you like to cancel? Order | Trip', 'wish ending'],
    ['How did you hear of us? Friend | Radio', 'wish past'],
    ['Where were you? Here | There', 'past'],
  ];
  expect(told(rows, tell)).toEqual(rows);
});

test('the units that a question asks for are known, each once, but not how often', () => {
  const rows: Told[] = [
    ['2 | 7', []],
    ['How many people? 2 | 7', []],
    ['How many nights? 2 | 7', [1440]],
    ['How many hours? 2 | 7', [60]],
    ['How many minutes a day? 10 | 30', [1]],
    ['How many days, or weeks? 10 | 30', [1440, 10_080]],
    ['How many kg, in kilograms? 1 | 2', [1000]],
    ['How old is your child? 1–2 | 3–5', [525_960]],
    ['How many years old? 1–2 | 3–5', [525_960]],
  ];
  expect(told(rows, ({ askedUnits }) => askedUnits.map(({ value }) => value))).toEqual(rows);
});

test('words of the question and of several options are no wish of their own', () => {
  const generic: Told[] = [
    ['Tea | Coffee', ''],
    ['Which tea? Green tea | Black tea | Rum', 'which tea'],
    ['The red one | The blue one', 'the #1'],
    ['10 | 20 | Other amount', 'amount'],
    ['10 | Large | Other amount', ''],
    ['10 | 20 | Amount', ''],
    ['10 | 20 | My other card', 'card'],
  ];
  expect(told(generic, (prepared) => words(prepared.generic))).toEqual(generic);
  const shared: Told[] = [
    ['Tea | Coffee', ''],
    ['The red scarf | The blue scarf', 'scarf'],
    ['Yes, tea | Yes, milk', ''],
  ];
  expect(told(shared, (prepared) => words(prepared.shared))).toEqual(shared);
  const asked: Told[] = [
    ['Which teas? Green | Black', 'which teas'],
    ['Green | Black', ''],
  ];
  expect(told(asked, (prepared) => words(prepared.asked))).toEqual(asked);
});

test('which offers hold numbers, times, or times of today', () => {
  const tell = ({ holdsNumbers, holdsTimes, areTimes, holdsToday }: Prepared) =>
    [holdsNumbers && 'numbers', holdsTimes && 'times', areTimes && 'all', holdsToday && 'today']
      .filter(Boolean)
      .join(' ');
  const rows: Told[] = [
    ['Tea | Coffee', ''],
    ['Room 2 | Suite', 'numbers'],
    ['9 am | 10 am', 'numbers times all'],
    ['9 am | Later', 'numbers times'],
    ['Noon | Midnight', 'times all'],
    ['Today 9 AM | Saturday 9 AM', 'numbers times all today'],
    ['Today | 9 am', 'numbers times'],
    ['Today | Tomorrow', ''],
  ];
  expect(told(rows, tell)).toEqual(rows);
});

test('ranges, and the amounts of the options that are none', () => {
  const rows: Told[] = [
    ['1–4 | 5–8 | 20', { ranges: [0, 1], amounts: [2] }],
    ['Room 2 | Room 3', { ranges: [], amounts: [0, 1] }],
    ['Tea | Coffee', { ranges: [], amounts: [] }],
  ];
  const tell = ({ ranges, amounts }: Prepared) => ({
    ranges: ranges.map(({ index }) => index),
    amounts: amounts.map(({ index }) => index),
  });
  expect(told(rows, tell)).toEqual(rows);
});

test('windows, days in figures, what others widen, and options that agree', () => {
  const tell = ({ windows, days, widened, agreeing }: Prepared) => ({
    windows: windows.map(({ index }) => index),
    days: days.map(({ index }) => index),
    widened: [...widened],
    agreeing: agreeing.map(({ index }) => index),
  });
  const none = { windows: [], days: [], widened: [], agreeing: [] };
  const rows: Told[] = [
    ['Tea | Coffee', none],
    ['All day | 9 AM – 11 AM', { ...none, windows: [1] }],
    ['Later | 15/05/2026', { ...none, days: [1] }],
    ['Loan | Student loan | Student loan extension', { ...none, widened: [[1, [2]]] }],
    ['Change it | I agree | Confirm | Confirm later', { ...none, agreeing: [1, 2] }],
    ['1 | 2', none],
  ];
  expect(told(rows, tell)).toEqual(rows);
  const synonyms = [['my red wine'], ['dark red wine']];
  const offered = { ...offeredBy('Red wine | Dark red wine'), synonyms };
  expect([...prepareOffer(offered, lexiconOf('en')).widened]).toEqual([[0, [1]]]);
});

test('words of labels are found by their stems, one by one, and run together by up to four', () => {
  const stems: Told[] = [
    ['Red scarves | Two hats', 'red scarv #2 hat'],
    ['Oct 2026 | Nov 2026', 'octob #2026 novemb #26'],
    ['At 9:00 | At 14:00', 'at #900 #1400 am morn pm arvo afternoon'],
  ];
  expect(told(stems, (prepared) => words(prepared.stems.keys()))).toEqual(stems);
  const joined: Told[] = [
    ['Wi-Fi | A', 'wifi wi fi'],
    ['Size 10', 'size10 size'],
    [
      'Pick up my order today',
      'pickup pickupmy pickupmyorder pick upmy upmyorder upmyordertoday up myorder myordertoday my ordertoday order today',
    ],
    ['Today 9 AM', 'today9 today9am today 9am am thismorning'],
  ];
  expect(told(joined, (prepared) => words(prepared.joined.keys()))).toEqual(joined);
  const whole: Told[] = [
    ['Wi-Fi | The cable', 'wifi thecable'],
    ['– | Tea', 'tea'],
  ];
  expect(told(whole, (prepared) => words(prepared.whole.keys()))).toEqual(whole);
  const beginnings: Told[] = [
    ['Size 10', 's si siz size'],
    ['X', 'x'],
  ];
  const sorted = (text: unknown) => String(text).split(' ').sort().join(' ');
  expect(told(beginnings, (prepared) => sorted(words(prepared.beginnings)))).toEqual(
    beginnings.map(([offer, all]) => [offer, sorted(all)]),
  );
  const { stems: burgers } = preparedOf('Chicken burger | Cheeseburger');
  expect(burgers.get('burg')?.map(({ label, items, isPart }) => [label.index, items, isPart])).toEqual([
    [0, [1], undefined],
    [1, [0], true],
  ]);
});

test('an option is compared by its sound in full, without light words, without those of others, and by each of its own', () => {
  const rows: Told[] = [
    [
      'The red scarf | A blue scarf',
      ['redscarf theredscarf red redscarf red', 'bluescarf abluescarf blue bluescarf blue'],
    ],
    ['The', ['the the']],
    ["Nan's tea | Milk", ['nantea nanstea nantea nan tea', 'milk milk milk']],
    [
      'Pick up my red shoes and my old blue coat today | Go',
      [
        'pickredshoesoldbluecoattoday pickupmyredshoesandmyoldbluecoattoday pickredshoesoldbluecoattoday pick red shoes old blue',
        'go go go',
      ],
    ],
  ];
  const tell = ({ targets, labels }: Prepared) =>
    labels.map(({ index }) =>
      targets()
        .filter((target) => target.index === index)
        .map(({ text }) => text)
        .join(' '),
    );
  expect(told(rows, tell)).toEqual(rows);
  const { targets, targetsBy } = preparedOf('Sea view | City');
  expect(targets().map(({ words: own, sound, outline }) => [own.join(' '), sound, outline])).toEqual([
    ['sea view', 'siviu', 'safa'],
    ['sea view', 'siviu', 'safa'],
    ['sea', 'si', 'sa'],
    ['view', 'viu', 'fa'],
    ['city', 'siti', 'sata'],
    ['city', 'siti', 'sata'],
    ['city', 'siti', 'sata'],
  ]);
  expect([...targetsBy()].map(([letter, found]) => [letter, found.length])).toEqual([
    ['s', 6],
    ['f', 1],
  ]);
  const synonyms = [['ocean'], []];
  const named = prepareOffer({ ...offeredBy('Sea | City'), synonyms }, lexiconOf('en')).targets();
  expect(named.map(({ text }) => text)).toEqual(['sea', 'sea', 'sea', 'city', 'city', 'city']);
  expect(preparedOf('The').targets()).toHaveLength(2);
});

test('a part of a compound names its label where the language has compounds', () => {
  expect(preparedOf('Tea | Coffee').compounds).toBeUndefined();
  const { compounds } = preparedOf('Fensterreinigung | Tee', 'de');
  expect(compounds?.('fenster').map(({ label }) => label.index)).toEqual([0]);
});
