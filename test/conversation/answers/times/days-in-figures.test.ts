import { daysInFigures } from '../../../../lambda/conversation/answers/figures';

/** Each label with the days that it may be, day before month. */
type Row = readonly (readonly [label: string, ...days: readonly string[]])[];

const found = (offers: readonly Row[]): readonly Row[] =>
  offers.map((offer) => {
    const days = daysInFigures(offer.map(([label]) => label));
    return offer.map(([label], at) => [
      label,
      ...days.filter(({ index }) => index === at).map(({ day, month }) => `${day} of ${month}`),
    ]);
  });

test('whether the day or the month comes first is told by the label that only one way fits', () => {
  const rows: readonly Row[] = [
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
  expect(found(rows)).toEqual(rows);
});

test('a year stands in front or behind', () => {
  const rows: readonly Row[] = [
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
  expect(found(rows)).toEqual(rows);
});

test('without a year days are told where all labels are of that form', () => {
  const rows: readonly Row[] = [
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
  expect(found(rows)).toEqual(rows);
});

test('behind a dot the month comes second, and may be the last', () => {
  const rows: readonly Row[] = [
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
  expect(found(rows)).toEqual(rows);
});
