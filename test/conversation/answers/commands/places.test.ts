import { english } from '../english';
import { outcomes, type Row } from '../outcomes';

test('a place that is named so may be a part of a label', () => {
  const last: readonly Row[] = [
    ['the last one', 'First Love'],
    ['the last option', 'First Love'],
    ['the last letter', 'The Last Letter'],
    ['the last', 'which The Last Letter | First Love'],
    ['first', 'which The Last Letter | First Love'],
    ['the first one', 'The Last Letter'],
    ['the second', 'Blue Moon'],
    ['the first film', 'words'],
  ];
  expect(outcomes(last, ['The Last Letter', 'Blue Moon', 'First Love'])).toEqual(last);
  const offered = { labels: ['The Last Letter', 'Blue Moon', 'First Love'], from: 0, to: 3 };
  expect(english.decide(offered, 'the last')).toMatchObject({ rule: 'position' });
  const both: readonly Row[] = [
    ['the last one', 'Blue Moon'],
    ['last', 'Blue Moon'],
    ['last love', 'Last Love'],
  ];
  expect(outcomes(both, ['The Last Letter', 'Last Love', 'Blue Moon'])).toEqual(both);
});

test('a number of a label counts before a place, unless the list is meant', () => {
  const floors: readonly Row[] = [
    ['first', 'First floor'],
    ['the first one', 'First floor'],
    ['the first floor', 'First floor'],
    ['the first option', 'Third floor'],
    ['the first on the list', 'Third floor'],
    ['the first one on the list', 'Third floor'],
  ];
  expect(outcomes(floors, ['Third floor', 'Second floor', 'First floor'])).toEqual(floors);
  const rooms: readonly Row[] = [
    ['room two', 'Room 2'],
    ['the second room', 'Room 2'],
    ['one', 'Room 1'],
    ['the first room', 'Room 1'],
  ];
  expect(outcomes(rooms, ['Room 2', 'Room 1', 'Room 3'])).toEqual(rooms);
});

test('a day counts before a place, unless it is said that a place is meant', () => {
  const figures: readonly Row[] = [
    ['the third', 'which 03/05/2026 | 03/06/2026'],
    ['the third one', '04/05/2026'],
    ['the fourth', '04/05/2026'],
    ['what are they', 'list'],
  ];
  expect(outcomes(figures, ['03/05/2026', '03/06/2026', '04/05/2026'])).toEqual(figures);
  const days: readonly Row[] = [
    ['the fourth', 'Friday 4 December'],
    ['the fourth one', 'Friday 11 December'],
    ['the fourth option', 'Friday 11 December'],
    ['the second', 'Monday 7 December'],
  ];
  const labels = ['Friday 4 December', 'Monday 7 December', 'Tuesday 8 December', 'Friday 11 December'];
  expect(outcomes(days, labels)).toEqual(days);
});

test('the day of a label that tells more counts before a place', () => {
  const rows: readonly Row[] = [
    ['the fourth', 'July fourth party'],
    ['the fourth party', 'Advent party'],
    ['the fourth one', 'Advent party'],
    ['the third', 'Easter party'],
  ];
  expect(outcomes(rows, ['July fourth party', 'Halloween party', 'Easter party', 'Advent party'])).toEqual(rows);
  const sales: readonly Row[] = [
    ['the last sale', 'Summer sale'],
    ['last', 'which Last chance | Summer sale'],
  ];
  expect(outcomes(sales, ['Last chance', 'Easter sale', 'Summer sale'])).toEqual(sales);
});

test('a yes is one before it asks to go on, and what is not wanted before a no', () => {
  const rows: readonly Row[] = [
    ['carry on', 'Yes'],
    ['what are they', 'list'],
  ];
  expect(outcomes(rows, ['Yes', 'No'])).toEqual(rows);
  const thanks: readonly Row[] = [
    ['no red please', 'which Green | No thanks'],
    ['no thanks', 'No thanks'],
  ];
  expect(outcomes(thanks, ['Red', 'Green', 'No thanks'])).toEqual(thanks);
  const ideas: readonly Row[] = [['no red please', 'which Green | No thanks | No idea']];
  expect(outcomes(ideas, ['Red', 'Green', 'No thanks', 'No idea'])).toEqual(ideas);
});

test('a place is told with what all options are called', () => {
  const rows: readonly Row[] = [
    ['the third amount', 'Large amount'],
    ['the first amount', 'Other amount'],
    ['the large amount', 'Large amount'],
  ];
  expect(outcomes(rows, ['Other amount', 'Small amount', 'Large amount'])).toEqual(rows);
  const doctors: readonly Row[] = [['the first doctor', 'Dr Who doctor']];
  expect(outcomes(doctors, ['Dr Who doctor', 'Dr Jones doctor', 'Dr Smith doctor'])).toEqual(doctors);
  const classes: readonly Row[] = [['the first ticket', 'First class ticket']];
  expect(outcomes(classes, ['Third class ticket', 'Second class ticket', 'First class ticket'])).toEqual(classes);
  const songs: readonly Row[] = [['one', 'One Direction']];
  expect(outcomes(songs, ['Two Hearts', 'One Direction'])).toEqual(songs);
  const blue: readonly Row[] = [
    ['the second blue', 'Dark blue'],
    ['the second blue one', 'Dark blue'],
    ['blue', 'which Light blue | Dark blue'],
  ];
  expect(outcomes(blue, ['Light blue', 'Dark blue', 'Red'])).toEqual(blue);
});

test('a place may be put right by another', () => {
  const labels = ['Red', 'Green', 'Blue'];
  const rows: readonly Row[] = [
    ['the second one no the third', 'Blue'],
    ['the second no wait the third', 'Blue'],
    ['the second one no third', 'Blue'],
    ['the second one no wait no the last', 'Blue'],
    ['the first one no the second one no the third', 'Blue'],
    ['second no third', 'Blue'],
    ['no the third', 'Blue'],
    ['no the second one', 'Green'],
    ['the second one sorry', 'Green'],
    ['the second one and the third', 'Green + the third'],
    ['ten people no the third', 'Blue'],
    ['the second one no the tenth', 'words'],
    ['something else no the third', 'words'],
    ['ten people the third', 'words'],
    ['the second one no the third and a towel', 'Blue + a towel'],
    ['the one after green', 'Blue'],
    ['excuse me', 'list'],
  ];
  expect(outcomes(rows, labels)).toEqual(rows);
  const offered = { labels, from: 0, to: 3 };
  expect(english.decide(offered, 'the second one no the third')).toMatchObject({ rule: 'correction' });
});

test('words that several labels hold are theirs before they are said of the whole offer', () => {
  const rows: readonly Row[] = [
    ['remind me', 'which Remind me tomorrow | Remind me tonight'],
    ['remind me please', 'which Remind me tomorrow | Remind me tonight'],
    ['remind me again', 'list'],
    ['remind me tonight', 'Remind me tonight'],
    ['both', 'words'],
    ['all of them', 'all'],
  ];
  expect(outcomes(rows, ['Remind me tomorrow', 'Remind me tonight', 'Stop'])).toEqual(rows);
  const two: readonly Row[] = [
    ['both', 'all'],
    ['not red', 'Green'],
  ];
  expect(outcomes(two, ['Red', 'Green'])).toEqual(two);
  const three: readonly Row[] = [
    ['both', 'words'],
    ['not red', 'which Green | Blue'],
  ];
  expect(outcomes(three, ['Red', 'Green', 'Blue'])).toEqual(three);
});
