import { withColons } from '../../../../lambda/conversation/answers/colons';
import { de } from '../../../../lambda/languages/de';
import { en } from '../../../../lambda/languages/en';

type Row = readonly [label: string, written: string];

const found = (rows: readonly Row[], language = de): readonly Row[] =>
  rows.map(([label]) => [label, withColons([label], language.answers())[0] ?? '']);

test('a time with a dot has a colon where its unit follows', () => {
  const rows: readonly Row[] = [
    ['9.30 Uhr', '9:30 Uhr'],
    ['09.05uhr', '09:05uhr'],
    ['9.30  UHR', '9:30  UHR'],
    ['24.00 Uhr', '24:00 Uhr'],
    ['Montag 17.45 Uhr oder 18.15 Uhr', 'Montag 17:45 Uhr oder 18:15 Uhr'],
    ['9.30 Uhr genau', '9:30 Uhr genau'],
    ['9.30 Punkt', '9:30 Punkt'],
    ['9.30', '9.30'],
    ['9.30 Euro', '9.30 Euro'],
    ['9.30 Uhren', '9.30 Uhren'],
    ['25.30 Uhr', '25.30 Uhr'],
    ['9.60 Uhr', '9.60 Uhr'],
    ['9.305 Uhr', '9.305 Uhr'],
    ['1.09.30 Uhr', '1.09.30 Uhr'],
    ['119.30 Uhr', '119.30 Uhr'],
    ['9,10.30 Uhr', '9,10.30 Uhr'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('a time with a dot has a colon where it is one end of a range', () => {
  const rows: readonly Row[] = [
    ['11.45–12.30', '11:45–12:30'],
    ['11.45 - 12.30', '11:45 - 12:30'],
    ['9–12.30', '9–12:30'],
    ['9.15–12', '9:15–12'],
    ['9.15 -  12', '9:15 -  12'],
    ['9  – 12.30', '9  – 12:30'],
    ['Halle–12.30', 'Halle–12.30'],
    ['9.15–Ende', '9.15–Ende'],
    ['9.15 bis 12.30', '9.15 bis 12.30'],
    ['9.15.2–10', '9.15.2–10'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('where times are not written so, a dot is left', () => {
  const rows: readonly Row[] = [
    ['9.30 Uhr', '9.30 Uhr'],
    ['11.45–12.30', '11.45–12.30'],
  ];
  expect(found(rows, en)).toEqual(rows);
});
