import type { Context } from '../../../../lambda/conversation/answers/amount-context';
import { candidateOf } from '../../../../lambda/conversation/answers/candidate';
import { kindsOf } from '../../../../lambda/conversation/answers/context';
import { range } from '../../../../lambda/conversation/answers/heard';
import type { Prepared } from '../../../../lambda/conversation/answers/offer';
import * as other from '../../../../lambda/conversation/answers/other-amounts';
import { quantitiesOf } from '../../../../lambda/conversation/answers/quantities';
import { heardAs, lexicon, offering } from '../made-ready';

/** The last amount of what was said, and what stands around it. */
function contextOf(prepared: Prepared, said: string): Context {
  const heard = heardAs(said);
  const quantity = quantitiesOf(heard.texts, heard.numerals, lexicon).at(-1);
  if (!quantity) throw new Error(`no amount in ${said}`);
  const candidate = candidateOf(heard, quantity, prepared, lexicon);
  const kinds = kindsOf(heard, prepared, new Set(range(quantity.from, quantity.to)));
  return { heard, candidate, prepared, lexicon, kinds, before: range(0, quantity.from), isFirst: false };
}

type Told = readonly [said: string, isOther: boolean];
const judged = (prepared: Prepared, isOther: (context: Context) => boolean, rows: readonly Told[]) =>
  rows.map(([said]) => [said, isOther(contextOf(prepared, said))]);

const GUESTS = offering('1 to 4 | 5 to 8 | 9 to 12', 'How many guests?');

test('the number that something has is no amount', () => {
  const rows: readonly Told[] = [
    ['our house number is eight hundred', true],
    ['my number is still seven', true],
    ['number is seven', true],
    ['my flat is number seven', true],
    ["it's number seven", true],
    ['our house number eight hundred', false],
    ['number seven', false],
    ['the number seven', false],
    ['my flat is seven', false],
    ['our number of guests is seven', false],
    ['number seven is', false],
  ];
  expect(judged(GUESTS, other.isOfNumber, rows)).toEqual(rows);
});

test('an age is one where no age is asked for, and nothing else is told', () => {
  const rows: readonly Told[] = [
    ["i'm sixty", true],
    ['i am about sixty', true],
    ['i am um sixty', true],
    ['i just turned sixty', true],
    ["i'll be five", true],
    ['he is five', true],
    ["she's five", true],
    ["um i'm sixty", true],
    ['my son just turned five', true],
    ['my son is about five', true],
    ["tomorrow i'm sixty", false],
    ['son is five', false],
    ['our guest is five', false],
    ['we are five', false],
    ['it is five', false],
    ['i have five', false],
    ["i'm sixty now", false],
    ["i'm sixty years old", false],
    ['i five', false],
    ['five', false],
  ];
  expect(judged(GUESTS, other.isAgeOfOther, rows)).toEqual(rows);
  const son = (prepared: Prepared) => judged(prepared, other.isAgeOfOther, [['my son is five', true]])[0]?.[1];
  expect(son(offering('1 to 4 | 5 to 8', 'How old is your child?'))).toBe(false);
  expect(son(offering('3 | 5 | 7'))).toBe(false);
  expect(son(offering('3 | 5 | 7 or more'))).toBe(true);
  expect(son(offering('3 apples | 5 apples'))).toBe(true);
  expect(son(offering('3 | 5 apples'))).toBe(true);
  expect(son(offering('Small | Large'))).toBe(true);
});

test('a number may be a place or a time where options count something', () => {
  const rows: readonly Told[] = [
    ['my flight is at five', true],
    ['a table at five', true],
    ['we come at five', true],
    ['we come on five', true],
    ['a table for five', false],
    ['at five', false],
    ['come at five', true],
    ['we come at five kilos', false],
  ];
  expect(judged(GUESTS, other.isPlaceOrTime, rows)).toEqual(rows);
  const atTen = (prepared: Prepared) => judged(prepared, other.isPlaceOrTime, [['we come at ten', true]])[0]?.[1];
  expect(atTen(offering('8 | 10'))).toBe(false);
  expect(atTen(offering('8 | 10 apples'))).toBe(false);
  expect(atTen(offering('8 apples | 10 apples'))).toBe(true);
  expect(atTen(offering('At 8 degrees | At 10 degrees'))).toBe(false);
  expect(atTen(offering('For 8 people | At 10 degrees'))).toBe(false);
  expect(atTen(offering('10 am | 5 to 8'))).toBe(false);
});

test('a number is denied by what is said before or behind it, and by whoever else said it', () => {
  const rows: readonly Told[] = [
    ["it isn't five", true],
    ['not five', true],
    ['no five', true],
    ['five never', true],
    ['you told me five', true],
    ['five', false],
    ['five believe it or not', false],
    ['five or not', false],
    ['five you see', false],
    ['we need five', false],
  ];
  expect(judged(GUESTS, other.isDenied, rows)).toEqual(rows);
  const years: readonly Told[] = [
    ['four years no claims', false],
    ['no claims four years', false],
    ['no four years', true],
    ['four years no', true],
  ];
  expect(judged(offering('1 to 4 years | 5 to 8 years', 'How many years no claims?'), other.isDenied, years)).toEqual(
    years,
  );
});

test('a limit is no number, but what is about one is', () => {
  const rows: readonly Told[] = [
    ['more than five', true],
    ['more than the five', true],
    ['at least five', true],
    ['under five', true],
    ['about five', false],
    ['nearly five', false],
    ['nearly the five', false],
    ['five more', true],
    ['five nearly', true],
    ['five over there', false],
    ['five plus', true],
    ["if it's five", true],
    ['if five come', true],
    ['five if they come', false],
    ['five', false],
    ['the five', false],
  ];
  expect(judged(GUESTS, other.isLimited, rows)).toEqual(rows);
  const asked: readonly Told[] = [
    ['over five', false],
    ['over the five', false],
    ['under five', true],
  ];
  expect(judged(offering('Over 5 | Up to 5', 'Over how many?'), other.isLimited, asked)).toEqual(asked);
});

test('a number is refused by what it is too many for', () => {
  const rows: readonly Told[] = [
    ['six is too many', true],
    ['six was too many', true],
    ['six is just a bit too many', true],
    ['six is what we would call a bit too many', false],
    ['six too many', false],
    ['six is what we are', false],
    ['six is', false],
  ];
  expect(judged(GUESTS, other.isRefused, rows)).toEqual(rows);
});

test('what was done to an amount tells none, unless that is asked for', () => {
  const rows: readonly Told[] = [
    ['i lost five', true],
    ["i've lost five kilos", true],
    ['it cost five', true],
    ['they charged me five', true],
    ['we booked five', true],
    ['booked five', false],
    ['we invited five', false],
    ['it was five', false],
    ['we need five', false],
    ['five', false],
  ];
  expect(judged(GUESTS, other.isToldOfPast, rows)).toEqual(rows);
  const asked = offering('1 to 4 | 5 to 8', 'How many have you booked?');
  expect(judged(asked, other.isToldOfPast, [['we booked five', false]])).toEqual([['we booked five', false]]);
});

test('a number behind a noun names something, unless options are called by that', () => {
  const rows: readonly Told[] = [
    ['room five', true],
    ['the room five', true],
    ['option five', true],
    ['guests five', false],
    ['big five', false],
    ['one five', false],
    ['five', false],
  ];
  expect(judged(GUESTS, other.isNamedNumber, rows)).toEqual(rows);
});

test('a time that has passed is one where options tell how long ago it was, or where no option does', () => {
  const ago = offering('Up to 24 hours ago | Up to 3 days ago', 'When did you order?');
  const rows: readonly Told[] = [
    ['five minutes', true],
    ['about five minutes', true],
    ['um five minutes', true],
    ['five minutes ago', true],
    ['i ordered five minutes ago', true],
    ['five minutes please', false],
    ['give me five minutes', false],
  ];
  expect(judged(ago, other.isSinceThen, rows)).toEqual(rows);
  const within: readonly Told[] = [
    ['give me five minutes', true],
    ['five minutes ago', true],
  ];
  expect(judged(offering('Within 24 hours | Within 3 days'), other.isSinceThen, within)).toEqual(within);
  const some: readonly Told[] = [['give me five minutes', false]];
  expect(judged(offering('Just now | Up to 3 days ago'), other.isSinceThen, some)).toEqual(some);
});
