import { isCutNumber } from '../../../../lambda/conversation/answers/cut-number';
import { findEvidence } from '../../../../lambda/conversation/answers/evidence';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { createLexicon } from '../../../../lambda/conversation/answers/lexicon';
import { numerals } from '../../../../lambda/conversation/answers/numerals';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { createPatterns, type Named, patternFinder } from '../../../../lambda/conversation/answers/patterns';
import { LANGUAGES } from '../../../../lambda/languages';
import { readerOf } from '../../../speech/numbers/readers';

const answers = LANGUAGES.en?.answers();
if (!answers) throw new Error('no answers in English');

const positions = { pronouns: ['one'], zeros: ['oh', 'o', 'zero'] };

/** The numbers among words: the words, the digits and the value of each, how many it is made of, and whether it is an ordinal. */
function found(said: string, among = positions): readonly string[] {
  const texts = said.split(' ');
  return numerals(texts, readerOf('en'), among).map(({ from, to, digits, value, ordinal, parts }) =>
    [texts.slice(from, to).join(' '), digits, value, parts, ...(ordinal ? ['ordinal'] : [])].join(', '),
  );
}

describe('numbers among words', () => {
  test.each<[title: string, said: string, numbers: string[]]>([
    ['none', 'a table please', []],
    ['one', 'a table for ten', ['ten, 10, 10, 1']],
    ['a fraction', '1.5 litres', ['1.5, 15, 1.5, 1']],
    ['in words', 'two and a half', ['two and a half, 25, 2.5, 1']],
    ['neighbours, also together', 'ten thirty', ['ten thirty, 1030, 1030, 2', 'ten, 10, 10, 1', 'thirty, 30, 30, 1']],
    ['a row of them', 'two fifty six', ['two fifty six, 256, 256, 2', 'two, 2, 2, 1', 'fifty six, 56, 56, 1']],
    ['apart by a word', 'ten and thirty', ['ten, 10, 10, 1', 'thirty, 30, 30, 1']],
    [
      'three together at most',
      'ten thirty twenty forty',
      [
        'ten thirty twenty, 103020, 103020, 3',
        'ten thirty, 1030, 1030, 2',
        'ten, 10, 10, 1',
        'thirty twenty forty, 302040, 302040, 3',
        'thirty twenty, 3020, 3020, 2',
        'thirty, 30, 30, 1',
        'twenty forty, 2040, 2040, 2',
        'twenty, 20, 20, 1',
        'forty, 40, 40, 1',
      ],
    ],
    [
      'an ordinal ends a row',
      'ten twenty first thirty',
      [
        'ten twenty first, 1021, 1021, 2, ordinal',
        'ten, 10, 10, 1',
        'twenty first, 21, 21, 1, ordinal',
        'thirty, 30, 30, 1',
      ],
    ],
    ['digits one by one', 'four seven one one', ['four seven one one, 4711, 4711, 1']],
    ['zeros in front of a code', 'oh oh seven', ['oh oh seven, 007, 7, 1']],
    [
      'a zero between two',
      'thirteen oh five',
      ['thirteen oh five, 1305, 1305, 2', 'thirteen, 13, 13, 1', 'five, 5, 5, 1'],
    ],
    ['a zero that another word is beside', 'thirteen please oh five', ['thirteen, 13, 13, 1', 'five, 5, 5, 1']],
    ['a word that is no zero between two', 'thirteen or five', ['thirteen, 13, 13, 1', 'five, 5, 5, 1']],
    ['a zero with another word behind it', 'thirteen oh please five', ['thirteen, 13, 13, 1', 'five, 5, 5, 1']],
    ['a zero in front of the first', 'oh thirteen', ['thirteen, 13, 13, 1']],
    ['a zero behind the last', 'thirteen oh', ['thirteen, 13, 13, 1']],
    ['a price in digits, as it is said', '2.50', ['2.50, 250, 2.5, 1']],
    ['a larger one', 'the 12.10 please', ['12.10, 1210, 12.1, 1']],
    ['one with a zero in front of the last', '2.05', ['2.05, 205, 2.05, 1']],
    ['one without cents', '2.00', ['2.00, 2, 2, 1']],
    ['one in tenths', '2.5', ['2.5, 25, 2.5, 1']],
    ['three places', '2.150', ['2.150, 215, 2.15, 1']],
    ['tenths with zeros', '2.500 kilos', ['2.500, 25, 2.5, 1']],
    ['a negative price', '-2.50', ['-2.50, -25, -2.5, 1']],
    ['a price and its number', '2.50 6', ['2.50 6, 2506, 2506, 2', '2.50, 250, 2.5, 1', '6, 6, 6, 1']],
    ['a price of several words', '2.50 million', ['2.50 million, 2500000, 2500000, 1']],
  ])('%s: %s', (_, said, numbers) => {
    expect(found(said)).toEqual(numbers);
  });
});

describe('a number that ends in "one" may name a thing by the rest of it', () => {
  test.each<[said: string, numbers: string[]]>([
    ['the fifty one', ['fifty one, 51, 51, 1', 'fifty, 50, 50, 1']],
    ['fifty one', ['fifty one, 51, 51, 1']],
    ['the fifty two', ['fifty two, 52, 52, 1']],
    ['the one', ['one, 1, 1, 1']],
    ['the twenty first', ['twenty first, 21, 21, 1, ordinal']],
    ['the four five one', ['four five one, 451, 451, 1', 'four five, 45, 45, 1']],
    ['the two one', ['two one, 21, 21, 1', 'two, 2, 2, 1']],
    ['the ten one', ['ten one, 101, 101, 2', 'ten, 10, 10, 1', 'one, 1, 1, 1']],
    [
      'the twenty four fifty one',
      [
        'twenty four fifty one, 2451, 2451, 2',
        'twenty four fifty, 2450, 2450, 2',
        'twenty four, 24, 24, 1',
        'fifty one, 51, 51, 1',
        'fifty, 50, 50, 1',
      ],
    ],
    [
      'the twenty four fifty one and thirty',
      [
        'twenty four fifty one, 2451, 2451, 2',
        'twenty four fifty, 2450, 2450, 2',
        'twenty four, 24, 24, 1',
        'fifty one, 51, 51, 1',
        'fifty, 50, 50, 1',
        'thirty, 30, 30, 1',
      ],
    ],
    [
      'the ten twenty thirty one',
      [
        'ten twenty thirty one, 102031, 102031, 3',
        'ten twenty, 1020, 1020, 2',
        'ten, 10, 10, 1',
        'twenty thirty one, 2031, 2031, 2',
        'twenty thirty, 2030, 2030, 2',
        'twenty, 20, 20, 1',
        'thirty one, 31, 31, 1',
        'thirty, 30, 30, 1',
      ],
    ],
  ])('%s', (said, numbers) => {
    expect(found(said)).toEqual(numbers);
  });
});

test('an ordinal is no number with a word for a thing', () => {
  expect(found('the twenty first', { ...positions, pronouns: ['first'] })).toEqual([
    'twenty first, 21, 21, 1, ordinal',
  ]);
});

describe('a fraction of something may be an ordinal', () => {
  const sixth = 'a sixth, 016666666666666666, 0.16666666666666666, 1';

  test.each<[said: string, numbers: string[]]>([
    ['a sixth grader', [sixth, 'sixth, 6, 6, 1, ordinal']],
    ['a sixth', [sixth]],
    ['two sixths of it', ['two sixths, 03333333333333333, 0.3333333333333333, 1']],
    ['half of it', ['half, 05, 0.5, 1']],
    ['one and a half hours', ['one and a half, 15, 1.5, 1']],
    ['half third class', ['half third, 053, 53, 2, ordinal', 'half, 05, 0.5, 1', 'third, 3, 3, 1, ordinal']],
    ['two hundred grams', ['two hundred, 200, 200, 1']],
  ])('%s', (said, numbers) => {
    expect(found(said)).toEqual(numbers);
  });
});

const lexicon = createLexicon(answers, readerOf('en'));

describe('places in patterns', () => {
  const PATTERNS: readonly (readonly [meaning: string, patterns: readonly string[]])[] = [
    [
      'number',
      ['{{number}}', 'number {{number}}', 'i want {{number}}', 'the blue {{number}}', 'the wide blue {{number}}'],
    ],
    ['ordinal', ['the {{ordinal}} please', '{{ordinal}}']],
    ['letter', ['letter {{letter}}', 'option {{letter}}']],
    ['noun', ['which {{noun}}']],
    ['word', ['call {{word}} now']],
  ];
  const patterns = createPatterns(PATTERNS, lexicon);
  const named: Named = {
    generic: new Set(['wine', 'room']),
    stems: new Map([
      ['garden', true],
      ['balcon', true],
      ['plan', true],
      ['red', true],
    ]),
  };
  const found = (said: string, among = named) => {
    const heard = hear(said, lexicon);
    const find = patternFinder(patterns, heard, among, lexicon.language.positions);
    return heard.texts.flatMap((_, at) => {
      const phrase = find(at);
      // Once more, as it is kept.
      expect(find(at)).toEqual(phrase);
      return phrase
        ? [`${heard.texts.slice(phrase.from, phrase.to).join(' ')}: ${phrase.meaning} ${phrase.value}`]
        : [];
    });
  };

  test.each<[said: string, found: string[]]>([
    ['seven', ['seven: number 7']],
    ['number seven', ['number seven: number 7', 'seven: number 7']],
    ['i want twenty five', ['i want twenty five: number 25', 'twenty five: number 25']],
    ['the blue seven', ['the blue seven: number 7', 'seven: number 7']],
    ['ten thirty', ['ten: number 10', 'thirty: number 30']],
    ['seven and a half', []],
    ['the third please', ['the third please: ordinal 3', 'third: ordinal 3']],
    ['third', ['third: ordinal 3']],
    ['letter a', ['letter a: letter 1']],
    ['option z', ['option z: letter 26']],
    ['letter be', []],
    ['letter é', ['letter e: letter 5']],
    ['letter д', []],
    ['letter 5', ['5: number 5']],
    ['which one', ['which one: noun undefined']],
    ['which room', ['which room: noun undefined']],
    ['which red', []],
    ['call larry now', ['call larry now: word undefined']],
    ['call now', []],
    // "one" is a number where it begins, and behind what counts; elsewhere it stands for a noun.
    ['one', ['one: number 1']],
    ['um one', ['one: number 1']],
    ['mate um one', ['one: number 1']],
    ['the garden um one', []],
    ['option one', ['one: number 1']],
    ['option mate one', ['one: number 1']],
    ['option one with a garden', ['one: number 1']],
    ['plan one', []],
    ['the blue one hundred', ['the blue one hundred: number 100', 'one hundred: number 100']],
    ['one blue garden', ['one: number 1']],
    ['number one', ['number one: number 1', 'one: number 1']],
    ['room one', []],
    ['i want one', []],
    ['the blue one', []],
    ['the wide blue one', []],
    ['twenty one', ['twenty one: number 21']],
    ['one with a garden', []],
    ['one with the red', []],
    ['one with sugar', ['one: number 1']],
    ['one garden', ['one: number 1']],
    ['one of the garden', []],
    ['seven with a garden', ['seven: number 7']],
  ])('in %j: %j', (said, expected) => {
    expect(found(said)).toEqual(expected);
  });

  test('where nothing is known of the options, one is a number behind a noun, and at the beginning', () => {
    const rows = ['option one', 'one with a garden', 'plan one'].map((said) => found(said, { generic: named.generic }));
    expect(rows).toEqual([['one: number 1'], ['one: number 1'], ['one: number 1']]);
  });
});

test('a number that another one follows was cut out of more', () => {
  const cut = (labels: string, said: string, index: number, rest: string | undefined) => {
    const prepared = prepareOffer({ labels: labels.split('|'), from: 0, to: 1 }, lexicon);
    const heard = hear(said, lexicon);
    const decision = { kind: 'choose', index, rule: 'number', confidence: 1, ...(rest && { rest }) } as const;
    return isCutNumber(heard, decision, () => findEvidence(heard, prepared, lexicon));
  };
  const cuts: readonly (readonly [
    labels: string,
    said: string,
    index: number,
    rest: string | undefined,
    isCut: boolean,
  ])[] = [
    ['2|4|6', 'six and thirty', 2, 'and thirty', false],
    ['2|4|6', 'six thirty please', 2, 'thirty', true],
    ['2|4|6', 'six or thirty', 2, 'or thirty', true],
    ['2|4|6', 'six or thirty', 2, undefined, false],
    ['2|4|6', 'six or thirty', 1, 'or thirty', false],
    ['2|4|6', 'four or six', 1, 'or six', true],
    ['2|4|6', 'six or six', 2, 'or six', false],
    ['2|4|6', 'six or tea', 2, 'or tea', false],
    ['Room 6|Room 7', 'room or seven six', 0, 'or seven', false],
    ['Room 6 30|Room 7', 'room six or thirty', 0, 'or thirty', false],
    ['Tea|Coffee', 'tea thirty', 0, 'thirty', false],
  ];
  expect(
    cuts.map(([labels, said, index, rest]) => [labels, said, index, rest, cut(labels, said, index, rest)]),
  ).toEqual(cuts);
  expect(isCutNumber(hear('six or thirty', lexicon), { kind: 'words' }, () => new Map())).toBe(false);
});
