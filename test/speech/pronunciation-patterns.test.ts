import { isPattern, patternIn, uncounted } from '../../lambda/speech/pronunciation-patterns';
import { pronounceBy } from '../../lambda/speech/pronunciations';

const pronounce = pronounceBy([
  { written: '/SKU-(\\d+)/', spoken: 'item $1' },
  { written: '/Model [XYZ]\\d/', ipa: 'ˈmɒdl' },
  { written: '/(\\d+)oz/', spoken: '$1 ounces' },
  { written: '/colou?r/', spoken: 'hue' },
  { written: '/A&B \\d/', spoken: 'ay and bee' },
  { written: '/(a+)+/', spoken: 'never' },
  { written: 'Bluebell', spoken: 'blue bell' },
]);

test.each([
  ['<p>SKU-4471 is here.</p>', '<p><sub alias="item 4471">SKU-4471</sub> is here.</p>'],
  ['<p>sku-7.</p>', '<p><sub alias="item 7">sku-7</sub>.</p>'],
  [
    '<p><say-as interpret-as="characters">SKU-4471</say-as> is here.</p>',
    '<p><sub alias="item 4471">SKU-4471</sub> is here.</p>',
  ],
  ['<p>Model X5</p>', '<p><phoneme alphabet="ipa" ph="ˈmɒdl">Model X5</phoneme></p>'],
  ['<p>A 12oz cup</p>', '<p>A <sub alias="12 ounces">12oz</sub> cup</p>'],
  ['<p>Color, colour</p>', '<p><sub alias="hue">Color</sub>, <sub alias="hue">colour</sub></p>'],
  ['<p>A&amp;B 5</p>', '<p><sub alias="ay and bee">A&amp;B 5</sub></p>'],
  ['<p>Bluebell SKU-1</p>', '<p><sub alias="blue bell">Bluebell</sub> <sub alias="item 1">SKU-1</sub></p>'],
])('%s', (ssml, said) => {
  expect(pronounce(ssml)).toBe(said);
});

test.each([
  '<p>SKU-none</p>',
  '<p>XSKU-12</p>',
  '<p>SKU-12b</p>',
  '<p>Model A5</p>',
  '<p>aaaa</p>',
  '<p><say-as interpret-as="digits">4471</say-as></p>',
])('is left: %s', (ssml) => {
  expect(pronounce(ssml)).toBe(ssml);
});

describe('of several patterns each says its own', () => {
  const ordered = pronounceBy([
    { written: ' /SKU-(\\d+)(-[A-Z])?/ ', spoken: 'item $1$2$3' },
    { written: '/BB\\-(\\d{2})/', spoken: 'batch $1' },
    { written: '/R\\(\\d\\)/', spoken: 'revision' },
    { written: '/[#(]\\d{3}/', spoken: 'ticket' },
    { written: '/gr(a|e)y/', spoken: 'slate' },
  ]);

  test.each([
    ['<p>SKU-12-B left.</p>', '<p><sub alias="item 12-B">SKU-12-B</sub> left.</p>'],
    ['<p>SKU-12 left.</p>', '<p><sub alias="item 12">SKU-12</sub> left.</p>'],
    ['<p>Lot BB-07.</p>', '<p>Lot <sub alias="batch 07">BB-07</sub>.</p>'],
    ['<p>See R(2).</p>', '<p>See <sub alias="revision">R(2)</sub>.</p>'],
    ['<p>Call #415.</p>', '<p>Call <sub alias="ticket">#415</sub>.</p>'],
    ['<p>Call (415.</p>', '<p>Call <sub alias="ticket">(415</sub>.</p>'],
    ['<p>Grey or gray?</p>', '<p><sub alias="slate">Grey</sub> or <sub alias="slate">gray</sub>?</p>'],
    ['<p><say-as interpret-as="characters">BB-07</say-as></p>', '<p><sub alias="batch 07">BB-07</sub></p>'],
    ['<p>Say <sub alias="the item">SKU-12</sub>.</p>', '<p>Say <sub alias="the item">SKU-12</sub>.</p>'],
    ['<p>/SKU-(\\d+)(-[A-Z])?/</p>', '<p>/SKU-(\\d+)(-[A-Z])?/</p>'],
    ['<p>Rule [#(]x, then /gr(a|e)y/.</p>', '<p>Rule [#(]x, then /gr(a|e)y/.</p>'],
  ])('%s', (ssml, said) => {
    expect(ordered(ssml)).toBe(said);
  });
});

test('a pattern that cannot be looked for, or is not said otherwise, changes nothing', () => {
  const none = pronounceBy([
    { written: '/(SKU-\\d+/', spoken: 'item' },
    { written: '/Model \\d/' },
    { written: '/\\s/', spoken: 'space' },
  ]);
  const ssml = '<p>(SKU-7 and Model 5.</p>';
  expect(none(ssml)).toBe(ssml);
});

test('which entries are patterns', () => {
  const rows: [string, string | undefined][] = [
    ['/SKU-\\d+/', 'SKU-\\d+'],
    ['  /SKU-\\d+/ ', 'SKU-\\d+'],
    ['/a/', 'a'],
    ['/a/b/', 'a/b'],
    ['/BB\\-\\d/', 'BB-\\d'],
    ['/[A\\-Z]/', '[A\\-Z]'],
    ['//', undefined],
    ['km/h', undefined],
    ['km/h/', undefined],
    ['/usr/bin', undefined],
    ['Bluebell', undefined],
  ];
  expect(rows.map(([written]) => [written, patternIn(written)])).toEqual(rows);
});

test('groups that are not counted stay what they are', () => {
  const rows: [string, string][] = [
    ['(\\d+)oz', '(?:\\d+)oz'],
    ['(a|b)(c)', '(?:a|b)(?:c)'],
    ['R\\(\\d\\)', 'R\\(\\d\\)'],
    ['[#(]\\d+', '[#(]\\d+'],
    ['[(](x)', '[(](?:x)'],
  ];
  expect(rows.map(([source]) => [source, uncounted(source)])).toEqual(rows);
});

const PATTERNS = [
  ...['SKU-\\d+', 'a|b', '[A-Z]{2}\\d{4}', '(\\d+) ?oz', 'v\\d\\.\\d', 'SKU(-\\d)?', 'x+y', 'x*y', '50%', "O'Neil"],
  ...['\\d{6}', '\\d{12}', '\\d{2,}', '\\d{2,4}', '\\d{10,12}', 'C\\+\\+', '\\w+-\\d', 'A\\sB'],
  ...['[A-Z]{3}', '[A-Z]{10}', '[A-Z]{2,}', '[A-Z]{2,4}', '[A-Z]{10,12}', '[A-Z]+', '[A-Z]?x', '[^a-z]\\d'],
  ...['x{2}', 'x{10}', 'x{2,}', 'x{2,4}', 'x{10,12}', 'Größe \\d', 'कख\\d', '[A-C]x|[D-F]y', `[${'a'.repeat(60)}]`],
];

test.each(PATTERNS)('a pattern: %s', (source) => {
  expect(isPattern(source)).toBe(true);
});

const NO_PATTERNS = [
  ...['(a+)+', '(?=a)b', '\\1', '.*', '[', 'a{', '\\d*', '(\\d)*x', '\\b', '^a$', 'x?', 'a\\n', 'a\\b', '(?:a)b'],
  ...['\\s', '[ ]', ' ', '(a', 'a)', '(a){2}', '+a', 'a++', 'x{100}', 'x{2,100}', 'x{,2}', '\\d{100}', '[A-Z]{100}'],
  ...[
    '[]',
    '[\\d]x',
    '[[a]]',
    'a]',
    `[${'a'.repeat(61)}]`,
    '',
    'a"b',
    'a<b',
    '\\d{a}',
    '\\d{2,b}',
    '[A-Z]{2,b}',
    '[z-a]',
  ],
];

test.each(NO_PATTERNS)('none: %s', (source) => {
  expect(isPattern(source)).toBe(false);
});
