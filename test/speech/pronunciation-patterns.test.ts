import { isPattern } from '../../lambda/speech/pronunciation-patterns';
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

test.each(['SKU-\\d+', 'a|b', '[A-Z]{2}\\d{4}', '(\\d+) ?oz', 'v\\d\\.\\d'])('a pattern: %s', (source) => {
  expect(isPattern(source)).toBe(true);
});

test.each(['(a+)+', '(?=a)b', '\\1', '.*', '[', 'a{', '\\d*', '(\\d)*x', '\\b', '^a$', 'x?'])('none: %s', (source) => {
  expect(isPattern(source)).toBe(false);
});
