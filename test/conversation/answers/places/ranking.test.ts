import { findEvidence } from '../../../../lambda/conversation/answers/evidence';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { missing, rank } from '../../../../lambda/conversation/answers/ranking';
import { heardAs, lexicon, offering } from '../made-ready';

/** The options that fit best, the best of the others behind a slash, and a mark where all that the best has to itself was said. */
function ranked(labels: string, said: string, synonyms: readonly (readonly string[])[] = []): string {
  const names = labels.split(' | ');
  const offered = prepareOffer({ labels: names, synonyms, from: 0, to: names.length }, lexicon);
  const ranking = rank(findEvidence(heardAs(said), offered, lexicon));
  if (!ranking) return 'none';
  const nameOf = (index: number) => names[index] ?? '';
  const second = ranking.second ? ` / ${nameOf(ranking.second.label.index)}` : '';
  return `${ranking.best.map(({ label }) => nameOf(label.index)).join(' = ')}${second}${ranking.isFull ? ' !' : ''}`;
}

type Row = readonly [said: string, ranking: string];
const found = (labels: string, rows: readonly Row[]) => rows.map(([said]) => [said, ranked(labels, said)]);

test('the option of which most was said fits best, then the one that was said in full', () => {
  const colours = 'Light blue | Dark blue | Red';
  const rows: readonly Row[] = [
    ['light blue', 'Light blue !'],
    ['dark blue', 'Dark blue !'],
    ['light', 'Light blue !'],
    ['blue', 'Light blue = Dark blue'],
    ['dark blue light', 'Light blue / Dark blue !'],
    ['red', 'Red !'],
    ['something else', 'none'],
  ];
  expect(found(colours, rows)).toEqual(rows);
  const wider: readonly Row[] = [
    ['blue', 'Blue !'],
    ['light blue', 'Light blue !'],
  ];
  expect(found('Light blue | Blue', wider)).toEqual(wider);
  expect(found('Blue | Light blue', wider)).toEqual(wider);
});

test('the next best is an option that something of its own was said of', () => {
  const rows: readonly Row[] = [
    ['prices', 'Prices !'],
    ['prices and directions', 'Prices / Directions !'],
    ['prices directions and hours', 'Prices / Directions !'],
    ['hours and prices', 'Prices / Opening hours !'],
    ['opening hours and prices', 'Opening hours / Prices !'],
    ['hours', 'Opening hours'],
  ];
  expect(found('Prices | Directions | Opening hours', rows)).toEqual(rows);
  const drinks: readonly Row[] = [
    ['coffee and tea', 'Green tea / Black coffee'],
    ['black coffee and tea', 'Black coffee / Green tea !'],
  ];
  expect(found('Green tea | Black coffee', drinks)).toEqual(drinks);
});

test('words that say little tell options that fit alike otherwise', () => {
  const rooms: readonly Row[] = [
    ['single with balcony', 'Single with balcony !'],
    ['single no balcony', 'Single no balcony !'],
    ['single balcony', 'Single with balcony = Single no balcony !'],
    ['with balcony', 'Single with balcony = Double with balcony !'],
    ['with a balcony', 'Single with balcony = Double with balcony !'],
    ['double', 'Double with balcony !'],
  ];
  expect(found('Single with balcony | Single no balcony | Double with balcony', rooms)).toEqual(rooms);
  const doubleFirst: readonly Row[] = [['with a balcony', 'Double with balcony = Single with balcony']];
  expect(found('Double with balcony | Single with balcony | Single', doubleFirst)).toEqual(doubleFirst);
  const trips: readonly Row[] = [
    ['the trip that goes by', 'Trip by bus'],
    ['the trip that goes with', 'Trip with friends'],
    ['trip', 'Trip with friends = Trip by bus'],
  ];
  expect(found('Trip with friends | Trip by bus', trips)).toEqual(trips);
  const cards: readonly Row[] = [
    ['card for me', 'Card for me !'],
    ['card for', 'Card for you = Card for me'],
  ];
  expect(found('Card for you | Card for me', cards)).toEqual(cards);
  const bills: readonly Row[] = [
    ['pay the bill', 'Pay bill !'],
    ['pay the bill and the rent', 'Pay the rent / Pay bill !'],
    ['pay', 'Pay bill = Pay the rent'],
    ['the', 'none'],
  ];
  expect(found('Pay bill | Pay the rent | The shop', bills)).toEqual(bills);
});

test('an option counts once, by the name that fits best', () => {
  const accounts = [['current account'], ['money box']];
  const rows: readonly Row[] = [
    ['current account', 'Checking account !'],
    ['checking account', 'Checking account !'],
    ['money box', 'Savings !'],
    ['savings in the money box', 'Savings !'],
  ];
  expect(rows.map(([said]) => [said, ranked('Checking account | Savings', said, accounts)])).toEqual(rows);
});

test('what of a label was not said is counted, all of it or what no other holds', () => {
  const labels = offering('Single with balcony | Double with balcony | Single for one');
  const counts = (said: string) =>
    [...findEvidence(heardAs(said), labels, lexicon).values()].map((hit) => [missing(hit), missing(hit, true)]);
  expect(counts('balcony')).toEqual([
    [2, 0],
    [1, 1],
  ]);
  expect(counts('with balcony')).toEqual([
    [1, 0],
    [1, 1],
  ]);
});
