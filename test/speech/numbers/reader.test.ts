import fc from 'fast-check';
import type { NumberWords } from '../../../lambda/languages/numbers';
import { memoize } from '../../../lambda/speech/memoize';
import { createNumberReader } from '../../../lambda/speech/numbers/reader';
import { phrases } from '../../../lambda/speech/phrases';
import { numberTable } from '../../../scripts/numbers/learn';
import { spellingsOf } from '../../../scripts/numbers/spellings';
import { anyText } from '../arbitraries';

const words = phrases('en');
const english = createNumberReader(words.numbers, words.numberWords);
const found = (said: string) => english.find(english.tokens(said)).map(({ from, to, value }) => [from, to, value]);

describe('every number that CLDR spells is read back', () => {
  const spellings = spellingsOf(['en', 'en-IN']);
  const misread = (value: number) => [
    ...spellings.cardinals(value).filter((said) => english.read(said) !== value),
    ...spellings.ordinals(value).filter((said) => english.ordinal(said) !== value),
  ];
  const ofAnySize = fc.integer({ min: 0, max: 15 }).chain((size) => fc.integer({ min: 0, max: 10 ** size - 1 }));

  test('to 2000, one by one', () => {
    const values = Array.from({ length: 2001 }, (_, value) => value);
    expect(values.flatMap(misread)).toEqual([]);
  });

  test('of any size below a quadrillion, positive and negative', () => {
    fc.assert(
      fc.property(ofAnySize, (value) => {
        expect(misread(value)).toEqual([]);
        for (const said of spellings.cardinals(value)) expect(english.read(`minus ${said}`)).toBe(0 - value);
      }),
      { numRuns: 300 },
    );
  });

  test('with a fraction', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }), (whole, decimals) => {
        const spelled = decimals.map((digit) => spellings.cardinals(digit)[0]).join(' ');
        const said = `${spellings.cardinals(whole)[0]} point ${spelled}`;
        expect([said, english.read(said)]).toEqual([said, Number(`${whole}.${decimals.join('')}`)]);
      }),
    );
  });

  test('as digits one by one, leading zeros kept', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 2, maxLength: 30 }), (digits) => {
        const said = digits.map((digit) => spellings.cardinals(digit)[0] ?? '');
        expect(english.find(said)).toMatchObject([{ from: 0, to: said.length, digits: digits.join('') }]);
        expect(english.find(digits.map(String))).toMatchObject([{ from: 0, kind: 'digits', digits: digits.join('') }]);
      }),
    );
  });
});

test.each<[string, (readonly [number, number, number])[]]>([
  [
    'ten thirty',
    [
      [0, 1, 10],
      [1, 2, 30],
    ],
  ],
  [
    'a table for two at half past seven',
    [
      [3, 4, 2],
      [5, 6, 0.5],
      [7, 8, 7],
    ],
  ],
  ['two hundred and five of them', [[0, 4, 205]]],
  [
    'three hundred and two hundred',
    [
      [0, 2, 300],
      [3, 5, 200],
    ],
  ],
  [
    'five hundred and a thousand',
    [
      [0, 2, 500],
      [3, 5, 1000],
    ],
  ],
  [
    'one million two thousand million',
    [
      [0, 2, 1_000_000],
      [2, 5, 2_000_000_000],
    ],
  ],
  [
    'the first one and the twenty first',
    [
      [1, 2, 1],
      [2, 3, 1],
      [5, 7, 21],
    ],
  ],
  [
    'four one two hundred',
    [
      [0, 2, 41],
      [2, 4, 200],
    ],
  ],
  [
    'one or two and a half',
    [
      [0, 1, 1],
      [2, 6, 2.5],
    ],
  ],
  [
    'between minus five and 1,000.5',
    [
      [1, 3, -5],
      [4, 5, 1000.5],
    ],
  ],
  [
    'two and three and four quarters',
    [
      [0, 1, 2],
      [2, 6, 4],
    ],
  ],
  [
    'nineteen eighty four',
    [
      [0, 1, 19],
      [1, 3, 84],
    ],
  ],
  [
    'thousand thousand',
    [
      [0, 1, 1000],
      [1, 2, 1000],
    ],
  ],
  ['oh two tickets', [[1, 2, 2]]],
  ['my code is 0471', [[3, 4, 471]]],
  ['for the tenth time to many', [[2, 3, 10]]],
  ['no numbers at all', []],
  ['', []],
])('in %j', (said, expected) => {
  expect(found(said)).toEqual(expected);
});

test.each([
  ['my code is 0471', '0471'],
  ['it is four seven one one thanks', '4711'],
  ['double oh seven', '007'],
  ['room five', '5'],
  ['account 12345678901234567890', '12345678901234567890'],
])('%j has a code', (said, digits) => {
  expect(english.find(english.tokens(said))).toMatchObject([{ digits }]);
});

/** What is spoken of numbers, in any order, and what is not. */
const soup = fc
  .array(
    fc.constantFrom(
      ...['two', 'twenty', 'hundred', 'thousand', 'million', 'and', 'a', 'point', 'minus', 'half', 'quarters', 'third'],
      ...[
        'oh',
        'double',
        'dozen',
        'of',
        '-',
        ',',
        '.',
        '1',
        '000',
        '21st',
        '−',
        '１',
        'tables',
        'tenthirty',
        '½',
        '😀',
      ],
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(' '));

test('any text is read without an error, and what is found is in order, in the text and a number', () => {
  fc.assert(
    fc.property(fc.oneof(soup, anyText), (said) => {
      const tokens = english.tokens(said);
      let end = 0;
      for (const { from, to, value, digits } of english.find(tokens)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(value).not.toBeNaN();
        expect(digits ?? '0').toMatch(/^\d+$/);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(tokens.length);
      expect(Math.abs(english.read(said) ?? 0)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
      english.ordinal(said);
    }),
    { numRuns: 300 },
  );
});

test('what an utterance is as a whole is found in it as one', () => {
  fc.assert(
    fc.property(soup, (said) => {
      const value = english.read(said);
      const tokens = english.tokens(said);
      if (value !== undefined) expect(english.find(tokens)).toMatchObject([{ from: 0, to: tokens.length, value }]);
    }),
    { numRuns: 300 },
  );
});

// A reader that looked at its words again from every place would take minutes.
test.each([
  'one',
  'three hundred and two hundred',
  'twenty and',
  'one point',
  'half and',
  '22,',
  'double',
  'minus',
  'table',
])('sixty thousand words of %j are read in passing', (unit) => {
  const said = `${unit} `.repeat(Math.ceil(60_000 / unit.split(' ').length));
  expect(english.find(english.tokens(said)).every(({ from, to }) => from < to)).toBe(true);
});

describe('other languages need no other code', () => {
  const plain: NumberWords = {
    articles: [],
    cardinals: {},
    digits: {},
    repeats: {},
    scales: {},
    'lone-parts': {},
    parts: {},
    'ordinal-parts': { from: 0, many: [] },
    of: [],
    minus: [],
    'decimal-mark': ',',
    'group-mark': '.',
    abbreviations: {},
    frames: [],
  };

  const readerOf = memoize((language: string) => createNumberReader(numberTable([language]), plain));

  test.each<[string, string, number]>([
    ['de', 'fünfundzwanzig', 25],
    ['de', 'Fünf und zwanzig', 25],
    ['de', 'zwei­tausend­fünf­hundert­sieben­und­zwanzig', 2527],
    ['de', 'zwei Komma fünf', 2.5],
    ['de', 'minus 1.000,5', -1000.5],
    ['fr', 'quatre-vingt-dix-neuf', 99],
    ['fr', 'deux cent quatre mille trois', 204_003],
    ['hi', 'तीन करोड़ बीस लाख', 32_000_000],
    ['ja', '二十三万四千五百', 234_500],
  ])('%s: %s', (language, said, value) => {
    expect(readerOf(language).read(said)).toBe(value);
  });
});
