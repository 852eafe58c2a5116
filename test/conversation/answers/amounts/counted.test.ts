import { endOfAlike, isNumberOf } from '../../../../lambda/conversation/answers/counted';
import type { Prepared } from '../../../../lambda/conversation/answers/offer';
import { heardAs, lexicon, offering } from '../made-ready';

/** The options that hold a number that was said, and of which it is the number. */
function numbered(offered: Prepared, said: string): string {
  const heard = heardAs(said);
  const found = heard.numerals.flatMap((numeral) =>
    (offered.stems.get(`#${numeral.digits}`) ?? []).filter((one) => isNumberOf(heard, numeral, one, offered, lexicon)),
  );
  const names = found.map(({ label }) => label.items.map(({ text }) => text).join(' '));
  return [...new Set(names)].join(' | ');
}

type Row = readonly [said: string, options: string];
const found = (offered: Prepared, rows: readonly Row[]) => rows.map(([said]) => [said, numbered(offered, said)]);

test('a number counts what the label that holds it counts', () => {
  const data: readonly Row[] = [
    ['thirty', '30 gb for pounds 18 | 60 gb for pounds 30'],
    ['thirty pounds', '60 gb for pounds 30'],
    ['thirty gb', '30 gb for pounds 18'],
    ['thirty dogs', ''],
    ['thirty a month', ''],
  ];
  expect(found(offering('10 GB for £8 | 30 GB for £18 | 60 GB for £30'), data)).toEqual(data);
  const homes: readonly Row[] = [
    ['two', '2 bedrooms'],
    ['two bedrooms', '2 bedrooms'],
    ['two bed', '2 bedrooms'],
    ['two more', '2 bedrooms'],
    ['two big rooms', '2 bedrooms'],
    ['two more big ones', '2 bedrooms'],
    ['two bathrooms', ''],
    ['two big heavy cupboards', ''],
    ['second bedroom', '2 bedrooms'],
  ];
  expect(found(offering('2 bedrooms | 3 bedrooms | 4 bedrooms'), homes)).toEqual(homes);
  const rooms: readonly Row[] = [
    ['one big one', '1 big room'],
    ['two large rooms', '2 small rooms'],
    ['two small ones', '2 small rooms'],
    ['two large cupboards', ''],
    ['two big', ''],
  ];
  expect(found(offering('1 big room | 2 small rooms'), rooms)).toEqual(rooms);
  const pizzas: readonly Row[] = [
    ['the four cheeses', 'four cheese'],
    ['four dogs', ''],
    ['three ham', ''],
    ['three meats', 'three meats'],
    ['four big cheeses', 'four cheese'],
  ];
  expect(found(offering('Four cheese | Ham | Three meats'), pizzas)).toEqual(pizzas);
  const gates: readonly Row[] = [
    ['two planes', ''],
    ['terminal two', 'terminal 2'],
    ['two terminals', 'terminal 2'],
  ];
  expect(found(offering('Terminal 2 | Terminal 5'), gates)).toEqual(gates);
  expect(found(offering('Table 2 | Table 8'), [['table two ten thirty', 'table 2']])).toEqual([
    ['table two ten thirty', 'table 2'],
  ]);
  const hot: readonly Row[] = [['four cheeses', 'four hot cheese']];
  expect(found(offering('Four hot cheese | Three cold ham'), hot)).toEqual(hot);
  const doubles: readonly Row[] = [['two double rooms', '2 rooms']];
  expect(found(offering('2 rooms | 3 rooms | Double bed'), doubles)).toEqual(doubles);
  const cakes: readonly Row[] = [['eight people', 'serves 8']];
  expect(found(offering('Serves 4 | Serves 8'), cakes)).toEqual(cakes);
  const families: readonly Row[] = [
    ['four people', 'family of 4'],
    ['four dogs', ''],
  ];
  expect(found(offering('Family of 4 | Family of 5'), families)).toEqual(families);
  const forMany: readonly Row[] = [
    ['four chairs', ''],
    ['two rooms', 'room for 2'],
  ];
  expect(found(offering('Room for 2 | Room for 4'), forMany)).toEqual(forMany);
  expect(found(offering('2 | 4 | 6'), [['two dogs', '2']])).toEqual([['two dogs', '2']]);
});

test('letters spell what is counted, and a number that is said in two needs no word of the label', () => {
  const flats: readonly Row[] = [
    ['three b h k', '3 bhk'],
    ['three bhk', '3 bhk'],
    ['three b h q', ''],
    ['three h k', ''],
  ];
  expect(found(offering('3 BHK | 2 BHK'), flats)).toEqual(flats);
  const plans: readonly Row[] = [
    ['three forty nine recharge', '349 recharge'],
    ['three forty nine topup', '349 recharge'],
    ['four ninety nine', '499 recharge'],
  ];
  expect(found(offering('349 recharge | 499 recharge'), plans)).toEqual(plans);
});

test('what is counted may be called otherwise, with one or two words that describe it', () => {
  const bags = offering('2 bags | 4 bags');
  const rows: readonly Row[] = [
    ['two suitcases', '2 bags'],
    ['two big suitcases', '2 bags'],
    ['two big heavy suitcases', '2 bags'],
    ['two nice suitcases', '2 bags'],
    ['two um suitcases', '2 bags'],
    ['two big heavy old suitcases', ''],
    ['two cases of wine', ''],
    ['two big cases of wine', ''],
    ['two cats', ''],
  ];
  expect(found(bags, rows)).toEqual(rows);
  expect(found(offering('2 dogs | 3 dogs'), [['two puppies', '2 dogs']])).toEqual([['two puppies', '2 dogs']]);
  const [label] = bags.labels;
  const ends: readonly (readonly [said: string, to: number])[] = [
    ['two suitcases', 2],
    ['two big suitcases please', 3],
    ['two big heavy suitcases', 4],
    ['two big heavy old suitcases', 1],
    ['two cases of wine', 1],
    ['two for suitcases', 1],
    ['two bags', 2],
    ['two cats', 1],
    ['two', 1],
  ];
  const endOf = (said: string) => label && endOfAlike(heardAs(said), 1, label, 0, lexicon);
  expect(ends.map(([said]) => [said, endOf(said)])).toEqual(ends);
  const [upTo] = offering('Suitcases 2').labels;
  expect(upTo && endOfAlike(heardAs('two bags'), 1, upTo, 1, lexicon)).toBe(2);
  expect(upTo && endOfAlike(heardAs('two bags'), 1, upTo, 3, lexicon)).toBe(1);
});

test('a place in a row is that of a label, unless another thing is', () => {
  const floors: readonly Row[] = [
    ['first', 'first floor'],
    ['the first one', 'first floor'],
    ['the first floor', 'first floor'],
    ['first class', ''],
    ['first seat', ''],
    ['the second of december', ''],
    ['the second of the floors', 'second floor'],
    ['the second of them', 'second floor'],
    ['the second of course', 'second floor'],
    ['the second of um', 'second floor'],
  ];
  expect(found(offering('First floor | Second floor | Third floor'), floors)).toEqual(floors);
  expect(found(offering('First | Second'), [['first class', 'first']])).toEqual([['first class', 'first']]);
  expect(found(offering('First class | Second sitting'), [['first class', 'first class']])).toEqual([
    ['first class', 'first class'],
  ]);
  const asked = offering('First floor | Second floor', 'Which class are you in?');
  expect(found(asked, [['first class', 'first floor']])).toEqual([['first class', 'first floor']]);
  const days: readonly Row[] = [
    ['the seventh', 'december 7'],
    ['the seventh of december', 'december 7'],
    ['the seventh of the december', 'december 7'],
    ['the seventh of', 'december 7'],
    ['the seventh of march', ''],
    ['the seventh of the march', ''],
    ['the seventh of this month', ''],
    ['the seventh for dinner', 'december 7'],
  ];
  expect(found(offering('December 7 | December 14'), days)).toEqual(days);
  const may: readonly Row[] = [['the seventh of may for dinner', 'may 7']];
  expect(found(offering('May 7 | May 14'), may)).toEqual(may);
});

test('a number of some of them is none of all of them', () => {
  const rows: readonly Row[] = [
    ['two of us', '2 people'],
    ['two of them are babies', ''],
    ['two of them can come', ''],
    ['two of my colleagues', ''],
    ['two of my people', '2 people'],
    ['two of people', '2 people'],
    ['two of my', '2 people'],
    ['two of us for dinner', '2 people'],
    ['two then it is', '2 people'],
  ];
  expect(found(offering('2 people | 4 people | 6 people'), rows)).toEqual(rows);
  const homes: readonly Row[] = [
    ['two of the bedrooms', '2 bedrooms'],
    ['two of the cupboards', ''],
  ];
  expect(found(offering('2 bedrooms | 3 bathrooms'), homes)).toEqual(homes);
  const asked: readonly Row[] = [['two of my colleagues', '2 people']];
  expect(found(offering('2 people | 4 people', 'How many colleagues will come?'), asked)).toEqual(asked);
});

test('how long ago something was, how often something is and what is compared is another number', () => {
  const nights: readonly Row[] = [
    ['seven nights', '7 nights'],
    ['seven years ago we stayed there', ''],
    ['seven nights ago we stayed there', ''],
    ['seven nights back i called', ''],
    ['seven nights ago', '7 nights'],
    ['seven nights i stayed', '7 nights'],
  ];
  expect(found(offering('5 nights | 7 nights'), nights)).toEqual(nights);
  const people: readonly Row[] = [
    ['more than two', ''],
    ['more than the two', ''],
    ['at least two', ''],
    ['over four', ''],
    ['two a week', ''],
    ['two people a week', ''],
    ['two for a week', '2 people'],
    ['two people', '2 people'],
  ];
  expect(found(offering('2 people | 4 people | 6 people'), people)).toEqual(people);
  const fees: readonly Row[] = [
    ['nineteen ninety nine a month', 'pounds 19.99 a month'],
    ['nineteen a month', ''],
  ];
  expect(found(offering('£19.99 a month | £29.99 a month'), fees)).toEqual(fees);
  const prices: readonly Row[] = [['nineteen ninety nine a month', 'pounds 19.99']];
  expect(found(offering('£19.99 | £29.99'), prices)).toEqual(prices);
  const often: readonly Row[] = [
    ['two a week', '2 a week'],
    ['two a month', ''],
  ];
  expect(found(offering('2 a week | 3 a month'), often)).toEqual(often);
  const visits: readonly Row[] = [
    ['two visits a week', '2'],
    ['two a week', ''],
  ];
  expect(found(offering('2 | 3'), visits)).toEqual(visits);
  expect(found(offering('2 | 3', 'How many a week?'), [['two a week', '2']])).toEqual([['two a week', '2']]);
  const limits: readonly Row[] = [
    ['over five', 'over 5 kilos'],
    ['more than five', 'over 5 kilos'],
  ];
  expect(found(offering('Over 5 kilos | Up to 4 kilos'), limits)).toEqual(limits);
  const asked: readonly Row[] = [
    ['over twelve', '12 months'],
    ['over the twelve', '12 months'],
    ['under twelve', ''],
  ];
  expect(found(offering('3 months | 12 months', 'Over how many months?'), asked)).toEqual(asked);
});
