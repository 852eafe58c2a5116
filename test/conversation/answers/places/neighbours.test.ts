import { english } from '../english';
import { inLanguage } from '../in-language';
import { offer, type Row, toldTo } from './told';

const STOPS = offer('Harbour | Castle | Museum | Market');

test('the option beside another is meant, and never the one that is only named for it', () => {
  const rows: readonly Row[] = [
    ['the one after the harbour', 'Castle'],
    ['the one right after the harbour', 'Castle'],
    ['the option after the castle', 'Museum'],
    ['the next one after the castle', 'Museum'],
    ['the one before the castle', 'Harbour'],
    ['the previous one to the castle', 'Harbour'],
    ['the one after the museum', 'Market'],
    ['the one after the first', 'Castle'],
    ['the one before the last one', 'Museum'],
    ['hello the one after the harbour', 'Castle'],
    ["i'd like the one after the harbour", 'Castle'],
    ['actually the one after the harbour', 'Castle'],
    ['i want the one after the harbour please with a guide', 'Castle + with a guide'],
    ['the one before the harbour', 'words'],
    ['the one after the market', 'words'],
    ['no the one after the harbour', 'Castle'],
    ['not the one after the harbour', 'words'],
    ['the one next to the castle', 'words'],
    ['just before the museum', 'words'],
    ['the one above the harbour', 'words'],
    ['my friend took the one after the harbour', 'words'],
    ['my friend took the one after the middle one', 'words'],
    ['is the one after the harbour far', 'words'],
    ['what is the one after the harbour', 'words'],
    ['the one after lunch', 'words'],
    ['previous one', 'words'],
    ['next one', 'more'],
  ];
  expect(toldTo(STOPS, rows)).toEqual(rows);
});

test('an option that several names fit is not asked about where it is only named for its neighbour', () => {
  const harbours = offer('North harbour | South harbour | Castle');
  const rows: readonly Row[] = [
    ['we need parking so the one after the harbour', 'words'],
    ['not the harbour the one after that', 'Castle'],
  ];
  expect(toldTo(harbours, rows)).toEqual(rows);
});

test('what is told behind the neighbour goes with it', () => {
  const picked = { kind: 'choose', index: 1, rule: 'position', confidence: 0.8 };
  expect(english.decide(STOPS, 'the one after the harbour')).toStrictEqual(picked);
  expect(english.decide(STOPS, 'the one after the harbour please with a guide')).toStrictEqual({
    ...picked,
    rest: 'with a guide',
  });
});

test('"that" is the option which was taken back before it', () => {
  const rows: readonly Row[] = [
    ['not the first the one after that', 'Castle'],
    ['um not the first the one after', 'Castle'],
    ['not the harbour the one after that', 'Castle'],
    ['the harbour no the one after that', 'Castle'],
    ['the harbour but the one after that', 'Castle'],
    ['the castle actually the one before', 'Harbour'],
    ['not the castle actually the one before that', 'Harbour'],
    ['the first no the one after', 'Castle'],
    ['the first no the one after it please', 'Castle'],
    ['not the first the one after the castle', 'Museum'],
    ['the first no the one after it is cheaper', 'words'],
    ['the one after that', 'words'],
    ['the one below that', 'words'],
    ['the first no the one after lunch', 'words'],
    ['the first no the one after that one', 'words'],
    ['no the one after that', 'words'],
  ];
  expect(toldTo(STOPS, rows)).toEqual(rows);
  const neither = english.decide(STOPS, 'not the museum or the one after that');
  expect(neither).not.toMatchObject({ kind: 'choose' });
});

test('what options are called by stands for "the one"', () => {
  const rows: readonly Row[] = [
    ['the stop after the harbour', 'Castle'],
    ['stop before the castle', 'Harbour'],
    ['the harbour no the stop after', 'Castle'],
    ['the big stop after the harbour', 'words'],
    ['stop after', 'words'],
  ];
  expect(toldTo({ ...STOPS, question: 'Which stop would you like?' }, rows)).toEqual(rows);
});

test('a label may begin like a neighbour', () => {
  const tours = offer('After dark | Morning tour | Night tour');
  const rows: readonly Row[] = [
    ['after dark', 'After dark'],
    ['the one after dark', 'After dark'],
  ];
  expect(toldTo(tours, rows)).toEqual(rows);
});

test('of two options the other is meant where the named one is taken back for it at the end', () => {
  const rows: readonly Row[] = [
    ['the apple no the other', 'Cherry'],
    ['the apple no the other one please', 'Cherry'],
    ['the cherry actually the other', 'Apple'],
    ['apple wait the other one', 'Cherry'],
    ['the apple no um the other', 'Cherry'],
    ['the apple er no the the other one thanks', 'Cherry'],
    ['the apple no i want the other', 'Cherry'],
    ["the apple no i'll take the other", 'Cherry'],
    ['not the apple the other one', 'Cherry'],
    ['red apple no the other', 'Cherry'],
    ['the apple no my wife has the other', 'words'],
    ['the apple the other one', 'Apple + the other one'],
    ['apple no not the other', 'Apple + no not the other'],
    ['the apple no the other one is cheaper', 'Apple + no the other one is cheaper'],
    ['the apple or the cherry no the other', 'words'],
    ['the pear no the other one', 'words'],
    ['no the other', 'words'],
    ['the other one', 'words'],
  ];
  expect(toldTo(offer('Apple | Cherry'), rows)).toEqual(rows);
  const three: readonly Row[] = [['the apple no the other', 'Apple + no the other']];
  expect(toldTo(offer('Apple | Cherry | Pear'), three)).toEqual(three);
  const teas: readonly Row[] = [
    ['green tea no the other', 'Black tea'],
    ['tea no the other', 'words'],
  ];
  expect(toldTo(offer('Green tea | Black tea'), teas)).toEqual(teas);
  const lacking: readonly Row[] = [
    ['the cheese no the other one', 'No cheese'],
    ['no cheese actually the other one', 'words'],
  ];
  expect(toldTo(offer('Cheese | No cheese'), lacking)).toEqual(lacking);
  expect(english.decide(offer('Apple | Cherry'), 'the apple no the other')).toStrictEqual({
    kind: 'choose',
    index: 1,
    rule: 'negation',
    confidence: 0.8,
  });
  const german = offer('Montag | Dienstag');
  expect(inLanguage.decide('de', german, 'montag nicht den anderen')).toMatchObject({ kind: 'choose', index: 1 });
});
