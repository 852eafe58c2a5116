import type { NumberRange, Rating } from '../../../../lambda/conversation/answers/decision';
import { isWithin } from '../../../../lambda/conversation/answers/rating';
import { english } from '../english';

type Row = readonly [said: string, rating: Rating | undefined, within?: NumberRange];

const OF_TEN: NumberRange = { min: 0, max: 10 };

/** What each comes to, in the form of the rows. */
function found(rows: readonly Row[]): readonly Row[] {
  return rows.map(([said, , within]) => {
    const rating = english.rating(said, within ?? OF_TEN);
    return within ? [said, rating, within] : [said, rating];
  });
}

test('a question says no number, and what only holds a word of one does', () => {
  const rows: readonly Row[] = [
    ['is it seven', undefined],
    ['um is it seven', undefined],
    ['sorry what is a seven', undefined],
    ['hmm which one is a seven', undefined],
    ['wait is it out of five', undefined],
    ['please what about a seven', undefined],
    ['um seven', 7],
    ['well it is a seven', 7],
  ];
  expect(found(rows)).toEqual(rows);
});

test('a number of the range counts before one that is out of it', () => {
  const rows: readonly Row[] = [
    ['twelve', 12],
    ['minus one', -1],
    ['twelve sorry seven', 7],
    ['twelve no seven', 7],
    ["it's a twelve or a seven", 7],
    ['minus one or ten', 10],
    ['zero or eleven', 0],
    ['twelve or fifteen', 15],
    ['three or nine', 9, { min: 5 }],
    ['three or nine', 3, { max: 5 }],
    ['three or nine', 'several', {}],
    ['seven or three', 'several', { min: 5, max: 1 }],
    ['seven or eight', 'several', { min: 5, max: 5 }],
    ['seven or three', 3, { min: 1, max: 5 }],
  ];
  expect(found(rows)).toEqual(rows);
});

test('a range holds its bounds, and bounds nothing where both are alike', () => {
  const rows: readonly (readonly [number, NumberRange, boolean])[] = [
    [0, OF_TEN, true],
    [10, OF_TEN, true],
    [-1, OF_TEN, false],
    [11, OF_TEN, false],
    [4, { min: 5 }, false],
    [5, { min: 5 }, true],
    [6, { max: 5 }, false],
    [5, { max: 5 }, true],
    [7, {}, true],
    [7, { min: 0, max: 0 }, true],
    [7, { min: 9, max: 5 }, true],
    [7, { min: 5, max: 6 }, false],
  ];
  expect(rows.map(([number, range]) => [number, range, isWithin(number, range)])).toEqual(rows);
});

test('different numbers are asked about, unless one is taken back', () => {
  const rows: readonly Row[] = [
    ['ten or seven', 'several'],
    ['four and five', 'several'],
    ['four um five', 'several'],
    ['seven to eight', 'several'],
    ['between seven and eight', 'several'],
    ['seven or eight stars', 'several'],
    ['six stars or seven stars', 'several'],
    ["it's a six or a seven", 'several'],
    ['six or seven out of ten', 'several'],
    ['six out of ten or seven out of ten', 'several'],
    ['six out of ten or seven', 'several'],
    ['four but the staff was a five', 'several'],
    ["seven let's say eight", 'several'],
    ['the staff was a seven sorry the food was a six', 'several'],
    ['seven or seven', 7],
    ['seven um seven', 7],
    ['seven i said seven', 7],
    ['six no make it seven', 7],
    ['seven sorry eight', 8],
    ['seven make it eight', 8],
    ['seven actually eight', 8],
    ['seven no wait um eight', 8],
    ['seven well actually make that an eight', 8],
    ['six out of ten no seven out of ten', 7],
  ];
  expect(found(rows)).toEqual(rows);
});

test('the numbers that only tell the scale are none', () => {
  const rows: readonly Row[] = [
    ["from one to ten i'd say eight", 8],
    ['on a scale of one to ten seven', 7],
    ['on a scale from one to ten i would give it a seven', 7],
    ['on a scale of ten to one a six', 6],
    ['seven on a scale of one to ten', 7],
    ['the scale is one to ten so six', 6],
    ['out of ten seven', 7],
    ['the maximum is ten so ten', 10],
    ['ten out of ten', 10],
    ['out of ten to me it is seven', 7],
    ['seven out of ten because it was late', 7],
    ['seven out of ten stars', 7],
    ['on a scale of one to ten people six', undefined],
    ['seven out of ten people', undefined],
    ['seven out of ten times', undefined],
    ['from one to ten', undefined],
  ];
  expect(found(rows)).toEqual(rows);
});

test('only a number that the sentence comes to is one', () => {
  const rows: readonly Row[] = [
    ["i'd say seven", 7],
    ["i'd say um a solid seven", 7],
    ["i'd honestly say seven", 7],
    ["i'd give it um um um um um um um um a seven", 7],
    ['the food was a seven', 7],
    ['they were late twice so four', 4],
    ['forty minutes so a two', 2],
    ['late and seven', 7],
    ['it was cold but an easy seven', 7],
    ['so seven', 7],
    ['sorry seven', 7],
    ['wait a seven', 7],
    ['a strong two', 2],
    ['the first was fine so eight', 8],
    ['a one', 1],
    ['just one', 1],
    ['it was a really good one so nine', 9],
    ["i'd say that for the price you pay here a seven", undefined],
    ['i would give the whole lot of you there a seven', undefined],
    ['i would say we came at seven', undefined],
    ['late seven', undefined],
    ['by a seven', undefined],
    ['the food was seven', undefined],
    ['third', undefined],
    ['the third', undefined],
    ['a good one', undefined],
    ['a solid one', undefined],
    ['they came at six or seven', undefined],
  ];
  expect(found(rows)).toEqual(rows);
});

test('a number that is denied is none, but what was denied before it may be something else', () => {
  const rows: readonly Row[] = [
    ["i wouldn't say seven", undefined],
    ['i would never give it a seven', undefined],
    ["it's not a seven", undefined],
    ["i wouldn't say seven because it was cold", undefined],
    ['would i come back never so a two', 2],
    ['not seven', undefined],
    ['never a seven', undefined],
    ['not bad seven', undefined],
    ['not bad so seven', 7],
    ["it's not perfect but a seven", 7],
    ["not perfect but i'd say seven", 7],
    ['no seven', 7],
    ["no i'd say seven", 7],
    ["no i wouldn't say seven", undefined],
  ];
  expect(found(rows)).toEqual(rows);
});

test('a number that counts something is none, and what follows it may say no more of it', () => {
  const rows: readonly Row[] = [
    ['seven points', 7],
    ['seven stars please', 7],
    ['seven i suppose', 7],
    ['seven then', 7],
    ['seven it is', 7],
    ['seven please', 7],
    ["seven let's say", 7],
    ['seven for the food', 7],
    ['seven overall', 7],
    ['seven in total', 7],
    ['seven from me', 7],
    ['seven the food was great', 7],
    ['seven my food was great', 7],
    ['seven but it was cold', 7],
    ['seven because it was cold', 7],
    ['seven so fine', 7],
    ['seven we paid eight', 7],
    ['seven or so', 7],
    ['seven please two of us agree', 7],
    ['seven people', undefined],
    ['seven minutes', undefined],
    ['seven whole minutes', undefined],
    ['seven uh people', undefined],
    ['seven stars hotel', undefined],
    ['six thirty', undefined],
    ['seven or eight times', undefined],
    ['seven to eight times', undefined],
    ['seven and eight times', undefined],
    ['seven or eight of them', undefined],
    ['two of the glasses', undefined],
    ['hello', undefined],
    ['', undefined],
  ];
  expect(found(rows)).toEqual(rows);
});
