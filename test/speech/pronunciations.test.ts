import fc from 'fast-check';
import { check } from 'ssml-check-core';
import { pronounceBy } from '../../lambda/speech/pronunciations';
import { render } from '../../lambda/speech/render';
import { timesAsLong } from '../support/processor-time';
import { anyText } from './arbitraries';
import { message } from './messages';
import { heard } from './xml';

const BLUEBELL = [
  { written: 'Bluebell', spoken: 'blue bell' },
  { written: 'Bluebell & Co', spoken: 'blue bell and company' },
  { written: 'Nguyen', ipa: 'ˈwɪn' },
  { written: 'amp', spoken: 'ampere' },
  { written: 'C++', spoken: 'see plus plus' },
];
const pronounce = pronounceBy(BLUEBELL);

test.each([
  ['<p>Bluebell.</p>', '<p><sub alias="blue bell">Bluebell</sub>.</p>'],
  ['<p>BLUEBELL is here.</p>', '<p><sub alias="blue bell">BLUEBELL</sub> is here.</p>'],
  [
    '<p>Bluebells are flowers, and so is a rosebluebell.</p>',
    '<p>Bluebells are flowers, and so is a rosebluebell.</p>',
  ],
  ['<p>Bluebell &amp; Co.</p>', '<p><sub alias="blue bell and company">Bluebell &amp; Co</sub>.</p>'],
  ['<p>Dr Nguyen&apos;s desk</p>', '<p>Dr <phoneme alphabet="ipa" ph="ˈwɪn">Nguyen</phoneme>&apos;s desk</p>'],
  ['<p>You &amp; me, 5 amp</p>', '<p>You &amp; me, 5 <sub alias="ampere">amp</sub></p>'],
  ['<p>We write C++.</p>', '<p>We write <sub alias="see plus plus">C++</sub>.</p>'],
  [
    '<p><say-as interpret-as="characters">AMP</say-as> <lang xml:lang="en-GB">Bluebell</lang></p>',
    '<p><say-as interpret-as="characters">AMP</say-as> <lang xml:lang="en-GB"><sub alias="blue bell">Bluebell</sub></lang></p>',
  ],
])('%s', (ssml, said) => {
  expect(pronounce(ssml)).toBe(said);
});

describe('which of the names counts, and how it is said', () => {
  const named = pronounceBy([
    { written: 'Bluebell', spoken: 'blue bell' },
    { written: 'Bluebell Inn' },
    { written: 'Bluebell  Car   Park', spoken: 'the car park' },
    { written: 'Bluebell 4', ipa: '  ', spoken: 'blue bell four' },
    { written: 'Joinery', ipa: ' ', spoken: '  ' },
    { written: 'Alder', ipa: 'ˈɔːldə', spoken: 'older' },
    { written: '***', spoken: 'three stars' },
    { written: ' Tern & "Co" ', spoken: 'Tern <and> company' },
    { written: 'Bell', spoken: 'bell\u0007tower' },
    { written: 'B.C.', spoken: 'British Columbia' },
    { written: '24/7', spoken: 'day and night' },
    { written: 'MSc', spoken: 'master of science' },
    { written: 'msc', spoken: 'shipping company' },
  ]);

  test.each([
    ['<p>The Bluebell Inn.</p>', '<p>The <sub alias="blue bell">Bluebell</sub> Inn.</p>'],
    ['<p>Bluebell Car Park.</p>', '<p><sub alias="the car park">Bluebell Car Park</sub>.</p>'],
    ['<p>Bluebell\nCar Park.</p>', '<p><sub alias="the car park">Bluebell\nCar Park</sub>.</p>'],
    ['<p>Bluebell 4.</p>', '<p><sub alias="blue bell four">Bluebell 4</sub>.</p>'],
    ['<p>The Joinery.</p>', '<p>The Joinery.</p>'],
    ['<p>Alder Lane.</p>', '<p><phoneme alphabet="ipa" ph="ˈɔːldə">Alder</phoneme> Lane.</p>'],
    ['<p>Rated ***.</p>', '<p>Rated ***.</p>'],
    [
      '<p>Tern &amp; &quot;Co&quot;</p>',
      '<p><sub alias="Tern &lt;and&gt; company">Tern &amp; &quot;Co&quot;</sub></p>',
    ],
    ['<p>Bell.</p>', '<p><sub alias="bell tower">Bell</sub>.</p>'],
    ['<p>In B.C. it rains; bxcx too.</p>', '<p>In <sub alias="British Columbia">B.C.</sub> it rains; bxcx too.</p>'],
    ['<p>Open 24/7.</p>', '<p>Open <sub alias="day and night">24/7</sub>.</p>'],
    ['<p>An MSC ship.</p>', '<p>An <sub alias="shipping company">MSC</sub> ship.</p>'],
    ['<p>Bell2 and 2Bell</p>', '<p>Bell2 and 2Bell</p>'],
    ['<p>Bell\u0301 and doorbell</p>', '<p>Bell\u0301 and doorbell</p>'],
    [
      '<p><phoneme alphabet="ipa" ph="x">Bell</phoneme> <sub alias="y">Bell</sub></p>',
      '<p><phoneme alphabet="ipa" ph="x">Bell</phoneme> <sub alias="y">Bell</sub></p>',
    ],
    ['<p><audio src="bell"/> rings</p>', '<p><audio src="bell"/> rings</p>'],
  ])('%s', (ssml, said) => {
    expect(named(ssml)).toBe(said);
  });
});

test('nothing is changed by a business without pronunciations', () => {
  for (const none of [[], [{ written: 'Bluebell' }], [{ written: '&', spoken: 'and' }]]) {
    expect(pronounceBy(none)('<p>Bluebell &amp; you.</p>')).toBe('<p>Bluebell &amp; you.</p>');
  }
});

describe('a reply as long as Alexa takes one', () => {
  const longer = '<sub alias="blue bell"></sub>'.length;

  test.each([
    ['has room for both names', 8000 - 2 * longer, 2],
    ['has room for the first', 8000 - 2 * longer + 1, 1],
    ['has just room for one', 8000 - longer, 1],
    ['has room for none', 8000 - longer + 1, 0],
  ] as const)('%s', (_, length, count) => {
    const ssml = `<p>Bluebell, Bluebell ${'x'.repeat(length - '<p>Bluebell, Bluebell </p>'.length)}</p>`;
    expect(ssml).toHaveLength(length);
    expect(pronounce(ssml).split('<sub').length - 1).toBe(count);
  });
});

test('a reply says names as the business does; the card shows them as they are written', () => {
  const text = 'Bluebell is at https://bluebell.example/map. Anything for Dr Nguyen?';
  const { ssml, reprompt, card } = render(
    {
      parts: [{ text: 'Bluebell is here.' }, { text: 'Anything for Dr Nguyen?' }],
      asking: 'Anything for Dr Nguyen?',
      question: 'bot',
      turn: 0,
      messages: [message({ text })],
    },
    { locale: 'en-US', business: { name: 'Bluebell', hints: [], pronunciations: BLUEBELL } },
  );
  expect(ssml).toContain('<sub alias="blue bell">Bluebell</sub>');
  expect(ssml).toContain('<phoneme alphabet="ipa" ph="ˈwɪn">Nguyen</phoneme>');
  expect(reprompt).toContain('<phoneme');
  expect(`${card?.title} ${card?.text}`).not.toMatch(/blue bell|ˈwɪn/);
  expect(card?.title).toBe('Bluebell');
});

test('for any names and texts Alexa accepts the result, and no word of the text is lost', async () => {
  const entry = fc.record(
    {
      written: fc.oneof(fc.constantFrom('a', 'hello', '&', 'x y', '.*', '</p>'), anyText),
      spoken: anyText,
      ipa: anyText,
    },
    { requiredKeys: ['written'] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 8 }), anyText, fc.nat(500), async (pronunciations, unit, times) => {
      const text = unit.repeat(times);
      const said = { parts: [{ text }], turn: 0, messages: [], question: 'what' } as const;
      const plain = render(said, { locale: 'en-US' }).ssml;
      const { ssml } = render(said, { locale: 'en-US', business: { hints: [], pronunciations } });
      expect(ssml.length).toBeLessThanOrEqual(8000);
      expect(await check(ssml, { platform: 'amazon', locale: 'en-US' })).toBeUndefined();
      const words = (speech: string) => heard(speech).replace(/\s/g, '');
      expect(words(ssml)).toBe(words(plain));
    }),
    { numRuns: 150 },
  );
});

test('of two hundred names, also of those that begin alike, four times the text takes no more than four times the time', async () => {
  const names = Array.from({ length: 200 }, (_, index) => ({
    written: `${'a '.repeat(index % 40)}name ${index}`,
    spoken: 'x',
  }));
  const run = pronounceBy(names);
  const [short, long] = [975, 3900].map((words) => `<speak><p>${'a '.repeat(words)}</p></speak>`) as [string, string];
  const times = await timesAsLong(
    () => run(short),
    () => run(long),
    9,
  );
  // Were each place looked at from each other, it would be sixteen times.
  expect(times).toBeLessThan(9);
});
