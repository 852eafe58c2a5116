import { decided, type Table } from './table';

test('two times pick the window that they are, or the ones that hold them', () => {
  const table: Table = {
    'When shall we come? 8 AM – 12 PM | 12 PM – 4 PM | 4 PM – 8 PM': [
      ['noon to four', '12 PM – 4 PM', 'time'],
      ['between one and three', '12 PM – 4 PM', 'time'],
      ['any time between nine and eleven would be grand', '8 AM – 12 PM'],
      ['sometime between five and seven please', '4 PM – 8 PM'],
      ['no between two and three', '12 PM – 4 PM'],
      ['quarter past one to quarter to three', '12 PM – 4 PM'],
      ['between ten and two', 'words'],
      ['noon to six', 'words'],
      ['eight to eight', 'words'],
    ],
    '9 AM – 5 PM | 9 AM – 12 PM | 1 PM – 5 PM': [
      ['nine to five', '9 AM – 5 PM', 'time'],
      ['nine to noon', '9 AM – 12 PM', 'time'],
      ['nine to two', '9 AM – 5 PM'],
      ['eleven to five', '9 AM – 5 PM'],
      ['two to four', 'which 9 AM – 5 PM | 1 PM – 5 PM', 'time'],
    ],
  };
  expect(decided(table)).toEqual(table);
});

test('two times pick none where more is told of them, or something is said against them', () => {
  const table: Table = {
    'When shall we come? 8 AM – 12 PM | 12 PM – 4 PM | 4 PM – 8 PM': [
      ['not between one and three', 'words'],
      ['any time but between one and three', 'words'],
      ['after ten to twelve', 'words'],
      ['more than one to three', 'words'],
      ['what about between one and three', 'words'],
      ['between one and three my neighbour has the key', 'words'],
      ["my son's nap time is between one and three", 'words'],
      ['two kids and three adults', 'words'],
      ['nine of us to eleven', 'words'],
      ['nine and then the kids at eleven', 'words'],
    ],
  };
  expect(decided(table)).toEqual(table);
});

test('one time picks the windows that it is in, with the ends of them', () => {
  const table: Table = {
    'When shall we come? 8 AM – 12 PM | 12 PM – 4 PM | 4 PM – 8 PM': [
      ['around two', '12 PM – 4 PM', 'time'],
      ['half past nine', '8 AM – 12 PM', 'time'],
      ['two would be perfect', '12 PM – 4 PM', 'time'],
      ['thirteen', '12 PM – 4 PM', 'time'],
      ['at twelve', 'which 8 AM – 12 PM | 12 PM – 4 PM', 'time'],
      ['around eight', 'which 8 AM – 12 PM | 4 PM – 8 PM', 'time'],
      ['is two okay', 'words'],
      ['not two', 'words'],
      ['before two', 'words'],
      ['take two off', 'words'],
      ['two people', 'words'],
      ['i have two', 'words'],
      ['there are two of us', 'words'],
    ],
    '2 AM – 6 AM | 6 AM – 10 AM': [
      ['three in the morning', '2 AM – 6 AM', 'time'],
      ['three in the afternoon', 'words'],
      ['nine in the evening', 'words'],
    ],
    '8 AM – 12 PM | 12 PM – 5 PM | Evening': [
      ['nine in the evening', 'words'],
      ['in the evening', 'Evening'],
    ],
  };
  expect(decided(table)).toEqual(table);
});

test('a window is told by one of its times: as a clock, by half of the day, or by a word', () => {
  const table: Table = {
    '9:00–10:30 | 10:30–12:00 | 12:00–13:30': [
      ['at ten', '9:00–10:30', 'time'],
      ['eleven', '10:30–12:00', 'time'],
      ['half one', '12:00–13:30', 'time'],
      ['around two', 'words'],
    ],
    '20:00–22:00 | 22:00–00:00': [
      ['around nine', '20:00–22:00', 'time'],
      ['half ten to half eleven', '22:00–00:00', 'time'],
      ['between eleven and midnight', '22:00–00:00', 'time'],
    ],
    '8 to 11 am | 11 to 2 pm | 2 to 5 pm': [
      ['nine to ten', '8 to 11 am', 'time'],
      ['twelve to one', '11 to 2 pm', 'time'],
    ],
    '8 am to 11 | 11 am to 2 | 2 pm to 5': [
      ['nine to ten', '8 am to 11', 'time'],
      ['twelve to one', '11 am to 2', 'time'],
      ['three to four', '2 pm to 5', 'time'],
    ],
    '9 AM – 9 PM | 7 AM – 9 AM': [
      ['around two', '9 AM – 9 PM', 'time'],
      ['around eight', 'which 9 AM – 9 PM | 7 AM – 9 AM', 'time'],
    ],
    '8 AM – noon | noon – 6 PM | 6 PM – midnight': [
      ['around ten', 'which 8 AM – noon | 6 PM – midnight', 'time'],
      ['between nine and eleven in the morning', '8 AM – noon', 'time'],
      ['around eleven at night', '6 PM – midnight', 'time'],
      ['between two and five', 'noon – 6 PM', 'time'],
    ],
    'Twenty past eight to twenty past ten in the morning | Twenty past ten to twenty past twelve': [
      ['around nine', 'Twenty past eight to twenty past ten in the morning', 'time'],
    ],
  };
  expect(decided(table)).toEqual(table);
});

test('numbers that no time tells are no window', () => {
  const table: Table = {
    'How old is the child? Under 5 | 5–12 | 13–17 | 18–22': [
      ['three', 'Under 5', 'number'],
      ['five', '5–12', 'number'],
      ['fifteen', '13–17', 'number'],
    ],
    'How many guests? 1–5 | 6–14 | 15–20': [
      ['two', '1–5', 'number'],
      ['sixteen', '15–20', 'number'],
    ],
    'When? 9 AM – 11 AM | All day': [
      ['around two', 'words'],
      ['around ten', '9 AM – 11 AM', 'number'],
    ],
  };
  expect(decided(table)).toEqual(table);
});
