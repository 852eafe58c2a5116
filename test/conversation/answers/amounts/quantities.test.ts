import type { AnswerLanguage } from '../../../../lambda/conversation/answers/language';
import { areEqual, compared, quantitiesOf, type Reading } from '../../../../lambda/conversation/answers/quantities';
import { createCounts, createUnits, moneyOf } from '../../../../lambda/conversation/answers/units';
import { heardAs, lexicon } from '../made-ready';

/** A unit by the first word that stands for it: "min", "lb". */
function nameOf({ group, value }: NonNullable<Reading['unit']>): string {
  const units = Object.entries(lexicon.language.measures[group] ?? {});
  return units.find(([, size]) => size === value)?.[0] ?? '';
}

const written = ({ value, unit }: Reading) => (unit ? `${value} ${nameOf(unit)}` : `${value}`);

/** Every amount: its number, its unit in brackets, how it is read, and a plus where it is made of two. */
function amountsIn(said: string): string[] {
  const { texts, numerals } = heardAs(said);
  return quantitiesOf(texts, numerals, lexicon).map(({ from, to, unitFrom, readings, isComposed }) => {
    const unit = unitFrom < to ? ` (${texts.slice(unitFrom, to).join(' ')})` : '';
    return `${texts.slice(from, unitFrom).join(' ')}${unit} = ${readings.map(written).join(' or ')}${isComposed ? ' +' : ''}`;
  });
}

type Row = readonly [said: string, ...amounts: string[]];
const found = (rows: readonly Row[]) => rows.map(([said]) => [said, ...amountsIn(said)]);

test('a number stands alone, with its unit, or with "a" before one', () => {
  const rows: readonly Row[] = [
    ['twelve', 'twelve = 12'],
    ['the twelve of us and three dogs', 'twelve = 12', 'three = 3'],
    ['five hundred grams', 'five hundred (grams) = 500 g'],
    ['six pounds', 'six (pounds) = 6 lb or 6 pound'],
    ['a week or ten days', 'a (week) = 1 week', 'ten (days) = 10 day'],
    ['an hour', 'an (hour) = 1 hour'],
    ['a dog', ...[]],
    ['hour', ...[]],
    ['the hour', ...[]],
    ['no numbers at all', ...[]],
    // Places in a row, and numbers that are said in pairs, are no amounts of a unit.
    ['the second pound', ...[]],
    ['the third week and four nights', 'four (nights) = 4 day'],
    ['ten thirty', 'ten = 10', 'thirty = 30'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('"a" counts a unit that is wrapped in one word, where that belongs to no unit', () => {
  const rows: readonly Row[] = [
    ['a full hour', 'a full (hour) = 1 hour'],
    ['an entire week', 'an entire (week) = 1 week'],
    ['a like an hour', 'an (hour) = 1 hour'],
    ['a good hour', ...[]],
    ['an um hour', 'an um (hour) = 1 hour'],
    ['a mm', 'a (mm) = 1 mm'],
    ['a full whole hour', ...[]],
    ['a busy hour', ...[]],
    ['a full tank', ...[]],
    ['full hour', ...[]],
    ['the full hour', ...[]],
  ];
  expect(found(rows)).toEqual(rows);
});

test('a phrase counts what is a unit', () => {
  const rows: readonly Row[] = [
    ['a couple of hours', 'a couple of (hours) = 2 hour'],
    ['couple of kilos', 'couple of (kilos) = 2 kg'],
    ['a couple of friends', ...[]],
    ['a couple hours', ...[]],
    ['a couple of', ...[]],
    ['a cup of hours', ...[]],
  ];
  expect(found(rows)).toEqual(rows);
});

test('a part of a unit may be told with "of" and "a"', () => {
  const rows: readonly Row[] = [
    ['half an hour', 'half an (hour) = 0.5 hour'],
    ['half hour', 'half (hour) = 0.5 hour'],
    ['half of an hour', 'half of an (hour) = 0.5 hour'],
    ['three quarters of an hour', 'three quarters of an (hour) = 0.75 hour'],
    ['half the hour', 'half = 0.5'],
    // Of more than one, the next unit is counted by itself.
    ['one and a half an hour', 'one and a half = 1.5', 'an (hour) = 1 hour'],
    ['one a week', 'one = 1', 'a (week) = 1 week'],
    ['ten of an hour', 'ten = 10', 'an (hour) = 1 hour'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('thousands are told by a letter or a word, which may be a unit as well', () => {
  const rows: readonly Row[] = [
    ['ten k', 'ten (k) = 10 km or 10000'],
    ['ten grand', 'ten (grand) = 10000'],
    ['ten k pounds', 'ten (k pounds) = 10000 lb or 10000 pound'],
    ['nine hundred and ninety nine k', 'nine hundred and ninety nine (k) = 999 km or 999000'],
    ['a thousand k', 'a thousand (k) = 1000 km'],
    ['two thousand grand', 'two thousand = 2000'],
    ['k', ...[]],
    ["ten k's", "ten (k 's) = 10 km or 10000"],
    ["ten grand's fine", 'ten (grand) = 10000'],
    ["ten k dollars's fine", 'ten (k dollars) = 10000 dollar'],
    ["two pounds's fine", 'two (pounds) = 2 lb or 2 pound'],
    ["ten kg's", 'ten (kg) = 10 kg'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('half a unit is added behind it', () => {
  const rows: readonly Row[] = [
    ['an hour and a half', 'an (hour and a half) = 1.5 hour +'],
    ['two pounds and a half', 'two (pounds and a half) = 2.5 lb or 2.5 pound +'],
    ['an hour or a half', 'an (hour) = 1 hour', 'a half = 0.5'],
    ['an hour a half', 'an (hour) = 1 hour', 'a half = 0.5'],
    ['an hour and the half', 'an (hour) = 1 hour', 'half = 0.5'],
    ['an hour and a bit', 'an (hour) = 1 hour'],
    ['ten and a half', 'ten and a half = 10.5'],
    ['half and a half', 'half = 0.5', 'a half = 0.5'],
    ['ten k and a half', 'ten (k and a half) = 10.5 km +'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('cents are added to money', () => {
  const rows: readonly Row[] = [
    ['three dollars forty nine', 'three (dollars forty nine) = 3.49 dollar +'],
    ['five pounds ninety nine', 'five (pounds ninety nine) = 5.99 pound +'],
    ['five pounds nine please', 'five (pounds nine) = 5.09 pound +'],
    ['five pounds one hundred', 'five (pounds) = 5 lb or 5 pound', 'one hundred = 100'],
    ['five pounds and fifty', 'five (pounds and fifty) = 5.5 pound +'],
    ['five pounds and ten', 'five (pounds and ten) = 5.1 pound +'],
    ['five pounds and nine', 'five (pounds) = 5 lb or 5 pound', 'nine = 9'],
    ['five pounds and fifty guests', 'five (pounds) = 5 lb or 5 pound', 'fifty = 50'],
    ['five pounds fifty guests', 'five (pounds fifty) = 5.5 pound +'],
    // "one" is said of a thing: "the five pounds one".
    ['the five pound one', 'five (pound) = 5 lb or 5 pound', 'one = 1'],
    ['five pound twenty one', 'five (pound twenty one) = 5.21 pound or 5.2 pound +'],
    ['five pounds first', 'five (pounds) = 5 lb or 5 pound'],
    ['five percent fifty', 'five (percent) = 5 percent', 'fifty = 50'],
    ['six foot two', 'six (foot) = 6 foot', 'two = 2'],
    ['five pounds twenty thirty', 'five (pounds twenty) = 5.2 pound +', 'thirty = 30'],
    ['fifty cents forty', 'fifty (cents) = 50 cent or 50 cent', 'forty = 40'],
    ['eight fifty', 'eight = 8', 'fifty = 50'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('a smaller unit is added to a larger one of its kind', () => {
  const rows: readonly Row[] = [
    ['an hour and thirty minutes', 'an (hour and thirty minutes) = 1.5 hour +'],
    ['an hour thirty minutes', 'an (hour thirty minutes) = 1.5 hour +'],
    ['five pounds fifty pence', 'five (pounds fifty pence) = 5.5 pound +'],
    ['two stone and seven pounds', 'two (stone and seven pounds) = 2.5 stone +'],
    ['thirty minutes and an hour', 'thirty (minutes) = 30 minute', 'an (hour) = 1 hour'],
    ['thirty minutes two hours', 'thirty (minutes) = 30 minute', 'two (hours) = 2 hour'],
    ['two hours three hours', 'two (hours) = 2 hour', 'three (hours) = 3 hour'],
    ['two kilos three hours', 'two (kilos) = 2 kg', 'three (hours) = 3 hour'],
    ['two thirty minutes', 'two = 2', 'thirty (minutes) = 30 minute'],
    // Said once more in the smaller unit.
    ['a whole week seven nights', 'a whole (week seven nights) = 1 week +'],
    ['two weeks fourteen days', 'two (weeks fourteen days) = 2 week +'],
    ['two weeks seven days', 'two (weeks seven days) = 3 week +'],
    ['a week and seven nights', 'a (week and seven nights) = 2 week +'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('amounts are compared in one unit, and a bare number with one that was asked for', () => {
  const [week, day, kilo] = [
    { group: 0, value: 10_080 },
    { group: 0, value: 1440 },
    { group: 1, value: 1000 },
  ];
  expect(compared({ value: 1, unit: week }, { value: 7, unit: day }, false)).toEqual([10_080, 10_080]);
  expect(compared({ value: 1, unit: week }, { value: 1, unit: kilo }, true)).toBeUndefined();
  expect(compared({ value: 5 }, { value: 5, unit: kilo }, false)).toEqual([5, 5]);
  expect(compared({ value: 5, unit: kilo }, { value: 5 }, true)).toEqual([5, 5]);
  expect(compared({ value: 5, unit: kilo }, { value: 5 }, false)).toBeUndefined();
  expect(compared({ value: 5 }, { value: 6 }, false)).toEqual([5, 6]);
});

test('amounts are equal that differ by what a unit is rounded', () => {
  expect(areEqual(2_000_001, 2_000_000)).toBe(true);
  expect(areEqual(2_000_002, 2_000_000)).toBe(true);
  expect(areEqual(2_000_003, 2_000_000)).toBe(false);
  expect(areEqual(1_999_997, 2_000_000)).toBe(false);
  expect(areEqual(-5, -5)).toBe(true);
  expect(areEqual(-5, 5)).toBe(false);
  expect(areEqual(5, 6)).toBe(false);
});

const MEASURES: AnswerLanguage['measures'] = [
  { minute: 1, hour: 60, 'year old': 525_960, year: 525_960 },
  { gram: 1, pound: 453.59 },
  { pound: 1, penny: 0.01 },
  { mile: 1 },
  { 'mile an hour': 1, 'mile an': 2 },
];
const units = createUnits({ measures: MEASURES });
const unitAt = (said: string, at: number) => {
  const found = units(said.split(' '), at);
  return found && [found.to, ...found.units.map(({ group, value }) => `${value} of ${group}`)];
};

type UnitRow = readonly [said: string, at: number, found: ReturnType<typeof unitAt>];

test('a unit is the longest that begins at a word, and may be of several kinds', () => {
  const rows: readonly UnitRow[] = [
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
