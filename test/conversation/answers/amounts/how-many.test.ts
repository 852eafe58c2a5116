import { countedOption } from '../../../../lambda/conversation/answers/counted-option';
import type { Decision } from '../../../../lambda/conversation/answers/decision';
import { findEvidence } from '../../../../lambda/conversation/answers/evidence';
import { isNumberChanged, isNumberInstead } from '../../../../lambda/conversation/answers/number-instead';
import { numbered } from '../../../../lambda/conversation/answers/numbered';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { ofPlural } from '../../../../lambda/conversation/answers/plural';
import { english } from '../english';
import { heardAs, lexicon, offering } from '../made-ready';

type Row = readonly [said: string, outcome: string | undefined];

/** The option and how many of it, where an answer begins with that. */
function counted(labels: string, said: string): string | undefined {
  const decision = numbered(heardAs(said), offering(labels), lexicon);
  if (decision?.kind !== 'choose') return decision?.kind;
  return `${labels.split(' | ')[decision.index]} + ${decision.rest}`;
}
/** How many of an option are wanted, and what is said without that. */
function countOf(labels: string, said: string): string | undefined {
  const found = countedOption(heardAs(said), offering(labels), lexicon);
  return found && `${found.count} + ${found.heard.texts.join(' ')}`;
}

/** What becomes of an option that was picked: itself, or several. */
function plural(labels: string, said: string, picked = 0): string {
  const offered = offering(labels);
  const heard = heardAs(said);
  const decision: Decision = { kind: 'choose', index: picked, rule: 'label', confidence: 1 };
  const meant = ofPlural(decision, heard, offered, lexicon, () => findEvidence(heard, offered, lexicon));
  return meant.kind === 'which'
    ? `${meant.rule}: ${meant.indexes.map((index) => labels.split(' | ')[index]).join(', ')}`
    : meant.kind;
}

test('how many is the rest of an answer that begins to count an option', () => {
  const shows = 'Snow White | Cinderella | Last train';
  const rows: readonly Row[] = [
    ['three tickets for snow white', 'Snow White + three tickets'],
    ['two for the last train', 'Last train + two'],
    ['um two for snow white', 'Snow White + two'],
    ["i'd like two for snow white", 'Snow White + two'],
    ['two for snow white please', 'Snow White + two'],
    ['two at snow white', 'Snow White + two'],
    ['two hours of snow white', 'Snow White + two hours'],
    ['an hour of snow white', 'Snow White + an hour'],
    ['two hours for snow white', undefined],
    ["i've got an hour of snow white", undefined],
    ['two for snow white tomorrow', undefined],
    ['two for the ball', undefined],
    ['two good tickets for snow white', undefined],
    ['two snow white', undefined],
    ["i've got two for snow white", undefined],
    ['there are two for snow white', undefined],
    ['tomorrow two for snow white', undefined],
    ['third ticket for snow white', undefined],
    ['number two for snow white', undefined],
    ['seat two for snow white', undefined],
    ['two for anything but snow white', undefined],
    ['two for snow white or cinderella', undefined],
    ['two for snow white cinderella', undefined],
    ['snow white', undefined],
    ['two', undefined],
  ];
  expect(rows.map(([said]) => [said, counted(shows, said)])).toEqual(rows);
  const vegetables: readonly Row[] = [
    ['a kilo of potatoes', 'Potatoes + a kilo'],
    ['two kilos of the potatoes please', 'Potatoes + two kilos'],
    ['give me two pounds of onions', 'Onions + two pounds'],
    ['two of the onions', 'Onions + two'],
    ["i've got a kilo of onions", undefined],
    ['a kilo with onions', undefined],
  ];
  expect(vegetables.map(([said]) => [said, counted('Potatoes | Onions', said)])).toEqual(vegetables);
  const decision = numbered(heardAs('two for snow white'), offering(shows), lexicon);
  expect(decision).toMatchObject({ kind: 'choose', rule: 'label', confidence: 0.8 });
});

test('but not where options are numbers or times', () => {
  const rows: readonly (readonly [labels: string, said: string, outcome: string | undefined])[] = [
    ['Two | Four', 'three for four', undefined],
    ['Row 2 | Row 4', 'three for row two', undefined],
    ['8 am | 9 am', 'two for eight am', undefined],
    ['8 am | Suite', 'two for the suite', undefined],
    ['Two | Suite', 'three for the suite', undefined],
    ['Table for 2 | Booth', 'two for the booth', 'Booth + two'],
    ['2 nights | Suite', 'two for the suite', 'Suite + two'],
    ['Suite | Garden suite', 'two for the suite', 'Suite + two'],
  ];
  expect(rows.map(([labels, said]) => [labels, said, counted(labels, said)])).toEqual(rows);
});

test('a count stands right before the whole label of an option', () => {
  const seats = 'Booster seat | High chair | Cot';
  const rows: readonly Row[] = [
    ['two booster seats', 'two + booster seats'],
    ["two booster seats if you've got them", 'two + booster seats if you have got them'],
    ['we need two cots', 'two + we need cots'],
    ['twenty one cots', 'twenty one + cots'],
    ['one kilo cots', 'one kilo + cots'],
    ['two kilos cot', 'two kilos + cot'],
    ['two booster', undefined],
    ['one cot', undefined],
    ['a cot', undefined],
    ['two red cots', undefined],
    ['two point five cots', undefined],
    ['second cot', undefined],
    ['second kilo cot', undefined],
    ['two cots and three high chairs', undefined],
    ['two cots for three', undefined],
    ['cot two', undefined],
    ['cots', undefined],
  ];
  expect(rows.map(([said]) => [said, countOf(seats, said)])).toEqual(rows);
  expect(countOf('Cot for 2 | Bed', 'two beds')).toBeUndefined();
  expect(countOf('Potatoes | The onions', 'two the onions')).toBeUndefined();
  const synonyms = [['cradle'], []];
  const offered = prepareOffer({ labels: ['Cot', 'Bed'], synonyms, from: 0, to: 2 }, lexicon);
  expect(countedOption(heardAs('two cradles'), offered, lexicon)).toBeUndefined();
});

test('an option that others go on from is asked about where several of it are said', () => {
  const loans = 'Student loan | Student loan extension | Mortgage';
  const rows: readonly Row[] = [
    ['my student loans', 'part: Student loan, Student loan extension'],
    ['my student loans for the two of us', 'part: Student loan, Student loan extension'],
    ['student loan', 'choose'],
    ['my two student loans', 'choose'],
    ['the student loans and the extension', 'choose'],
    ['student loans and mortgage', 'choose'],
  ];
  expect(rows.map(([said]) => [said, plural(loans, said)])).toEqual(rows);
  expect(plural(loans, 'my student loans', 1)).toBe('choose');
  expect(plural(loans, 'mortgages', 2)).toBe('choose');
  expect(plural(loans, 'extension', 0)).toBe('choose');
  expect(plural('Loan | Mortgage', 'loans')).toBe('choose');
  expect(plural('Home loan cover | Home loan | Big home loan', 'home loans', 1)).toBe(
    'part: Home loan cover, Home loan, Big home loan',
  );
  expect(plural('Packed lunch | Packed lunch box', 'packed lunches')).toBe('part: Packed lunch, Packed lunch box');
});

test('nothing but a pick becomes several', () => {
  const words: Decision = { kind: 'words' };
  const heard = heardAs('my student loans');
  const offered = offering('Student loan | Student loan extension');
  expect(ofPlural(words, heard, offered, lexicon, () => findEvidence(heard, offered, lexicon))).toBe(words);
});

const QUESTION = 'A table for two people on the first floor at half past six, is one room all right?';

type Answer = { readonly value: 'yes' | 'no'; readonly isWord: boolean; readonly first: number };
const polar = ({ value, isWord, first }: Answer) => ({ value, isWord, first, end: first, rest: first });

const WORD: Answer = { value: 'yes', isWord: true, first: 1 };
const PHRASE: Answer = { value: 'yes', isWord: false, first: 1 };

test('a number of the question is put otherwise by what corrects it, or where nothing else of the question is said', () => {
  const known = new Set(heardAs(QUESTION).stems);
  const rows: readonly (readonly [said: string, answer: Answer | undefined, isChanged: boolean])[] = [
    ['make that two', undefined, true],
    ['make it two people', undefined, true],
    ['yes make that two people', WORD, true],
    ['two of them', undefined, true],
    ['okay two of them', PHRASE, true],
    ['yes two of them', WORD, false],
    ['two people', undefined, false],
    ['okay two people', PHRASE, false],
    ['okay people', PHRASE, false],
    ['okay five', PHRASE, false],
    ['okay one', PHRASE, false],
    ['no people for two', undefined, false],
    ['actually five', undefined, false],
  ];
  expect(
    rows.map(([said, answer]) => [said, answer, isNumberChanged(heardAs(said), answer && polar(answer), known)]),
  ).toEqual(rows);
});

test('a number behind a no is what is wanted instead, unless it is denied', () => {
  const rows: readonly (readonly [said: string, answer: Answer, isInstead: boolean])[] = [
    ['no half past six', { value: 'no', isWord: true, first: 1 }, true],
    ['no six', { value: 'no', isWord: true, first: 1 }, true],
    ['six no', { value: 'no', isWord: true, first: 2 }, false],
    ['no not six', { value: 'no', isWord: true, first: 1 }, false],
    ['no thanks', { value: 'no', isWord: true, first: 1 }, false],
    ['no that one', { value: 'no', isWord: true, first: 1 }, false],
    ['yes half past six', WORD, false],
    ['not six', { value: 'no', isWord: true, first: 1 }, true],
  ];
  expect(rows.map(([said, answer]) => [said, answer, isNumberInstead(heardAs(said), polar(answer))])).toEqual(rows);
});

test('neither is a yes or a no to the question', () => {
  const rows: readonly (readonly [said: string, meaning: 'yes' | 'no' | undefined])[] = [
    ['yes two people', 'yes'],
    ['yes', 'yes'],
    ['no', 'no'],
    ['make that two', undefined],
    ['two of them', undefined],
    ['no half past six', undefined],
    ['no six', undefined],
    ['no not six', undefined],
  ];
  expect(rows.map(([said]) => [said, english.yesNo(said, 'confirmation', QUESTION)])).toEqual(rows);
});
