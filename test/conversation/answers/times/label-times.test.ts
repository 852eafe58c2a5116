import {
import { found, type Offer } from "./decided";
  type ClockTime,
  findTime,
  labelTime,
  minutesOf,
  sameTime,
} from '../../../../lambda/conversation/answers/clock';

import { lexiconOf } from './lexicon';

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
  { labels: ['Friday 12 June, 11 AM', 'Friday 12 June, 3 PM', 'Saturday 13 June, 3 PM'], answers: [
    ['at three on saturday', 'Saturday 13 June, 3 PM'],
    ['friday at three and bring the kids', 'Friday 12 June, 3 PM + bring the kids'],
    ['three', 'which Friday 12 June, 3 PM | Saturday 13 June, 3 PM'],
    ['saturday at eleven', 'words'],
  ]},
  { labels: ['Dr Lee, 10 AM', 'Dr Lee, 11:45 AM', 'Dr Fox, 12 PM'], answers: [
    ['quarter to noon', 'Dr Lee, 11:45 AM'],
    ['noon', 'Dr Fox, 12 PM'],
    ['ten or eleven forty five', 'which Dr Lee, 10 AM | Dr Lee, 11:45 AM'],
    ["ten o'clock or eleven forty five", 'which Dr Lee, 10 AM | Dr Lee, 11:45 AM'],
    ['fox', 'Dr Fox, 12 PM'],
    ['fox at ten', 'words'],
  ]},
  { labels: ['2 Uhr', '14 Uhr', '0 Uhr'], language: 'de', answers: [
    ['zwei uhr nachts', '2 Uhr'],
    ['zwölf uhr nachts', '0 Uhr'],
  ]},
  { labels: ['9:50', '10:10', '14:00'], answers: [
    ['ten minutes to ten', '9:50'],
    ['ten minutes past ten', '10:10'],
    ['fourteen hundred hours', '14:00'],
  ]},
  ];
  expect(found(offers)).toEqual(offers);
});
