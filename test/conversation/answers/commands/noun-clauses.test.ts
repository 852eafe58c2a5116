import { hear } from '../../../../lambda/conversation/answers/heard';
import { isNounClause, isPastOf } from '../../../../lambda/conversation/answers/verbs';
import { lexiconOf } from '../lexicon-of';

const lexicon = lexiconOf('en');

test('a word that is long enough has the ending of a verb', () => {
  const rows: readonly (readonly [text: string, isPast: boolean])[] = [
    ['moved', true],
    ['snored', true],
    ['used', false],
    ['red', false],
    ['edinburgh', false],
    ['went', false],
  ];
  expect(rows.map(([text]) => [text, isPastOf(text, ['ed'])])).toEqual(rows);
  expect([isPastOf('bellte', ['t', 'te']), isPastOf('bellt', ['te'])]).toEqual([true, false]);
});

test('a clause begins where something does what a verb tells', () => {
  const rows: readonly (readonly [said: string, at: number, isClause: boolean])[] = [
    ['my husband moved out', 0, true],
    ['my husband went out', 0, true],
    ['my husband never comes', 0, true],
    ['my husband is late', 0, true],
    ['the kids love it', 0, true],
    ['and my husband moved out', 1, true],
    ['my old brown dog barked', 0, true],
    ['my old big brown dog barked', 0, false],
    ['my seed bag', 0, false],
    ['the name', 0, false],
    ['a hundred grams', 0, false],
    ['husbands moved out', 0, false],
    ['is my husband', 1, false],
    ['my husband moved out', 1, false],
  ];
  const found = rows.map(([said, at]) => [
    said,
    at,
    isNounClause(hear(said, lexicon), at, lexicon.language.pastEndings),
  ]);
  expect(found).toEqual(rows);
});
