import {
  type ClockTime,
  findTime,
  labelTime,
  minutesOf,
  sameTime,
} from '../../../../lambda/conversation/answers/clock';
import { daysInFigures } from '../../../../lambda/conversation/answers/figures';
import { lexiconOf } from '../lexicon-of';
import { found, type Offer } from './decided';

const english = lexiconOf('en');
const textsOf = (text: string) => english.tokenize(text).texts;

const minutes = (time: ClockTime | undefined) => time && minutesOf(time);

test('a label is a time, or holds one that is written with a colon', () => {
  const rows: readonly (readonly [label: string, minutes: number | undefined])[] = [
    ['10:30', 630],
    ['10:30 AM', 630],
    ['10:30 pm', 1350],
    ['10:30pm', 1350],
    ['10:30 p.m.', 1350],
    ['10:30 P.M', 1350],
    ['9:05am', 545],
    ['12:15 am', 15],
    ['12:15', 735],
    ['12:15 pm', 735],
    ['14:30', 870],
    ['2:30 past the hour', 150],
    ['10:30 amber ale', 630],
    ['AI 112 at 09:05', 545],
    ['Flight 7 at 10:30pm, 4 seats', 1350],
    ['from10:30', 630],
    ['AI 112 at 09:05 or 10:05', undefined],
    ['Batch 110:30', undefined],
    ['10:3', undefined],
    ['10:x3', undefined],
    ['25:30', undefined],
    ['5 pm', 1020],
    ['Monday 5 pm', 1020],
    ['5 pm Monday', 1020],
    ['5 pm on Monday', 1020],
    ['Friday 12 June, 5pm', 1020],
    ['12 June, 5 P.M., 3 seats', 1020],
    ['5 pm or 6 pm', undefined],
    ['Doors open 10–12 PM', undefined],
    ['Doors are open 10 to 12 PM', undefined],
    ['10 AM to late evening', undefined],
    ['10 AM – noon', undefined],
    ['Drinks and lunch, 12 PM', 720],
    ['Friday 3pm', 900],
    ['A 3 course lunch at 1 p.m.', 780],
    ['5 pmol', undefined],
    ['5 p', undefined],
    ['Monday at half past two', undefined],
    ['half past two daily', 150],
    ['daily half past two', 150],
    ['Noon', 720],
    ['Midnight', 0],
    ['Lunch at noon', undefined],
    ['noon 2', undefined],
    ['2 noon', undefined],
    ['half past two', 150],
    ['5', undefined],
    ['Room 5', undefined],
    ['930', undefined],
    ['9.30', undefined],
    ['Breakfast', undefined],
  ];
  const found = rows.map(([label]) => [label, minutes(labelTime(label, textsOf(label), english))]);
  expect(found).toEqual(rows);
  const dutch = lexiconOf('nl');
  const dotted = ['Ma 10.15', '17.30', '17.3', '17', 'Ma 17 30'];
  expect(dotted.map((label) => minutes(labelTime(label, dutch.tokenize(label).texts, dutch)))).toEqual([
    615,
    1050,
    undefined,
    undefined,
    undefined,
  ]);
});

test('minutes of the day tell which time is earlier', () => {
  const rows: readonly (readonly [said: string, minutes: number])[] = [
    ['midnight', 0],
    ['twelve thirty am', 30],
    ['one', 60],
    ['ten thirty', 630],
    ['twelve', 720],
    ['twelve fifteen', 735],
    ['twelve pm', 720],
    ['one pm', 780],
    ['half past eleven at night', 1410],
  ];
  expect(rows.map(([said]) => [said, minutes(findTime(textsOf(said), english))])).toEqual(rows);
});

test('a time as it was said may be that of a label', () => {
  const rows: readonly (readonly [said: string, label: string, isSame: boolean])[] = [
    ['half past ten', '10:30', true],
    ['half past ten', '10:30 pm', true],
    ['half past ten at night', '10:30', true],
    ['half past ten at night', '10:30 pm', true],
    ['half past ten at night', '10:30 am', false],
    ['ten', '10 am', true],
    ['ten', '10:00', true],
    ["ten o'clock", '10 pm', true],
    ['ten', '10:30', false],
    ['ten past ten', '10:15', false],
    ['ten past nine', '10:10', false],
    ['quarter to one', '12:45', true],
    ['quarter past twenty four', '12:15 am', true],
    ['twenty two thirty', '10:30 pm', true],
  ];
  const isSame = ([said, label]: (typeof rows)[number]) => {
    const one = findTime(textsOf(said), english);
    const other = labelTime(label, textsOf(label), english);
    return one && other && sameTime(one, other);
  };
  expect(rows.map((row) => [row[0], row[1], isSame(row)])).toEqual(rows);
});

test('labels that hold a time among other words are told by it', () => {
  const offers: readonly Offer[] = [
    {
      labels: ['Friday 12 June, 11 AM', 'Friday 12 June, 3 PM', 'Saturday 13 June, 3 PM'],
      answers: [
        ['at three on saturday', 'Saturday 13 June, 3 PM'],
        ['friday at three and bring the kids', 'Friday 12 June, 3 PM + bring the kids'],
        ['three', 'which Friday 12 June, 3 PM | Saturday 13 June, 3 PM'],
        ['saturday at eleven', 'words'],
      ],
    },
    {
      labels: ['Dr Lee, 10 AM', 'Dr Lee, 11:45 AM', 'Dr Fox, 12 PM'],
      answers: [
        ['quarter to noon', 'Dr Lee, 11:45 AM'],
        ['noon', 'Dr Fox, 12 PM'],
        ['ten or eleven forty five', 'which Dr Lee, 10 AM | Dr Lee, 11:45 AM'],
        ["ten o'clock or eleven forty five", 'which Dr Lee, 10 AM | Dr Lee, 11:45 AM'],
        ['fox', 'Dr Fox, 12 PM'],
        ['fox at ten', 'words'],
      ],
    },
    {
      labels: ['2 Uhr', '14 Uhr', '0 Uhr'],
      language: 'de',
      answers: [
        ['zwei uhr nachts', '2 Uhr'],
        ['zwölf uhr nachts', '0 Uhr'],
      ],
    },
    {
      labels: ['9:50', '10:10', '14:00'],
      answers: [
        ['ten minutes to ten', '9:50'],
        ['ten minutes past ten', '10:10'],
        ['fourteen hundred hours', '14:00'],
      ],
    },
  ];
  expect(found(offers)).toEqual(offers);
});

/** Each label with the days that it may be, day before month. */
type Dated = readonly (readonly [label: string, ...days: readonly string[]])[];

const daysOf = (offers: readonly Dated[]): readonly Dated[] =>
  offers.map((offer) => {
    const days = daysInFigures(offer.map(([label]) => label));
    return offer.map(([label], at) => [
      label,
      ...days.filter(({ index }) => index === at).map(({ day, month }) => `${day} of ${month}`),
    ]);
  });

test('whether the day or the month comes first is told by the label that only one way fits', () => {
  const rows: readonly Dated[] = [
    [
      ['01/05/2026', '1 of 5', '5 of 1'],
      ['02/05/2026', '2 of 5', '5 of 2'],
    ],
    [
      ['01/05/2026', '1 of 5'],
      ['13/05/2026', '13 of 5'],
    ],
    [
      ['05/01/2026', '1 of 5'],
      ['05/13/2026', '13 of 5'],
    ],
    [
      ['12/12/2026', '12 of 12', '12 of 12'],
      ['11/12/2026', '11 of 12', '12 of 11'],
    ],
    [['13/13/2026'], ['01/02/2026']],
    [['01/05/2026', '1 of 5', '5 of 1'], ['Another day']],
    [['31/12/2026', '31 of 12']],
    [['32/12/2026'], ['01/02/2026', '1 of 2']],
    [['00/05/2026'], ['02/05/2026', '2 of 5', '5 of 2']],
    [['05/00/2026'], ['02/05/2026', '2 of 5', '5 of 2']],
  ];
  expect(daysOf(rows)).toEqual(rows);
});

test('a year stands in front or behind', () => {
  const rows: readonly Dated[] = [
    [['2026-05-01', '1 of 5']],
    [['2026-13-01']],
    [['2026-05-32']],
    [
      ['2026-05-13', '13 of 5'],
      ['03/04/2026', '3 of 4', '4 of 3'],
    ],
    [
      ['2026/5/1', '1 of 5'],
      ['2026.5.12', '12 of 5'],
    ],
    [['Fri 2026-05-01 (last places)', '1 of 5']],
    [['on 1-5-26, late', '1 of 5', '5 of 1']],
    [['1.5.2026', '1 of 5', '5 of 1']],
    [['Sat 21.11.2026', '21 of 11']],
    [['12-11-2026 ', '12 of 11', '11 of 12']],
    [['1-5.2026']],
    [['1/5/2026 for 2']],
    [['2 from 1/5/2026']],
    [['2026-05-01 for 2']],
    [['2 from 2026-05-01']],
    [['1/5/202']],
    [['12026-05-01']],
    [['2026-05-011']],
    [['2026-005-01']],
    [['1/5/20266']],
    [['101/5/2026']],
    [['1/105/2026']],
  ];
  expect(daysOf(rows)).toEqual(rows);
});

test('without a year days are told where all labels are of that form', () => {
  const rows: readonly Dated[] = [
    [
      ['12/09', '12 of 9', '9 of 12'],
      ['11/09', '11 of 9', '9 of 11'],
    ],
    [
      ['Fri 1/05 early', '1 of 5'],
      ['Sat 21/05', '21 of 5'],
    ],
    [['12/09']],
    [['12/09'], ['Another day']],
    [['1/2'], ['1/4']],
    [['1/20'], ['1/20 for 2']],
    [['1/20'], ['2 of 1/20']],
    [['1/200'], ['1/20']],
    [['1/20'], ['101/20']],
    [
      ['12/4(日)', '12 of 4', '4 of 12'],
      ['12/5(月)', '12 of 5', '5 of 12'],
    ],
    [
      ['12/8 （月）', '8 of 12'],
      ['次は12/14（日）まで', '14 of 12'],
    ],
    [['12/4(日)'], ['12/5']],
    [['12/4(日)'], ['12/5(2)']],
    [['12/4(日)'], ['2 12/5(月)']],
    [['12/4(日)'], ['12/5(月) 2']],
    [['12/4(日)'], ['112/5(月)']],
    [['12/4(日)'], ['12/115(月)']],
    [['12/4(日)']],
  ];
  expect(daysOf(rows)).toEqual(rows);
});

test('behind a dot the month comes second, and may be the last', () => {
  const rows: readonly Dated[] = [
    [['12.06.', '12 of 6']],
    [['Fr. 1. 6. ab acht Uhr', '1 of 6']],
    [['31.12.', '31 of 12'], ['An einem anderen Tag']],
    [['32.12.'], ['31.13.'], ['0.1.'], ['1.0.']],
    [
      ['13.6.', '13 of 6'],
      ['05/06/2026', '5 of 6', '6 of 5'],
    ],
    [['12.06']],
    [['12.06.2026', '12 of 6', '6 of 12']],
    [['112.06.'], ['12.106.']],
    [['12.  06.']],
    [['2 am 12.06.']],
    [['12.06. um 8']],
  ];
  expect(daysOf(rows)).toEqual(rows);
});
