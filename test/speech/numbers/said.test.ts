import type { FoundNumber } from '../../../lambda/conversation/answers/numbers';
import type { NumberTable } from '../../../lambda/languages/numbers';
import { createFrames } from '../../../lambda/speech/numbers/frames';
import { createNumberReader } from '../../../lambda/speech/numbers/reader';
import { inDigits, spelled } from '../../../lambda/speech/numbers/spelled';
import { withSpellings } from '../../../lambda/speech/numbers/spellings';
import { phrases } from '../../../lambda/speech/phrases';
import { readerOf } from './readers';

/** "twenty one = 21", "third = 3.", "four one = '41'". */
function shown({ from, to, value, kind, digits }: FoundNumber, tokens: readonly string[]): string {
  const number = kind === 'ordinal' ? `${value}.` : kind === 'digits' ? `'${digits}'` : `${value}`;
  return `${tokens.slice(from, to).join(' ')} = ${number}`;
}

function found(language: string, said: string): readonly string[] {
  const reader = readerOf(language);
  const tokens = reader.tokens(said);
  return reader.find(tokens).map((number) => shown(number, tokens));
}

type Row = [language: string, said: string, ...found: string[]];

const TABLES: Readonly<Record<string, Row[]>> = {
  'parts that fit together are one number, others are several': [
    ['en', 'four hundred and 21', 'four hundred and 21 = 421'],
    ['en', 'a thousand thousand and five', 'a thousand = 1000', 'thousand and five = 1005'],
    ['en', 'two thousand hundred', 'two thousand = 2000', 'hundred = 100'],
    ['en', 'two thousand ten hundred', 'two thousand = 2000', 'ten hundred = 1000'],
    ['en', 'two thousand nine hundred', 'two thousand nine hundred = 2900'],
    ['en', 'two million and a hundred', 'two million and a hundred = 2000100'],
    ['en', 'two thousand and hundred', 'two thousand = 2000', 'hundred = 100'],
    ['en', 'ten thirty', 'ten = 10', 'thirty = 30'],
    ['en', 'twenty ten', 'twenty = 20', 'ten = 10'],
    ['de', 'eine Million und tausend', 'eine million und tausend = 1001000'],
    ['de', 'tausendhundert Gäste', 'tausendhundert = 1100'],
    ['fr', 'mille cent euros', 'mille cent = 1100'],
    ['it', 'mille cento euro', 'mille cento = 1100'],
    ['ja', '千百円', '千百 = 1100'],
    ['nl', 'honderd euro', 'honderd = 100'],
    ['es', 'mil euros', 'mil = 1000'],
  ],
  'dozens and the like are of what is smaller, or of all before them': [
    ['en', 'three hundred and two dozen', 'three hundred and two dozen = 324'],
    ['en', 'two hundred twenty dozen', 'two hundred twenty dozen = 2640'],
    ['en', 'two hundred and two lakhs', 'two hundred and two lakhs = 20200000'],
    ['en', 'two hundred and dozen', 'two hundred = 200', 'dozen = 12'],
    ['es', 'treinta y dos docenas', 'treinta y dos docenas = 384'],
    ['es', 'mil y dos docenas', 'mil y dos docenas = 1024'],
    ['es', 'dos mil tres centenares', 'dos mil tres centenares = 2300'],
    ['pt', 'vinte e duas dúzias', 'vinte e duas duzias = 264'],
  ],
  'an ordinal ends a number; smaller ones may follow it': [
    ['en', 'two thousand and hundredth', 'two thousand and hundredth = 2100.'],
    ['en', 'two third', 'two = 2', 'third = 3.'],
    ['en', 'one second please', 'one = 1', 'second = 2.'],
    ['en', 'minus third', 'third = 3.'],
    ['en', 'first second', 'first = 1.', 'second = 2.'],
    ['es', 'milésimo centésimo', 'milesimo centesimo = 1100.'],
    ['es', 'vigésimo décimo', 'vigesimo = 20.', 'decimo = 10.'],
    ['es', 'vigésimo primero y segundo', 'vigesimo primero = 21.', 'segundo = 2.'],
    ['es', 'un tercero', 'un = 1', 'tercero = 3.'],
    ['hi', 'इक्कीसवां दिन', 'इक्कीसवां = 21.'],
    ['hi', 'इक्कीस वे लोग', 'इक्कीस = 21'],
    ['ja', '三番目', '三番目 = 3.'],
    ['ja', '3番目', '3 番目 = 3.'],
    ['ja', '3.5番目', '3.5 = 3.5'],
    ['ja', '第三', '第三 = 3.'],
    ['it', 'due terzi', 'due terzi = 0.6666666666666666'],
    ['it', 'due terzo', 'due = 2', 'terzo = 3.'],
  ],
  'what is divided': [
    ['en', 'one hundred and one third', 'one hundred and one third = 100.33333333333333'],
    ['en', 'one hundred and four quarters', 'one hundred and four quarters = 26'],
    ['en', 'one hundred and three quarters', 'one hundred and three quarters = 100.75'],
    ['en', 'two and one third cups', 'two and one third = 2.3333333333333335'],
    ['en', 'half a third', 'half = 0.5', 'a third = 0.3333333333333333'],
    ['en', 'wait two seconds', 'two = 2'],
    ['en', 'cut it in halves', ...[]],
    ['en', 'in thirds please', ...[]],
    ['fr', 'deux tiers', 'deux tiers = 0.6666666666666666'],
    ['pt', 'uma e meia', 'uma e meia = 1.5'],
    ['ar', 'اثنان وثمانية من عشرة', 'اثنان وثمانيه من عشره = 2.8'],
    ['ar', 'ثلاث مئة وأربعون من مئة', 'ثلاث ميه واربعون من ميه = 300.4'],
    ['ar', 'مئة وخمسون من مئة', 'ميه وخمسون من ميه = 100.5'],
    ['ar', 'ثلاثة وعشرة من عشرة', 'ثلاثه = 3', 'وعشره = 10', 'عشره = 10'],
    ['ar', 'مئة وعشرة من عشرة', 'ميه وعشره = 110', 'عشره = 10'],
    ['ar', 'مئة وخمسة من عشرين', 'ميه وخمسه = 105', 'عشرين = 20'],
    ['ar', 'مئة وخمسة من العاشر', 'ميه وخمسه = 105', 'العاشر = 10.'],
    ['ar', 'مئة وخمسة ناقص عشرة', 'ميه وخمسه = 105', 'ناقص عشره = -10'],
  ],
  'decimals behind a point': [
    ['en', 'three point one four', 'three point one four = 3.14'],
    ['en', 'three point twenty five', 'three point twenty five = 3.25'],
    ['en', 'three point third', 'three = 3', 'third = 3.'],
    ['en', 'three point 2.5', 'three = 3', '2.5 = 2.5'],
    ['en', 'three point -5', 'three = 3', '-5 = -5'],
    ['en', 'half point five', 'half = 0.5', 'point five = 0.5'],
    ['en', '2.5 point five', '2.5 = 2.5', 'point five = 0.5'],
    ['es', 'tres coma doscientos cincuenta', 'tres coma doscientos cincuenta = 3.25'],
    ['es', 'dos coma cincomil', 'dos coma cincomil = 2500'],
    ['es', 'dos coma cinco mil', 'dos coma cinco mil = 2500'],
  ],
  'digits one by one are a code, unless a longer number begins with the last': [
    ['en', 'four one two hundred', "four one = '41'", 'two hundred = 200'],
    ['en', 'four one two', "four one two = '412'"],
    ['en', '4 7 5th avenue', "4 7 = '47'", '5th = 5.'],
    ['en', 'four sevenish', 'four = 4'],
    ['en', 'four seven oneish', "four seven = '47'"],
    ['en', 'oh two tickets', 'two = 2'],
    ['en', 'two oh', 'two = 2'],
    ['en', 'oh seven oh', "oh seven oh = '070'"],
    ['en', 'double oh', ...[]],
    ['en', 'double oh seven', "double oh seven = '007'"],
    ['en', 'double the price', ...[]],
    ['en', '07', '07 = 7'],
    ['en', 'nineteen eighty four', 'nineteen = 19', 'eighty four = 84'],
    ['pt', 'nove meia sete', "nove meia sete = '967'"],
    ['pt', 'um meia sete oito', "um meia sete oito = '1678'"],
    ['pt', 'nove oito meia meia', "nove oito meia meia = '9866'"],
    ['pt', 'nove meia', 'nove = 9', "meia = '6'"],
    ['pt', 'uma meia porção', 'uma meia = 0.5'],
    ['pt', 'uma meia dúzia', 'uma meia duzia = 6'],
  ],
  'in digits, as a language writes them': [
    ['en', '9 tickets', '9 = 9'],
    ['en', '1,234.5', '1234.5 = 1234.5'],
    ['en', '1.234,5', '1.234 = 1.234', '5 = 5'],
    ['en', '1,00,000', '100000 = 100000'],
    ['en', '12,34', '12 = 12', '34 = 34'],
    ['en', '1,0000', '1 = 1', '0000 = 0'],
    ['en', '.5 miles', '0.5 = 0.5'],
    ['en', 'it is 5.', '5 = 5'],
    ['en', '1.5.2', '1.5 = 1.5', '2 = 2'],
    ['en', '12:30', '12 = 12', '30 = 30'],
    ['en', '-7 or −5', '-7 = -7', '-5 = -5'],
    ['en', '-0', '0 = 0'],
    ['en', 'minus 0.5', 'minus 0.5 = -0.5'],
    ['en', '10-12', '10 = 10', '12 = 12'],
    ['en', 'flat 21st2', ...[]],
    ['en', 'seat 2a1st', ...[]],
    ['en', 'row a4, 4x4', ...[]],
    ['en', '21ST.', '21st = 21.'],
    ['de', '1.234,5', '1234.5 = 1234.5'],
    ['de', "1'234,5", '1234.5 = 1234.5'],
    ['de', "1'234'567", '1234567 = 1234567'],
    ['de', "1'234.567", '1234 = 1234', '567 = 567'],
    ['de', '12.34', '12 = 12', '34 = 34'],
    ['de', '3. Mai', '3 = 3'],
    ['fr', '1 250,50 €', '1250.50 = 1250.5'],
    ['fr', '1er et 2ème', '1er = 1.', '2eme = 2.'],
    ['hi', '12,34,567', '1234567 = 1234567'],
    ['hi', '1,2,345', '1 = 1', '2345 = 2345'],
    ['hi', '21वां', '21वां = 21.'],
    ['es', '1,234.5', '1234.5 = 1234.5'],
    ['es', '1.234,5', '1234.5 = 1234.5'],
    ['es', '1.er piso', '1er = 1.'],
    ['es', '2.º o 3ª', '2o = 2.', '3a = 3.'],
    ['pt', '2ª via', '2a = 2.'],
    ['it', 'il 3esimo', '3esimo = 3.'],
    ['nl', 'de 3de', '3de = 3.'],
    ['ja', '3個', '3 = 3'],
    ['ja', '3LDKとA4とa3', ...[]],
    ['ja', '席は3。', '3 = 3'],
  ],
  'parts of one in digits, but no others': [
    ['en', '7/8 inch', '0.875 = 0.875'],
    ['en', '12 1/2 feet', '12.5 = 12.5'],
    ['en', '5  3/4', '5.75 = 5.75'],
    ['en', '-1/4', '-0.25 = -0.25'],
    ['en', 'rated 9/10', '9 = 9', '10 = 10'],
    ['en', 'open 24/7', '24 = 24', '7 = 7'],
    ['en', '10/1/2026', '10 = 10', '1 = 1', '2026 = 2026'],
    ['en', '½ pound, 1½ cups', '0.5 = 0.5', '1.5 = 1.5'],
  ],
  'what is written together with the word behind it': [
    ['ar', 'طاولة لستة أشخاص', 'لسته = 6'],
    ['ar', 'بخمسة ريالات', 'بخمسه = 5'],
    ['ar', 'وبخمسة ريالات', 'وبخمسه = 5'],
    ['ar', 'ولستة أشخاص', 'ولسته = 6'],
    ['ar', 'الخمسة والستة', 'الخمسه = 5', 'والسته = 6'],
    ['ar', 'لست جائعا', ...[]],
    ['ar', 'ولست جائعا', ...[]],
  ],
};

describe.each(Object.keys(TABLES))('%s', (title) => {
  test.each<Row>(TABLES[title] ?? [])('%s: %j', (language, said, ...numbers) => {
    expect(found(language, said)).toEqual(numbers);
  });
});

test('the digits of a number are kept where it is nothing else', () => {
  const rows: [string, string | undefined][] = [
    ['room five', '5'],
    ['room 5', '5'],
    ['room 0471', '0471'],
    ['double oh seven', '007'],
    ['account 9007199254740993', '9007199254740993'],
    ['fifty five', undefined],
    ['four hundred and 21', undefined],
    ['3.5', undefined],
    ['-7', undefined],
    ['third', undefined],
    ['3rd', undefined],
    ['half', undefined],
  ];
  // Half of something, and in a code 6.
  expect(readerOf('pt').find(['meia'])).toMatchObject([{ value: 0.5, digits: '6' }]);
  const english = readerOf('en');
  expect(rows.map(([said]) => [said, english.find(english.tokens(said))[0]?.digits])).toEqual(rows);
  expect(english.find(['9'.repeat(400)])).toEqual([]);
  const [whole, code] = english.find(english.tokens('9007199254740991 and 9007199254740992'));
  expect([whole?.kind, code?.kind]).toEqual(['cardinal', 'digits']);
});

test('what is read as a whole', () => {
  const rows: [string, number | undefined, number | undefined][] = [
    ['twenty one', 21, undefined],
    ['twenty first', undefined, 21],
    ['four one', undefined, undefined],
    ['twenty one please', undefined, undefined],
    ['just twenty one', undefined, undefined],
    ['9007199254740991', 9_007_199_254_740_991, undefined],
    ['-9007199254740991', -9_007_199_254_740_991, undefined],
    ['9007199254740992', undefined, undefined],
    ['9'.repeat(400), undefined, undefined],
    ['', undefined, undefined],
  ];
  const english = readerOf('en');
  expect(rows.map(([said]) => [said, english.read(said), english.ordinal(said)])).toEqual(rows);
});

test('the words of what was said', () => {
  const rows: [string, string, string[]][] = [
    ['en', 'Two tables, 1,000.5 and 3/4!', ['two', 'tables', '1000.5', 'and', '0.75']],
    ['en', ' 5 ', ['5']],
    ['en', '5 6', ['5', '6']],
    ['en', '12 1/2', ['12.5']],
    ['en', '2/2 or 3/2', ['2', '2', 'or', '3', '2']],
    ['en', '-.5', ['-0.5']],
    ['en', '−0.0', ['0.0']],
    ['en', '1,234,567.80', ['1234567.80']],
    ['en', 'the 21ST', ['the', '21st']],
    ['en', '', []],
    ['en', ' … ', []],
    ['de', '1.234,5 oder 3,5', ['1234.5', 'oder', '3.5']],
    ['es', '2.º', ['2o']],
    ['ja', '三人です', ['三', '人です']],
    ['ja', '二百五十グラム', ['二百五十', 'グラム']],
    ['ja', '一緒に3つ', ['一緒', 'に', '3', 'つ']],
    ['ja', '', []],
  ];
  expect(rows.map(([language, said]) => [language, said, readerOf(language).tokens(said)])).toEqual(rows);
});

test('a table may have no spellings, fractions of its own or suffixes', () => {
  const { numbers, numberWords } = phrases('en-US');
  const bare = createNumberReader(
    { ...numbers, 'ordinal-suffixes': [] },
    { ...numberWords, 'decimal-mark': '', 'group-mark': '' },
  );
  const rows: [string, string[]][] = [
    ['21st', []],
    ['3.5', ['35']],
    ['10.5', ['10', '5']],
    ['1,000', ['1', '000']],
  ];
  expect(rows.map(([said]) => [said, bare.find(bare.tokens(said)).map(({ digits }) => digits)])).toEqual(rows);
});

test('other spellings go beside those of a table', () => {
  const table: NumberTable = {
    cardinals: { one: 1 },
    rooms: { twenty: 10 },
    scales: { hundred: 100 },
    'bare-scales': ['hundred'],
    ordinals: { first: 1 },
    'ordinal-rooms': { twentieth: 10 },
    'ordinal-prefixes': ['no'],
    'ordinal-scales': { hundredth: 100 },
    joiners: { and: 100 },
    minus: ['minus'],
    point: ['point'],
    'ordinal-suffixes': ['st'],
  };
  expect(withSpellings(table, undefined)).toBe(table);
  expect(withSpellings(table, {})).toEqual(table);
  expect(
    withSpellings(table, {
      cardinals: { Yán: 1 },
      rooms: { Jiggít: 5 },
      scales: { Lakh: 100_000 },
      'bare-scales': ['Lakh'],
      ordinals: { Fóremost: 1 },
      'ordinal-rooms': { Thirtiéth: 10 },
      'ordinal-prefixes': ['Nº'],
      'ordinal-scales': { Lakhth: 100_000 },
      joiners: { An: 100 },
      minus: ['Négative'],
      point: ['Dot'],
      'ordinal-suffixes': ['ST'],
    }),
  ).toEqual({
    cardinals: { one: 1, yan: 1 },
    rooms: { twenty: 10, jiggit: 5 },
    scales: { hundred: 100, lakh: 100_000 },
    'bare-scales': ['hundred', 'lakh'],
    ordinals: { first: 1, foremost: 1 },
    'ordinal-rooms': { twentieth: 10, thirtieth: 10 },
    'ordinal-prefixes': ['no', 'no'],
    'ordinal-scales': { hundredth: 100, lakhth: 100_000 },
    joiners: { and: 100, an: 100 },
    minus: ['minus', 'negative'],
    point: ['point', 'dot'],
    'ordinal-suffixes': ['st', 'ST'],
  });
});

test('what may stand around a number', () => {
  const isFramed = createFrames(
    ['{{number}}', 'number {{number}}', 'Make it {{number}} of them'],
    ['please', 'oh yes'],
  );
  const rows: [string, boolean][] = [
    ['5', true],
    ['number 5', true],
    ['make it 5 of them', true],
    ['please 5', true],
    ['5 please', true],
    ['oh yes number 5', true],
    ['number 5 oh yes', true],
    ['oh yes make it 5 of them', true],
    ['make it 5 of them please', true],
    ['make it 5', false],
    ['5 of them', false],
    ['number 5 of them', false],
    ['please 5 please', false],
    ['5 number', false],
    ['please oh yes make it 5 of them', false],
    ['about 5', false],
  ];
  const framed = (said: string) => {
    const tokens = said.split(' ');
    const from = tokens.indexOf('5');
    return isFramed(tokens, { from, to: from + 1, value: 5, kind: 'cardinal' });
  };
  expect(rows.map(([said]) => [said, framed(said)])).toEqual(rows);
});

test('numbers that we say', () => {
  const [english, german] = [phrases('en-US'), phrases('de-DE')];
  expect([0, 2, 20, 21, 2.5].map((count) => spelled(count, english))).toEqual(['zero', 'two', 'twenty', '21', '2.5']);
  expect([2, 21].map((count) => spelled(count, german))).toEqual(['zwei', 'einundzwanzig']);
  expect([2, 1000, 1_234_567.5, 0.1 + 0.2].map((count) => inDigits(count, 'en'))).toEqual([
    ...['2', '1000', '1234567.5', '0.3'],
  ]);
  expect([1000, 2.5].map((count) => inDigits(count, 'de'))).toEqual(['1000', '2,5']);
});
