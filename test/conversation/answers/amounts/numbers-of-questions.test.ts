import { isNumberChanged, isNumberInstead } from '../../../../lambda/conversation/answers/number-instead';
import { english } from '../english';
import { heardAs } from '../made-ready';

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
