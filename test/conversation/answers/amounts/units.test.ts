import type { AnswerLanguage } from '../../../../lambda/conversation/answers/language';
import { createCounts, createUnits, moneyOf } from '../../../../lambda/conversation/answers/units';

const measures: AnswerLanguage['measures'] = [
  { minute: 1, hour: 60, 'year old': 525_960, year: 525_960 },
  { gram: 1, pound: 453.59 },
  { pound: 1, penny: 0.01 },
  { mile: 1 },
  { 'mile an hour': 1, 'mile an': 2 },
];
const units = createUnits({ measures });
const unitAt = (said: string, at: number) => {
  const found = units(said.split(' '), at);
  return found && [found.to, ...found.units.map(({ group, value }) => `${value} of ${group}`)];
};

type Row = readonly [said: string, at: number, found: ReturnType<typeof unitAt>];

test('a unit is the longest that begins at a word, and may be of several kinds', () => {
  const rows: readonly Row[] = [
    ['an hour', 1, [2, '60 of 0']],
    ['an hour', 0, undefined],
    ['an hour', 2, undefined],
    ['a pound', 1, [2, '453.59 of 1', '1 of 2']],
    ['one year', 1, [2, '525960 of 0']],
    ['one year old', 1, [3, '525960 of 0']],
    ['one year ago', 1, [2, '525960 of 0']],
    ['one old year', 1, undefined],
    ['one mile', 1, [2, '1 of 3']],
    ['one mile an', 1, [3, '2 of 4']],
    ['one mile an hour', 1, [4, '1 of 4']],
    ['one mile per hour', 1, [2, '1 of 3']],
  ];
  expect(rows.map(([said, at]) => [said, at, unitAt(said, at)])).toEqual(rows);
});

test('what counts a unit is known by its first word, in its order', () => {
  const counts = createCounts({ ranges: { counts: { 'a couple of': 2, couple: 2, 'a pair': 3 } } });
  expect([...counts]).toEqual([
    [
      'a',
      [
        { words: ['a', 'couple', 'of'], value: 2 },
        { words: ['a', 'pair'], value: 3 },
      ],
    ],
    ['couple', [{ words: ['couple'], value: 2 }]],
  ]);
});

test('money is what a sign stands for one of and a hundredth belongs to', () => {
  const kinds: AnswerLanguage['measures'] = [
    { pound: 1, penny: 0.01 },
    { pound: 1, gram: 0.002 },
    { percent: 1 },
    { euro: 1, cent: 0.01 },
    { dime: 10, dollar: 100, cent: 0.01 },
    { quid: 1, pence: 0.01 },
  ];
  const signs = { '£': 'pound', '€': 'euro', '%': 'percent', '&': 'and', $: 'dime' };
  expect([...moneyOf({ measures: kinds, signs })]).toEqual([0, 3]);
  expect([...moneyOf({ measures: kinds, signs: {} })]).toEqual([]);
});
