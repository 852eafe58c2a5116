import { english } from '../english';
import { type Row, toldTo } from '../outcomes';
import { offer, ruled } from './offered';

const CLASSES = offer('Yoga | Boxing | Pilates | Spinning | Swimming');

test('an option is picked by its place from the front, by its number or by its letter', () => {
  const rows: readonly Row[] = [
    ['first', 'Yoga'],
    ['the first', 'Yoga'],
    ['the second one', 'Boxing'],
    ['the second one from the top', 'Boxing'],
    ['the sixth one', 'words'],
    ['the zeroth one', 'words'],
    ['option two', 'Boxing'],
    ['number one', 'Yoga'],
    ['number five', 'Swimming'],
    ['number six', 'words'],
    ['number zero', 'words'],
    ['one', 'Yoga'],
    ['two please', 'Boxing'],
    ['one for me', 'Yoga'],
    ['i think two', 'Boxing'],
    ['a', 'Yoga'],
    ['the letter a', 'Yoga'],
    ['b please', 'Boxing'],
    ['option b', 'Boxing'],
    ['e', 'Swimming'],
    ['f', 'words'],
  ];
  expect(toldTo(CLASSES, rows)).toEqual(rows);
});

test('and by its place from the end, in the middle, or as the first or the last', () => {
  const rows: readonly Row[] = [
    ['the top one', 'Yoga'],
    ['the former', 'Yoga'],
    ['the last one', 'Swimming'],
    ['the bottom one', 'Swimming'],
    ['the latter', 'Swimming'],
    ['the second to last', 'Spinning'],
    ['what is at the top of the list', 'Yoga'],
    ['the sixth to last', 'words'],
    ['the last but one', 'Spinning'],
    ['the penultimate one', 'Spinning'],
    ['the last but two', 'Pilates'],
    ['the middle one', 'Pilates'],
    ['one of the first two', 'which Yoga | Boxing'],
    ['the last two', 'which Spinning | Swimming'],
    ['the other one', 'words'],
  ];
  expect(toldTo(CLASSES, rows)).toEqual(rows);
});

test('of two there is a middle that is both, and of one none', () => {
  const sizes = offer('Small | Medium | Large | Huge');
  const four: readonly Row[] = [['the middle one', 'which Medium | Large']];
  expect(toldTo(sizes, four)).toEqual(four);
  const two: readonly Row[] = [
    ['the middle one', 'which Tea | Coffee'],
    ['the first two', 'which Tea | Coffee'],
    ['the last two', 'which Tea | Coffee'],
    ['the last but two', 'words'],
  ];
  expect(toldTo(offer('Tea | Coffee'), two)).toEqual(two);
});

test('a place counts among those read out last, and beyond them among all', () => {
  const first: readonly Row[] = [
    ['the first one', 'Yoga'],
    ['the second one', 'Boxing'],
    ['the third one', 'Pilates'],
    ['number five', 'Swimming'],
    ['e', 'Swimming'],
    ['the last one', 'which Boxing | Swimming'],
    ['the last one of the whole list', 'Swimming'],
    ['the last one you said', 'Boxing'],
    ['the latter', 'Boxing'],
    ['the last two', 'which Yoga | Boxing'],
    ['the last but one', 'which Yoga | Spinning'],
    ['the third to last', 'Pilates'],
    ['the middle one', 'which Yoga | Boxing | Pilates'],
  ];
  expect(toldTo({ ...CLASSES, from: 0, to: 2 }, first)).toEqual(first);
  const last: readonly Row[] = [
    ['the first one', 'Pilates'],
    ['the former', 'Pilates'],
    ['top one', 'Pilates'],
    ['the third one', 'Swimming'],
    ['the fourth one', 'Spinning'],
    ['number five', 'Swimming'],
    ['number zero', 'words'],
    ['the first two', 'which Pilates | Spinning'],
    ['the last two', 'which Spinning | Swimming'],
    ['the last one', 'Swimming'],
    ['the middle one', 'which Pilates | Spinning'],
  ];
  expect(toldTo({ ...CLASSES, from: 2, to: 5 }, last)).toEqual(last);
  const one: readonly Row[] = [
    ['the first two', 'words'],
    ['the last two', 'words'],
    ['the middle one', 'Pilates'],
  ];
  expect(toldTo({ ...CLASSES, from: 2, to: 3 }, one)).toEqual(one);
  const middle: readonly Row[] = [['the middle one', 'Pilates']];
  expect(toldTo({ ...CLASSES, from: 0, to: 1 }, middle)).toEqual(middle);
});

test('of times the earliest and the latest are picked', () => {
  const rows: readonly Row[] = [
    ['the earliest one', '8:30'],
    ['the earlier one', '8:30'],
    ['as early as possible', '8:30'],
    ['the latest one', '7 pm'],
    ['the last one', 'Any time'],
    ['the other one', 'words'],
  ];
  expect(toldTo(offer('Noon | 8:30 | 7 pm | Any time'), rows)).toEqual(rows);
  expect(toldTo(CLASSES, [['the earliest one', 'words']])).toEqual([['the earliest one', 'words']]);
});

test('what leads to a place belongs to it, and so may what is told behind it', () => {
  const rows: readonly Row[] = [
    ["i'll have the third", 'Pilates'],
    ['put me down for the third one', 'Pilates'],
    ['can you please put me down for the third one', 'Pilates'],
    ['can i have the second one', 'Boxing'],
    ['um the first one er', 'Yoga'],
    ['i think c', 'Pilates'],
    ["it's the second", 'Boxing'],
    ["it's the second i think", 'Boxing'],
    ['it is the second one please', 'Boxing'],
    ['it is the second please', 'Boxing'],
    ["i'd like the second one please with a towel", 'Boxing + with a towel'],
    ['the second one and what does it cost', 'Boxing + what does it cost'],
    ['option c please with towels', 'Pilates + with towels'],
    ['the second one is perfect for us', 'Boxing'],
    ['the first one sounds dear', 'words'],
    ['the second one at six', 'words'],
    ['number two for my mum', 'words'],
  ];
  expect(toldTo(CLASSES, rows)).toEqual(rows);
});

test('any of several places is asked about', () => {
  const rows: readonly Row[] = [
    ['the last or the first', 'which Yoga | Swimming'],
    ['the second or the first', 'which Yoga | Boxing'],
    ['the first or maybe the second', 'which Yoga | Boxing'],
    ['first one or second one', 'which Yoga | Boxing'],
    ['first or second', 'which Yoga | Boxing'],
    ['b or c please', 'which Boxing | Pilates'],
    ['number two or number three', 'which Boxing | Pilates'],
    ['the middle one or the last one', 'which Pilates | Swimming'],
    ['the first or the second or the third', 'which Yoga | Boxing | Pilates'],
    ['the first the second or the third', 'which Yoga | Boxing | Pilates'],
    ['the first or the second please with a towel', 'which Yoga | Boxing'],
    ['not the first the second or the third', 'which Boxing | Pilates'],
    ['the first or the first', 'Yoga'],
    ['the first or the sixth', 'words'],
    ['the first or a walk', 'words'],
    ['is it the first or the second', 'words'],
    ['two or three', 'words'],
    ['number two or three', 'words'],
    ['the first or not the second', 'Yoga'],
    ['the first no the second', 'Boxing'],
  ];
  expect(toldTo(CLASSES, rows)).toEqual(rows);
});

test('places that are excluded leave the others', () => {
  const rows: readonly Row[] = [
    ['not the first one the second one', 'Boxing'],
    ["i don't want the first one i want the second", 'Boxing'],
    ['not the first or the second', 'which Pilates | Spinning | Swimming'],
    ['not um the first or the second', 'which Pilates | Spinning | Swimming'],
    ['not second or third', 'which Yoga | Spinning | Swimming'],
    ['or the first not the second', 'Yoga'],
    ['not the first one and a towel', 'words'],
    ['not the first two', 'which Pilates | Spinning | Swimming'],
    ['not the last two', 'which Yoga | Boxing | Pilates'],
    ['not the first one please and a towel', 'words'],
    ['not the first or the sixth', 'words'],
    ['not the first not the second', 'which Pilates | Spinning | Swimming'],
    ['not the first or the second or the third please', 'which Spinning | Swimming'],
    ['not the first or second or third or fourth', 'Swimming'],
    ['no the first one', 'Yoga'],
  ];
  expect(toldTo(CLASSES, rows)).toEqual(rows);
});

test('a place that may be several options excludes none', () => {
  const rows: readonly Row[] = [
    ['not the middle one', 'words'],
    ['not the middle one or the last one', 'which Small | Medium | Large'],
  ];
  expect(toldTo(offer('Small | Medium | Large | Huge'), rows)).toEqual(rows);
  const wards: readonly Row[] = [['not the third', 'words']];
  expect(toldTo(offer('Ward 2 | Ward 3 | Ward 9'), wards)).toEqual(wards);
});

test('what counts, asks or tells of something else is no place', () => {
  const rows: readonly Row[] = [
    ['can i have two', 'words'],
    ['can i book two', 'words'],
    ['we are two', 'words'],
    ['have two', 'words'],
    ['put me down for two', 'words'],
    ['can i go first', 'words'],
    ['may the second', 'words'],
    ['two of us', 'words'],
    ['at two', 'words'],
    ['i want two', 'words'],
    ['the two', 'words'],
    ['a one', 'words'],
    ['the c', 'words'],
    ['c it is', 'words'],
    ['c with towels', 'words'],
    ['the first of the month', 'words'],
    ['the first of march', 'words'],
    ['in march the second', 'words'],
    ['the first thing i noticed', 'words'],
    ['first tell me what it costs', 'words'],
    ['is the second one cheap', 'words'],
    ['what is the first one', 'words'],
    ["it's on the third", 'words'],
    ['the second floor', 'words'],
    ['my second choice is the third one', 'words'],
  ];
  expect(toldTo(CLASSES, rows)).toEqual(rows);
});

test('a number that labels hold is theirs; a place that may be one is asked about', () => {
  const rows: readonly Row[] = [
    ['the third', 'which Ward 3 | Ward 9'],
    ['the third one', 'Ward 9'],
    ['the second', 'which Ward 2 | Ward 3'],
    ['the second ward', 'Ward 2'],
    ['number two', 'Ward 2'],
    ['the second last', 'Ward 3'],
    ['option third', 'Ward 9'],
    ['not the second the third', 'which Ward 3 | Ward 9'],
    ['the second one on the list', 'Ward 3'],
    ['the last ward', 'Ward 9'],
    ['ward four', 'words'],
    ['ward b', 'Ward 3'],
    ['first', 'Ward 2'],
  ];
  expect(toldTo(offer('Ward 2 | Ward 3 | Ward 9'), rows)).toEqual(rows);
  const pizzas: readonly Row[] = [['the fourth', 'Veggie']];
  expect(toldTo(offer('Four cheese | Ham | Tuna | Veggie'), pizzas)).toEqual(pizzas);
  const rooms: readonly Row[] = [['the second room', 'Garden room']];
  expect(toldTo(offer('Room 1 | Garden room | Sea room'), rooms)).toEqual(rooms);
  const numbered: readonly Row[] = [
    ['a room please the second one', 'Room 5'],
    ['option two', 'Room 5'],
    ['room two', 'words'],
  ];
  expect(toldTo(offer('Room 4 | Room 5 | Garden room'), numbered)).toEqual(numbered);
  const floors: readonly Row[] = [
    ['the first one', 'First floor'],
    ['the first one you said', 'Third floor'],
    ['the first on the list', 'Third floor'],
  ];
  expect(toldTo(offer('Third floor | Second floor | First floor'), floors)).toEqual(floors);
  const grades: readonly Row[] = [
    ['the second grade', 'words'],
    ['the fourth', 'Fourth grade'],
  ];
  expect(toldTo(offer('Fourth grade | Grade 5 | Grade 6'), grades)).toEqual(grades);
});

test('a letter or a number may be what a sentence breaks off at, or a day of the month that was asked for', () => {
  const rows: readonly Row[] = [
    ["i'd like to book a", 'words'],
    ["i'd like class a", 'Yoga'],
    ['march the second', 'words'],
    ['the second', 'Boxing'],
  ];
  expect(toldTo({ ...CLASSES, question: 'Which class in March would you like to book?' }, rows)).toEqual(rows);
});

test('a place tells more than nothing, and less where more was said', () => {
  const said = [
    'the second one',
    'b',
    'the second one and a towel',
    'option b please with towels',
    'the last two',
    'the last or the first',
  ];
  expect(said.map((one) => ruled(english.decide(CLASSES, one)))).toEqual([
    '1 position 0.9',
    '1 letter 0.9',
    '1 position 0.8',
    '1 letter 0.8',
    'which position',
    'which position',
  ]);
});
