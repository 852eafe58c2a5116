import {
  countedThing,
  countsOptions,
  countsPeople,
  endOfPrice,
} from '../../../../lambda/conversation/answers/counted-thing';
import type { Prepared } from '../../../../lambda/conversation/answers/offer';
import { quantitiesOf } from '../../../../lambda/conversation/answers/quantities';
import { heardAs, lexicon, offering } from '../made-ready';

/** What the amounts count. */
function countedIn(offered: Prepared, said: string): string {
  const heard = heardAs(said);
  const quantities = quantitiesOf(heard.texts, heard.numerals, lexicon);
  return quantities.map((quantity) => countedThing(heard, quantity, offered, lexicon)).join(', ');
}

type Row = readonly [said: string, counts: string];
const found = (offered: Prepared, rows: readonly Row[]) => rows.map(([said]) => [said, countedIn(offered, said)]);

/** The words up to where the first amount ends, with how often it is paid. */
function priceIn(offered: Prepared, said: string): string {
  const heard = heardAs(said);
  const [quantity] = quantitiesOf(heard.texts, heard.numerals, lexicon);
  return heard.texts.slice(0, quantity ? endOfPrice(heard, quantity, offered, lexicon) : 0).join(' ');
}

const GUESTS = offering('1 to 4 | 5 to 8 | 9 to 12', 'How many guests are coming?');

test('an amount counts what is asked for, people, nothing that is said, or something else', () => {
  const rows: readonly Row[] = [
    ['six', 'bare'],
    ['six please', 'bare'],
    ['six at five', 'bare, bare'],
    ['six god willing', 'bare'],
    ['six total', 'bare'],
    ['ten one hundred', 'other, other'],
    ['room six', 'bare'],
    ['six guests', 'noun'],
    ['six guests thanks', 'noun'],
    ['six guests total', 'noun'],
    ['six guests six', 'noun, bare'],
    ['six people', 'people'],
    ['six people please', 'people'],
    ['six people are coming', 'people'],
    ['six cars', 'other'],
    ['six car seats', 'other'],
    ['six guests cars', 'other'],
    ['six guests called', 'other'],
    ['six people recommended you', 'other'],
    ['six people came', 'other'],
    ['six boxes', 'other'],
    ['six bits', 'other'],
    ['six a week', 'other, unit'],
    ['six twenty', 'other, other'],
  ];
  expect(found(GUESTS, rows)).toEqual(rows);
});

test('some of them are people where they are us, and none where more is told of them', () => {
  const rows: readonly Row[] = [
    ['six of us', 'people'],
    ['six of us are coming', 'people'],
    ['six of us need', 'people'],
    ['six of us are vegan', 'other'],
    ['six of them', 'noun'],
    ['six of the guests', 'other'],
    ['six of', 'other'],
  ];
  expect(found(GUESTS, rows)).toEqual(rows);
});

test('a unit counts itself, unless more, less or how often is told', () => {
  const rows: readonly Row[] = [
    ['six hours', 'unit'],
    ['six hours in the car', 'unit'],
    ['six kilos for a week', 'unit, unit'],
    ['six hours more', 'unit'],
    ['six hours more please', 'unit'],
    ['six hours too', 'unit'],
    ['six hours later', 'unit'],
    ['six hours too much', 'other'],
    ['six hours less than that', 'other'],
    ['six hours over the limit', 'other'],
    ['six hours please', 'unit'],
    ['ten kilos a month', 'other, unit'],
    ['ten kilos a', 'unit'],
    ['ten pounds week', 'unit'],
  ];
  expect(found(GUESTS, rows)).toEqual(rows);
});

test('where labels say what they count, nothing else is counted', () => {
  const people = offering('2 people | 4 people', 'How many guests are coming?');
  const rows: readonly Row[] = [
    ['four people', 'noun'],
    ['four of us', 'people'],
    ['four guests', 'noun'],
    ['four kids', 'other'],
  ];
  expect(found(people, rows)).toEqual(rows);
  const children = offering('1 | 2 | 3', 'How many children do you have?');
  const asked: readonly Row[] = [
    ['two kids', 'noun'],
    ['two toddlers', 'noun'],
    ['two dogs', 'other'],
  ];
  expect(found(children, asked)).toEqual(asked);
  expect(found(offering('2 | 3 | Some cars'), [['two cars', 'noun']])).toEqual([['two cars', 'noun']]);
});

test('people may be what options count, where these do not say that it is something else', () => {
  const countedBy = (labels: string) => [labels, countsPeople(offering(labels), lexicon)];
  const rows: readonly (readonly [labels: string, counts: boolean])[] = [
    ['2 people | 4 people', true],
    ['2 guests | 4 guests', true],
    ['Two | Four', true],
    ['7+ | 5-6', true],
    ['7 or more | 5 or less', true],
    ['Up to 5 kilos | Over 5 kilos', true],
    ['2 of | 4 of', true],
    ['Room 2 | Room 4', true],
    ['2 10 | 4 20', true],
    ['2 people | 4 boxes', true],
    ['2 boxes | 4 boxes', false],
    ['2 boxes | Pallet', false],
  ];
  expect(rows.map(([labels]) => countedBy(labels))).toEqual(rows);
});

test('a name of options that hold a number behind "for" counts the options', () => {
  const isOption = (labels: string, said: string, question?: string) => {
    const heard = heardAs(said);
    return countsOptions(heard, heard.texts.length - 1, offering(labels, question), lexicon);
  };
  expect(isOption('Box for 2 | Box for 4', 'two boxes')).toBe(true);
  expect(isOption('Box for 2 | Box for 4 – £20', 'two boxes')).toBe(true);
  expect(isOption('Box for 2 | 10k boxes', 'two boxes')).toBe(true);
  expect(isOption('Box for 2 | Box for 4', 'two dinners')).toBe(false);
  expect(isOption('Box for 2 | Box for 4', 'two boxes', 'How many boxes do you want?')).toBe(false);
  expect(isOption('Box for 2 | Box of 4 | 6 in a box', 'two boxes')).toBe(false);
  expect(isOption('2 boxes | 4 boxes', 'two boxes')).toBe(false);
  expect(isOption('Box with £2 | Box for £4', 'two boxes')).toBe(false);
  expect(isOption('Small box | Large box', 'two boxes')).toBe(false);
  expect(isOption('Room for 2 guests | Room for 4 guests', 'two guests')).toBe(false);
  expect(isOption('Room for 2 guests | Room for 4 guests', 'two rooms')).toBe(true);
  expect(isOption('Guest room for 2 | Room for 4 guests', 'four guests')).toBe(false);
});

test('how often a price is paid belongs to it, where no option tells that apart and nothing more is told', () => {
  const fees = offering('£31.50 | £28', 'Which plan would you like?');
  const rows: readonly (readonly [said: string, price: string])[] = [
    ['ten pounds', 'ten pounds'],
    ['ten pounds a month', 'ten pounds a month'],
    ['ten pounds fifty a month please', 'ten pounds fifty a month'],
    ['ten pounds a month um', 'ten pounds a month'],
    ['ten pounds a month one', 'ten pounds a month'],
    ['ten pounds a month the cheap one', 'ten pounds a month'],
    ['ten pounds a month then', 'ten pounds a month'],
    ['ten pounds a month elsewhere', 'ten pounds'],
    ['ten pounds week', 'ten pounds'],
    ['ten kilos a month', 'ten kilos'],
    ['ten a month', 'ten'],
  ];
  expect(rows.map(([said]) => [said, priceIn(fees, said)])).toEqual(rows);
  expect(priceIn(offering('£31.50 a month | £28 a week'), 'ten pounds a month')).toBe('ten pounds');
  expect(priceIn(offering('£31.50 | £28', 'How much a month?'), 'ten pounds a month')).toBe('ten pounds');
});
